import type { PatternMatch } from '../../language/pattern-book.ts';
import { wordAt } from '../reading/sentence.ts';
import { type Act, LEVEL } from './acts.ts';
import { isAside } from './asides.ts';
import { asksFirst, futures, isAsked, isHearsay, isOpinion, isPossible, isWish, lacks, refuses } from './modality.ts';
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

/** `Als Durchbruch würde er es nicht bezeichnen`: who does not call something so plans nothing. */
const isNoAct = ({ sentence, marks }: MarkedSentence, plan: Range): boolean =>
  marks('no_act').some(({ to }) => sentence.segmentOf[to - 1] === sentence.segmentOf[plan.from]);

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
  const told = [...marks('plan'), ...futures(sentence), ...(isReported ? marks('reported_plan') : [])];
  const future = told.filter(
    (plan) => !isOpinion(sentence, plan) && !asksFirst(sentence, plan) && !isNoAct(marked, plan),
  );
  const denied = future.filter((plan) => refuses(marked, plan));
  const isWanted = (plan: Range): boolean =>
    denied.includes(plan) ? lacks(marked, plan) : isWish(sentence, plan) || isAsked(sentence, plan);
  const wanted = future.filter(isWanted);
  const refused = denied.filter((plan) => !isWanted(plan));
  const plans = future.filter((plan) => !denied.includes(plan) && !isWanted(plan));
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
