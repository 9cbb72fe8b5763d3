import type { Localised } from './language/language.ts';

/**
 * What can go wrong, by identifier, with the facts that its message needs. The identifier is the key of the German
 * and the English message (`src/messages/`), so an error without a message in both languages does not compile.
 */
export interface ErrorFacts {
  /** An environment variable is missing or malformed; its value is not shown, since it may be a secret. */
  'config.invalid': { readonly variable: string; readonly problem: ConfigProblem };
  /** A folder of the corpus cannot be read: missing, not a folder, no permission. */
  'corpus.unreadable': { readonly path: string; readonly cause: string };
  /** A folder of articles without a single readable article. */
  'corpus.empty': { readonly path: string; readonly refused: number };
  /**
   * A file of the corpus cannot be read; `cause` is the system's code (`ENOENT`, `EACCES`, `EISDIR`; `ENOTSUP` for a
   * pipe or a device), or the name of the parser's error (`RangeError`: nested too deeply).
   */
  'article.unreadable': { readonly cause: string };
  /** `offset` is that of the first byte that is not UTF-8, counted from 0. */
  'article.not-utf8': { readonly offset: number };
  /** Nothing but white space, front matter, headings and comments: no passage to quote. */
  'article.empty': Record<never, never>;
  'article.too-large': { readonly bytes: number; readonly limit: number };
  /**
   * The front matter is missing or not YAML, or a field is unknown, missing or malformed. `field` is written like
   * `sources[0].url`, null where the front matter as a whole is meant; `found` is what stands there instead, shortened
   * (for `yaml` the parser's code, e.g. `BAD_INDENT`), null where nothing does.
   */
  'article.front-matter': {
    readonly field: string | null;
    readonly expected: FrontMatterExpectation;
    readonly found: string | null;
  };
  /** `other` is the file that was kept. */
  'article.duplicate-id': { readonly id: string; readonly other: string };
  /** A file of the lexicon is not YAML or does not fit its schema. */
  'lexicon.invalid': { readonly file: string; readonly line: number; readonly detail: string };
  /** The file that `DICTIONARY` names cannot be read; `cause` is as in `article.unreadable`. */
  'dictionary.unreadable': { readonly path: string; readonly cause: string };
  'dictionary.not-utf8': { readonly path: string };
  /** No entry in its first lines. */
  'dictionary.not-ding': { readonly path: string };
  /** It ends inside a line, as a file does whose copy was broken off. */
  'dictionary.truncated': { readonly path: string };
  /** The library's worker stopped, did not answer in time, or is not there yet. */
  'library.unavailable': Record<never, never>;
  'library.reindex-running': Record<never, never>;
  'library.invalid-revision': { readonly detail: string };
  'question.empty': Record<never, never>;
  'option.invalid-date': { readonly option: string; readonly value: string };
  'option.date-order': { readonly since: string; readonly until: string };
  'option.unknown-source': { readonly value: string };
  'option.unknown-topic': { readonly value: string };
  'option.unknown-party': { readonly value: string };
  'option.unknown-event': { readonly value: string };
  /** `choices` are what the option takes, in the words of each language. */
  'option.unknown-choice': { readonly option: string; readonly value: string; readonly choices: readonly Localised[] };
  /**
   * What was typed fits several things. `choices` are the first of them, in the order in which they are offered, each by
   * its id and with the key by which a button shows it (null where none can); `more` is how many there are beside them.
   */
  'option.ambiguous': {
    readonly option: string;
    readonly value: string;
    readonly choices: readonly { readonly value: string; readonly label: Localised; readonly key: string | null }[];
    readonly more: number;
  };
  /** One of two compared is the other, or on its side. */
  'compare.same-side': { readonly a: Localised; readonly b: Localised };
  /** A period was asked for beside an event that no article dates. */
  'event.undated': { readonly event: string };
  /** All that a timeline would show is undated. */
  'timeline.undated': { readonly count: number };
  'option.missing': { readonly option: string };
  'option.unknown': { readonly option: string };
  'option.malformed': { readonly option: string };
  'article.unknown': { readonly value: string };
  'command.unknown': { readonly name: string };
  'permission.operators-only': Record<never, never>;
  'permission.not-yours': Record<never, never>;
  'button.unknown': Record<never, never>;
  /** The passage that a button names is not in the present revision. */
  'button.outdated': Record<never, never>;
  /** A further page of a listing was asked for, but the articles have changed since its first. */
  'page.outdated': Record<never, never>;
  'message.nothing-to-search': Record<never, never>;
  /** The guard found text in a reply that does not stand in the article it is ascribed to. */
  'guard.not-verbatim': { readonly article: string };
  'usage.invalid': { readonly detail: string };
  /** A line of the command line's standard input is not JSON, or not of the expected form. */
  'line.not-json': Record<never, never>;
  'line.malformed': { readonly expected: string };
  internal: { readonly reference: string };
}

/**
 * What was expected of the front matter: a fenced block at the top (`front-matter`), its closing fence, valid YAML, a
 * map of fields, a field that is known, or for one field the form of its value.
 */
export type FrontMatterExpectation =
  | 'front-matter'
  | 'closing-fence'
  | 'yaml'
  | 'fields'
  | 'known-field'
  | 'text'
  | 'date'
  | 'language'
  | 'url'
  | 'sources'
  | 'participants';

/** What can be wrong with a variable; each has its remedy in the messages. */
export type ConfigProblem =
  | 'token-malformed'
  | 'token-missing'
  | 'token-refused'
  | 'not-a-url'
  | 'not-ids'
  | 'not-a-folder'
  | 'not-a-level'
  | 'not-a-port'
  | 'api-unreachable';

export type ErrorId = keyof ErrorFacts;

/** An error as plain data: what travels between threads, into reports and into messages. */
export type Problem = { readonly [Id in ErrorId]: { readonly id: Id; readonly facts: ErrorFacts[Id] } }[ErrorId];

/** The one error type of the project: an identifier and the facts that its message in either language needs. */
export class WortlautError<Id extends ErrorId = ErrorId> extends Error {
  override readonly name = 'WortlautError';
  readonly id: Id;
  readonly facts: ErrorFacts[Id];

  constructor(id: Id, facts: ErrorFacts[Id], options?: ErrorOptions) {
    super(`${id} ${JSON.stringify(facts)}`, options);
    this.id = id;
    this.facts = facts;
  }

  /** The error as plain data, without its stack. */
  get problem(): Problem {
    return { id: this.id, facts: this.facts } as Problem;
  }

  /** The error that a problem from another thread describes. */
  static from(problem: Problem): WortlautError {
    return new WortlautError(problem.id, problem.facts);
  }
}

/** Whether a value from another thread is an error as plain data. Both sides are built from this file. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'facts' in value
  );
}

/** Any thrown value as an error of ours; what is not one becomes `internal` with the original as its cause. */
export function toWortlautError(error: unknown, reference: string): WortlautError {
  return error instanceof WortlautError ? error : new WortlautError('internal', { reference }, { cause: error });
}
