import type { PatternMatch } from '../../language/pattern-book.ts';
import { wordAt } from '../reading/sentence.ts';
import { type Act, LEVEL } from './acts.ts';
import { isAside } from './asides.ts';
import { asksFirst, futures, isHearsay, isOpinion, isPossible, isWish, refuses } from './modality.ts';
import type { Status } from './status.ts';
import { isMissing, type MarkedSentence, opensSupposition, type Range } from './status-context.ts';

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

/** What modal verbs say by themselves: plans, refusals and wishes, and in somebody's mouth duties. */
export function modals(marked: MarkedSentence, isReported: boolean): Act[] {
  const { sentence, marks, isSupposed } = marked;
  const supposes = (at: number): boolean =>
    opensSupposition(sentence, at) && marks('supposition').some(({ from }) => from === at);
  const acts = (ranges: readonly Range[], status: Status): Act[] =>
    ranges
      .filter(({ from }) => !isSupposed(from) && !supposes(from) && !isHearsay(sentence, from))
      .map(({ from, to }) => ({
        status,
        level: isAside(sentence, [from]) ? LEVEL.asideMark : LEVEL.mark,
        at: from,
        last: to - 1,
      }));
  const reported = isReported ? marks('reported_plan').filter((plan) => !isOpinion(sentence, plan)) : [];
  const future = [...marks('plan'), ...futures(sentence), ...reported].filter((plan) => !asksFirst(sentence, plan));
  const refused = future.filter((plan) => refuses(marked, plan));
  const wanted = future.filter((plan) => !refused.includes(plan) && isWish(sentence, plan));
  const plans = future.filter((plan) => !refused.includes(plan) && !wanted.includes(plan));
  const duties = isReported ? acts(marks('obligation'), 'demanded') : [];
  return [...acts(plans, 'announced'), ...acts(refused, 'rejected'), ...acts(wanted, 'demanded'), ...duties];
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
