import { ASKINGS, type Asked, type Asking, type Engine } from './contract.ts';
import type { Part, Quality, Row } from './table.ts';

/** MRR is counted over this many results; none beyond is asked for. */
const DEPTH = 10;

interface Answered {
  readonly question: Asked;
  /** 0 for the first; -1 where the passage is not among the results. */
  readonly rank: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function qualityOf(answered: readonly Answered[]): Quality {
  const within = (depth: number): number => mean(answered.map(({ rank }) => (rank >= 0 && rank < depth ? 1 : 0)));
  return {
    hit1: within(1),
    hit5: within(5),
    mrr: mean(answered.map(({ rank }) => (rank >= 0 && rank < DEPTH ? 1 / (rank + 1) : 0))),
  };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** What is measured, and with what. */
export interface Measuring {
  /** What the table calls the engine. */
  readonly engine: string;
  /** How many passages the engine holds. */
  readonly passages: number;
  readonly questions: readonly Asked[];
  /** The ways of asking; time is taken over the first of them. Default: all. */
  readonly askings?: readonly Asking[];
  /** Builds the engine; its time is the time of the build. */
  readonly build: () => Engine | Promise<Engine>;
}

/**
 * Builds an engine and asks it every question once in every way: one after the other, without a warm-up. The memory is
 * that of the process right after the build, with what its garbage collector has not taken yet.
 */
export async function measure({ engine, passages, questions, askings = ASKINGS, build }: Measuring): Promise<Row> {
  const rssBefore = process.memoryUsage.rss();
  const started = performance.now();
  const built = await build();
  const buildSeconds = (performance.now() - started) / 1000;
  const rssAfter = process.memoryUsage.rss();

  const all: Part = { questions: questions.length, quality: {} };
  const reporting: Part = { questions: questions.filter((each) => each.forReporting).length, quality: {} };
  const times: number[] = [];
  for (const asking of askings) {
    const answered: Answered[] = [];
    for (const question of questions) {
      const asked = performance.now();
      const found = await built.search(question[asking], asking, DEPTH);
      if (asking === askings[0]) times.push(performance.now() - asked);
      answered.push({ question, rank: found.indexOf(question.passage) });
    }
    all.quality[asking] = qualityOf(answered);
    reporting.quality[asking] = qualityOf(answered.filter((each) => each.question.forReporting));
  }
  const cost = { buildSeconds, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), rssBefore, rssAfter };
  return { engine, passages, all, reporting, ...cost };
}
