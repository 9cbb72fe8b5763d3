import { loadLexicon } from '../src/language/lexicon.ts';
import type { Question } from '../src/language/question.ts';
import { buildRevision } from '../src/library/revision.ts';
import { projectFile } from '../src/project.ts';
import { clearOf, judge, lessen, weighConcepts, weightsFor } from '../src/search/evidence.ts';
import { PassageIndex } from '../src/search/index.ts';
import type { PassageMatches } from '../src/search/matches.ts';
import { spanOf, type Window } from '../src/search/quotation.ts';
import { FEATURES, type Ranking } from '../src/search/ranking.ts';
import { type Considered, consider, leadOf } from '../src/search/search.ts';
import { WEIGHTS, type Weights } from '../src/search/weights.ts';
import { sliceOf } from '../src/span.ts';
import { hasOutsideData, isForFitting, loadOutsidePassages, loadOutsideQuestions, toArticle } from './outside.ts';
import { isRight, loadQuestionSets } from './questions.ts';
import { type Choice, fitChoices } from './softmax.ts';

/**
 * `npm run fit`: weights for the ranking of windows, and for the evidence of the one that comes first, from the sets that
 * are for it; prints them beside what the sets that are not say of them. Whether they are taken is up to the reader.
 */

/** Sets to fit on; the others judge the result. */
const FITTED = ['talks-a', 'talks-c', 'talks-e', 'talks-f', 'seed', 'seed-second', 'outside'];
/** An outside question counts this much beside one of ours: there are more of them, and ours are what is asked. */
const OUTSIDE = 0.5;
/** And this much more where only its passage is right: a reader finds the answer beside the quotation. */
const PASSAGE_ONLY = 0.125;
/** Weights of the ranking are held back this much; between 1 and 20 it makes no difference. */
const PENALTY = 2;
/** A smaller gain of the evidence is noise: half a question. */
const LEAST_GAIN = 0.0005;
/** What a weight of the evidence is multiplied with, each in turn, as long as it gets better. */
const FACTORS = [0.6, 0.8, 0.92, 1.09, 1.25, 1.6];
/** Of the evidence only these are fitted: the others also say what the features of the ranking are. */
const EVIDENCE = ['near', 'date', 'withoutType', 'withoutName', 'withoutDate', 'rivalled', 'doubt', 'sharpness'];

const NO_FILTER = { since: null, until: null, source: null };

/** A question with all that may be quoted. */
interface Case {
  readonly set: string;
  readonly weighed: readonly number[];
  readonly total: number;
  readonly options: readonly {
    readonly matches: PassageMatches;
    readonly window: Window;
    readonly values: Float64Array;
    /** `passage`: the answer stands in the passage, not in the window. */
    readonly verdict: 'right' | 'passage' | 'wrong';
  }[];
  readonly answerable: boolean;
}

type Judge = (considered: Considered, text: string) => 'right' | 'passage' | 'wrong';

function toCase(set: string, question: Question, index: PassageIndex, answerable: boolean, verdictOn: Judge): Case {
  const asked = index.resolve(question);
  const total = index.entries.length;
  const weighed = weighConcepts(asked, total, WEIGHTS);
  const options = consider(asked, weighed, index, NO_FILTER, WEIGHTS.context).flatMap((considered) =>
    considered.windows.map(({ window, features }) => ({
      matches: considered.matches,
      window,
      values: Float64Array.from(FEATURES, (feature) => features[feature]),
      verdict: verdictOn(
        considered,
        sliceOf(considered.matches.entry.article.text, spanOf(considered.matches.entry, window)),
      ),
    })),
  );
  return { set, weighed, total, options, answerable };
}

async function readOwn(): Promise<Case[]> {
  const cases: Case[] = [];
  const known = new Map<string, PassageIndex>();
  for (const { name, articles, questions } of await loadQuestionSets()) {
    const folders = { articles, lexicon: projectFile('corpus/lexicon'), dictionary: null };
    const index = known.get(articles) ?? (await buildRevision(folders)).knowledge.index;
    known.set(articles, index);
    for (const question of questions) {
      const read = index.read(question.question, question.language);
      cases.push(
        toCase(name, read, index, question.unanswerable !== true, (_, text) =>
          isRight(question, text) ? 'right' : 'wrong',
        ),
      );
    }
  }
  return cases;
}

async function readOutside(): Promise<Case[]> {
  if (!hasOutsideData()) return [];
  const articles = (await loadOutsidePassages()).map(toArticle);
  const index = PassageIndex.build(articles, await loadLexicon(projectFile('corpus/lexicon')));
  return (await loadOutsideQuestions()).map((question) =>
    toCase(
      isForFitting(question) ? 'outside' : 'outside-reported',
      index.read(question.de, 'de'),
      index,
      true,
      ({ matches }, text) =>
        matches.entry.article.id !== question.passage
          ? 'wrong'
          : question.answers.some((answer) => text.includes(answer))
            ? 'right'
            : 'passage',
    ),
  );
}

