import type { Status } from '../src/statements/status.ts';
import type { Topic } from '../src/statements/topics.ts';

/** What a sentence is annotated with, or found to be. */
export interface Judged {
  readonly status: Status;
  /** Most central first. */
  readonly topics: readonly Topic[];
}

/** How often status and topics are right, each between 0 and 1. */
export interface StatementScore {
  readonly sentences: number;
  /** Share of sentences with the right status. */
  readonly status: number;
  /** Share of sentences whose most central topic is the annotated one; none is right where there is none. */
  readonly topic: number;
  /** Of the topics found, those annotated; and the other way round. */
  readonly topicPrecision: number;
  readonly topicRecall: number;
}

/** Compares what was found in each sentence with what was annotated. */
export function evaluateStatements(
  pairs: readonly { readonly gold: Judged; readonly found: Judged }[],
): StatementScore {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const count = (isRight: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(isRight).length;
  const sum = (of: (pair: (typeof pairs)[number]) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const shared = sum(({ gold, found }) => found.topics.filter((topic) => gold.topics.includes(topic)).length);
  return {
    sentences: pairs.length,
    status: share(
      count(({ gold, found }) => gold.status === found.status),
      pairs.length,
    ),
    topic: share(
      count(({ gold, found }) => gold.topics[0] === found.topics[0]),
      pairs.length,
    ),
    topicPrecision: share(
      shared,
      sum(({ found }) => found.topics.length),
    ),
    topicRecall: share(
      shared,
      sum(({ gold }) => gold.topics.length),
    ),
  };
}
