import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { Attributor } from '../../src/statements/attribution/attribution.ts';
import { judge, readGold, score, type Verdict } from './gold.ts';

const attributor = new Attributor(await loadLexicon(projectFile('corpus/lexicon')));

/** A sentence that is wrong, as somebody who mends a rule wants to see it. */
const describeMiss = ({ gold, found }: Verdict): string =>
  `${gold.text}\n  expected ${gold.source?.join(', ') ?? 'the article'}, found ${found?.voice}: ${found?.source.map(({ name }) => name.de).join(', ')}`;

const isMiss = ({ gold, found, sourceRight }: Verdict): boolean =>
  (gold.source !== null) !== (found?.voice !== 'article') || !sourceRight;

/**
 * Floors below what is reached now (1.00 and 0.98 of `news`, 0.98 and 0.98 of `held-out`), so that no change of a rule
 * makes attribution worse unseen. The aim of the project is 0.90 for both.
 */
const FLOORS = [
  ['news', 0.97, 0.95],
  ['held-out', 0.95, 0.93],
] as const;

describe('the source of sentences of news on any subject', () => {
  it.each(FLOORS)('is told as in the gold set %s', (set, f1, source) => {
    const verdicts = judge(readGold(set), (article) => attributor.attribute(article));
    const found = score(verdicts);
    const misses = verdicts.filter(isMiss).map(describeMiss).join('\n');
    expect(found.f1, misses).toBeGreaterThanOrEqual(f1);
    expect(found.source, misses).toBeGreaterThanOrEqual(source);
  });
});
