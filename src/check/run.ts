import type { Writable } from 'node:stream';
import { type Problem, WortlautError } from '../errors.ts';
import { loadLexicon } from '../language/lexicon.ts';
import { projectFile } from '../project.ts';
import { readArguments, USAGE } from './arguments.ts';
import { checkCorpus } from './check.ts';
import { errorsIn, reportOf } from './report.ts';

/** What the check works with. */
export interface CheckStreams {
  readonly output: Writable;
  readonly errors: Writable;
  /** Says an error of the project in words. */
  readonly describe: (problem: Problem) => string;
}

const LEXICON = projectFile('corpus/lexicon');
/** What is checked unless something else is named. The facts lie beside the project: a clone elsewhere is without. */
const ARTICLES = projectFile('corpus/articles');
const FACTS = projectFile('../shared/talks/facts.yaml');

const EXIT = { sound: 0, faulty: 1, unusable: 2 } as const;

/**
 * Runs the check and returns its exit code. It speaks English only: those who maintain the articles read it, beside
 * facts that are noted in English and code that is, and never a user of the bot.
 */
export async function runCheck(args: readonly string[], { output, errors, describe }: CheckStreams): Promise<number> {
  try {
    const { help, articles, facts } = readArguments(args);
    if (help) {
      output.write(`${USAGE}\n`);
      return EXIT.sound;
    }
    const lexicon = await loadLexicon(LEXICON);
    const result = await checkCorpus({
      folder: articles ?? ARTICLES,
      facts: { path: facts ?? FACTS, mayBeMissing: facts === undefined },
      lexicon,
      describe,
    });
    output.write(`${reportOf(result, process.cwd())}\n`);
    return errorsIn(result.findings) === 0 ? EXIT.sound : EXIT.faulty;
  } catch (error) {
    if (!(error instanceof WortlautError)) throw error;
    errors.write(`${describe(error.problem)}\n`);
    if (error.id === 'usage.invalid') errors.write(`${USAGE}\n`);
    return EXIT.unusable;
  }
}
