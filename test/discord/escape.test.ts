import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLine, escapeMarkdown, readQuotes, renderQuote, unescapeMarkdown } from '../../src/discord/escape.ts';
import { hostileText, markedText } from './hostile.ts';

describe('escaping', () => {
  it('is undone by unescaping, for every text', () => {
    fc.assert(fc.property(hostileText(), (text) => unescapeMarkdown(escapeMarkdown(text)) === text));
  });

  it('tells two texts apart: what is shown alike is alike', () => {
    fc.assert(
      fc.property(hostileText(4), hostileText(4), (a, b) => (escapeMarkdown(a) === escapeMarkdown(b)) === (a === b)),
    );
  });

  it.each([
    ['*bold*', '\\*bold\\*'],
    ['__x__', '\\_\\_x\\_\\_'],
    ['~~x~~', '\\~\\~x\\~\\~'],
    ['||x||', '\\|\\|x\\|\\|'],
    ['`x`', '\\`x\\`'],
    ['C:\\x', 'C:\\\\x'],
    ['@everyone', '\\@everyone'],
    ['<@1>', '\\<\\@1>'],
    ['[a](b)', '\\[a\\](b)'],
    ['https://a.example', 'https\\://a.example'],
    [':smile:', '\\:smile:'],
    ['10:30 Uhr: nichts', '10:30 Uhr: nichts'],
    ['# a', '\\# a'],
    ['-# a', '\\-# a'],
    ['> a', '\\> a'],
    ['  - a', '  \\- a'],
    ['a - b > c # d', 'a - b > c # d'],
    ['a\n> b\n# c', 'a\n\\> b\n\\# c'],
    ['12. März', '12\\. März'],
    ['am 12. März', 'am 12. März'],
    ['2) b', '2\\) b'],
  ])('shows %j as it is by writing %j', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });

  it('keeps a line on one line, whatever white space it held', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const line = escapeLine(text);
        expect(line).not.toMatch(/[\r\n\t\u2028\u2029]/);
        expect(line).toBe(line.trim());
        expect(unescapeMarkdown(line)).toBe(text.replace(/\s+/gu, ' ').trim());
      }),
    );
  });
});

describe('a quotation', () => {
  it('is read back exactly as it stands in its article, marked or not, whatever it holds', () => {
    fc.assert(
      fc.property(markedText(), ({ text, marks }) => {
        expect(readQuotes(renderQuote(text, marks))).toEqual([text]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read back among the lines around it, however often they look like one', () => {
    fc.assert(
      fc.property(fc.array(markedText(8), { maxLength: 4 }), hostileText(8), (quotations, between) => {
        const shown = quotations.flatMap(({ text, marks }) => [renderQuote(text, marks), escapeLine(between)]);
        expect(readQuotes(shown.join('\n'))).toEqual(quotations.map(({ text }) => text));
      }),
    );
  });

  it('keeps blank lines inside the block', () => {
    expect(renderQuote('a\n\nb', [])).toBe('> a\n> \n> b');
  });

  it('marks words in bold', () => {
    expect(renderQuote('Die Waffenruhe gilt', [{ start: 4, end: 14 }])).toBe('> Die **Waffenruhe** gilt');
  });

  it('marks neighbours as one, as Discord shows ****', () => {
    const joined = (text: string, ...marks: [number, number][]): string =>
      renderQuote(
        text,
        marks.map(([start, end]) => ({ start, end })),
      );
    expect(joined('US Delegation', [0, 2], [3, 13])).toBe('> **US Delegation**');
    expect(joined('US-Delegation', [0, 2], [3, 13])).toBe('> **US-Delegation**');
    expect(joined('30Tage', [0, 2], [2, 6])).toBe('> **30Tage**');
    expect(joined('US, Delegation', [0, 2], [4, 14])).toBe('> **US**, **Delegation**');
  });
});
