import { parseArgs } from 'node:util';
import { WortlautError } from '../errors.ts';
import { LANGUAGES, type Language } from '../language/language.ts';

/** How the command line is to be used. */
export type CliMode =
  | { readonly mode: 'help' }
  | { readonly mode: 'jsonl'; readonly locale: Language | null }
  | {
      readonly mode: 'one';
      readonly question: string;
      readonly json: boolean;
      readonly explain: boolean;
      readonly locale: Language | null;
    };

/** @throws WortlautError `usage.invalid`, `question.empty`. */
export function readArguments(args: readonly string[]): CliMode {
  const { values, positionals } = parse(args);
  if (values.help === true) return { mode: 'help' };
  const locale = LANGUAGES.find((language) => language === values.locale) ?? null;
  if (values.locale !== undefined && locale === null) throw usage(`--locale ${values.locale}`);
  if (values.jsonl === true) {
    if (positionals.length > 0 || values.json === true || values.explain === true) throw usage('--jsonl');
    return { mode: 'jsonl', locale };
  }
  const question = positionals.join(' ').trim();
  if (question === '') throw new WortlautError('question.empty', {});
  return { mode: 'one', question, json: values.json ?? false, explain: values.explain ?? false, locale };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        explain: { type: 'boolean' },
        locale: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

const usage = (detail: string): WortlautError => new WortlautError('usage.invalid', { detail });
