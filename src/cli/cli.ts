import type { Readable, Writable } from 'node:stream';
import type { CommandContext, Registry } from '../command/contract.ts';
import { parseOptions } from '../command/options.ts';
import { readConfig } from '../config.ts';
import { WortlautError } from '../errors.ts';
import type { Language } from '../language/language.ts';
import { describeProblem, languageOfLocale, messagesIn } from '../messages/index.ts';
import { type CliMode, readArguments } from './arguments.ts';
import { printExplanation } from './explain.ts';
import { answerLines } from './lines.ts';
import { openLibrary } from './local-library.ts';
import { printAnswer } from './print.ts';
import { toResultLine } from './result.ts';

/** What the command line works with. */
export interface CliStreams {
  readonly registry: Registry;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** Exit codes; 3 lets a script tell "not in the articles" from a failure. */
const EXIT = { answered: 0, failed: 1, usage: 2, abstained: 3 } as const;

/** A terminal scrolls: a listing is shown whole, as far as a request for one goes. */
const ALL_LINES = 1_000;

/** Runs the command line and returns its exit code. */
export async function runCli(args: readonly string[], streams: CliStreams): Promise<number> {
  const { registry, environment, input, output, errors } = streams;
  const systemLocale = languageOfLocale(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']);
  try {
    const mode = readArguments(args);
    if (mode.mode === 'help') {
      output.write(`${messagesIn(systemLocale).cli.usage}\n`);
      return EXIT.answered;
    }
    const library = await openConfigured(environment);
    for (const { file, line, problem } of library.refused) {
      errors.write(`${messagesIn(systemLocale).start.refused(file, line, describeProblem(problem, systemLocale))}\n`);
    }
    const context = { library, registry, lines: ALL_LINES };
    if (mode.mode === 'one') return await answerOne(mode, context, systemLocale, output);
    await answerLines(input, output, context, { wished: mode.locale, fallback: systemLocale });
    return EXIT.answered;
  } catch (error) {
    if (!(error instanceof WortlautError)) throw error;
    errors.write(`${describeProblem(error.problem, systemLocale)}\n`);
    const isCall = error.id === 'usage.invalid' || error.id === 'question.empty';
    if (!isCall) return error.id.startsWith('option.') ? EXIT.usage : EXIT.failed;
    errors.write(`${messagesIn(systemLocale).cli.usage}\n`);
    return EXIT.usage;
  }
}

/** The bot's own variables do not matter here; a token that is malformed does not keep anybody from asking. */
function openConfigured({ ARTICLES_DIR, LEXICON_DIR, DICTIONARY, INDEX_CACHE }: CliStreams['environment']) {
  const config = readConfig({ ARTICLES_DIR, LEXICON_DIR, DICTIONARY, INDEX_CACHE });
  const { articlesDir, lexiconDir, dictionary, indexCache } = config;
  return openLibrary({ articles: articlesDir, lexicon: lexiconDir, dictionary, cache: indexCache });
}

/** Answers the one question of a call and returns the exit code that tells whether the articles do. */
async function answerOne(
  { question, json, explain, locale: wished }: Extract<CliMode, { mode: 'one' }>,
  context: Omit<CommandContext, 'locale'>,
  fallback: Language,
  output: Writable,
): Promise<number> {
  const { library, registry } = context;
  const locale = wished ?? fallback;
  const started = performance.now();
  const reply = await registry.plain.run({ ...context, locale }, parseOptions(registry.plain.options, { question }));
  if (reply.kind !== 'answer') throw new Error(`A question came to: ${reply.kind}`);
  const { status, language } = reply;
  if (explain) {
    const explanation = await library.request('explain', { question, locale });
    const shown = json ? JSON.stringify({ ...explanation, status }) : printExplanation(explanation, status, locale);
    output.write(`${shown}\n`);
  } else {
    const shownIn = wished ?? language;
    const shown = json ? JSON.stringify(toResultLine(reply, shownIn, started)) : printAnswer(reply, shownIn).trimEnd();
    output.write(`${shown}\n`);
  }
  return EXIT[status];
}
