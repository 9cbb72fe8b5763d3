import { LANGUAGES, type Localised } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { PatternBook, type PatternMatch } from '../../language/pattern-book.ts';
import { CUED_STATUSES } from '../../language/statement-cues.ts';
import { isCapital, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { type Act, LEVEL, MENTIONED, strongest, withScope } from './acts.ts';
import { isAside, isAttribute } from './asides.ts';
import { type CueValue, isThreat, missingOutcomes, THREAT } from './implied-acts.ts';
import { JointSubjects } from './joint-subjects.ts';
import { isPossible, standingOf } from './modality.ts';
import { modals } from './plans.ts';
import type { Status } from './status.ts';
import { isMissing, isNegated, type MarkedSentence, MarkReader } from './status-context.ts';

/** What it means to deny an act: `nicht vereinbart`, `stimmte nicht zu`. Denying any other act is no act. */
const DENIED: Partial<Record<Status, Status>> = { agreed: 'not_agreed', accepted: 'rejected' };
/** Deeds and agreements are facts: with `soll … werden` they are plans. */
const FACTS: ReadonlySet<Status> = new Set<Status>(['agreed', 'implemented']);
/** What they are about may fill more sentences: `Kiew schlug eine Pause vor. Sie solle am Montag beginnen.` */
const CONTENTS: ReadonlySet<Status> = new Set<Status>(['proposed', 'ordered']);
const CONTENT_VERB = /^(?:soll|sollen|solle|sollte|sollten|wurde|wurden|would|is|are)$/;
const goesOn = ({ status, level, at }: Act, sentence: TokenizedSentence): boolean =>
  status === 'announced' && level <= LEVEL.mark && CONTENT_VERB.test(wordAt(sentence, at));
const NONE: ReadonlySet<number> = new Set();

/** StatusFinder is responsible for what a sentence does: demand, agree, reject … */
export class StatusFinder {
  readonly #books: Localised<PatternBook<CueValue>>;
  readonly #marks: MarkReader;
  readonly #joint: JointSubjects;

  constructor(lexicon: Lexicon) {
    this.#books = { de: new PatternBook(), en: new PatternBook() };
    this.#marks = new MarkReader(lexicon.statuses);
    this.#joint = new JointSubjects(lexicon);
    for (const status of CUED_STATUSES) {
      const cues = lexicon.statuses.statuses[status];
      for (const language of LANGUAGES) {
        for (const strength of ['strong', 'weak'] as const) {
          for (const cue of cues?.[strength][language] ?? []) {
            const value = { status, strong: strength === 'strong', capital: CAPITAL.test(cue) };
            this.#books[language].add(cue, value);
          }
        }
      }
    }
  }

  /**
   * The status of a sentence.
   * @param isReported Whether somebody other than the article says it.
   * @param before The status of the sentence before it: what is to be by a modal verb alone goes on with a proposal or an order.
   */
  find(sentence: TokenizedSentence, isReported: boolean, before: Status): Status {
    const marked = this.#marks.read(sentence);
    const otherwise = isReported ? 'claimed' : 'background';
    if (marked.isQuestion) return otherwise;
    const matches = this.#books[sentence.language].find(marked.words).filter((match) => !isNoAct(match, marked));
    const cued = matches.flatMap((match) => this.#actOf(match, marked));
    const acts = withScope([...cued, ...missingOutcomes(marked, matches), ...modals(marked, isReported)], sentence);
    const told = isReported ? acts : acts.filter(({ level }) => !MENTIONED.has(level));
    const act = strongest(isThreat(marked, matches, isReported) ? [...told, THREAT] : told);
    if (act === null) return otherwise;
    return isReported && CONTENTS.has(before) && goesOn(act, sentence) ? before : act.status;
  }

  #actOf({ value, words }: PatternMatch<CueValue>, marked: MarkedSentence): Act[] {
    const { sentence } = marked;
    const at = words[0] ?? 0;
    if (isOtherWord(value, words, sentence)) return [];
    if (words.some(marked.isSupposed) || isAttribute(sentence, words) || isPossible(marked, words)) return [];
    const own =
      value.status === 'accepted' && !isSingular(sentence, words) && this.#joint.isJoint(marked, at)
        ? 'agreed'
        : value.status;
    const range = { from: at, to: (words.at(-1) ?? at) + 1 };
    const denied = value.strong ? isNegated(marked, words) : isMissing(marked, range, NONE);
    const standing = !denied && FACTS.has(own) ? standingOf(marked, words) : 'done';
    if (standing === 'open') return [];
    const status = denied ? DENIED[own] : standing === 'planned' ? 'announced' : own;
    if (status === undefined) return [];
    return [{ status, level: levelOf(value, sentence, words), at, last: words.at(-1) ?? at }];
  }
}

/** Whether a cue is part of words that do something else: `declined to comment`. */
const isNoAct = ({ words }: PatternMatch<CueValue>, { marks }: MarkedSentence): boolean =>
  marks('no_act').some(({ from, to }) => words.some((word) => from <= word && word < to));

/** Verbs of one subject: `ist … bereit`, `stimmte zu`. English past tense is the same for both. */
const SINGULAR: Localised<RegExp> = { de: /^(?:ist|sei|war|ware)$|[^aeiou]te$/, en: /^(?:is|was|has|accepts|agrees)$/ };

/** Whether the verb of a cue has one subject only, so that a yes is one side's: `Laut beiden Seiten ist Kiew bereit`. */
const isSingular = (sentence: TokenizedSentence, words: readonly number[]): boolean =>
  words.some((at) => SINGULAR[sentence.language].test(wordAt(sentence, at)));

const CAPITAL = /^\p{Lu}/u;

/** In German a capital tells the noun from the verb: `der Beauftragte` orders nothing. */
function isOtherWord(
  { capital }: CueValue,
  words: readonly number[],
  { words: all, text, language }: TokenizedSentence,
): boolean {
  const [at = 0, second] = words;
  const word = all[at];
  if (language === 'en' || second !== undefined || word === undefined) return false;
  const opens = at === 0 || /[:„“”"»«‚‘(]\s*$/u.test(text.slice(0, word.start));
  return !opens && isCapital(word) !== capital;
}

function levelOf({ status, strong }: CueValue, sentence: TokenizedSentence, words: readonly number[]): number {
  const aside = isAside(sentence, words);
  if (!strong) return aside ? LEVEL.asideNoun : LEVEL.noun;
  if (status === 'claimed') return LEVEL.report;
  return aside ? LEVEL.aside : LEVEL.act;
}
