import type { Question } from '../language/question.ts';
import type { Evidence } from './evidence.ts';
import { PassageEvidence, weighConcepts } from './evidence.ts';
import type { Filter, PassageIndex } from './index.ts';
import type { PassageEntry } from './passages.ts';
import { chooseWindow, type Window } from './quotation.ts';

/**
 * Evidence below this does not answer. Set on the development questions of 2026-11-23 (see `npm run eval`); a fit by
 * script on outside data is to follow.
 */
export const ANSWER_THRESHOLD = 0.55;
/** Of two that answer alike, the one in the question's language first; of the others, the engine's order decides. */
const SAME_LANGUAGE = 0.03;

/** A quotation that was found, and why. */
export interface Finding {
  readonly entry: PassageEntry;
  readonly window: Window;
  readonly evidence: Evidence;
}

/** What the corpus says to a question: the best window of each passage, strongest evidence first. */
export function search(question: Question, index: PassageIndex, filter: Filter): Finding[] {
  const weights = weighConcepts(question, index);
  return index
    .candidates(question, filter)
    .map((entry) => ({ entry, ...chooseWindow(entry, new PassageEvidence(question, weights, entry, index)) }))
    .sort((a, b) => rankOf(b, question) - rankOf(a, question));
}

function rankOf(finding: Finding, question: Question): number {
  return finding.evidence.score + (finding.entry.article.language === question.language ? SAME_LANGUAGE : 0);
}