function toChoices({ set, options }: Case): Choice[] {
  const entries = options.map((option) => option.values);
  const isOutside = set.startsWith('outside');
  const choice = (verdicts: readonly string[], weight: number): Choice[] => {
    const right = options.map((option) => verdicts.includes(option.verdict));
    return right.includes(true) ? [{ entries, right, weight }] : [];
  };
  return [
    ...choice(['right'], isOutside ? OUTSIDE : 1),
    ...(isOutside ? choice(['right', 'passage'], PASSAGE_ONLY) : []),
  ];
}

type Option = Case['options'][number];

/** What comes first of the options of a question, and how clearly. */
interface First {
  readonly case: Case;
  readonly option: Option;
  /** By how much it is ahead of the best option on another event. */
  readonly lead: number;
}

function firstOf(each: Case, options: readonly Option[], ranking: Ranking): First | undefined {
  const weights = FEATURES.map((feature) => ranking[feature]);
  const [best, ...others] = options
    .map((option) => ({
      option,
      rank: option.values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
      entry: option.matches.entry,
    }))
    .sort((a, b) => b.rank - a.rank);
  return best === undefined ? undefined : { case: each, option: best.option, lead: leadOf([best, ...others]) };
}

/** The first options of questions that they answer, and of such that they cannot. */
interface Firsts {
  readonly right: readonly First[];
  readonly not: readonly First[];
  readonly answerable: number;
}

function firstsOf(cases: readonly Case[], ranking: Ranking): Firsts {
  const right: First[] = [];
  const not: First[] = [];
  for (const each of cases) {
    const first = firstOf(each, each.options, ranking);
    if (first === undefined) continue;
    const isOutside = each.set.startsWith('outside');
    const { verdict } = first.option;
    if (!each.answerable) not.push(first);
    else if (verdict === 'right' || (isOutside && verdict === 'passage')) right.push(first);
    // Without its passage an outside question cannot be answered.
    const wrong = each.options.filter((option) => option.verdict === 'wrong');
    const other = isOutside ? firstOf(each, wrong, ranking) : undefined;
    if (other !== undefined) not.push(other);
  }
  return { right, not, answerable: cases.filter((each) => each.answerable).length };
}

/** How often a right first option has more evidence than one of a question without an answer. */
function apart({ right, not }: Firsts, weights: Weights): number {
  const scoreOf = ({ case: { weighed, total }, option: { matches, window }, lead }: First): number =>
    lessen(judge(matches, weighed, window, weightsFor(total, weights)), clearOf(lead, weights)).score;
  const scores = not.map(scoreOf);
  let above = 0;
  for (const each of right.map(scoreOf))
    for (const other of scores) above += each > other ? 1 : each === other ? 0.5 : 0;
  return above / Math.max(1, right.length * not.length);
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
const isShare = ([first = '']: Path): boolean =>
  first === 'near' || first === 'rivalled' || first.startsWith('without');

function fitEvidence(groups: readonly Firsts[], start: Weights): Weights {
  const worth = (weights: Weights): number =>
    groups.reduce((sum, group) => sum + apart(group, weights), 0) / groups.length;
  const paths = pathsOf(start).filter((path) => EVIDENCE.includes(path[0] ?? '') && path.at(-1) !== 'any');
  let best = start;
  let most = worth(best);
  for (let moved = true; moved; ) {
    moved = false;
    for (const path of paths) {
      for (const factor of FACTORS) {
        const next = changed(best, path, (old) => Math.min(isShare(path) ? 1 : Number.POSITIVE_INFINITY, old * factor));
        const gained = worth(next);
        if (gained < most + LEAST_GAIN) continue;
        [best, most, moved] = [next, gained, true];
      }
    }
  }
  return best;
}

function report(title: string, cases: readonly Case[], weights: Weights): void {
  const rows = [...new Set(cases.map((each) => each.set))].map((set) => {
    const firsts = firstsOf(
      cases.filter((each) => each.set === set),
      weights.ranking,
    );
    return {
      set: FITTED.includes(set) ? set : `${set} (judges)`,
      'first right': (firsts.right.length / firsts.answerable).toFixed(3),
      AUROC: apart(firsts, weights).toFixed(3),
    };
  });
  console.log(title);
  console.table(rows);
}

const cases = [...(await readOwn()), ...(await readOutside())];
const fitted = cases.filter(({ set }) => FITTED.includes(set));
report('before', cases, WEIGHTS);

const values = fitChoices(fitted.filter((each) => each.answerable).flatMap(toChoices), PENALTY);
const ranking: Ranking = { ...WEIGHTS.ranking };
for (const [at, feature] of FEATURES.entries()) Object.assign(ranking, { [feature]: values[at] });
const own = firstsOf(
  fitted.filter(({ set }) => set !== 'outside'),
  ranking,
);
const outside = firstsOf(
  fitted.filter(({ set }) => set === 'outside'),
  ranking,
);
const after = fitEvidence(outside.not.length === 0 ? [own] : [own, own, outside], { ...WEIGHTS, ranking });
report('after', cases, after);
console.log(
  JSON.stringify(after, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value), 2),
);
