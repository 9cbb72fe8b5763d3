import { fold } from '../../language/fold.ts';
import type { Cues } from '../../language/lexicon.ts';
import { FUNCTION_WORDS } from './grammar.ts';
import type { NounPhrase } from './phrase.ts';
import { isCapital, type Segment, type TokenizedSentence, wordAt } from './sentence.ts';

/** What the verbs of a German sentence tell about whose words it is. */
export interface Mood {
  /** The word in Konjunktiv I: a report by itself (precision 0.98, `talks/attribution.md`, section 1.2); or null. */
  readonly subjunctive: number | null;
  /** A form that is a subjunctive only beside a report (`würden`, `sollten`), or null. */
  readonly ambiguous: number | null;
  /** `soll … verkauft haben`: what is told of someone without saying by whom; or null. */
  readonly hearsay: number | null;
}

const NONE: Mood = { subjunctive: null, ambiguous: null, hearsay: null };
/** Before a verb in second place stands one of these, if no noun. */
const SUBJECT = /^(?:er|sie|es|man|dies|das|dieser|diese|jeder|alles|nichts|niemand|wer|was|dieses|letzteres)$/;
const SHORTEST = 4;
/** Weak past tenses end so as well; the subjunctives among them are in the lexicon. */
const PAST = /(?:te|urde)$/;
/** Adjectives, participles and superlatives, which stand where a verb may stand too. */
const NO_VERB = /(?:isch|lich|ig|sam|bar|haft|los|igst|est|iert|end)e$/;

/** MoodReader is responsible for the German verb forms by which a report is known without any other cue. */
export class MoodReader {
  readonly #subjunctive: ReadonlySet<string>;
  readonly #ambiguous: ReadonlySet<string>;
  readonly #notVerbs: ReadonlySet<string>;

  constructor(cues: Cues) {
    this.#subjunctive = new Set(cues.subjunctive.de.map(fold));
    this.#ambiguous = new Set(cues.ambiguous.de.map(fold));
    // Written forms: folding would make `hatte` of `hätte`.
    this.#notVerbs = new Set(cues.not_verbs.de.map(fold));
  }

  /** The mood of a sentence (of an English one there is none to be seen), without the words at `not`. */
  read(sentence: TokenizedSentence, phrases: readonly NounPhrase[], not: ReadonlySet<number>): Mood {
    if (sentence.language !== 'de') return NONE;
    let mood = NONE;
    for (const segment of sentence.segments) {
      if (this.#isIrreal(segment, sentence)) continue;
      for (let at = segment.from; at < segment.to; at++) {
        if (!not.has(at)) mood = this.#word(at, segment, sentence, phrases, mood);
      }
    }
    return mood;
  }

  #word(at: number, segment: Segment, sentence: TokenizedSentence, phrases: readonly NounPhrase[], mood: Mood): Mood {
    const word = sentence.words[at];
    if (word === undefined || (isCapital(word) && at !== 0) || mood.subjunctive !== null) return mood;
    // `Ende der Woche …`: a noun that a sentence begins with, written like a verb.
    if (isCapital(word) && this.#notVerbs.has(word.folded)) return mood;
    if (PLAN.test(word.folded) && isHearsay(segment, sentence))
      return { ...mood, ambiguous: mood.ambiguous ?? at, hearsay: at };
    if (this.#isAmbiguous(word.surface)) return { ...mood, ambiguous: mood.ambiguous ?? at };
    return this.#isSubjunctive(at, segment, sentence, phrases) ? { ...mood, subjunctive: at } : mood;
  }

  /** Compared as written: `wäre` is ambiguous, `ware` nothing; `hatte` is no `hätte`. */
  #isAmbiguous(surface: string): boolean {
    const folded = fold(surface);
    if (!this.#ambiguous.has(folded)) return false;
    return UMLAUTED.has(folded) ? /[äöü]/iu.test(surface.normalize('NFC')) : true;
  }

  /** `Als sei nichts gewesen`, `als ob er es wisse`: comparisons with what is not so. */
  #isIrreal({ from }: Segment, sentence: TokenizedSentence): boolean {
    const next = wordAt(sentence, from + 1);
    return wordAt(sentence, from) === 'als' && (/^(?:ob|wenn)$/.test(next) || this.#subjunctive.has(next));
  }

  #isSubjunctive(at: number, segment: Segment, sentence: TokenizedSentence, phrases: readonly NounPhrase[]): boolean {
    const word = sentence.words[at];
    if (word === undefined || isOwnVoice(segment, sentence)) return false;
    if (this.#subjunctive.has(word.folded)) return !isAttribute(at, phrases);
    const form = word.folded;
    if (form.length < SHORTEST || !form.endsWith('e') || PAST.test(form) || NO_VERB.test(form)) return false;
    if (this.#notVerbs.has(form) || FUNCTION_WORDS.de.has(form) || isAttribute(at, phrases)) return false;
    return isVerbPlace(at, segment, sentence, phrases);
  }
}

/** Ambiguous forms that differ from a plain past tense only by their umlaut. */
const UMLAUTED: ReadonlySet<string> = new Set(
  'wurden hatten konnten mussten durften waren kamen gabe ware wurde hatte konnte musste'.split(' '),
);

/** Whether a clause is somebody's who says `ich` or `wir` without quotation marks: an interview. */
const isOwnVoice = (segment: Segment, { words }: TokenizedSentence): boolean =>
  words.slice(segment.from, segment.to).some(({ folded }) => folded === 'ich');

/** Whether a word is an adjective of the noun behind it. */
const isAttribute = (at: number, phrases: readonly NounPhrase[]): boolean =>
  phrases.some((phrase) => at >= phrase.from && at < phrase.nouns);

/** Whether a finite verb belongs here: behind the first constituent of a main clause, or at the end of another. */
function isVerbPlace(
  at: number,
  segment: Segment,
  sentence: TokenizedSentence,
  phrases: readonly NounPhrase[],
): boolean {
  if (at === segment.to - 1 && segment.opening !== 'main') return at > segment.from + 1;
  if (at === segment.from) return false;
  if (SUBJECT.test(wordAt(sentence, at - 1))) return true;
  // `Zudem laufe es gut`; before a noun it may be an adjective as well: `Auch grobe Fehler …`.
  const isSecond = at === segment.from + 1 && FUNCTION_WORDS.de.has(wordAt(sentence, at - 1));
  if (isSecond && !isCapital(sentence.words[at + 1])) return true;
  // The first constituent: a phrase with all that is joined to it, behind which the verb comes at once.
  return phrases.some(
    (phrase) => phrase.to === at && phrase.from >= segment.from && !hasVerbBefore(phrase, segment, sentence),
  );
}

/** Whether words stand before a phrase that may be verbs: then the verb's place is taken. */
function hasVerbBefore(phrase: NounPhrase, segment: Segment, { words }: TokenizedSentence): boolean {
  return words
    .slice(segment.from, phrase.from)
    .some((word) => !isCapital(word) && /(?:t|en)$/.test(word.folded) && !FUNCTION_WORDS.de.has(word.folded));
}

/** Without the perfect behind it this is a plan, told by the article: precision 0.56 (`talks/attribution.md`, 1.2). */
const PLAN = /^soll(?:en)?$/;

const INFINITIVE = /^(?:haben|sein|worden)$/;

/** Whether a clause with `soll` ends in an infinitive of the perfect: a rumour, not a plan. */
function isHearsay(segment: Segment, sentence: TokenizedSentence): boolean {
  const last = wordAt(sentence, segment.to - 1);
  return INFINITIVE.test(last) && /(?:t|en)$/.test(wordAt(sentence, segment.to - 2));
}
