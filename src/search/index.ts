import MiniSearch from 'minisearch';
import type { Article } from '../corpus/article.ts';
import { Analyzer, type Term } from '../language/analysis.ts';
import { CompoundSplitter } from '../language/compounds.ts';
import { fold } from '../language/fold.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import { type Lexicon, nameTerm } from '../language/lexicon.ts';
import { type Concept, type Question, QuestionReader } from '../language/question.ts';
import { SpellingCorrector } from '../language/spelling.ts';
import { isNumber, tokenize } from '../language/tokens.ts';
import { sliceOf } from '../span.ts';
import { listPassages, type PassageEntry } from './passages.ts';

/** Passages that are looked at closely; the right one is rarely further down, and each costs an analysis. */
const CANDIDATES = 40;
/** What stands in a heading or title speaks of everything below it, though less surely than the passage itself. */
const BOOST = { body: 1, heading: 0.5, title: 0.3 } as const;
/** Analysed sentences that are kept; beyond that the oldest go. */
const MEMO_LIMIT = 4_000;

/** The terms of a text, for looking up. */
export type TermSet = ReadonlySet<Term>;

/** What a passage and its surroundings can be found by. */
export interface PassageTerms {
  /** One set a sentence, in order. */
  readonly sentences: readonly TermSet[];
  readonly heading: TermSet;
  /** Title and first passage of the article: what the whole article is about. */
  readonly article: TermSet;
}

interface IndexedPassage {
  readonly id: number;
  readonly body: string;
  readonly heading: string;
  readonly title: string;
}

/** What people may narrow a question to. Dates are `2025`, `2025-03` or `2025-03-18`. */
export interface Filter {
  readonly since: string | null;
  readonly until: string | null;
  /** An outlet's name or an article's id. */
  readonly source: string | null;
}

/** The ids of those who say or do what the sentence that starts at an offset tells. */
export type SpeakersOf = (article: Article, sentenceStart: number) => readonly string[];

/** PassageIndex is responsible for finding the passages that bear on a question. It never changes once built. */
export class PassageIndex {
  readonly entries: readonly PassageEntry[];
  readonly #byKey: ReadonlyMap<string, PassageEntry>;
  readonly #analyzer: Analyzer;
  readonly #speakersOf: SpeakersOf;
  readonly #reader: QuestionReader;
  readonly #engine: MiniSearch<IndexedPassage>;
  /** In how many passages a term occurs. */
  readonly #frequency = new Map<Term, number>();
  /** What stands in headings and titles. */
  readonly #above = new Set<Term>();
  readonly #aboutArticle = new Map<string, TermSet>();
  readonly #memo = new Map<number, PassageTerms>();

