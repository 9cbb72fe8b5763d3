import { loadDictionary } from '../src/language/dictionary.ts';
import type { Language } from '../src/language/language.ts';
import { loadLexicon } from '../src/language/lexicon.ts';
import { projectFile } from '../src/project.ts';
import { PassageIndex } from '../src/search/index.ts';
import { spanOf } from '../src/search/quotation.ts';
import { search } from '../src/search/search.ts';
import { sliceOf } from '../src/span.ts';
import {
  hasOutsideData,
  isForFitting,
  loadOutsidePassages,
  loadOutsideQuestions,
  mistype,
  type OutsideQuestion,
  seeded,
  toArticle,
} from './outside.ts';

const NO_FILTER = { since: null, until: null, source: null };
if (!hasOutsideData()) throw new Error('../shared/retrieval is not there');
const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const passages = await loadOutsidePassages();
const all = await loadOutsideQuestions();
const part = process.argv[2] ?? 'dev';
const questions = all.filter((q) => part === 'all' || isForFitting(q) === (part === 'dev'));
const modes = (process.argv[3] ?? 'de,typo,en,abst').split(',');
let started = performance.now();
const articles = passages.map(toArticle);
console.log('split', Math.round(performance.now() - started));
started = performance.now();
const index = PassageIndex.build(articles, lexicon);
if (process.env['DICTIONARY']) {
  const { dictionary, problem } = await loadDictionary(process.env['DICTIONARY'], (l, st) => index.has(l, st));
  if (dictionary) {
    index.use(dictionary);
    console.log('dictionary', dictionary.size);
  } else console.log(problem);
}
console.log('build', Math.round(performance.now() - started), 'rss', Math.round(process.memoryUsage().rss / 1e6));

function run(name: string, ask: (q: OutsideQuestion) => [string, Language]): void {
  let hit1 = 0,
    hit5 = 0,
    mrr = 0,
    in1 = 0,
    in3 = 0,
    cand = 0,
    len = 0;
  const times: number[] = [];
  for (const q of questions) {
    const [text, language] = ask(q);
    const t = performance.now();
    const question = index.read(text, language);
    const found = search(question, index, NO_FILTER);
    times.push(performance.now() - t);
    const rank = found.findIndex((f) => f.entry.article.id === q.passage);
    if (rank >= 0) cand++;
    if (rank === 0) hit1++;
    if (rank >= 0 && rank < 5) hit5++;
    if (rank >= 0 && rank < 10) mrr += 1 / (rank + 1);
    const texts = found.slice(0, 3).map((f) => sliceOf(f.entry.article.text, spanOf(f.entry, f.window)));
    const holds = (s: string) => q.answers.some((a) => s.includes(a));
    if (texts[0] !== undefined && holds(texts[0])) in1++;
    len += texts[0]?.length ?? 0;
    if (texts.some(holds)) in3++;
  }
  times.sort((a, b) => a - b);
  const n = questions.length;
  const pc = (x: number) => ((100 * x) / n).toFixed(1);
  console.log(
    name,
    'n',
    n,
    'hit1',
    pc(hit1),
    'hit5',
    pc(hit5),
    'mrr',
    pc(mrr),
    'in1',
    pc(in1),
    'in3',
    pc(in3),
    'cand',
    pc(cand),
    'len',
    Math.round(len / n),
    'p50',
    times[n >> 1]?.toFixed(1),
    'p95',
    times[Math.floor(n * 0.95)]?.toFixed(1),
    'max',
    times[n - 1]?.toFixed(1),
  );
}
if (modes.includes('de')) run('de', (q) => [q.de, 'de']);
const random = seeded(7);
if (modes.includes('typo')) run('typo', (q) => [mistype(q.de, random), 'de']);
if (modes.includes('en')) run('en', (q) => [q.en, 'en']);
if (modes.includes('abst')) {
  const yes: number[] = [],
    no: number[] = [];
  for (const half of [0, 1]) {
    const isOut = (id: string) =>
      id.startsWith('xq-') && (Number(id.split('-')[2]) + Number(id.split('-')[1]) / 2) % 2 === half;
    const idx = PassageIndex.build(
      articles.filter((a) => !isOut(a.id)),
      lexicon,
    );
    for (const q of questions) {
      const found = search(idx.read(q.de, 'de'), idx, NO_FILTER);
      (isOut(q.passage) ? no : yes).push(found[0]?.evidence.score ?? 0);
    }
  }
  let auc = 0;
  for (const y of yes) for (const n of no) auc += y > n ? 1 : y === n ? 0.5 : 0;
  no.sort((a, b) => b - a);
  const thr = no[Math.floor(no.length * 0.05)] ?? 0;
  console.log(
    'AUROC',
    (auc / yes.length / no.length).toFixed(3),
    'shown at 5% false',
    (yes.filter((y) => y > thr).length / yes.length).toFixed(3),
    'threshold',
    thr.toFixed(3),
  );
}
