import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type ConfigProblem, WortlautError } from './errors.ts';
import { projectFile } from './project.ts';

/** Where the bot runs, and with what; checked once at the start. */
export interface Config {
  /** Null: the sandbox is started. */
  readonly token: string | null;
  /** Discord's REST API as discord.js expects it, without the version; null for Discord's own. */
  readonly apiUrl: string | null;
  /** Who may reindex; empty: the application's owner and team. */
  readonly operatorIds: readonly string[];
  readonly articlesDir: string;
  readonly lexiconDir: string;
  /** A dictionary in Ding's format, or null for none. Not looked at here: without it the bot runs as well. */
  readonly dictionary: string | null;
  /** The folder in which the built index waits for the next start, or null for none; made where it is missing. */
  readonly indexCache: string | null;
  readonly logLevel: string;
  /** The port of the sandbox; 0 takes a free one. */
  readonly sandboxPort: number;
}

/** The form of a Discord bot token: three parts of URL-safe base64. */
const TOKEN = /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/;
const SNOWFLAKE = /^\d{17,20}$/;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const HIGHEST_PORT = 65_535;

const optional = z
  .string()
  .optional()
  .transform((value) => {
    const text = value?.trim() ?? '';
    return text === '' ? null : text;
  });

const checked = (problem: ConfigProblem, fits: (value: string) => boolean) =>
  optional.refine((value) => value === null || fits(value), { error: problem });

const schema = z.object({
  DISCORD_TOKEN: checked('token-malformed', (token) => !/\s/.test(token)),
  DISCORD_API_URL: checked('not-a-url', (url) => URL.canParse(url) && /^https?:\/\//i.test(url)),
  OPERATOR_IDS: checked('not-ids', (ids) => splitIds(ids).every((id) => SNOWFLAKE.test(id))),
  ARTICLES_DIR: checked('not-a-folder', isFolder),
  LEXICON_DIR: checked('not-a-folder', isFolder),
  DICTIONARY: optional,
  INDEX_CACHE: optional,
  LOG_LEVEL: checked('not-a-level', (level) => LEVELS.includes(level)),
  SANDBOX_PORT: checked('not-a-port', (port) => /^\d{1,5}$/.test(port) && Number(port) <= HIGHEST_PORT),
});

/** Ids may be separated by commas, semicolons or blanks: all of them are seen in such files. */
const splitIds = (ids: string): string[] => ids.split(/[\s,;]+/).filter((id) => id !== '');

function isFolder(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Unlike elsewhere, a value that is there and empty says something: no cache. */
function indexCacheOf(given: string | undefined, path: string | null): string | null {
  if (given === undefined) return projectFile('cache');
  return path === null ? null : resolve(path);
}

const fault = (variable: string, problem: ConfigProblem) => new WortlautError('config.invalid', { variable, problem });
const PROBLEMS: ReadonlySet<string> = new Set<ConfigProblem>([
  'token-malformed',
  'not-a-url',
  'not-ids',
  'not-a-folder',
  'not-a-level',
  'not-a-port',
]);
const isConfigProblem = (text: string): text is ConfigProblem => PROBLEMS.has(text);

/**
 * Reads the configuration from the environment.
 * @throws WortlautError `config.invalid`, naming the first variable that is missing or malformed.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const issue = result.error.issues[0];
    // Every refinement above names its problem in its message, so the first issue is one of ours.
    const problem = issue?.message ?? '';
    if (!isConfigProblem(problem)) throw new Error(`Unexpected issue of the environment's schema: ${problem}`);
    throw fault(String(issue?.path[0]), problem);
  }
  const variables = result.data;
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = variables;
  if (apiUrl !== null && token === null) throw fault('DISCORD_TOKEN', 'token-missing');
  // Another server than Discord's own may have tokens of any form.
  if (apiUrl === null && token !== null && !TOKEN.test(token)) throw fault('DISCORD_TOKEN', 'token-malformed');
  return {
    token,
    // discord.js adds the version itself.
    apiUrl: apiUrl?.replace(/\/+$/, '').replace(/\/v\d+$/, '') ?? null,
    operatorIds: splitIds(variables.OPERATOR_IDS ?? ''),
    articlesDir: variables.ARTICLES_DIR === null ? projectFile('corpus/articles') : resolve(variables.ARTICLES_DIR),
    lexiconDir: variables.LEXICON_DIR === null ? projectFile('corpus/lexicon') : resolve(variables.LEXICON_DIR),
    dictionary: variables.DICTIONARY === null ? null : resolve(variables.DICTIONARY),
    indexCache: indexCacheOf(environment['INDEX_CACHE'], variables.INDEX_CACHE),
    logLevel: variables.LOG_LEVEL ?? 'info',
    sandboxPort: Number(variables.SANDBOX_PORT ?? 0),
  };
}
