import { stemTerm, type Term } from './analysis.ts';
import { withoutDigraphs } from './fold.ts';
import { LANGUAGES, type Language, type Localised } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { KnownWords } from './mending.ts';
import { type Correction, likeliest, type SpellingCorrector, typingCost } from './spelling.ts';
import { germanRoot, stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** What is known of the corpus when a question is read. */
export interface Vocabulary {
  /** Whether a text of the corpus can be found by the term. */
  has(term: Term): boolean;
}

/** Shorter stems have no endings left that a root could do without. */
const SHORTEST_ROOT = 5;
/** A stem unites `erklären` with `Erklärung`: the verb says little, the noun is a topic. */
const NOUN_ENDING = /(?:ung|ungen|tion|tionen|heit|keit)$/;
/** Shorter stems have too many neighbours that have nothing to do with them. */
const SHORTEST_STEM = 7;
/** So many words on either side may make a phrase with one, function words counted. */
const AROUND = 3;
const OTHER = { de: 'en', en: 'de' } as const satisfies Localised<Language>;

/** WordKnowledge is responsible for which words lexicon and corpus know, and which of them an unknown one may be. */
export class WordKnowledge implements KnownWords {
  readonly #lexicon: Lexicon;
  readonly #spelling: SpellingCorrector;
  readonly #vocabulary: Vocabulary;
  /** Roots of the German words that say little. */
  readonly #lightRoots: ReadonlySet<string>;

  constructor(lexicon: Lexicon, spelling: SpellingCorrector, vocabulary: Vocabulary) {
    this.#lexicon = lexicon;
    this.#spelling = spelling;
    this.#vocabulary = vocabulary;
    this.#lightRoots = new Set([...lexicon.light.de].filter((each) => each.length >= SHORTEST_ROOT).map(germanRoot));
  }

  /** Whether the lexicon has a folded word, or another form of it, in any language. */
  isInLexicon(folded: string): boolean {
    return LANGUAGES.some((language) => this.#isWordOf(folded, language));
  }

  /** Whether a folded word says little about a topic. */
  isLight(folded: string, language: Language): boolean {
    if (NOUN_ENDING.test(folded)) return false;
    const { light, phrases, roots } = this.#lexicon;
    const stemmed = stem(folded, language);
    if (light[language].has(stemmed)) return true;
    if (language !== 'de' || phrases.de.has(stemmed)) return false;
    const root = germanRoot(folded);
    return this.#lightRoots.has(root) && !roots.has(root);
  }

  /** Whether a folded word can be meant as it stands: what says little in the other language hardly is. */
  isKnown(folded: string, language: Language): boolean {
    if (this.#isOf(folded, language)) return true;
    const other = OTHER[language];
    return !isStopWord(folded, other) && !this.isLight(folded, other) && this.#isOf(folded, other);
  }

  /** How likely the nearest word that is no function word was meant: see {@link typingCost}. */
  costOfOther(folded: string): number {
    return Math.min(
      ...this.#spelling.correct(folded).map(({ word }) => (isFunctionWord(word) ? Infinity : typingCost(folded, word))),
    );
  }

  partOfPhrase(tokens: readonly Token[], at: number, language: Language): string | null {
    const typed = tokens[at];
    if (typed === undefined) return null;
    const isContent = ({ folded }: Token): boolean => !isStopWord(folded, language);
    const before = tokens.slice(Math.max(0, at - AROUND), at).filter(isContent);
    const after = tokens.slice(at + 1, at + 1 + AROUND).filter(isContent);
    const read = (folded: string, surface: string) => ({ stem: stem(folded, language), surface });
    const around = (each: readonly Token[]) => each.map(({ folded, surface }) => read(folded, surface));
    const isPhrase = ({ word }: Correction): boolean =>
      this.#lexicon.phrases[language]
        .find([...around(before), read(word, word), ...around(after)])
        .some(({ from, to }) => from <= before.length && before.length < to && to > from + 1);
    return this.corrections(typed.folded, language).find(isPhrase)?.word ?? null;
  }

  /**
   * Words that may have been meant by an unknown folded one; function words were put right before. What the question's
   * own language has comes first, and what says little in the other one was never meant.
   */
  corrections(folded: string, language: Language): readonly Correction[] {
    // `ue` may be typed for an umlaut or stand there by right: `fuenf`, `feurpause`.
    const spelt = new Set([folded, withoutDigraphs(folded)]);
    const corrected = (words: Iterable<string>) =>
      [...words].map((word) => likeliest(word, this.#spelling.correct(word)));
    const asTyped = corrected(spelt);
    // A form that nobody listed is mistyped like the word itself: `komissionen`.
    const stemmed = stem(folded, language);
    const isMissed = asTyped.every((found) => found.length === 0) && stemmed.length >= SHORTEST_STEM;
    const near = isMissed ? corrected([stemmed]) : asTyped;
    const least = Math.min(...near.map(([first]) => first?.distance ?? Infinity));
    const nearest = near.flat().filter(({ word, distance }) => distance === least && !isFunctionWord(word));
    const own = nearest.filter(({ word }) => this.#isOf(word, language));
    return own.length > 0 ? own : nearest.filter(({ word }) => !this.isLight(word, OTHER[language]));
  }

  /** Whether the lexicon or the corpus has a word in this language. */
  #isOf(folded: string, language: Language): boolean {
    return this.#isWordOf(folded, language) || this.#vocabulary.has(stemTerm(stem(folded, language), language));
  }

  #isWordOf(folded: string, language: Language): boolean {
    const { words, phrases, light, roots } = this.#lexicon;
    const stemmed = stem(folded, language);
    if (words[language].has(folded) || phrases[language].has(stemmed) || light[language].has(stemmed)) return true;
    if (language !== 'de') return false;
    const root = germanRoot(folded);
    return roots.has(root) || this.#lightRoots.has(root);
  }
}

const isFunctionWord = (folded: string): boolean => LANGUAGES.some((language) => isStopWord(folded, language));