  /** @param speakersOf Who says or does what a sentence tells, though the sentence may not name them. */
  constructor(articles: readonly Article[], lexicon: Lexicon, speakersOf: SpeakersOf = () => []) {
    this.#speakersOf = speakersOf;
    this.entries = listPassages(articles);
    this.#byKey = new Map(this.entries.map((entry) => [entry.key, entry]));

    const words = vocabularyOf(articles, lexicon);
    const compounds = new CompoundSplitter(words.de);
    this.#analyzer = new Analyzer(lexicon, compounds);
    this.#reader = new QuestionReader(
      lexicon,
      this.#analyzer,
      compounds,
      new SpellingCorrector(new Set([...words.de, ...words.en])),
      { has: (term) => this.#frequency.has(term) },
    );
    this.#engine = new MiniSearch<IndexedPassage>({
      fields: ['body', 'heading', 'title'],
      // Terms are made by our own analysis; the engine only has to keep them apart.
      tokenize: (joined) => (joined === '' ? [] : joined.split(' ')),
      processTerm: (term) => term,
    });
    this.#engine.addAll(this.entries.map((entry) => this.#toIndexed(entry)));
  }

  #toIndexed(entry: PassageEntry): IndexedPassage {
    const { article, section, passage } = entry;
    const terms = (text: string): Term[] => this.#termList(text, article.language);
    const body = terms(sliceOf(article.text, passage));
    const heading = section.heading === null ? [] : terms(sliceOf(article.text, section.heading));
    const title = terms(article.title);
    for (const term of new Set(body)) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
    for (const term of [...heading, ...title]) this.#above.add(term);
    return { id: entry.number, body: body.join(' '), heading: heading.join(' '), title: title.join(' ') };
  }

  #termList(text: string, language: Language): Term[] {
    return this.#analyzer.analyze(text, language).occurrences.map((occurrence) => occurrence.term);
  }

  /** The passage of a key, or undefined where this revision has none. */
  find(key: string): PassageEntry | undefined {
    return this.#byKey.get(key);
  }

  /** Reads a question with the words of this corpus in mind. */
  read(text: string, language: Language): Question {
    return this.#reader.read(text, language);
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
      for (const [term, weight] of concept.variants) if (weight >= atLeast) wanted.add(term);
    }
    const { words, occurrences } = this.#analyzer.analyze(text, language);
    const marked = new Set<number>();
    for (const { term, from, to } of occurrences) {
      if (wanted.has(term)) for (let index = from; index < to; index++) marked.add(index);
    }
    return [...marked]
      .sort((a, b) => a - b)
      .flatMap((index) => words[index]?.token ?? [])
      .map(({ start, end }) => ({ start, end }));
  }

  /** In how many passages a concept may be spoken of, by its commonest good variant; 0 where it occurs in none. */
  frequencyOf(concept: Concept): number {
    let frequency = 0;
    for (const [term, weight] of concept.variants) {
      const own = this.#frequency.get(term);
      if (own !== undefined && (weight >= GOOD_VARIANT || frequency === 0)) frequency = Math.max(frequency, own);
    }
    if (frequency === 0 && concept.parts.length > 0) {
      const parts = concept.parts.map((part) => this.frequencyOf(part));
      return Math.min(...parts);
    }
    return frequency;
  }

  /** Whether the articles speak of a concept anywhere, headings and titles included. */
  mentions(concept: Concept): boolean {
    if (this.frequencyOf(concept) > 0) return true;
    if ([...concept.variants.keys()].some((term) => this.#above.has(term))) return true;
    return concept.parts.length > 0 && concept.parts.every((part) => this.mentions(part));
  }

  /** The passages that share most with a question, best first, without those that the filter leaves out. */
  candidates(question: Question, filter: Filter): PassageEntry[] {
    const weights = new Map<Term, number>();
    const collect = (concept: Concept): void => {
      for (const [term, weight] of concept.variants) {
        if (!this.#frequency.has(term)) continue;
        weights.set(term, Math.max(weights.get(term) ?? 0, weight * (concept.light ? LIGHT_BOOST : 1)));
      }
      for (const part of concept.parts) collect(part);
    };
    for (const concept of question.concepts) collect(concept);
    if (weights.size === 0) return [];
    const hits = this.#engine.search([...weights.keys()].join(' '), {
      boost: BOOST,
      boostTerm: (term) => weights.get(term) ?? 1,
      filter: (hit) => {
        const entry = this.entries[Number(hit.id)];
        return entry !== undefined && passes(entry.article, filter);
      },
    });
    // MiniSearch multiplies a score by the number of query terms that matched, which favours long passages; undone here.
    return hits
      .map((hit) => ({ entry: this.entries[Number(hit.id)], score: hit.score / Math.max(1, hit.queryTerms.length) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, CANDIDATES)
      .flatMap(({ entry }) => entry ?? []);
  }

  /** What a passage, its heading and its article can be found by. */
  termsOf(entry: PassageEntry): PassageTerms {
    const known = this.#memo.get(entry.number);
    if (known !== undefined) return known;
    const { article, section, passage } = entry;
    const terms = (text: string): TermSet => new Set(this.#termList(text, article.language));
    const result: PassageTerms = {
      sentences: passage.sentences.map(
        (sentence) =>
          new Set([
            ...terms(sliceOf(article.text, sentence)),
            ...this.#speakersOf(article, sentence.start).map((id) => nameTerm(id)),
          ]),
      ),
      heading: section.heading === null ? new Set() : terms(sliceOf(article.text, section.heading)),
      article: this.#aboutOf(article),
    };
    if (this.#memo.size >= MEMO_LIMIT) this.#memo.delete(this.#memo.keys().next().value ?? -1);
    this.#memo.set(entry.number, result);
    return result;
  }

  #aboutOf(article: Article): TermSet {
    const known = this.#aboutArticle.get(article.id);
    if (known !== undefined) return known;
    const lead = article.sections[0]?.passages[0];
    const text = lead === undefined ? article.title : `${article.title}\n${sliceOf(article.text, lead)}`;
    const result = new Set(this.#termList(text, article.language));
    this.#aboutArticle.set(article.id, result);
    return result;
  }
}

/** From this weight on a variant is taken to mean the same, and its frequency to be the concept's. */
const GOOD_VARIANT = 0.7;
/** Light words must not decide which passages are looked at. */
const LIGHT_BOOST = 0.2;

function passes(article: Article, filter: Filter): boolean {
  if (filter.source !== null && filter.source !== article.outlet && filter.source !== article.id) return false;
  if (filter.since === null && filter.until === null) return true;
  if (article.date === null) return false;
  // An article that is only dated to a month may be of any day in it: it stays where a part of it is in range.
  const since = filter.since?.slice(0, article.date.length) ?? '';
  if (article.date.slice(0, since.length) < since) return false;
  return (
    filter.until === null || article.date.slice(0, filter.until.length) <= filter.until.slice(0, article.date.length)
  );
}

/** Folded words: of German texts (and the lexicon) for taking compounds apart, of both for typing errors. */
function vocabularyOf(articles: readonly Article[], lexicon: Lexicon): Record<Language, Set<string>> {
  const words = { de: new Set(lexicon.words.de), en: new Set(lexicon.words.en) };
  for (const article of articles) {
    for (const token of tokenize(article.text)) if (!isNumber(token)) words[article.language].add(fold(token.surface));
  }
  for (const language of LANGUAGES) words[language].delete('');
  return words;
}
