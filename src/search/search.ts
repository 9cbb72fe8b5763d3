import type { Question } from '../language/question.ts';
import type { Span } from '../span.ts';
import type { Evidence } from './evidence.ts';
import { PassageEvidence, weighConcepts } from './evidence.ts';
import type { Filter, PassageIndex } from './index.ts';
import type { PassageEntry } from './passages.ts';
import { chooseWindow, spanOf, type Window } from './quotation.ts';
import { WEIGHTS } from './weights.ts';

/**
 * No quotation is longer, in UTF-16 code units: escaped twice over it still fits into a message. A sentence is never
 * cut, so a longer one is not quoted at all.
 */
const LONGEST_QUOTATION = 1_500;

/** A quotation that was found, and why. */
export interface Finding {
  readonly entry: PassageEntry;
  readonly window: Window;
  readonly evidence: Evidence;
}

/** What the corpus says to a question: the best window of each passage, strongest evidence first. */
export function search(question: Question, index: PassageIndex, filter: Filter, weights = WEIGHTS): Finding[] {
  const weighed = weighConcepts(question, index, weights);
  const rankOf = ({ evidence, entry }: Finding): number =>
    evidence.score + (entry.article.language === question.language ? weights.sameLanguage : 0);
  return index
    .candidates(question, filter)
    .map((entry) => {
      const evidence = new PassageEvidence(question, weighed, entry, index, weights);
      return { entry, ...chooseWindow(entry, evidence, weights.sentence) };
    })
    .filter(({ entry, window }) => lengthOf(spanOf(entry, window)) <= LONGEST_QUOTATION)
    .sort((a, b) => rankOf(b) - rankOf(a));
}

const lengthOf = ({ start, end }: Span): number => end - start;
