import type { PatternMatch } from '../../language/pattern-book.ts';
import { wordAt } from '../reading/sentence.ts';
import { type Act, LEVEL } from './acts.ts';
import { isAside } from './asides.ts';
import { isPossible } from './modality.ts';
import type { Status } from './status.ts';
import { isMissing, type MarkedSentence } from './status-context.ts';

/** What a cue of status stands for. */
export interface CueValue {
  readonly status: Status;
  readonly strong: boolean;
  /** Whether it is written as German nouns are. */
  readonly capital: boolean;
}

/** Results that there are not: `kein Durchbruch`. A refusal between negation and noun is denied instead. */
export function missingOutcomes(marked: MarkedSentence, matches: readonly PatternMatch<CueValue>[]): Act[] {
  const refusals = new Set(matches.flatMap(({ words, value }) => (value.status === 'rejected' ? words : [])));
  return marked
    .marks('outcome')
    .filter((outcome) => !marked.isSupposed(outcome.from) && isMissing(marked, outcome, refusals))
    .filter(({ from }) => !isPossible(marked, [from]))
    .map(({ from, to }) => ({
      status: 'not_agreed',
      level: isAside(marked.sentence, [from]) ? LEVEL.aside : LEVEL.act,
      at: from,
      last: to - 1,
    }));
}

/** The act of a sentence that threatens without a word for it. */
export const THREAT: Act = { status: 'threatened', level: LEVEL.mark, at: 0, last: 0 };
const REFUSALS: ReadonlySet<Status> = new Set<Status>(['rejected', 'violated', 'not_agreed']);

/** Whether harm is announced for the case of a refusal: `Sollte Kiew ablehnen, will Washington die Hilfe stoppen`. */
export function isThreat(
  { sentence, marks, isSupposed }: MarkedSentence,
  matches: readonly PatternMatch<CueValue>[],
  isReported: boolean,
): boolean {
  const isRefused =
    marks('negation').some(({ from }) => isSupposed(from)) ||
    marks('condition').some(({ from }) => wordAt(sentence, from) === 'unless') ||
    matches.some(({ value, words: [at = 0] }) => REFUSALS.has(value.status) && isSupposed(at));
  if (!isRefused || !marks('harm').some(({ from }) => !isSupposed(from))) return false;
  return isReported || [...marks('plan'), ...marks('unfulfilled')].some(({ from }) => !isSupposed(from));
}
