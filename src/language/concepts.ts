import { ActBook } from './acts.ts';
import {
  type Analyzer,
  headTerm,
  isFromLexicon,
  isName,
  modifierTerm,
  rootTerm,
  stemTerm,
  type Term,
  termsOfWord,
  type Word,
} from './analysis.ts';
import type { CompoundSplitter } from './compounds.ts';
import type { Dictionary } from './dictionary.ts';
import { spellingsOf } from './durations.ts';
import { withoutDigraphs } from './fold.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { germanRoot, stem } from './stem.ts';
import { isNumber } from './tokens.ts';
import type { Vocabulary, WordKnowledge } from './word-knowledge.ts';

/** How much a way of matching counts beside the word itself (1). To be fitted on development sets. */
const WEIGHT = {
  root: 0.9,
  meaning: 0.9,
  head: 0.75,
  modifier: 0.4,
  related: 0.55,
  otherLanguage: 0.9,
  corrected: 0.85,
  act: 0.75,
  /** Lengths of time that are roughly the same: weaker than the very words, enough to find a passage by. */
  duration: 0.8,
  dictionary: 0.9,
  parts: 0.85,
} as const;

/** One thing that a question asks about, and the terms by which a text may speak of it. */
export interface Concept {
  /** As the user wrote it. */
  readonly surface: string;
  readonly kind: 'word' | 'name' | 'number';
  /** Says little about the topic: a general verb, an adverb. */
  readonly light: boolean;
  /** Terms with how much each counts as a match: above 0, at most 1. */
  readonly variants: ReadonlyMap<Term, number>;
  /** For compounds: a text that speaks of all parts speaks of it too. */
  readonly parts: readonly Concept[];
  /** The word that an unknown one was taken for, or null. */
  readonly corrected: string | null;
  /** Whether the lexicon knows the word: what neither it nor the corpus knows is more often chat than a topic. */
  readonly inLexicon: boolean;
}

/** ConceptReader is responsible for the terms by which texts in both languages may speak of words of a question. */
export class ConceptReader {
  readonly #lexicon: Lexicon;
  readonly #analyzer: Analyzer;
  readonly #compounds: CompoundSplitter;
  readonly #vocabulary: Vocabulary;
  readonly #acts: ActBook;
  readonly #known: WordKnowledge;
  #dictionary: Dictionary | null = null;

  constructor(
    lexicon: Lexicon,
    analyzer: Analyzer,
    compounds: CompoundSplitter,
    known: WordKnowledge,
    vocabulary: Vocabulary,
  ) {
    this.#lexicon = lexicon;
    this.#analyzer = analyzer;
    this.#compounds = compounds;
    this.#vocabulary = vocabulary;
    this.#acts = new ActBook(lexicon);
    this.#known = known;
  }

  /** Gives it a dictionary for words that the lexicon does not translate. */
  use(dictionary: Dictionary): void {
    this.#dictionary = dictionary;
  }

