import { LANGUAGES, type Localised } from '../../language/language.ts';
import { exactForm, PatternBook, type PatternWord } from '../../language/pattern-book.ts';
import { MARKS, type Mark, type StatusCues } from '../../language/statement-cues.ts';
import { COORDINATORS } from '../reading/grammar.ts';
import { type Segment, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';

/** A half-open range of a sentence's words. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A sentence with the marks that change the meaning of cues in it. */
export interface MarkedSentence {
  readonly sentence: TokenizedSentence;
  readonly words: readonly PatternWord[];
  /** Where a mark stands. */
  marks(mark: Mark): readonly Range[];
  /** Whether a word's clause only supposes or asks: `falls Moskau zustimmt`. */
  isSupposed(word: number): boolean;
  readonly isQuestion: boolean;
}

/** MarkReader is responsible for negations, conditions, plans and the like in a sentence. */
export class MarkReader {
  readonly #books: Localised<PatternBook<Mark>>;

  constructor({ marks }: StatusCues) {
    this.#books = { de: new PatternBook(), en: new PatternBook() };
    for (const language of LANGUAGES) {
      for (const mark of MARKS) for (const cue of marks[mark]?.[language] ?? []) this.#books[language].add(cue, mark);
    }
  }

  read(sentence: TokenizedSentence): MarkedSentence {
    const clauses = clausesOf(sentence);
    const words = sentence.words.map(({ folded, surface }, at) => ({
      folded,
      forms: [exactForm(surface)],
      clause: clauses[sentence.segmentOf[at] ?? 0] ?? 0,
    }));
    const found = new Map<Mark, Range[]>();
    for (const { value, words: places } of this.#books[sentence.language].find(words)) {
      if (value === 'plan' && isWillNoun(sentence, places[0] ?? 0)) continue;
      const ranges = found.get(value) ?? [];
      ranges.push({ from: places[0] ?? 0, to: (places.at(-1) ?? 0) + 1 });
      found.set(value, ranges);
    }
    const marks = (mark: Mark): readonly Range[] => found.get(mark) ?? [];
    const supposed = supposedWords(sentence, marks);
    const isQuestion = /\?["”“’'»)]*$/.test(sentence.text);
    return { sentence, words, marks, isSupposed: (word) => supposed.has(word), isQuestion };
  }
}

const INSERTED = /^(?:however|though|too|instead|meanwhile|also|allerdings|jedoch|aber|hingegen|dagegen)$/;

/** The clause of each segment: a single word between commas does not end one (`declined, however, to say`). */
function clausesOf(sentence: TokenizedSentence): readonly number[] {
  let clause = 0;
  return sentence.segments.map(({ from, to }, index) => {
    const isInserted = to - from === 1 && INSERTED.test(wordAt(sentence, from));
    const previous = sentence.segments[index - 1];
    const resumes =
      previous !== undefined &&
      index > 1 &&
      previous.to - previous.from === 1 &&
      INSERTED.test(wordAt(sentence, previous.from));
    if (index > 0 && !isInserted && !resumes) clause++;
    return clause;
  });
}

/** Before them `will` is a noun: `the political will to end it`, `a will of its own`. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(
  'the a any no political good sufficient lack of its their his her our my'.split(' '),
);

const isWillNoun = (sentence: TokenizedSentence, at: number): boolean =>
  sentence.language === 'en' && wordAt(sentence, at) === 'will' && BEFORE_NOUN.has(wordAt(sentence, at - 1));

/** A date between commas has so many words: behind it a sentence goes on, it does not suppose. */
const LONGEST_INSERT = 3;

/** Whether a word that can suppose opens its clause: `Sollte Moskau ablehnen, …`, but not `am Sonntag, 20. April, sollten …`. */
export function opensSupposition({ segments, segmentOf }: TokenizedSentence, at: number): boolean {
  const index = segmentOf[at] ?? 0;
  const before = segments[index - 1];
  return segments[index]?.from === at && (before === undefined || before.to - before.from > LONGEST_INSERT);
}

function supposedWords(sentence: TokenizedSentence, marks: MarkedSentence['marks']): ReadonlySet<number> {
  const openings = [
    ...marks('condition'),
    ...marks('supposition').filter(({ from }) => opensSupposition(sentence, from)),
  ];
  const supposed = new Set([
    ...[...sentence.segments.filter(asksWithin(sentence)), ...doubtedClauses(sentence)].flatMap(wordsOf),
    ...askedWords(sentence),
    ...verbFirst(sentence).flatMap(wordsOf),
  ]);
  for (const { to } of openings) {
    for (let at = to; at < segmentAt(sentence, to - 1).to; at++) supposed.add(at);
  }
  return supposed;
}

/** Verbs that a German condition without `wenn` mostly begins with: `Lehnt Moskau ab, …`. */
const CONDITIONAL_VERB =
  /^(?:stimmt|stimmen|lehnt|lehnen|scheitert|scheitern|kommt|kommen|gibt|wird|werden|bleibt|bleiben|nimmt|geht|halt|erweist|weigert|akzeptiert|bricht|greift|verweigert|gelingt|verstosst|verletzt|ist|sind)$/;

/** The clause of such a condition: a verb opens the sentence, and the sentence goes on behind a comma. */
function verbFirst({ segments, words, language }: TokenizedSentence): readonly Segment[] {
  const [first, second] = segments;
  if (language === 'en' || first === undefined || second === undefined) return [];
  return CONDITIONAL_VERB.test(words[0]?.folded ?? '') ? [first] : [];
}

const ENGLISH_ASKING: ReadonlySet<string> = new Set(['how', 'what', 'why']);

/** English clauses that ask need no comma: `discussed how long it would last`. As a sentence's first word they ask nothing. */
function askedWords(sentence: TokenizedSentence): readonly number[] {
  if (sentence.language === 'de') return [];
  return sentence.words.flatMap(({ folded }, at) =>
    at > 0 && ENGLISH_ASKING.has(folded) ? wordsOf({ from: at, to: segmentAt(sentence, at).to }) : [],
  );
}

const DOUBT: Localised<RegExp> = {
  de: /^(?:be)?zweifel(?:t|te|ten|n)$|^(?:bestreitet|bestritt|bestritten|dementier(?:t|te|ten))$/,
  en: /^(?:doubt|doubts|doubted|denies|denied)$/,
};

/** German clauses that stand before their doubt: `Dass Moskau bereit ist, bezweifelt Kiew`. */
function doubtedClauses(sentence: TokenizedSentence): readonly Segment[] {
  const [first, second] = sentence.segments;
  if (first === undefined || second === undefined || !/^(?:dass|that)$/.test(wordAt(sentence, first.from))) return [];
  return DOUBT[sentence.language].test(wordAt(sentence, second.from)) ? [first] : [];
}

const ASKING = /^(?:wer|wen|wem|was|wann|wie|wo|wohin|warum|welche[nrms]?|wieviel)$/;

/** Whether a German clause asks within a sentence that tells: `Wer das überwachen soll, blieb offen`. */
const asksWithin =
  (sentence: TokenizedSentence) =>
  ({ from, to, opening }: Segment): boolean =>
    sentence.language === 'de' &&
    opening !== 'manner' &&
    ASKING.test(wordAt(sentence, from)) &&
    FINITE.test(wordAt(sentence, to - 1));

/** Auxiliary and modal verbs in their finite forms, folded: a German clause that ends with one is subordinate. */
export const FINITE =
  /^(?:hat|hatten?|haben?|wird|wurden?|werden?|ist|sind|waren?|sei|seien|solle?n?|sollten?|will|wollen?|wollten?|konn(?:en|te|ten)|muss|mussen)$/;

const wordsOf = ({ from, to }: Range): readonly number[] => Array.from({ length: to - from }, (_, step) => from + step);

/** German `aber` is not among them: without a comma before it, it is a particle within its clause. */
const ADVERSATIVE: ReadonlySet<string> = new Set(['but', 'sondern']);
/** `weder … noch` and `neither … nor` go on with what is denied. */
const CONTINUING: ReadonlySet<string> = new Set(['noch', 'nor']);

/** Whether two words stand in one clause with no `und` or `but` between them. */
export function belongTogether(sentence: TokenizedSentence, first: number, second: number): boolean {
  if (sentence.segmentOf[first] !== sentence.segmentOf[second]) return false;
  for (let at = Math.min(first, second) + 1; at < Math.max(first, second); at++) {
    const word = wordAt(sentence, at);
    if (ADVERSATIVE.has(word) || (COORDINATORS.has(word) && !CONTINUING.has(word))) return false;
  }
  return true;
}

/** How many words may stand between a negation and what it negates: `haben sich nicht auf eine allgemeine … geeinigt`. */
const NEGATION_REACH: Localised<number> = { de: 10, en: 5 };
/** `no side has so far agreed`: the subject is negated, and the verb is farther away. */
const SUBJECT_REACH = 8;
const NO_SUBJECT: ReadonlySet<string> = new Set([
  'no',
  'nor',
  'neither',
  'none',
  'nobody',
  'weder',
  'niemand',
  'keiner',
]);

/** Whether a cue, given by the indices of its words, is negated: in English by a word before it or inside of it. */
export function isNegated({ sentence, marks }: MarkedSentence, words: readonly number[]): boolean {
  const first = words[0] ?? 0;
  const last = words.at(-1) ?? 0;
  return marks('negation').some(({ from, to }) => {
    if (words.some((word) => from <= word && word < to)) return false;
    if (first < from && to <= last) return sentence.segmentOf[from] === sentence.segmentOf[first];
    const isBefore = to <= first;
    if (!isBefore && sentence.language === 'en') return false;
    const isFar = NO_SUBJECT.has(wordAt(sentence, from)) && sentence.language === 'en';
    const reach = isFar ? SUBJECT_REACH : NEGATION_REACH[sentence.language];
    const between = isBefore ? first - to : from - last - 1;
    return between <= reach && belongTogether(sentence, from, isBefore ? first : last);
  });
}

/** `no lasting ceasefire agreement`: more words between a negation and the result's noun are another phrase. */
const OUTCOME_REACH = 4;

/**
 * Whether a result's noun has a negation close before it: `kein Durchbruch`, `ended without a deal`.
 * @param others Words that a negation before them denies instead.
 */
export function isMissing({ sentence, marks }: MarkedSentence, outcome: Range, others: ReadonlySet<number>): boolean {
  return [...marks('negation'), ...marks('absence')].some(({ from, to }) => {
    const between = outcome.from - to;
    const reach = NO_SUBJECT.has(wordAt(sentence, from)) ? SUBJECT_REACH : OUTCOME_REACH;
    if (between < 0 || between > reach || !belongTogether(sentence, from, outcome.from)) return false;
    return !sentence.words.some((_, at) => to <= at && at < outcome.from && others.has(at));
  });
}
