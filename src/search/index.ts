import type { Article, Section } from '../corpus/article.ts';
import { isVoice } from '../language/acts.ts';
import { Analyzer, headTerm, isName, modifierTerm, stemTerm, type Term, termsOfWord } from '../language/analysis.ts';
import { CompoundSplitter } from '../language/compounds.ts';
import { CORRECTED_WEIGHT } from '../language/concepts.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Name } from '../language/name.ts';
import { type Concept, type Question, QuestionReader } from '../language/question.ts';
import { SpellingCorrector } from '../language/spelling.ts';
import { tokenize } from '../language/tokens.ts';
import { sliceOf } from '../span.ts';
import { Asked, type AskedConcept, matchIn } from './asked.ts';
import { buildIndex, type IndexData, type NotesOn } from './build.ts';
import { type Engine, findPassages } from './engine.ts';
import { type Filter, passes } from './filter.ts';
import { isAlone, listPassages, type PassageEntry } from './passages.ts';
import { type AboutOf, bestOf, Scorer } from './scores.ts';
import { SentenceTerms } from './sentence-terms.ts';
import { type TermNumber, Vocabulary } from './vocabulary.ts';

/** Passages that are looked at closely; the right one is rarely further down, and each costs an analysis. */
const CANDIDATES = 20;
/**
 * Postings that the engine may visit for a question: rare terms come first, and what is in every passage tells nothing
 * that the rare ones did not tell. Bounds the time of long questions in large corpora.
 */
const POSTINGS = 2_000;
/**
 * A passage is found by terms that mean what was asked; those that are only associated are weighed afterwards, and find
 * only where the corpus has no others for a concept.
 */
const FOUND_BY = 0.8;
/** Articles that are looked at as a whole, and how many passages of each at most. */
const WHOLE_ARTICLES = 4;
const LONGEST_ARTICLE = 30;

/** A passage that bears on a question. */
export interface Candidate {
  readonly entry: PassageEntry;
  /** 0 to 1: how much and how often the passage speaks of what was asked. */
  readonly score: number;
}

/** What a passage and its surroundings can be found by. */
export interface PassageTerms {
  /** One array a sentence, in order. */
  readonly sentences: readonly Uint32Array[];
  readonly heading: readonly TermNumber[];
  /** Title and first passage of the article: what the whole article is about. */
  readonly article: readonly TermNumber[];
}

/** PassageIndex is responsible for finding the passages that bear on a question. It never changes once made. */
export class PassageIndex {
  readonly entries: readonly PassageEntry[];
  readonly #byKey: ReadonlyMap<string, PassageEntry>;
  readonly #vocabulary: Vocabulary;
  readonly #lexicon: Lexicon;
  readonly #analyzer: Analyzer;
  readonly #compounds: CompoundSplitter;
  readonly #reader: QuestionReader;
  readonly #engine: Engine;
  readonly #sentences: SentenceTerms;
  readonly #scorer: Scorer;
  /** The number of the first passage of each article. */
  readonly #firsts = new Map<Article, number>();
  /** By passage: one more than the first passage of its article; 0 where it is all of its article. */
  readonly #context: Uint32Array;
  readonly #headings = new Map<Section, readonly TermNumber[]>();
  readonly #leads = new Map<Article, readonly TermNumber[]>();
  /** The words that full names consist of: `united`, `kingdom`. */
  readonly #nameWords: ReadonlySet<string>;
  /** The names that a term of the texts stands for, and who speaks. */
  readonly #names: ReadonlyMap<TermNumber, readonly Term[]>;

  /**
   * @param articles The very articles that the data was made of.
   * @param data From {@link buildIndex}, or kept from an earlier start.
   */
  constructor(articles: readonly Article[], lexicon: Lexicon, data: IndexData) {
    this.#lexicon = lexicon;
    this.entries = listPassages(articles);
    this.#byKey = new Map(this.entries.map((entry) => [entry.key, entry]));
    for (const { article, number } of this.entries) {
      if (!this.#firsts.has(article)) this.#firsts.set(article, number);
    }
    this.#context = Uint32Array.from(this.entries, (entry) =>
      isAlone(entry) ? 0 : (this.#firsts.get(entry.article) ?? 0) + 1,
    );
    this.#analyzer = new Analyzer(lexicon);
    this.#vocabulary = new Vocabulary(data.vocabulary);
    this.#names = this.#vocabulary.relationsThat((term) => isName(term) || isVoice(term));
    this.#sentences = new SentenceTerms(data.sentences);
    this.#scorer = new Scorer(this.#sentences, this.#vocabulary.size);
    this.#engine = data.engine;
    const known = {
      de: new Set([...lexicon.words.de, ...data.words.de]),
      en: new Set([...lexicon.words.en, ...data.words.en]),
    };
    this.#compounds = new CompoundSplitter(known.de);
    const fullNames = [...lexicon.names.values()].flatMap(({ name }) => [name.de, name.en]);
    this.#nameWords = new Set(fullNames.flatMap((name) => tokenize(name).map(({ folded }) => folded)));
    this.#reader = new QuestionReader(
      lexicon,
      this.#analyzer,
      this.#compounds,
      new SpellingCorrector(new Set([...known.de, ...known.en])),
      this.#vocabulary,
    );
  }

