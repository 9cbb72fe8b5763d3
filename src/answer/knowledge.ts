import type { Article } from '../corpus/article.ts';
import { actTerm, partTerm, voiceTerm } from '../language/acts.ts';
import { type Lexicon, nameTerm } from '../language/lexicon.ts';
import type { TopicEntry } from '../language/statement-cues.ts';
import { buildIndex, type IndexData } from '../search/build.ts';
import { PassageIndex } from '../search/index.ts';
import type { PassageEntry } from '../search/passages.ts';
import { Attributor, UNATTRIBUTED } from '../statements/attribution/attribution.ts';
import { type Participant, ParticipantFinder } from '../statements/participants/participants.ts';
import { ArticleReader } from '../statements/reading/reader.ts';
import { type Statement, StatementReader } from '../statements/statement.ts';
import type { Topic } from '../statements/topics.ts';
import { listEvents, type TalksEvent } from './events.ts';
import { PartyBook } from './parties.ts';

/** A sentence with what it says, and where it stands. */
export interface Stated {
  readonly entry: PassageEntry;
  /** Which sentence of the passage it is, counted from 0. */
  readonly at: number;
  readonly event: TalksEvent;
  readonly statement: Statement;
  /** What it is about: a sentence that names no topic goes on with those of the one before it in its paragraph. */
  readonly topics: readonly Topic[];
}

/** What answers are made from: one revision of the library, which never changes. */
export interface Knowledge {
  /** Hash over all articles and the lexicon. */
  readonly revision: string;
  /** By id, sorted by id. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly index: PassageIndex;
  /** Every sentence with what it says, in reading order. */
  readonly stated: readonly Stated[];
  /** What the sentence of an article says that starts at the offset. */
  statementOf(article: Article, sentenceStart: number): Statement;
  /** Who took part in what an article tells. */
  participantsOf(article: Article): readonly Participant[];
  /** What the articles are about, sorted by id. */
  readonly events: readonly TalksEvent[];
  /** Topics that the lexicon knows, in the order in which they are offered. */
  readonly topics: readonly TopicEntry[];
  /** Those who say or do something in the articles. */
  readonly parties: PartyBook;
}

/** What of it takes time to make: plain data that can be kept for the next start. It holds no text of an article. */
export interface KnowledgeData {
  readonly index: IndexData;
  /** What each sentence says, in reading order, by the article's id. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  /** Who took part, by the article's id. */
  readonly participants: ReadonlyMap<string, readonly Participant[]>;
}

/** KnowledgeBuilder is responsible for making of articles all that answers need, by one lexicon. */
export class KnowledgeBuilder {
  readonly #lexicon: Lexicon;
  readonly #reader: ArticleReader;
  readonly #attributor: Attributor;
  readonly #statements: StatementReader;
  readonly #participants: ParticipantFinder;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#reader = new ArticleReader(lexicon);
    this.#attributor = new Attributor(lexicon);
    this.#statements = new StatementReader(lexicon);
    this.#participants = new ParticipantFinder(lexicon);
  }

  /** Reads articles and makes of them what answers need. */
  build(revision: string, articles: readonly Article[]): Knowledge {
    return assembleKnowledge(revision, articles, this.#lexicon, this.read(articles));
  }

  /** Every article is read once, here. */
  read(articles: readonly Article[]): KnowledgeData {
    const statements = new Map<string, ReadonlyMap<number, Statement>>();
    const participants = new Map<string, readonly Participant[]>();
    for (const article of articles) {
      const read = this.#reader.read(article);
      statements.set(article.id, this.#statements.read(article, this.#attributor.attribute(article, read)));
      participants.set(article.id, this.#participants.find(article, read));
    }
    const index = buildIndex(articles, this.#lexicon, ({ id }, start) => {
      const { attribution, status } = statements.get(id)?.get(start) ?? unread(start);
      const speakers = attribution.source.map(({ id: speaker }) => nameTerm(speaker));
      const actors = attribution.actor.map(({ id: actor }) => nameTerm(actor));
      const parts = (participants.get(id) ?? []).filter(({ sentence }) => sentence.start === start);
      return [
        ...speakers,
        ...actors,
        ...speakers.map(voiceTerm),
        actTerm(status),
        ...parts.map(({ part }) => partTerm(part)),
      ];
    });
    const lists = [...statements].map(([id, byStart]) => [id, [...byStart.values()]] as const);
    return { index, statements: new Map(lists), participants };
  }
}

/**
 * Makes what answers need of articles that have been read.
 * @param articles The very articles that the data was made of.
 * @param data From {@link KnowledgeBuilder.read} by the same lexicon, or kept from an earlier start.
 */
export function assembleKnowledge(
  revision: string,
  articles: readonly Article[],
  lexicon: Lexicon,
  data: KnowledgeData,
): Knowledge {
  const byStart = ({ id }: Article): ReadonlyMap<number, Statement> =>
    new Map(data.statements.get(id)?.map((statement) => [statement.sentence.start, statement]));
  const statements = new Map(articles.map((article) => [article, byStart(article)]));
  const statementOf: Knowledge['statementOf'] = (article, start) =>
    statements.get(article)?.get(start) ?? unread(start);
  const { participants } = data;
  const index = new PassageIndex(articles, lexicon, data.index);
  const events = listEvents(articles);
  const stated = listStated(index.entries, events, statementOf);
  const speakers = stated.flatMap(({ statement: { attribution } }) => [...attribution.source, ...attribution.actor]);
  return {
    revision,
    articles: new Map(articles.map((article) => [article.id, article])),
    index,
    stated,
    statementOf,
    participantsOf: ({ id }) => participants.get(id) ?? [],
    events,
    topics: lexicon.topics,
    parties: new PartyBook(lexicon, speakers),
  };
}

function listStated(
  entries: readonly PassageEntry[],
  events: readonly TalksEvent[],
  statementOf: Knowledge['statementOf'],
): Stated[] {
  const eventOf = new Map(events.flatMap((event) => event.articles.map((article) => [article, event] as const)));
  return entries.flatMap((entry) => {
    const event = eventOf.get(entry.article);
    return event === undefined ? [] : statedIn(entry, event, statementOf);
  });
}

function statedIn(entry: PassageEntry, event: TalksEvent, statementOf: Knowledge['statementOf']): Stated[] {
  let topics: readonly Topic[] = [];
  return entry.passage.sentences.map((sentence, at) => {
    const statement = statementOf(entry.article, sentence.start);
    if (statement.topics.length > 0) topics = statement.topics;
    return { entry, at, event, statement, topics };
  });
}

const unread = (start: number): Statement => ({
  sentence: { start, end: start },
  attribution: UNATTRIBUTED,
  status: 'background',
  topics: [],
  numbers: [],
  dates: [],
});
