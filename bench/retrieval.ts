import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadDictionary } from '../src/language/dictionary.ts';
import { loadLexicon } from '../src/language/lexicon.ts';
import { packFile, unpackFile } from '../src/library/cache-file.ts';
import { projectFile } from '../src/project.ts';
import { buildIndex } from '../src/search/build.ts';
import { type EngineData, loadEngine } from '../src/search/engine.ts';
import { PassageIndex } from '../src/search/index.ts';
import { spanOf } from '../src/search/quotation.ts';
import { type Finding, search } from '../src/search/search.ts';
import { sliceOf } from '../src/span.ts';
import { askInEveryWay } from './comparison/asked.ts';
import { measure } from './comparison/measure.ts';
import { printTable } from './comparison/table.ts';
import {
  enlarge,
  hasOutsideData,
  isForFitting,
  loadOutsidePassages,
  loadOutsideQuestions,
  type OutsideQuestion,
  toArticle,
} from './outside.ts';

/**
 * `npm run bench:retrieval [-- --size N] [--dictionary FILE]`: our own search on the outside data, in the rows of the
 * other engines, and what only ours can be asked: whether the quotation holds the answer, and whether the evidence tells
 * questions that can be answered from those whose passage was taken out.
 */

/** What the engine wrote itself; it checks what it loads. */
const engineSchema = z.custom<EngineData>((value) => typeof value === 'object' && value !== null);

const NO_FILTER = { since: null, until: null, source: null };
/** The references in the issue are about so long quotations. */
const SHORT = 300;
/** Wrong answers that are allowed where shown ones are counted. */
const FALSE_ANSWERS = 0.05;

const { values } = parseArgs({ options: { size: { type: 'string' }, dictionary: { type: 'string' } } });
if (!hasOutsideData()) throw new Error('The outside data (../shared/retrieval) is not beside this checkout.');
const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const all = await loadOutsidePassages();
const passages = values.size === undefined ? all : enlarge(all, Number(values.size));
const questions = await loadOutsideQuestions();

const textOf = ({ entry, window }: Finding): string => sliceOf(entry.article.text, spanOf(entry, window));
const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3);

const articles = passages.map(toArticle);
let index: PassageIndex | null = null;
const row = await measure({
  engine: values.dictionary === undefined ? 'Wortlaut' : 'Wortlaut with Ding',
  passages: passages.length,
  questions: askInEveryWay(questions),
  async build() {
    const built = new PassageIndex(articles, lexicon, buildIndex(articles, lexicon));
    if (values.dictionary !== undefined) {
      const { dictionary, problem } = await loadDictionary(values.dictionary, (language, stem) =>
        built.has(language, stem),
      );
      if (dictionary === null) throw new Error(JSON.stringify(problem));
      built.use(dictionary);
    }
    index = built;
    return {
      search: (question, asking, limit) =>
        search(built.read(question, asking === 'en' ? 'en' : 'de'), built, NO_FILTER)
          .slice(0, limit)
          .map(({ entry }) => entry.article.id),
    };
  },
});
printTable([row]);
await printCost();

/** Milliseconds of the processor that something takes: the clock also counts what other processes do meanwhile. */
async function timed<T>(run: () => T | Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

/** What building costs, and what is saved where the index was kept: without the statements, which are none here. */
async function printCost(): Promise<void> {
  const [data, building] = await timed(() => buildIndex(articles, lexicon));
  const heap = process.memoryUsage().heapUsed;
  const key = '0'.repeat(64);
  const parts = [data.vocabulary, data.words, data.sentences, data.engine.toJSON()];
  const file = Buffer.from(await packFile(key, parts));
  const [kept, reading] = await timed(() => unpackFile(key, file));
  const engine = engineSchema.parse(kept?.[3]);
  const [, loading] = await timed(() => loadEngine(engine));
  const [, assembling] = await timed(() => new PassageIndex(articles, lexicon, data));
  const part = (reading + loading + assembling) / (building + assembling);
  console.log(
    `build: ${Math.round(passages.length / (building / 1000))} passages a second, ${Math.round(heap / 1e6)} MB of heap; kept: ${Math.round(file.length / 1e6)} MB, ready in ${Math.round(reading + loading + assembling)} ms, ${part.toFixed(2)} of building it`,
  );
}

/** How often the answer stands in the first quotation, in a short one, or in one of three. */
function printQuotations(asked: readonly OutsideQuestion[], searched: PassageIndex): void {
  for (const language of ['de', 'en'] as const) {
    let [first, short, three, length] = [0, 0, 0, 0];
    for (const question of asked) {
      const texts = search(searched.read(question[language], language), searched, NO_FILTER).slice(0, 3).map(textOf);
      const holds = (text: string): boolean => question.answers.some((answer) => text.includes(answer));
      const [best = ''] = texts;
      length += best.length;
      if (holds(best)) first++;
      if (best.length <= SHORT && holds(best)) short++;
      if (texts.some(holds)) three++;
    }
    const n = asked.length;
    console.log(
      `${language}, ${n} questions: answer in the first quotation ${share(first, n)} (of at most ${SHORT} characters ${share(short, n)}), within three ${share(three, n)}; ${Math.round(length / n)} characters on average`,
    );
  }
}

/** How well the evidence tells questions whose passage was taken out from the others; each half is taken out once. */
function printEvidence(asked: readonly OutsideQuestion[]): void {
  const answerable: number[] = [];
  const not: number[] = [];
  for (const half of [0, 1]) {
    const isOut = (id: string): boolean => {
      const [source, article, paragraph] = id.split('-');
      return source === 'xq' && (Number(paragraph) + Number(article) / 2) % 2 === half;
    };
    const rest = PassageIndex.build(
      articles.filter(({ id }) => !isOut(id)),
      lexicon,
    );
    for (const { passage, de } of asked) {
      const score = search(rest.read(de, 'de'), rest, NO_FILTER)[0]?.evidence.score ?? 0;
      (isOut(passage) ? not : answerable).push(score);
    }
  }
  let above = 0;
  for (const a of answerable) for (const b of not) above += a > b ? 1 : a === b ? 0.5 : 0;
  const thresholds = [...new Set([...answerable, ...not])].sort((a, b) => a - b);
  const f1At = (threshold: number): number => {
    const right = answerable.filter((score) => score >= threshold).length;
    const wrong = not.filter((score) => score >= threshold).length;
    return (2 * right) / Math.max(1, right + wrong + answerable.length);
  };
  const strict = thresholds.find((each) => shareFrom(not, each) <= FALSE_ANSWERS) ?? 1;
  console.log(
    `evidence, ${asked.length} questions: AUROC ${(above / answerable.length / not.length).toFixed(3)}, best F1 ${Math.max(...thresholds.map(f1At)).toFixed(3)}; at ${FALSE_ANSWERS * 100} % false answers ${(100 * shareFrom(answerable, strict)).toFixed(0)} % of the answerable are shown`,
  );
}

const shareFrom = (scores: readonly number[], threshold: number): number =>
  scores.filter((score) => score >= threshold).length / Math.max(1, scores.length);

const built: PassageIndex | null = index;
if (built !== null && values.size === undefined) {
  const reported = questions.filter((question) => !isForFitting(question));
  for (const [name, asked] of [
    ['all', questions],
    ['for reporting', reported],
  ] as const) {
    console.log(`\n${name}`);
    printQuotations(asked, built);
    if (values.dictionary === undefined) printEvidence(asked);
  }
}
