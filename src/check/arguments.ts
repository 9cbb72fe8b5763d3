import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { WortlautError } from '../errors.ts';

/** What is to be checked; a path that was not named is undefined. */
export interface CheckArguments {
  readonly help: boolean;
  readonly articles: string | undefined;
  readonly facts: string | undefined;
}

/** How the check is called. */
export const USAGE = `Usage: npm run check:corpus [-- [--articles FOLDER] [--facts FILE]]
Checks whether the articles are sound, and whether they hold what the facts say.
Exit code: 0 no errors (warnings do not count), 1 errors, 2 wrong usage or nothing to read.`;

/** @throws WortlautError `usage.invalid` */
export function readArguments(args: readonly string[]): CheckArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        articles: { type: 'string' },
        facts: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { help: values.help ?? false, articles: pathOf(values.articles), facts: pathOf(values.facts) };
  } catch (error) {
    throw new WortlautError('usage.invalid', { detail: error instanceof Error ? error.message : String(error) });
  }
}

const pathOf = (named: string | undefined): string | undefined => (named === undefined ? undefined : resolve(named));
