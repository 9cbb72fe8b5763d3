import type { Article } from '../corpus/article.ts';
import { actTerm, partTerm, voiceTerm } from '../language/acts.ts';
import { type Lexicon, nameTerm } from '../language/lexicon.ts';
import type { TopicEntry } from '../language/statement-cues.ts';
import { PassageIndex } from '../search/index.ts';
import type { PassageEntry } from '../search/passages.ts';
import { Attributor, UNATTRIBUTED } from '../statements/attribution.ts';
import { type Participant, ParticipantFinder } from '../statements/participants.ts';
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

/** KnowledgeBuilder is responsible for making of articles all that answers need, by one lexicon. */
export class KnowledgeBuilder {
  readonly #lexicon: Lexicon;
  readonly #attributor: Attributor;
  readonly #statements: StatementReader;
  readonly #participants: ParticipantFinder;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#attributor = new Attributor(lexicon);
    this.#statements = new StatementReader(lexicon);
    this.#participants = new ParticipantFinder(lexicon);
  }

  /** Every article is read once, here. */
  build(revision: string, articles: readonly Article[]): Knowledge {
    const statements = new Map(articles.map((article) => [article, this.#read(article)]));
    const statementOf: Knowledge['statementOf'] = (article, start) =>
      statements.get(article)?.get(start) ?? unread(start);
    const participants = new Map(articles.map((article) => [article, this.#participants.find(article)]));
    const participantsOf: Knowledge['participantsOf'] = (article) => participants.get(article) ?? [];
    const index = PassageIndex.build(articles, this.#lexicon, (article, sentenceStart) => {
      const { attribution, status } = statementOf(article, sentenceStart);
      const speakers = [...attribution.source, ...attribution.actor].map(({ id }) => nameTerm(id));
      const parts = participantsOf(article).filter(({ sentence }) => sentence.start === sentenceStart);
      return [...speakers, ...speakers.map(voiceTerm), actTerm(status), ...parts.map(({ part }) => partTerm(part))];
    });
    const events = listEvents(articles);
    const stated = listStated(index.entries, events, statementOf);
    const speakers = stated.flatMap(({ statement: { attribution } }) => [...attribution.source, ...attribution.actor]);
    return {
      revision,
      articles: new Map(articles.map((article) => [article.id, article])),
      index,
      stated,
      statementOf,
      participantsOf,
      events,
      topics: this.#lexicon.topics,
      parties: new PartyBook(this.#lexicon, speakers),
    };
  }

  #read(article: Article): ReadonlyMap<number, Statement> {
    return this.#statements.read(article, this.#attributor.attribute(article));
  }
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
