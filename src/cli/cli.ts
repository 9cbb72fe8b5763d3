import type { Readable, Writable } from 'node:stream';
import type { Registry } from '../command/contract.ts';
import { parseOptions } from '../command/options.ts';
import { readConfig } from '../config.ts';
import { WortlautError } from '../errors.ts';
import type { Language } from '../language/language.ts';
import { describeProblem, languageOfLocale, messagesIn } from '../messages/index.ts';
import { readArguments } from './arguments.ts';
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
    // The bot's own variables do not matter here; a token that is malformed does not keep anybody from asking.
    const { ARTICLES_DIR, LEXICON_DIR, DICTIONARY, INDEX_CACHE } = environment;
    const config = readConfig({ ARTICLES_DIR, LEXICON_DIR, DICTIONARY, INDEX_CACHE });
    const { articlesDir, lexiconDir, dictionary, indexCache } = config;
    const library = await openLibrary({ articles: articlesDir, lexicon: lexiconDir, dictionary, cache: indexCache });
    for (const { file, line, problem } of library.refused) {
      errors.write(`${messagesIn(systemLocale).start.refused(file, line, describeProblem(problem, systemLocale))}\n`);
    }
    if (mode.mode === 'jsonl') {
      const languages = { wished: mode.locale, fallback: systemLocale };
      await answerLines(input, output, { library, registry, lines: ALL_LINES }, languages);
      return EXIT.answered;
    }
    const locale: Language = mode.locale ?? systemLocale;
    const started = performance.now();
    const options = parseOptions(registry.plain.options, { question: mode.question });
    const reply = await registry.plain.run({ library, registry, locale, lines: ALL_LINES }, options);
    if (reply.kind !== 'answer') throw new Error(`A question came to: ${reply.kind}`);
    if (mode.explain) {
      const explanation = await library.request('explain', { question: mode.question, locale });
      const { status } = reply;
      output.write(
        `${mode.json ? JSON.stringify({ ...explanation, status }) : printExplanation(explanation, status, locale)}\n`,
      );
      return EXIT[status];
    }
    const shownIn = mode.locale ?? reply.language;
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    output.write(
      mode.json
        ? `${JSON.stringify({ ...toResultLine(reply, shownIn), ms })}\n`
        : `${printAnswer(reply, shownIn).trimEnd()}\n`,
    );
    return EXIT[reply.status];
  } catch (error) {
    if (!(error instanceof WortlautError)) throw error;
    errors.write(`${describeProblem(error.problem, systemLocale)}\n`);
    const isCall = error.id === 'usage.invalid' || error.id === 'question.empty';
    if (!isCall) return error.id.startsWith('option.') ? EXIT.usage : EXIT.failed;
    errors.write(`${messagesIn(systemLocale).cli.usage}\n`);
    return EXIT.usage;
  }
}
