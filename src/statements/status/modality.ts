import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { belongTogether, type MarkedSentence, type Range } from './status-context.ts';

/** How far before an English cue a modal verb may stand: `will not be fully exchanged`. */
const MODAL_REACH = 5;

/** Whether a modal verb belongs to a cue: before it, in German anywhere in its clause. */
function governs(modal: Range, words: readonly number[], sentence: TokenizedSentence): boolean {
  const at = words[0] ?? 0;
  if (!belongTogether(sentence, modal.from, at)) return false;
  return sentence.language === 'de' || (modal.to <= at && at - modal.to < MODAL_REACH);
}

const NOT = /^(?:not|never|t|nicht|nie|niemals)$/;

/** Whether a cue only may be so: `könnte zustimmen`, `may reject`; what could not be so is no possibility. */
export const isPossible = ({ sentence, marks }: MarkedSentence, words: readonly number[]): boolean =>
  marks('possibility').some((range) => governs(range, words, sentence) && !NOT.test(wordAt(sentence, range.to)));

/** How a fact stands: done, planned (`soll ausgetauscht werden`), or neither (`müssen freigelassen werden`). */
export function standingOf({ sentence, marks }: MarkedSentence, words: readonly number[]): 'done' | 'planned' | 'open' {
  const isGoverned = (ranges: readonly Range[]): boolean => ranges.some((range) => governs(range, words, sentence));
  if (isGoverned(marks('obligation')) || isInfinitive(sentence, words)) return 'open';
  const isPlan = isGoverned([...marks('plan'), ...marks('reported_plan')]) && !isHearsay(sentence, words.at(-1) ?? 0);
  return isPlan || isGoverned(marks('unfulfilled')) ? 'planned' : 'done';
}

const isInfinitive = (sentence: TokenizedSentence, [at = 0]: readonly number[]): boolean =>
  /^(?:zu|to)$/.test(wordAt(sentence, at - 1));

/** Forms of German participles, folded. */
export const PARTICIPLE =
  /^(?:\p{L}*ge\p{L}{2,}(?:t|en)|(?:be(?!reit)|ver|er|zer|ent|emp|uber|unter|wider)\p{L}{2,}(?:t|en)|\p{L}+iert|worden)$/u;

/** `soll zugestimmt haben`, `soll vereinbart worden sein` is hearsay of a fact, no plan. */
export function isHearsay(sentence: TokenizedSentence, at: number): boolean {
  if (sentence.language === 'en') return false;
  const { to } = segmentAt(sentence, at);
  return /^(?:haben|sein)$/.test(wordAt(sentence, to - 1)) && PARTICIPLE.test(wordAt(sentence, to - 2));
}