  /** Reads articles into an index. */
  static build(articles: readonly Article[], lexicon: Lexicon, notesOn?: NotesOn): PassageIndex {
    return new PassageIndex(articles, lexicon, buildIndex(articles, lexicon, notesOn));
  }

  /** The passage of a key, or undefined where this revision has none. */
  find(key: string): PassageEntry | undefined {
    return this.#byKey.get(key);
  }

  /** Reads a question with the words of this corpus in mind. */
  read(text: string, language: Language): Question {
    return this.#reader.read(text, language);
  }

  /** Whether a text of a language can be found by a stem. */
  has(language: Language, stemmed: string): boolean {
    const term = stemTerm(stemmed, language);
    return [term, headTerm(term), modifierTerm(term)].some((each) => this.#vocabulary.has(each));
  }

  /** Gives the reader of questions a dictionary, before the first question is asked. */
  use(dictionary: Dictionary): void {
    this.#reader.use(dictionary);
  }

  /** Resolves a question into the terms of this corpus. */
  resolve(question: Question): Asked {
    return new Asked(question, this.#vocabulary);
  }

  /** The words of a text that speak of one of the concepts, as spans of that text in order. */
  mark(
    text: string,
    language: Language,
    concepts: readonly Concept[],
    atLeast: number,
  ): { start: number; end: number }[] {
    const wanted = new Set<Term>();
    for (const concept of concepts.flatMap((each) => [each, ...each.parts])) {
      if (concept.light) continue;
      for (const [variant, weight] of concept.variants) {
        if (weight >= atLeast) {
          this.#vocabulary.resolve(variant, (_, term) => wanted.add(term));
        }
      }
    }
    const { words, phrases } = this.#analyzer.analyze(text, language);
    const marked = new Set<number>();
    for (const [index, { term }] of words.entries()) if (wanted.has(term)) marked.add(index);
    for (const { term, from, to } of phrases) {
      if (wanted.has(term)) for (let index = from; index < to; index++) marked.add(index);
    }
    return [...marked]
      .sort((a, b) => a - b)
      .flatMap((index) => words[index]?.token ?? [])
      .map(({ start, end }) => ({ start, end }));
  }

  /** Whether the articles speak of a concept anywhere, headings and titles included, by a word that means it. */
  mentions(concept: Concept): boolean {
    // What a mistyped word was taken for weighs less than the word would have.
    const atLeast = concept.corrected === null ? FOUND_BY : FOUND_BY * CORRECTED_WEIGHT;
    for (const [term, weight] of concept.variants) if (weight >= atLeast && this.#vocabulary.has(term)) return true;
    return concept.parts.length > 0 && concept.parts.every((part) => this.mentions(part));
  }

  /** The names that a term of the texts stands for. */
  namesOf(term: TermNumber): readonly Term[] {
    return this.#names.get(term) ?? [];
  }

  /** Whom or what a name stands for; undefined for what is none of the lexicon. */
  nameOf(name: Term): Name | undefined {
    return this.#lexicon.names.get(name.slice(1));
  }

  /** Whether the lexicon knows a word, as a part of a name or otherwise, or the parts of it. */
  isWord(folded: string): boolean {
    return (
      this.#nameWords.has(folded) ||
      LANGUAGES.some(
        (language) =>
          this.#lexicon.words[language].has(folded) ||
          termsOfWord({ folded, surface: folded }, language, this.#lexicon).length > 0,
      ) ||
      this.#compounds.split(folded) !== null
    );
  }

  /** The passages that share most with a question, best first, without those that the filter leaves out. */
  candidates(asked: Asked, weighed: readonly number[], filter: Filter, context: number): Candidate[] {
    const wanted = new Set<TermNumber>();
    const collect = ({ terms, parts }: AskedConcept): void => {
      const means = [...terms].filter(([, weight]) => weight >= FOUND_BY);
      for (const [term] of means.length > 0 ? means : terms) wanted.add(term);
      for (const part of parts) collect(part);
    };
    for (const concept of asked.concepts) collect(concept);
    const chosen = this.#withinBudget([...wanted]);
    if (chosen.length === 0) return [];
    const narrowed = filter.since !== null || filter.until !== null || filter.source !== null;
    const pool: number[] = [];
    findPassages(
      this.#engine,
      chosen,
      (term) => this.#vocabulary.frequencyOf(term),
      (number) => {
        if (number < this.entries.length && (!narrowed || this.#passes(number, filter))) pool.push(number);
      },
    );
    const aboutOf = this.#aboutness(asked, context);
    const toCandidates = (numbers: readonly number[], most: number): Candidate[] => {
      if (numbers.length === 0) return [];
      const scores = this.#scorer.scoresOf(asked, weighed, numbers, aboutOf);
      return bestOf(scores, most).flatMap((at) => {
        const entry = this.entries[numbers[at] ?? 0];
        return entry === undefined ? [] : [{ entry, score: scores[at] ?? 0 }];
      });
    };
    const best = toCandidates(pool, CANDIDATES);
    return [...best, ...toCandidates(this.#othersOf(best), Number.POSITIVE_INFINITY)];
  }

  #passes(number: number, filter: Filter): boolean {
    const entry = this.entries[number];
    return entry !== undefined && passes(entry.article, filter);
  }

  /** The other passages of the best articles: what was asked for may stand where no asked word does. */
  #othersOf(candidates: readonly Candidate[]): number[] {
    const articles = new Set(candidates.map(({ entry }) => entry.article).slice(0, 3 * WHOLE_ARTICLES));
    const taken = new Set(candidates.map(({ entry }) => entry));
    return [...articles]
      .slice(0, WHOLE_ARTICLES)
      .flatMap((article) => this.passagesOf(article))
      .filter((entry) => !taken.has(entry))
      .map(({ number }) => number);
  }

  /** The passages of an article in reading order; of a very long one only the first. */
  passagesOf(article: Article): readonly PassageEntry[] {
    const first = this.#firsts.get(article) ?? this.entries.length;
    let end = first;
    while (end - first < LONGEST_ARTICLE && this.entries[end]?.article === article) end++;
    return this.entries.slice(first, end);
  }

  /** How often a passage is taken to speak of what was asked because title and first passage of its article do. */
  #aboutness(asked: Asked, context: number): AboutOf {
    const abouts = new Map<number, readonly number[]>();
    return (passage) => {
      const first = this.#context[passage] ?? 0;
      if (first === 0) return undefined;
      let about = abouts.get(first);
      const entry = this.entries[first - 1];
      if (about === undefined && entry !== undefined) {
        const row = asked.rowOf(this.#aboutOf(entry.article));
        about = asked.concepts.map((concept) => matchIn(row, concept) * context);
        abouts.set(first, about);
      }
      return about;
    };
  }

  /** The rarest of the terms, as many as the budget of postings allows; at least one. */
  #withinBudget(terms: TermNumber[]): TermNumber[] {
    const rarity = (term: TermNumber): number => this.#vocabulary.frequencyOf(term);
    let left = POSTINGS;
    return terms
      .sort((a, b) => rarity(a) - rarity(b))
      .filter((term, index) => {
        left -= rarity(term);
        return index === 0 || left >= 0;
      });
  }

  /** What a passage, its heading and its article can be found by. */
  termsOf({ number, section, article }: PassageEntry): PassageTerms {
    return {
      sentences: this.#sentences.of(number),
      heading: section.heading === null ? [] : this.#headingOf(section, article),
      article: this.#aboutOf(article),
    };
  }

  #headingOf(section: Section, article: Article): readonly TermNumber[] {
    const known = this.#headings.get(section);
    if (known !== undefined || section.heading === null) return known ?? [];
    const terms = this.#termsIn(sliceOf(article.text, section.heading), article.language);
    this.#headings.set(section, terms);
    return terms;
  }

  /** The terms of a text that the corpus knows. */
  #termsIn(text: string, language: Language): TermNumber[] {
    const { words, phrases } = this.#analyzer.analyze(text, language);
    return [...words, ...phrases].flatMap(({ term }) => this.#vocabulary.numberOf(term) ?? []);
  }

  #aboutOf(article: Article): readonly TermNumber[] {
    const known = this.#leads.get(article);
    if (known !== undefined) return known;
    const lead = this.#sentences.all(this.#firsts.get(article) ?? 0);
    const result = [...this.#termsIn(article.title, article.language), ...lead];
    this.#leads.set(article, result);
    return result;
  }
}
