import type { Article } from '../corpus/article.ts';
import type { Question } from '../language/question.ts';
import type { Asked } from './asked.ts';
import { clearOf, type Evidence, judge, lessen, weighConcepts, weightsFor } from './evidence.ts';
import type { Filter } from './filter.ts';
import type { PassageIndex } from './index.ts';
import { matchLead, PassageMatches } from './matches.ts';
import type { PassageEntry } from './passages.ts';
import { type Window, windowsOf } from './quotation.ts';
import { type Features, RankingFeatures, worthOf } from './ranking.ts';
import { WEIGHTS } from './weights.ts';

/** A quotation that was found, and why. */
export interface Finding {
  readonly entry: PassageEntry;
  readonly window: Window;
  readonly evidence: Evidence;
  /** What findings are sorted by. */
  readonly rank: number;
}

/** A passage that was looked at closely: what can be quoted of it, and what speaks for each of that. */
export interface Considered {
  readonly matches: PassageMatches;
  readonly windows: readonly { readonly window: Window; readonly features: Features }[];
}

/** What the corpus says to a question: the best window of each passage, best first. */
export function search(question: Question, index: PassageIndex, filter: Filter, weights = WEIGHTS): Finding[] {
  const asked = index.resolve(question);
  const total = index.entries.length;
  const weighed = weighConcepts(asked, total, weights);
  const settings = weightsFor(total, weights);
  const findings = consider(asked, weighed, index, filter, weights.context)
    .flatMap(({ matches, windows }): Finding[] => {
      const ranked = windows.map(({ window, features }) => ({ window, rank: worthOf(features, weights.ranking) }));
      const [first, ...others] = ranked;
      if (first === undefined) return [];
      const { window, rank } = others.reduce((best, each) => (each.rank > best.rank ? each : best), first);
      return [{ entry: matches.entry, window, rank, evidence: judge(matches, weighed, window, settings) }];
    })
    .sort((a, b) => b.rank - a.rank);
  const clear = clearOf(leadOf(findings), weights);
  return findings.map((finding) => ({ ...finding, evidence: lessen(finding.evidence, clear) }));
}

/**
 * By how much the rank of the best finding is above that of the best one on another event; infinite where there is none.
 * @param findings Best first.
 */
export function leadOf([best, ...others]: readonly Pick<Finding, 'entry' | 'rank'>[]): number {
  if (best === undefined) return Number.POSITIVE_INFINITY;
  const rival = others.find(({ entry }) => eventOf(entry.article) !== eventOf(best.entry.article));
  return rival === undefined ? Number.POSITIVE_INFINITY : best.rank - rival.rank;
}

/** What an article is about: those on one event say the same in two languages. */
const eventOf = ({ event, id }: Article): string => event ?? id;

/** Looks closely at the passages that share most with a question. */
export function consider(
  asked: Asked,
  weighed: readonly number[],
  index: PassageIndex,
  filter: Filter,
  context: number,
): Considered[] {
  const leads = new Map<Article, readonly number[]>();
  const leadOf = (entry: PassageEntry): readonly number[] => {
    const known = leads.get(entry.article) ?? matchLead(asked, entry, index);
    leads.set(entry.article, known);
    return known;
  };
  return index.candidates(asked, weighed, filter, context).map(({ entry, score }) => {
    const matches = new PassageMatches(asked, leadOf(entry), entry, index);
    const features = new RankingFeatures(matches, asked, weighed, score);
    return { matches, windows: windowsOf(entry).map((window) => ({ window, features: features.of(window) })) };
  });
}
