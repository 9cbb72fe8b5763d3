import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArticle } from '../../bench/outside.ts';
import { listPassages, type PassageEntry } from '../../src/search/passages.ts';
import { isBalanced, spanOf, windowsOf } from '../../src/search/quotation.ts';

/** The only passage of an article with these sentences. */
function passageOf(sentences: readonly string[]): PassageEntry {
  const [entry] = listPassages([toArticle({ id: 'a', text: sentences.join(' ') })]);
  if (entry === undefined) throw new Error('no passage');
  return entry;
}

const sentence = (length: number): string => `Die ${'Waffenruhe '.repeat(Math.max(1, Math.round(length / 11)))}gilt.`;

describe('what can be quoted of a passage', () => {
  it('is every sentence that can be sent, and pairs that are read, never a part of a sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 2_000 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        const entry = passageOf(lengths.map(sentence));
        const { sentences } = entry.passage;
        const windows = windowsOf(entry);
        for (const window of windows) {
          const { start, end } = spanOf(entry, window);
          expect(sentences.map((each) => each.start)).toContain(start);
          expect(sentences.map((each) => each.end)).toContain(end);
          expect(window.to - window.from).toBeLessThanOrEqual(2);
          expect(end - start).toBeLessThanOrEqual(window.to - window.from === 1 ? 1_500 : 300);
        }
        for (const [at, { start, end }] of sentences.entries()) {
          const isThere = windows.some(({ from, to }) => from === at && to === at + 1);
          expect(isThere).toBe(end - start <= 1_500);
        }
      }),
    );
  });
});

describe('a quotation mark', () => {
  it.each([
    ['„Ja“, sagte er.', true],
    ['„Ja, sagte er.', false],
    ['Ja“, sagte er.', false],
    ['“Yes,” he said.', true],
    ['“Yes, he said.', false],
    ['Yes,” he said.', false],
    ['"Yes," he said.', true],
    ['"Yes, he said.', false],
    ['Nobody quoted anybody.', true],
  ])('%s: closed %s', (text, closed) => {
    expect(isBalanced(text)).toBe(closed);
  });
});
