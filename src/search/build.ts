import type { Article, Section } from '../corpus/article.ts';
import { Analyzer, type Term, type Word } from '../language/analysis.ts';
import { CompoundSplitter } from '../language/compounds.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { isNumber } from '../language/tokens.ts';
import { type Span, sliceOf } from '../span.ts';
import { buildEngine, type Engine } from './engine.ts';
import { listPassages, type PassageEntry } from './passages.ts';
import { type SentenceData, SentencePacker, SentenceTerms } from './sentence-terms.ts';
import { type TermNumber, VocabularyBuilder, type VocabularyData } from './vocabulary.ts';

/** What is known of the sentence that starts at an offset beside its words: who speaks, what is done. */
export type NotesOn = (article: Article, sentenceStart: number) => readonly Term[];

/** All that is made of articles for finding their passages; plain data but for the engine, which knows how to be kept. */
export interface IndexData {
  readonly vocabulary: VocabularyData;
  /** Folded words of the articles: for taking compounds apart and for typing errors. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  readonly sentences: SentenceData;
  readonly engine: Engine;
}

/**
 * Reads articles for the index.
 * @param notesOn What a sentence can be found by beside its words.
 */
export function buildIndex(articles: readonly Article[], lexicon: Lexicon, notesOn: NotesOn = () => []): IndexData {
  return new IndexBuilder(articles, lexicon, notesOn).build();
}

/** IndexBuilder is responsible for reading every sentence once, and every word once for what it can be found by. */
class IndexBuilder {
  readonly #entries: readonly PassageEntry[];
  readonly #lexicon: Lexicon;
  readonly #notesOn: NotesOn;
  readonly #analyzer: Analyzer;
  readonly #vocabulary = new VocabularyBuilder();
  readonly #words = { de: new Map<string, Word>(), en: new Map<string, Word>() };
  readonly #headings = new Map<Section, readonly TermNumber[]>();
  readonly #titles = new Map<Article, readonly TermNumber[]>();

  constructor(articles: readonly Article[], lexicon: Lexicon, notesOn: NotesOn) {
    this.#entries = listPassages(articles);
    this.#lexicon = lexicon;
    this.#notesOn = notesOn;
    this.#analyzer = new Analyzer(lexicon);
  }

  /** Step by step: each lets go of what only it needs, before the next one takes memory. */
  build(): IndexData {
    const sentences = this.#readPassages();
    this.#relate();
    const words = { de: this.#takeWords('de'), en: this.#takeWords('en') };
    const engine = buildEngine(this.#findableBy(new SentenceTerms(sentences)), (term) =>
      this.#vocabulary.frequencyOf(term),
    );
    return { vocabulary: this.#vocabulary.data(), words, sentences, engine };
  }

  #readPassages(): SentenceData {
    const packer = new SentencePacker();
    for (const entry of this.#entries) packer.add(this.#readPassage(entry));
    return packer.data();
  }

  /** The words of a language, numbers left out; what else is known of them is forgotten. */
  #takeWords(language: Language): string[] {
    const words = [...this.#words[language]].filter(([, { token }]) => !isNumber(token)).map(([folded]) => folded);
    this.#words[language].clear();
    return words;
  }

  #readPassage({ number, article, section, passage }: PassageEntry): TermNumber[][] {
    const { text, language } = article;
    const read = (span: Span): TermNumber[] => this.#termsIn(sliceOf(text, span), language);
    if (section.heading !== null && !this.#headings.has(section)) {
      this.#headings.set(section, read(section.heading));
    }
    if (!this.#titles.has(article)) this.#titles.set(article, this.#termsIn(article.title, language));
    return passage.sentences.map((sentence) => {
      const terms = read(sentence);
      for (const term of this.#notesOn(article, sentence.start)) terms.push(this.#vocabulary.intern(term));
      for (const term of terms) this.#vocabulary.count(term, number);
      return terms;
    });
  }

  #termsIn(text: string, language: Language): TermNumber[] {
    const { words, phrases } = this.#analyzer.analyze(text, language);
    const seen = this.#words[language];
    for (const word of words) if (!seen.has(word.token.folded)) seen.set(word.token.folded, word);
    return [...words, ...phrases].map(({ term }) => this.#vocabulary.intern(term));
  }

  /** Says of every word of the corpus what else it can be found by. */
  #relate(): void {
    const known = new Set(this.#lexicon.words.de);
    for (const [folded, { token }] of this.#words.de) if (!isNumber(token)) known.add(folded);
    const compounds = new CompoundSplitter(known);
    for (const language of LANGUAGES) {
      for (const word of this.#words[language].values()) {
        const number = this.#vocabulary.intern(word.term);
        for (const term of this.#analyzer.relationsOf(word, language, compounds)) this.#vocabulary.relate(number, term);
      }
    }
  }

  *#findableBy(sentences: SentenceTerms): Generator<TermNumber[]> {
    for (const { number, section, article } of this.#entries) {
      const around = [...(this.#headings.get(section) ?? []), ...(this.#titles.get(article) ?? [])];
      yield [...sentences.all(number), ...around];
    }
  }
}
