import type { Article, Passage, Section } from '../corpus/article.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Span } from '../span.ts';
import { type Attribution, UNATTRIBUTED } from './attribution/attribution.ts';
import { type Told, topicsOf } from './carried-topics.ts';
import { readSentence, type TokenizedSentence } from './reading/sentence.ts';
import type { Status } from './status/status.ts';
import { StatusFinder } from './status/status-finder.ts';
import { TALKS, type Topic, TopicFinder } from './topics.ts';
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
  readonly told: Told;
  /** That of the sentence before it in its section. */
  readonly status: Status;
  readonly weekdays: DateContext['weekdays'];
}

/** After so many sentences that name no topic the last one named is forgotten; what the heading says holds again. */
const FORGOTTEN = 2;

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
    const title = this.#topics.read(readAll(article.title, article.language));
    const ofTalks = title.topics.includes(TALKS) || this.#opensWithTalks(article);
    for (const section of article.sections) {
      const heading = this.#topicsOfHeading(article, section);
      const opening = heading.length > 0 || !title.isNamed ? heading : title.topics;
      let before = opening;
      let since = 0;
      let status: Status = 'background';
      for (const sentence of section.passages.flatMap((passage: Passage) => passage.sentences)) {
        const attribution = attributions.get(sentence.start) ?? UNATTRIBUTED;
        const { statement, named } = this.#statement(article, sentence, {
          attribution,
          told: { before, ofTalks },
          status,
          weekdays,
        });
        statements.set(sentence.start, statement);
        status = statement.status;
        since = named.length > 0 ? 0 : since + 1;
        if (named.length > 0) before = named;
        else if (since === FORGOTTEN) before = opening;
      }
    }
    return statements;
  }

  #statement(
    article: Article,
    span: Span,
    { attribution, told, status: before, weekdays }: Surroundings,
  ): { readonly statement: Statement; readonly named: readonly Topic[] } {
    const sentence = readSentence(article.text, span, NO_QUOTATIONS, article.language);
    const status = this.#statuses.find(sentence, attribution.voice !== 'article', before);
    const own = this.#topics.read(sentence);
    const topics = topicsOf(own, sentence, status, told);
    const context = { language: article.language, written: article.date, isAhead: status === 'announced', weekdays };
    const values = readValues(article.text, span, context);
    return { statement: { sentence: span, attribution, status, topics, ...values }, named: own.isNamed ? topics : [] };
  }

  /** Whether the first sentence of an article, which says what happened, is about talks. */
  #opensWithTalks({ sections, text, language }: Article): boolean {
    const first = sections.flatMap(({ passages }) => passages.flatMap(({ sentences }) => sentences))[0];
    if (first === undefined) return false;
    return this.#topics.read(readSentence(text, first, NO_QUOTATIONS, language)).topics.includes(TALKS);
  }

  #topicsOfHeading(article: Article, { heading }: Section): readonly Topic[] {
    if (heading === null) return [];
    const words = readSentence(article.text, heading, NO_QUOTATIONS, article.language);
    const { topics, isNamed } = this.#topics.read(words);
    return isNamed ? topics : [];
  }
}

/** A text that is a sentence as a whole. */
const readAll = (text: string, language: Article['language']): TokenizedSentence =>
  readSentence(text, { start: 0, end: text.length }, NO_QUOTATIONS, language);
