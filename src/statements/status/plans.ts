import { PREPOSITIONS } from '../reading/grammar.ts';
import { isCapital, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { type Act, LEVEL } from './acts.ts';
import { isAside } from './asides.ts';
import { isHearsay, PARTICIPLE } from './modality.ts';
import type { Status } from './status.ts';
import { isNegated, type MarkedSentence, opensSupposition, type Range } from './status-context.ts';

/** What modal verbs say by themselves: plans, refusals and wishes, and in somebody's mouth duties. */
export function modals(marked: MarkedSentence, isReported: boolean): Act[] {
  const { sentence, marks, isSupposed } = marked;
  const supposes = (at: number): boolean =>
    opensSupposition(sentence, at) && marks('supposition').some(({ from }) => from === at);
  const isTold = ({ from }: Range): boolean => !isSupposed(from) && !supposes(from) && !isHearsay(sentence, from);
  const actOf = ({ from, to }: Range, status: Status): Act => {
    return { status, level: isAside(sentence, [from]) ? LEVEL.asideMark : LEVEL.mark, at: from, last: to - 1 };
  };
  const plans = [...marks('plan'), ...futures(sentence), ...(isReported ? marks('reported_plan') : [])].filter(
    (plan) => isTold(plan) && !isOpinion(sentence, plan) && !asksFirst(sentence, plan),
  );
  const duties = isReported ? marks('obligation').filter(isTold) : [];
  return [
    ...plans.map((plan) => actOf(plan, meaningOf(plan, marked))),
    ...duties.map((duty) => actOf(duty, 'demanded')),
  ];
}

/** Whether a plan is one, or a refusal or a wish in its words. */
function meaningOf(plan: Range, marked: MarkedSentence): Status {
  if (refuses(marked, plan)) return lacks(marked, plan) ? 'demanded' : 'rejected';
  return isWish(marked.sentence, plan) || isAsked(marked.sentence, plan) ? 'demanded' : 'announced';
}

const FUTURE = /^(?:wird|werden)$/;
const INFINITIVE = /^\p{Ll}+(?:en|ern|eln|sein|tun)$/u;

/** Where German `wird` and `werden` mean the future: with an infinitive at the clause's end, not with a participle. */
function futures(sentence: TokenizedSentence): readonly Range[] {
  if (sentence.language === 'en') return [];
  return sentence.words.flatMap((_, at) => {
    const last = segmentAt(sentence, at).to - 1;
    if (!FUTURE.test(wordAt(sentence, at)) || at === last) return [];
    const surface = sentence.words[last]?.surface ?? '';
    return INFINITIVE.test(surface) && !PARTICIPLE.test(wordAt(sentence, last)) ? [{ from: at, to: at + 1 }] : [];
  });
}

/** Modal verbs of what one means to do oneself: not to mean to is to refuse. What is not to happen may have other reasons. */
const OWN_WILL = /^(?:will|wolle|wollen|wollten|werde|wird|werden|would|ll)$/;
/** Not so in the passive, nor of things (`es werde keine Verlängerung geben`), nor of refusals: `would never rule out`. */
const NO_DEED =
  /^(?:be|have|worden|werden|sein|geben|been|hold|last|change|rule|reject|refuse|oppose|exclude|ausschliessen|ablehnen|verweigern|sagen|aussern)$/;
/** Who will not attack promises it. */
const ATTACK =
  /^(?:attack|strike|shell|fire|bomb|shoot|target|bombard|angreifen|anzugreifen|schiessen|beschiessen|bombardieren|zuschlagen)$/;
/** How far behind an English modal verb its `not` and its infinitive stand: `will certainly not take part`. */
const WILL_REACH = 3;

/** Whether a plan is one not to do something: `will not take part`, `wolle keine Soldaten stellen`. */
function refuses(marked: MarkedSentence, plan: Range): boolean {
  const { sentence, marks } = marked;
  if (!OWN_WILL.test(wordAt(sentence, plan.from))) return false;
  const { from, to } = segmentAt(sentence, plan.from);
  for (let at = from; at < to; at++) if (ATTACK.test(wordAt(sentence, at))) return false;
  if (sentence.language === 'de') return !NO_DEED.test(wordAt(sentence, to - 1)) && isNegated(marked, [plan.from]);
  const no = marks('negation').find(({ from }) => from >= plan.to && from < plan.to + WILL_REACH && from < to);
  return no !== undefined && !NO_DEED.test(wordAt(sentence, no.to));
}

/** Whether such a plan only holds as long as something is missing: `ohne Garantien werde man keine Truppen abziehen`. */
const lacks = ({ sentence, marks }: MarkedSentence, plan: Range): boolean =>
  marks('absence').some(({ from }) => sentence.segmentOf[from] === sentence.segmentOf[plan.from] && from < plan.from);

const WILL = /^(?:will|wollen|wollten|wolle)$/;

/** `Die russische Seite solle …` */
const SUBJECT_LENGTH = 3;
/** A meeting or a truce that is to be is planned, not asked for. */
const HELD =
  /^(?:werden|sein|beginnen|folgen|enden|dauern|gelten|stattfinden|treffen|zusammenkommen|teilnehmen|reisen|tagen|kommen|sprechen|beraten|verhandeln)$/;

/** Whether `solle` asks something of the one it begins with: `Kiew solle sich beeilen`. */
function isAsked(sentence: TokenizedSentence, { from }: Range): boolean {
  if (wordAt(sentence, from) !== 'solle') return false;
  const segment = segmentAt(sentence, from);
  const opens =
    segment.opening === 'main' && from - segment.from <= SUBJECT_LENGTH && isCapital(sentence.words[from - 1]);
  return opens && !PREPOSITIONS.de.has(wordAt(sentence, segment.from)) && !HELD.test(wordAt(sentence, segment.to - 1));
}

/** German `will` without a verb, or before `dass`, asks for something: `Moskau will den Donbass`. */
function isWish(sentence: TokenizedSentence, { from }: Range): boolean {
  if (sentence.language === 'en' || !WILL.test(wordAt(sentence, from))) return false;
  const { to } = segmentAt(sentence, from);
  const isVerb = (at: number): boolean => INFINITIVE.test(sentence.words[at]?.surface ?? '');
  const behind = sentence.segments.filter((segment) => segment.from >= to);
  if (behind[0]?.opening === 'content') return !isVerb(to - 1) || from === to - 1;
  return from < to - 1 && !isVerb(to - 1) && !behind.some((segment) => isVerb(segment.to - 1));
}

const ENGLISH_JUDGING = /^(?:mean|help|cost|need|require|depend|remain|seem|like|prefer)$/;
const GERMAN_JUDGING = /^(?:helfen|kosten|bedeuten|brauchen|abhangen|bleiben|bezeichnen|nennen|heissen|begrussen)$/;
/** Behind `would be` they tell what is to happen: a participle, a place or a time. */
const HAPPENING =
  /(?:ed|en|held|led|put|set|sent|made|given|told)$|^(?:in|on|at|from|for|by|next|back|there|able|ready|willing|prepared|no)$/;

/** Whether a modal verb only judges: `it would be wrong`, `rebuilding will cost …`; `would be held in May` tells a plan. */
function isOpinion(sentence: TokenizedSentence, { from, to }: Range): boolean {
  const end = segmentAt(sentence, from).to;
  if (sentence.language === 'de') return GERMAN_JUDGING.test(wordAt(sentence, end - 1));
  const verb = wordAt(sentence, to);
  if (ENGLISH_JUDGING.test(verb)) return true;
  return wordAt(sentence, from) === 'would' && /^(?:be|have)$/.test(verb) && !HAPPENING.test(wordAt(sentence, to + 1));
}

const ASKING_FIRST = /^(?:what|who|how|whether|where|which)$/;

/** `What they will contribute is open`: the first plan of a sentence that begins with a question is asked about. */
function asksFirst(sentence: TokenizedSentence, { from }: Range): boolean {
  return sentence.language === 'en' && ASKING_FIRST.test(wordAt(sentence, 0)) && sentence.segmentOf[from] === 0;
}
