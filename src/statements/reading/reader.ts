import type { Article, Passage, Sentence } from '../../corpus/article.ts';
import { fold } from '../../language/fold.ts';
import { LANGUAGES } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { sliceOf } from '../../span.ts';
import { type Cue, CueBook, isVerb } from './cues.ts';
import { MentionFinder } from './mentions.ts';
import { type Mood, MoodReader } from './mood.ts';
import { findNounPhrases } from './noun-phrases.ts';
import { NounBook } from './nouns.ts';
import { PeopleBook } from './people.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { Resolver, type SentenceReading } from './resolve.ts';
import { readSentence } from './sentence.ts';
import { Vocabulary } from './vocabulary.ts';

/** A sentence with all that is found in it before anybody asks whose words it has. */
export interface ReadSentence extends SentenceReading {
  /** In the article's text. */
  readonly span: Sentence;
  readonly cues: readonly Cue[];
  readonly mood: Mood;
  /** Where in its passage the speech begins that the whole sentence is a part of, or null: one speech has one speaker. */
  readonly within: number | null;
}

/** An article as attribution reads it: its sections, their passages, their sentences. */
export interface ReadArticle {
  readonly sections: readonly (readonly (readonly ReadSentence[])[])[];
  readonly resolver: Resolver;
  readonly people: PeopleBook;
  /** Ids of those who are in no list but report as media do: `wie MENAFN berichtet`. */
  readonly media: ReadonlySet<string>;
  /** The words that it writes small within its sentences, folded: they are no nouns where a sentence begins with them. */
  readonly small: ReadonlySet<string>;
}

/** ArticleReader is responsible for the names, phrases, cues and verb forms in an article's sentences. */
export class ArticleReader {
  readonly finder: MentionFinder;
  readonly #vocabulary: Vocabulary;
  readonly #cues: CueBook;
  readonly #mood: MoodReader;
  readonly #carrying: ReadonlySet<string>;

  constructor(lexicon: Lexicon) {
    this.finder = new MentionFinder(lexicon);
    this.#vocabulary = new Vocabulary(lexicon.cues);
    this.#cues = new CueBook(lexicon.cues);
    this.#mood = new MoodReader(lexicon.cues);
    this.#carrying = new Set(LANGUAGES.flatMap((language) => lexicon.cues.carrying[language].map(fold)));
  }

  /** Reads an article's sentences; whom a surname means is known only when all of them are read. */
  read(article: Article): ReadArticle {
    const people = new PeopleBook();
    const nouns = new NounBook();
    const small = smallWords(article);
    let index = 0;
    const count = (): number => index++;
    const sections = article.sections.map(({ passages }) =>
      passages.map((passage) => this.#passage(article, passage, small, count)),
    );
    for (const { sentence, phrases, mentions, index } of sections.flat(2)) {
      people.learn(sentence, phrases, mentions, this.#vocabulary, index);
      nouns.learn(sentence, mentions, index);
    }
    const resolver = new Resolver(this.finder, this.#vocabulary, people, nouns);
    return {
      sections,
      people,
      resolver,
      small,
      media: new Set(sections.flat(2).flatMap((read) => this.#mediaOf(read, resolver))),
    };
  }

  /** Names in no list beside a verb by which media pass on what others say. */
  #mediaOf(read: ReadSentence, resolver: Resolver): readonly string[] {
    return read.cues.flatMap((cue) => {
      if (!this.#carrying.has(cue.text)) return [];
      const beside = read.phrases.find(({ from, to }) => to === cue.from || from === cue.to);
      const referent = beside === undefined ? null : resolver.resolve(beside, read);
      if (referent === null || referent.animate) return [];
      return referent.speakers.map(({ id }) => id);
    });
  }

  #passage(
    article: Article,
    passage: Passage,
    small: ReadonlySet<string>,
    count: () => number,
  ): readonly ReadSentence[] {
    const text = sliceOf(article.text, passage);
    const quotations = findQuotations(text);
    let passed = 0;
    return passage.sentences.map((span) => {
      const own = { start: span.start - passage.start, end: span.end - passage.start };
      // Both are in order: what ended before this sentence is never looked at again.
      while ((quotations[passed]?.end ?? own.end) <= own.start) passed++;
      const near = quotationsUntil(quotations, passed, own.end);
      const sentence = readSentence(text, own, near, article.language);
      const mentions = this.finder.find(sentence);
      const cues = this.#cues.find(sentence);
      const verbs = wordsOf(cues, isVerb);
      const phrases = findNounPhrases({ sentence, mentions, verbs, small }, this.#vocabulary);
      const around = near.find(({ speech, start, end }) => speech && start <= own.start && own.end <= end);
      return {
        span,
        index: count(),
        sentence,
        mentions,
        cues,
        verbs,
        phrases,
        mood: this.#mood.read(
          sentence,
          phrases,
          wordsOf(cues, ({ kind }) => kind === 'not_reports'),
        ),
        unnamed: cues.some(({ kind }) => kind === 'unnamed'),
        within: around?.start ?? null,
      };
    });
  }
}

function quotationsUntil(quotations: readonly Quotation[], from: number, end: number): readonly Quotation[] {
  let to = from;
  while ((quotations[to]?.start ?? end) < end) to++;
  return quotations.slice(from, to);
}

/** The words of all cues of a kind, by index. */
const wordsOf = (cues: readonly Cue[], isMeant: (cue: Cue) => boolean): ReadonlySet<number> =>
  new Set(cues.filter(isMeant).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));

const WORD = /(?<=[\p{L}\d,] )\p{Ll}[\p{L}-]*/gu;

function smallWords(article: Article): ReadonlySet<string> {
  return new Set(Array.from(article.text.matchAll(WORD), ([word]) => fold(word)));
}
