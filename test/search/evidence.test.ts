import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { clearOf } from '../../src/search/evidence.ts';
import { PassageIndex } from '../../src/search/index.ts';
import { leadOf, search } from '../../src/search/search.ts';
import { WEIGHTS } from '../../src/search/weights.ts';

const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const NO_FILTER = { since: null, until: null, source: null };
const leads = fc.double({ min: 0, max: 50, noNaN: true });

const article = (id: string, event: string, language: string, text: string) =>
  parseArticle(
    `${id}.md`,
    new TextEncoder().encode(
      `---\ntitle: ${id}\ndate: 2025-03-18\nlanguage: ${language}\noutlet: Bote\nevent: ${event}\n---\n${text}\n`,
    ),
  );

const GENEVA = article('genf', 'genf', 'de', 'Umjerow leitete die Delegation.');
const TRANSLATION = article('geneva', 'genf', 'en', 'Umerov led the delegation.');
const BERLIN = article('berlin', 'berlin', 'de', 'Umjerow leitete die Delegation auch hier.');

const findingsIn = (articles: readonly ReturnType<typeof article>[], weights = WEIGHTS) => {
  const index = PassageIndex.build(articles, lexicon);
  return search(index.read('Wer leitete die Delegation?', 'de'), index, NO_FILTER, weights);
};

describe('how clear evidence is', () => {
  it('grows with the lead over what other events have to say, and never passes what stands alone', () => {
    fc.assert(
      fc.property(leads, leads, (a, b) => {
        const [less, more] = [clearOf(Math.min(a, b), WEIGHTS), clearOf(Math.max(a, b), WEIGHTS)];
        expect(less).toBeGreaterThanOrEqual(WEIGHTS.rivalled);
        expect(less).toBeLessThanOrEqual(more);
        expect(more).toBeLessThanOrEqual(clearOf(Number.POSITIVE_INFINITY, WEIGHTS));
      }),
    );
    expect(clearOf(Number.POSITIVE_INFINITY, WEIGHTS)).toBe(1);
  });

  it('takes only articles on another event for rivals', () => {
    expect(leadOf(findingsIn([GENEVA, TRANSLATION]))).toBe(Number.POSITIVE_INFINITY);
    expect(leadOf(findingsIn([GENEVA, TRANSLATION, BERLIN]))).toBeLessThan(1);
  });

  it('lessens the score of all that was found', () => {
    const scores = findingsIn([GENEVA, BERLIN]).map(({ evidence }) => evidence.score);
    const unrivalled = findingsIn([GENEVA, BERLIN], { ...WEIGHTS, rivalled: 1 }).map(({ evidence }) => evidence.score);
    expect(scores).toHaveLength(2);
    for (const [at, score] of scores.entries()) expect(score).toBeLessThan(unrivalled[at] ?? 0);
  });
});
