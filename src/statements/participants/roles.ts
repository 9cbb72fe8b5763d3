import type { Article } from '../../corpus/article.ts';
import { LANGUAGES, type Localised } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { Role } from '../../language/part-cues.ts';
import { exactForm, PatternBook, type PatternWord } from '../../language/pattern-book.ts';
import { type Span, sliceOf } from '../../span.ts';
import { DETERMINERS, PREPOSITIONS } from '../reading/grammar.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { isCapital, readSentence, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { isAttribute } from '../status/asides.ts';
import { isNegated, type MarkedSentence, MarkReader } from '../status/status-context.ts';
import { addDays, PRECISION } from '../values/calendar.ts';
import { findDateValues } from '../values/date-values.ts';

/** A cue of participation in a sentence: the indices of its words in order. */
export interface RoleCue {
  readonly role: Role;
  readonly words: readonly number[];
}

/** The cues of a sentence that tell of the article's event, and the verbs among the words of all its cues. */
export interface RoleCues {
  readonly cues: readonly RoleCue[];
  readonly verbs: ReadonlySet<number>;
}

const NO_CUES: RoleCues = { cues: [], verbs: new Set() };

const patternWords = ({ words, segmentOf }: TokenizedSentence): readonly PatternWord[] =>
  words.map(({ folded, surface }, at) => ({ folded, forms: [exactForm(surface)], clause: segmentOf[at] ?? 0 }));

/** Weekdays are not asked: each may be the last one or the next. */
const NO_WEEKDAYS: ReadonlyMap<number, string | null> = new Map();

/**
 * An article tells of an event on its date, and a round of talks lasts up to three days, of which the last is its date.
 * News of the day after is still about the event.
 */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 1;

/** Lists of the lexicon beside whose words something else is told than the article's event. */
const AWAY = ['earlier', 'later', 'undone'] as const;

/** RoleFinder is responsible for the words of a sentence that say that somebody takes part in the article's event. */
export class RoleFinder {
  readonly #roles: Localised<PatternBook<Role>> = { de: new PatternBook(), en: new PatternBook() };
  readonly #beside: Localised<PatternBook<Role>> = { de: new PatternBook(), en: new PatternBook() };
  readonly #elsewhen: Localised<PatternBook<true>> = { de: new PatternBook(), en: new PatternBook() };
  readonly #elsewhere: Localised<PatternBook<true>> = { de: new PatternBook(), en: new PatternBook() };
  readonly #marks: MarkReader;

  constructor({ parts, statuses }: Lexicon) {
    this.#marks = new MarkReader(statuses);
    for (const language of LANGUAGES) {
      for (const role of parts.roles) {
        for (const cue of role[language]) this.#roles[language].add(cue, role);
        for (const noun of role.beside?.[language] ?? []) this.#beside[language].add(noun, role);
      }
      for (const kind of AWAY) for (const cue of parts[kind][language]) this.#elsewhen[language].add(cue, true);
      for (const cue of parts.elsewhere[language]) this.#elsewhere[language].add(cue, true);
    }
  }

  /** Whether a section tells of other events, by its heading: `Hintergrund`. */
  isElsewhere(article: Article, heading: Span | null): boolean {
    if (heading === null) return false;
    const words = readSentence(article.text, heading, [], article.language);
    return this.#elsewhere[article.language].find(patternWords(words)).length > 0;
  }