  /** @param inLightPhrase Whether it belongs to words that say little as a whole. */
  ofWord(word: Word, language: Language, inLightPhrase = false): Concept {
    const { folded, surface } = word.token;
    const base = {
      surface,
      light: inLightPhrase || this.#known.isLight(folded, language),
      parts: [],
      corrected: null,
      inLexicon: this.#known.isInLexicon(folded),
    };
    if (isNumber(word.token)) return { ...base, kind: 'number', variants: this.#variants(folded, surface, language) };

    const concept = (variants: Map<Term, number>): Concept => ({
      ...base,
      kind: [...variants.keys()].some(isName) ? 'name' : 'word',
      variants,
      parts: this.#partsOf(folded, language),
    });
    const variants = this.#variants(folded, surface, language);
    if (this.#isKnown(folded, variants)) return concept(variants);

    const plain = withoutDigraphs(folded);
    if (plain !== folded) {
      const plainVariants = this.#variants(plain, surface, language);
      if (this.#isKnown(plain, plainVariants)) return concept(plainVariants);
    }
    const whole = concept(variants);
    if (whole.parts.length > 0) return whole;

    const corrections = this.#known.corrections(folded, language);
    const corrected = new Map(variants);
    for (const { word: meant } of corrections) {
      for (const each of LANGUAGES) {
        for (const [term, weight] of this.#variants(meant, meant, each))
          raise(corrected, term, weight * WEIGHT.corrected);
      }
    }
    const light =
      corrections.length > 0 && corrections.every(({ word: meant }) => this.#known.isLight(meant, language));
    return { ...concept(corrected), light, corrected: corrections[0]?.word ?? null };
  }

  #variants(folded: string, surface: string, language: Language): Map<Term, number> {
    const variants = new Map<Term, number>();
    for (const each of LANGUAGES) {
      const factor = each === language ? 1 : WEIGHT.otherLanguage;
      const stemmed = stem(folded, each);
      const own = stemTerm(stemmed, each);
      raise(variants, own, factor);
      if (each === 'de') {
        raise(variants, rootTerm(germanRoot(folded)), WEIGHT.root * factor);
        raise(variants, headTerm(own), WEIGHT.head * factor);
        raise(variants, modifierTerm(own), WEIGHT.modifier * factor);
      }
      if (each === language) for (const term of this.#acts.termsOf(folded, each)) raise(variants, term, WEIGHT.act);
      if (each !== language) this.#translate(stem(folded, language), language, each, variants);
      // What a word of the other language means is only asked where the question's own language does not know it.
      if (each !== language && this.#lexicon.phrases[language].has(stem(folded, language))) continue;
      for (const term of termsOfWord({ folded, surface }, each, this.#lexicon)) {
        const weight = lexiconWeight(term);
        raise(variants, term, isName(term) ? 1 : weight * factor);
        for (const relative of this.#lexicon.relatives.get(term) ?? []) raise(variants, relative.term, relative.weight);
        raise(variants, headTerm(term), WEIGHT.head * weight * factor);
        raise(variants, modifierTerm(term), WEIGHT.modifier * weight * factor);
      }
    }
    return variants;
  }

  /** A concept that names a length of time, with the other ways to write one that is roughly the same. */
  lasting(concept: Concept, hours: number): Concept {
    const variants = new Map(concept.variants);
    for (const [language, text] of spellingsOf(hours)) {
      for (const { term } of this.#analyzer.analyze(text, language).phrases)
        raise(variants, term, term.startsWith('≈') ? WEIGHT.related : WEIGHT.duration);
    }
    return { ...concept, variants };
  }

  /** Two words that the dictionary has one word for: `power plant` is a `Kraftwerk`. */
  ofPair(words: readonly Word[], from: number, language: Language): Concept | null {
    const [first, second] = [words[from], words[from + 1]];
    if (first === undefined || second === undefined || second.token.position !== first.token.position + 1) return null;
    const variants = new Map<Term, number>();
    for (const each of LANGUAGES) {
      if (each !== language) this.#translate(`${first.stem} ${second.stem}`, language, each, variants);
    }
    if (variants.size === 0) return null;
    return {
      surface: `${first.token.surface} ${second.token.surface}`,
      kind: 'word',
      light: false,
      variants,
      parts: [this.ofWord(first, language), this.ofWord(second, language)],
      corrected: null,
      inLexicon: true,
    };
  }

  #translate(stems: string, from: Language, to: Language, variants: Map<Term, number>): void {
    for (const { stem: meant, weight } of this.#dictionary?.translate(stems, from) ?? []) {
      if (meant.includes(' ')) continue;
      const term = stemTerm(meant, to);
      raise(variants, term, WEIGHT.dictionary * weight);
      if (to !== 'de') continue;
      raise(variants, headTerm(term), WEIGHT.head * WEIGHT.dictionary * weight);
      raise(variants, modifierTerm(term), WEIGHT.modifier * WEIGHT.dictionary * weight);
    }
  }

  #partsOf(folded: string, language: Language): Concept[] {
    const compound = this.#compounds.split(folded);
    if (compound === null) return [];
    return [compound.modifier, compound.head].map((part) => ({
      surface: part,
      kind: 'word' as const,
      light: this.#known.isLight(part, language),
      variants: this.#variants(part, part, language),
      parts: [],
      corrected: null,
      inLexicon: this.#known.isInLexicon(part),
    }));
  }

  /** What the lexicon has several words, or a verb with its particle, for. */
  ofPhrase(surface: string, terms: readonly Term[], parts: readonly Concept[]): Concept {
    const variants = new Map<Term, number>();
    for (const term of terms) {
      raise(variants, term, lexiconWeight(term));
      for (const relative of this.#lexicon.relatives.get(term) ?? []) raise(variants, relative.term, relative.weight);
    }
    return {
      surface,
      kind: terms.some(isName) ? 'name' : 'word',
      light: false,
      variants,
      parts,
      corrected: null,
      inLexicon: true,
    };
  }

  #isKnown(folded: string, variants: ReadonlyMap<Term, number>): boolean {
    if (this.#known.isInLexicon(folded)) return true;
    return [...variants.keys()].some((term) => isFromLexicon(term) || this.#vocabulary.has(term));
  }
}

function lexiconWeight(term: Term): number {
  if (isName(term)) return 1;
  return term.startsWith('~') ? WEIGHT.meaning : WEIGHT.related;
}

/** How much a text that speaks of all parts of a compound counts as speaking of the compound. */
export const PARTS_WEIGHT = WEIGHT.parts;

/** How much a word counts that a mistyped one was taken for. */
export const CORRECTED_WEIGHT = WEIGHT.corrected;

function raise(variants: Map<Term, number>, term: Term, weight: number): void {
  if (weight > (variants.get(term) ?? 0)) variants.set(term, weight);
}
