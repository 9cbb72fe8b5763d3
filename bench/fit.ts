import type { Knowledge } from '../src/answer/knowledge.ts';
import { loadLexicon } from '../src/language/lexicon.ts';
import type { Question } from '../src/language/question.ts';
import { buildRevision } from '../src/library/revision.ts';
import { projectFile } from '../src/project.ts';
import { PassageIndex } from '../src/search/index.ts';
import { spanOf } from '../src/search/quotation.ts';
import { type Finding, search } from '../src/search/search.ts';
import { WEIGHTS, type Weights } from '../src/search/weights.ts';
import { sliceOf } from '../src/span.ts';
import {
  hasOutsideData,
  isForFitting,
  loadOutsidePassages,
  loadOutsideQuestions,
  type OutsideQuestion,
  toArticle,
} from './outside.ts';
import { type EvalQuestion, isRight, loadQuestionSets } from './questions.ts';

/**
 * `npm run fit [-- SECONDS]`: looks for better weights by changing one at a time, as long as it gets better on the sets
 * that are for it, and prints them; whether they are taken is decided by the sets that it never saw (`npm run eval`).
 */

/** Sets to fit on; `talks-b` and `seed-held-out` are for judging the result. */
const FITTED = ['talks-a', 'talks-c', 'seed'];
const JUDGED = ['talks-b', 'seed-held-out'];
/** How much each aim counts beside right first quotations on our own questions. */
const AIMS = { abstaining: 0.6, outsidePassage: 0.3, outsideAnswer: 0.3 } as const;
/** A smaller gain is noise: half a question of the sets above. */
const LEAST_GAIN = 0.0015;
/** What a weight is multiplied with, each in turn. */
const FACTORS = [0.6, 0.85, 1.18, 1.6];
/** Every ninth distractor, every second question: enough to keep the weights from forgetting how other texts are. */
const DISTRACTORS = 9;
const OUTSIDE_QUESTIONS = 2;
const DEFAULT_SECONDS = 600;

const NO_FILTER = { since: null, until: null, source: null };

interface Asked {
  readonly question: EvalQuestion;
  readonly read: Question;
  readonly knowledge: Knowledge;
}

const textOf = ({ entry, window }: Finding): string => sliceOf(entry.article.text, spanOf(entry, window));

async function readSets(names: readonly string[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  const known = new Map<string, Knowledge>();
  for (const set of await loadQuestionSets()) {
    if (!names.includes(set.name)) continue;
    const folders = { articles: set.articles, lexicon: projectFile('corpus/lexicon'), dictionary: null };
    const knowledge = known.get(set.articles) ?? (await buildRevision(folders)).knowledge;
    known.set(set.articles, knowledge);
    for (const question of set.questions) {
      asked.push({ question, knowledge, read: knowledge.index.read(question.question, question.language) });
    }
  }
  return asked;
}

interface Judgement {
  /** Share of answerable questions whose first quotation is right, whatever its evidence. */
  readonly right: number;
  /** How often a right quotation has more evidence than the best one of a question that cannot be answered. */
  readonly apart: number;
}

function judge(asked: readonly Asked[], weights: Weights): Judgement {
  const right: number[] = [];
  const not: number[] = [];
  let answerable = 0;
  for (const { question, read, knowledge } of asked) {
    const first = search(read, knowledge.index, NO_FILTER, weights)[0];
    const score = first?.evidence.score ?? 0;
    if (question.unanswerable === true) not.push(score);
    else {
      answerable++;
      if (first !== undefined && isRight(question, textOf(first))) right.push(score);
    }
  }
  return { right: right.length / Math.max(1, answerable), apart: shareAbove(right, not) };
}

/** How often a value of the first list is above one of the second: the area under the ROC curve. */
function shareAbove(first: readonly number[], second: readonly number[]): number {
  let above = 0;
  for (const a of first) for (const b of second) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / Math.max(1, first.length * second.length);
}

async function readOutside(): Promise<(weights: Weights) => { passage: number; answer: number }> {
  if (!hasOutsideData()) return () => ({ passage: 0, answer: 0 });
  const passages = await loadOutsidePassages();
  const chosen = passages.filter(({ id }, at) => id.startsWith('xq-') || at % DISTRACTORS === 0);
  const index = PassageIndex.build(chosen.map(toArticle), await loadLexicon(projectFile('corpus/lexicon')));
  const questions = (await loadOutsideQuestions())
    .filter(isForFitting)
    .filter((_, at) => at % OUTSIDE_QUESTIONS === 0)
    .map((question: OutsideQuestion) => ({ question, read: index.read(question.de, 'de') }));
  return (weights) => {
    let passage = 0;
    let answer = 0;
    for (const { question, read } of questions) {
      const first = search(read, index, NO_FILTER, weights)[0];
      if (first === undefined) continue;
      if (first.entry.article.id === question.passage) passage++;
      const text = textOf(first);
      if (question.answers.some((each) => text.includes(each))) answer++;
    }
    return { passage: passage / questions.length, answer: answer / questions.length };
  };
}

/** A weight by its path, such as `near.heading`. */
type Path = readonly string[];

function pathsOf(value: object, before: Path = []): Path[] {
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'object' && each !== null ? pathsOf(each, [...before, key]) : [[...before, key]],
  );
}

function changed<T extends object>(value: T, [key = '', ...rest]: Path, change: (old: number) => number): T {
  const old: unknown = Reflect.get(value, key);
  const next = typeof old === 'object' && old !== null ? changed(old, rest, change) : change(Number(old));
  return { ...value, [key]: next };
}

/** Shares of one; all others may grow. */
const isShare = (path: Path): boolean => /^(?:near|beside|without|strange|absent|nameFloor)/.test(path[0] ?? '');

const fitted = await readSets(FITTED);
const judged = await readSets(JUDGED);
const outside = await readOutside();

function worth(weights: Weights): number {
  const { right, apart } = judge(fitted, weights);
  const { passage, answer } = outside(weights);
  return right + AIMS.abstaining * apart + AIMS.outsidePassage * passage + AIMS.outsideAnswer * answer;
}

function report(title: string, weights: Weights): void {
  const show = (each: object): string =>
    Object.entries(each)
      .map(([name, value]) => `${name} ${Number(value).toFixed(3)}`)
      .join(', ');
  console.log(`${title}: fitted on ${show(judge(fitted, weights))}; outside ${show(outside(weights))}`);
  console.log(`  never seen: ${show(judge(judged, weights))}`);
}

const seconds = Number(process.argv[2] ?? DEFAULT_SECONDS);
const deadline = performance.now() + seconds * 1000;
let best: Weights = WEIGHTS;
let most = worth(best);
report('before', best);
// The threshold is chosen afterwards, from the table of `npm run eval`.
const paths = pathsOf(WEIGHTS).filter((path) => path[0] !== 'threshold' && path.at(-1) !== 'any');
for (let moved = true; moved && performance.now() < deadline; ) {
  moved = false;
  for (const path of paths) {
    for (const factor of FACTORS) {
      const next = changed(best, path, (old) => Math.min(isShare(path) ? 1 : Number.POSITIVE_INFINITY, old * factor));
      const gained = worth(next);
      if (gained < most + LEAST_GAIN) continue;
      [best, most, moved] = [next, gained, true];
      console.log(`${path.join('.')} × ${factor}: ${most.toFixed(4)}`);
    }
    if (performance.now() > deadline) break;
  }
}
report('after', best);
console.log(
  JSON.stringify(best, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value), 2),
);
