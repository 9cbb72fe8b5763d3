import type { Article, Passage, Section } from '../corpus/article.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Span } from '../span.ts';
import type { Attribution } from './attribution/attribution.ts';
import { topicsOf } from './carried-topics.ts';
import { readSentence } from './reading/sentence.ts';
import type { Status } from './status/status.ts';
import { StatusFinder } from './status/status-finder.ts';
import { type Topic, TopicFinder } from './topics.ts';
import { type DateContext, weekdaysOf } from './values/date-values.ts';
import { type DateValue, type NumberValue, readValues } from './values/values.ts';

/** What one sentence says: whose it is, what it does, what it is about, and its values. All spans are in the article's text. */
export interface Statement {
  readonly sentence: Span;
  readonly attribution: Attribution;
  readonly status: Status;
  /** Most central first; may be empty. */
  readonly topics: readonly Topic[];
  /** In order. */
  readonly numbers: readonly NumberValue[];
  /** In order. */
  readonly dates: readonly DateValue[];
}

/** What a sentence is read with. */
interface Surroundings {
  readonly attribution: Attribution;
  /** The topics of the sentence before it, or of the heading, or of the title. */
  readonly before: readonly Topic[];
  readonly weekdays: DateContext['weekdays'];
}

/** Nobody's quotations: status and topic are read from all words of a sentence, spoken ones too. */
const NO_QUOTATIONS = [] as const;

/** StatementReader is responsible for joining what is known of each sentence of an article. */
export class StatementReader {
  readonly #statuses: StatusFinder;
  readonly #topics: TopicFinder;

  constructor(lexicon: Lexicon) {
    this.#statuses = new StatusFinder(lexicon);
    this.#topics = new TopicFinder(lexicon);
  }

  /**
   * The statement of every sentence of an article, by the sentence's start.
   * @param attributions Who says each of them: what `Attributor.attribute` gives for the same article.
   */
  read(article: Article, attributions: ReadonlyMap<number, Attribution>): ReadonlyMap<number, Statement> {
    const statements = new Map<number, Statement>();
    const weekdays = weekdaysOf(article.text, article.language, article.date);
    const title = this.#topicsOfTitle(article);
    for (const section of article.sections) {
      const heading = this.#topicsOfHeading(article, section);
      let before = heading.length > 0 ? heading : title;
      for (const sentence of section.passages.flatMap((passage: Passage) => passage.sentences)) {
        const attribution = attributions.get(sentence.start) ?? UNKNOWN;
        const { statement, named } = this.#statement(article, sentence, { attribution, before, weekdays });
        statements.set(sentence.start, statement);
        if (named.length > 0) before = named;
      }
    }
    return statements;
  }

  #statement(
    article: Article,
    span: Span,
    { attribution, before, weekdays }: Surroundings,
  ): { readonly statement: Statement; readonly named: readonly Topic[] } {
    const sentence = readSentence(article.text, span, NO_QUOTATIONS, article.language);
    const status = this.#statuses.find(sentence, attribution.voice !== 'article');
    const own = this.#topics.read(sentence);
    const topics = topicsOf(own, sentence, status, before);
    const context = { language: article.language, written: article.date, isAhead: status === 'announced', weekdays };
    const values = readValues(article.text, span, context);
    return { statement: { sentence: span, attribution, status, topics, ...values }, named: own.isNamed ? topics : [] };
  }

  #topicsOfTitle({ title, language }: Article): readonly Topic[] {
    const { topics, isNamed } = this.#topics.read(
      readSentence(title, { start: 0, end: title.length }, NO_QUOTATIONS, language),
    );
    return isNamed ? topics : [];
  }

  #topicsOfHeading(article: Article, { heading }: Section): readonly Topic[] {
    if (heading === null) return [];
    const words = readSentence(article.text, heading, NO_QUOTATIONS, article.language);
    const { topics, isNamed } = this.#topics.read(words);
    return isNamed ? topics : [];
  }
}

const UNKNOWN: Attribution = { voice: 'unclear', source: [], actor: [], form: 'none', cue: null };
