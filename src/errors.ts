/**
 * What can go wrong, by identifier, with the facts that its message needs. The identifier is the key of the German
 * and the English message (`src/messages/`), so an error without a message in both languages does not compile.
 */
export interface ErrorFacts {
  /** An environment variable is missing or malformed; `remedy` is a key of the remedies in `src/messages/`. */
  'config.invalid': { readonly variable: string; readonly problem: string };
  /** A folder of the corpus cannot be read: missing, not a folder, no permission. */
  'corpus.unreadable': { readonly path: string; readonly cause: string };
  /** A folder of articles without a single readable article. */
  'corpus.empty': { readonly path: string; readonly refused: number };
  'article.unreadable': { readonly cause: string };
  'article.not-utf8': { readonly offset: number };
  'article.empty': Record<never, never>;
  'article.too-large': { readonly bytes: number; readonly limit: number };
  /** The front matter is not YAML, or a field is missing or malformed. */
  'article.front-matter': { readonly detail: string };
  'article.duplicate-id': { readonly id: string; readonly other: string };
  /** A file of the lexicon is not YAML or does not fit its schema. */
  'lexicon.invalid': { readonly file: string; readonly line: number; readonly detail: string };
  /** The library's worker stopped, did not answer in time, or is not there yet. */
  'library.unavailable': Record<never, never>;
  'library.reindex-running': Record<never, never>;
  'library.invalid-revision': { readonly detail: string };
  'question.empty': Record<never, never>;
  'option.invalid-date': { readonly option: string; readonly value: string };
  'option.date-order': { readonly since: string; readonly until: string };
  'option.unknown-source': { readonly value: string };
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
  'message.nothing-to-search': Record<never, never>;
  /** The guard found text in a reply that does not stand in the article it is ascribed to. */
  'guard.not-verbatim': { readonly article: string };
  'usage.invalid': { readonly detail: string };
  internal: { readonly reference: string };
}

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
