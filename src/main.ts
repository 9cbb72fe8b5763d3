import 'dotenv/config';
import { registry } from '../commands/index.ts';
import { readConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { WortlautError } from './errors.ts';
import { Library } from './library/library.ts';
import { createLog, type Logger } from './log.ts';
import { describeProblem, languageOfLocale, messagesIn } from './messages/index.ts';
import { runPrompt } from './sandbox/prompt.ts';
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts';

/** The start: configuration, library, bot; or the sandbox with the bot in it where there is no token. */

/** The terminal speaks the operator's language. */
const environmentLocale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'];
const locale = languageOfLocale(environmentLocale);
const texts = messagesIn(locale).start;
/** After this long a stop no longer waits for anything: the promise is two seconds. */
const STOP_DEADLINE_MS = 1_500;

const cleanups: (() => Promise<void>)[] = [];
let stopping = false;

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(exitCode), STOP_DEADLINE_MS).unref();
  await Promise.allSettled(cleanups.reverse().map((cleanup) => cleanup()));
  process.exit(exitCode);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const interactive = config.token === null && process.stdin.isTTY === true && process.stdout.isTTY === true;
  // At the prompt, only what is wrong may come between question and answer.
  const log = createLog(interactive && process.env['LOG_LEVEL'] === undefined ? 'error' : config.logLevel);
  guardProcess(log);

  const { articlesDir, lexiconDir, dictionary, indexCache } = config;
  const library = await Library.open({ articles: articlesDir, lexicon: lexiconDir, dictionary, cache: indexCache });
  cleanups.push(() => library.close());
  library.onFault = (cause) => log.error({ err: cause }, 'the library died and is being read again');
  library.onUnkept = (cause) =>
    log.warn({ folder: indexCache, cause }, 'the index is not kept: it is built at every start');
  for (const { file, line, problem } of library.summary.refused) {
    console.error(texts.refused(file, line, describeProblem(problem, locale)));
  }

  const sandbox =
    config.token === null
      ? await startSandbox({ port: config.sandboxPort, ownerLocale: locale === 'de' ? 'de' : 'en-US' })
      : null;
  if (sandbox !== null) cleanups.push(() => sandbox.close());
  const bot = await startBot({
    library,
    registry,
    log,
    token: sandbox?.token ?? config.token ?? '',
    apiUrl: sandbox?.apiUrl ?? config.apiUrl,
    operatorIds: config.operatorIds,
  });
  cleanups.push(() => bot.stop());

  const milliseconds = Math.round(process.uptime() * 1000);
  console.log(texts.ready(bot.client.user.displayName, library.summary.articles.length, milliseconds));
  if (sandbox === null) console.log(texts.invitation(bot.invitation));
  else console.log(texts.sandbox(sandbox.apiUrl));
  if (sandbox !== null && interactive) await converse(sandbox);
  else console.log(texts.serving);
}

/** The prompt in the terminal: the operator is the user who asks. */
async function converse(sandbox: Sandbox): Promise<void> {
  const closed = new AbortController();
  cleanups.push(async () => closed.abort());
  await runPrompt({
    sandbox,
    user: sandbox.application.owner,
    input: process.stdin,
    output: process.stdout,
    locale,
    signal: closed.signal,
  });
  await stop(0);
}

/** A process in an unknown state must not go on serving: it says why and ends; a supervisor starts it anew. */
function guardProcess(log: Logger): void {
  const fail = (error: unknown): void => {
    log.fatal({ err: error }, 'unexpected');
    void stop(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
main().catch((error: unknown) => {
  console.error(error instanceof WortlautError ? describeProblem(error.problem, locale) : error);
  void stop(1);
});