  /** The cues of a sentence; not those that are negated, supposed, planned, or of another time. */
  find({ sentence, span }: ReadSentence, article: Article): RoleCues {
    const words = patternWords(sentence);
    const candidates = this.#roles[sentence.language].find(words);
    // Most sentences have none: cheaper to see than to read their marks and dates.
    if (candidates.length === 0) return NO_CUES;
    const beside = new Set(this.#beside[sentence.language].find(words).map(({ value }) => value));
    const found = candidates
      .filter(({ value }) => value.beside === undefined || beside.has(value))
      .map(({ value, words }) => ({ role: value, words }));
    if (found.length === 0) return NO_CUES;
    const marked = this.#marks.read(sentence);
    const dates = datesIn(article, span);
    const elsewhen = this.#elsewhen[sentence.language].find(marked.words);
    // `Zelensky had met Trump on 22 January`: the date of the event itself says that it is the event.
    const isDated = dates.some(({ isOwn }) => isOwn);
    const isReal = (cue: RoleCue): boolean =>
      !marked.isQuestion &&
      (cue.role.evenDenied || !isNegated(marked, cue.words)) &&
      (cue.role.evenDenied || !isOfNobody(sentence, cue)) &&
      !isAttribute(sentence, cue.words) &&
      !cue.words.some((word) => marked.isSupposed(word)) &&
      !isPlanned(marked, cue) &&
      (isDated || !(isPastPerfect(sentence, cue) || isAfterOther(sentence, cue, dates))) &&
      !isAway(cue, sentence, elsewhen, dates);
    return {
      cues: longest(found).filter(isReal),
      verbs: new Set(found.flatMap((cue) => cue.words.filter((word) => isVerb(sentence, word)))),
    };
  }
}

/**
 * Whether a cue stands in a clause that another time is named in; a time before the first comma holds for all of them.
 * Words of the cue itself name none: `called off the summit`.
 */
function isAway(
  { words }: RoleCue,
  { words: all, segmentOf }: TokenizedSentence,
  elsewhen: readonly { readonly words: readonly number[] }[],
  dates: readonly NamedDate[],
): boolean {
  const named = elsewhen.filter((match) => !match.words.every((word) => words.includes(word)));
  const places = [
    ...named.map((match) => match.words[0] ?? 0),
    ...dates.flatMap(({ isAway, start }) => (isAway ? all.findIndex(({ end }) => end > start) : [])),
  ];
  const away = new Set(places.filter((at) => at >= 0).map((at) => segmentOf[at] ?? 0));
  return away.has(0) || words.some((word) => away.has(segmentOf[word] ?? 0));
}

/** `Neither A nor B attended`: the subject itself is denied, however long it is. */
const isOfNobody = (sentence: TokenizedSentence, { words }: RoleCue): boolean =>
  /^(?:neither|nobody|none|weder|niemand|keiner)$/.test(wordAt(sentence, segmentAt(sentence, words[0] ?? 0).from));

/** `After talks between A and B on 25 April`: on another day than the article's they are another meeting. */
const isAfterOther = (sentence: TokenizedSentence, { words }: RoleCue, dates: readonly NamedDate[]): boolean =>
  /^(?:after|nach)$/.test(wordAt(sentence, words[0] ?? 0)) && dates.some(({ isDay, isOwn }) => isDay && !isOwn);

/** A date in a sentence; `start` is relative to it. */
interface NamedDate {
  readonly start: number;
  readonly isAway: boolean;
  readonly isDay: boolean;
  /** Whether it is the very day of the article. */
  readonly isOwn: boolean;
}

function datesIn({ text, language, date: written }: Article, span: Span): readonly NamedDate[] {
  const own = sliceOf(text, span);
  const context = { language, written, isAhead: false, weekdays: NO_WEEKDAYS };
  return findDateValues(own, context).map((value) => {
    const words = sliceOf(own, value);
    const isDay = value.date.length === PRECISION.day && /\d/.test(words);
    return {
      start: value.start,
      isAway: isOtherTime(value.date, written, words),
      isDay,
      isOwn: value.date === written,
    };
  });
}

/** How many words may stand between `had` and its participle: `had already met`. */
const HAD_REACH = 2;

/** Whether a meeting or a call is told in the past perfect: then it was before what the article tells. */
function isPastPerfect(sentence: TokenizedSentence, { role, words }: RoleCue): boolean {
  // Who was sent or brought along was so before the talks.
  if (role.object === undefined || role.doer === undefined) return false;
  const first = words[0] ?? 0;
  // `The demand had come from Kyiv, where Zelensky received Macron`: the clause is of the same time.
  const own = segmentAt(sentence, first);
  const before = sentence.words.slice(0, own.from).map(({ folded }) => folded);
  if (
    own.from > 0 &&
    /^(?:where|when|wo|als)$/.test(wordAt(sentence, own.from)) &&
    before.some((word) => HAD.test(word))
  )
    return true;
  // `Voss hatte Diehl ins Kanzleramt gebeten`: an invitation comes before what it leads to.
  if (role.doer === 'host') return false;
  if (sentence.language === 'en') {
    const at = [1, 2, HAD_REACH + 1].map((step) => first - step).find((near) => wordAt(sentence, near) === 'had');
    return at !== undefined && sentence.segmentOf[at] === sentence.segmentOf[first];
  }
  const hasAuxiliary = sentence.words.slice(own.from, own.to).some(({ folded }) => HAD.test(folded));
  return hasAuxiliary && words.some((word) => PERFECT_PARTICIPLE.test(wordAt(sentence, word)));
}

const HAD = /^(?:had|hatten?)$/;
const PERFECT_PARTICIPLE = /^(?:.*ge.+(?:t|en)|be(?:raten|gleitet|grusst)|emp.+en|telefoniert|konferiert|vereinbart)$/;

/** Whether a date lies outside of the event that an article of its own date tells of. */
function isOtherTime(date: string, written: string | null, words: string): boolean {
  if (written === null) return false;
  if (date.length === PRECISION.day && written.length === PRECISION.day) {
    // A weekday may be the last one or the next one.
    if (!/\d/.test(words)) return false;
    return date < addDays(written, -DAYS_BEFORE) || date > addDays(written, DAYS_AFTER);
  }
  const length = Math.min(date.length, written.length);
  return date.slice(0, length) !== written.slice(0, length);
}

/** Whether a cue's word can be a verb: no noun, and none of the small words that a cue may hold. */
function isVerb({ words, language }: TokenizedSentence, at: number): boolean {
  const word = words[at];
  if (word === undefined || (language === 'de' && at > 0 && isCapital(word))) return false;
  return ![PREPOSITIONS, DETERMINERS].some((small) => small[language].has(word.folded));
}

/** Of cues that begin with the same word the longest. */
function longest(cues: readonly RoleCue[]): readonly RoleCue[] {
  return cues.filter(
    (cue) =>
      !cues.some(
        (other) =>
          other !== cue &&
          cue.words.length < other.words.length &&
          cue.words.every((word) => other.words.includes(word)),
      ),
  );
}

const PLANS = ['plan', 'reported_plan', 'possibility', 'obligation'] as const;

/** Forms that are an infinitive too: behind `wird` and `will` they are plans. */
const INFINITIVE = /^(?!ge|.+ge[a-z]{3}).*(?:en|eln|ern)$/;

/** Whether the clause says what is to be; in English by a word before the cue. */
function isPlanned({ sentence, marks }: MarkedSentence, { words }: RoleCue): boolean {
  const first = words[0] ?? 0;
  const segment = sentence.segmentOf[first];
  const isBeside = ({ from }: { from: number }): boolean =>
    sentence.segmentOf[from] === segment && (sentence.language === 'de' || (from < first && first - from <= REACH));
  const isPlan = PLANS.some((mark) => marks(mark).some(isBeside));
  if (isPlan) return true;
  if (sentence.language === 'en') return sentence.words[first - 1]?.folded === 'to';
  return (
    marks('unfulfilled').some(isBeside) && words.some((word) => INFINITIVE.test(sentence.words[word]?.folded ?? ''))
  );
}

/** How many words may stand between an English auxiliary and its verb: `will also be jointly led`. */
const REACH = 5;
