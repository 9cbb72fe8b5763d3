import { registry } from '../commands/index.ts';
import { startBot } from '../src/discord/bot.ts';
import { Library } from '../src/library/library.ts';
import { createLog } from '../src/log.ts';
import { projectFile } from '../src/project.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { loadQuestionSets } from './questions.ts';

/**
 * `npm run bench`: from the interaction sent to the reply received, at 50 a second, through the sandbox and the real
 * discord.js client; beside it, in the same run, a search in the library's worker alone, and the memory of all of it.
 */

const PER_SECOND = 50;
const SECONDS = 10;
const WARM_UP = 50;

const round = (ms: number): number => Math.round(ms * 10) / 10;

function percentiles(values: readonly number[]): Record<string, number> {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

const sets = await loadQuestionSets();
const questions = sets.flatMap((set) => set.questions.map((each) => each.question));
const log = createLog('silent');
const library = await Library.open({
  articles: projectFile('corpus/articles'),
  lexicon: projectFile('corpus/lexicon'),
  dictionary: null,
});
const sandbox = await startSandbox();
const bot = await startBot({
  library,
  registry,
  log,
  token: sandbox.token,
  apiUrl: sandbox.apiUrl,
  operatorIds: [],
});
const idle = process.memoryUsage().rss;
const guild = sandbox.createGuild({ name: 'bench', preferredLocale: 'de' });
const user = sandbox.createUser({ name: 'bench', locale: 'de' });
const questionAt = (index: number): string => questions[index % questions.length] ?? '';

const alone: number[] = [];
for (let index = 0; index < WARM_UP + PER_SECOND * SECONDS; index++) {
  const started = performance.now();
  await library.request('ask', { question: questionAt(index), locale: 'de' });
  if (index >= WARM_UP) alone.push(performance.now() - started);
}

const replied: number[] = [];
const acknowledged: number[] = [];
const asked: Promise<void>[] = [];
const begin = performance.now();
for (let index = 0; index < PER_SECOND * SECONDS; index++) {
  const due = begin + (index * 1000) / PER_SECOND;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  asked.push(
    user.command('ask', { question: questionAt(index) }, { guild }).then((exchange) => {
      if (exchange.acknowledgedAfterMs !== null) acknowledged.push(exchange.acknowledgedAfterMs);
      if (exchange.repliedAfterMs !== null) replied.push(exchange.repliedAfterMs);
    }),
  );
}
await Promise.all(asked);

console.log(
  `${PER_SECOND} interactions a second for ${SECONDS} s, ${library.summary.articles.length} articles; milliseconds`,
);
console.table({
  'search in the worker, one at a time': percentiles(alone),
  'acknowledged, end to end': percentiles(acknowledged),
  'replied, end to end': percentiles(replied),
});
console.log(
  `memory (RSS): ${megabytes(idle)} MB idle with the sandbox in it, ${megabytes(process.memoryUsage().rss)} MB after`,
);
console.log(`violations of Discord's rules: ${sandbox.violations.length}`);

await bot.stop();
await library.close();
await sandbox.close();
