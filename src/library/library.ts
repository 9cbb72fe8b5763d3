import type { Answering, RequestName, RequestParams, RequestResult } from '../answer/requests.ts';
import { WortlautError } from '../errors.ts';
import type { ArticleSummary } from './protocol.ts';
import { type ReindexReport, reportOf } from './report.ts';
import type { Folders } from './revision.ts';
import { LibraryThread, type RevisionSummary } from './thread.ts';

/**
 * Library is responsible for the revision that is served: it answers requests in a worker thread, builds a new
 * revision beside the live one and swaps them in one assignment.
 */
export class Library implements Answering {
  readonly #folders: Folders;
  /** Null where the worker died and could not be replaced: the next request tries again. */
  #live: Promise<LibraryThread> | null;
  #summary: RevisionSummary;
  /** The texts of the present and the previous revision, by hash: a reply may be on its way while a swap happens. */
  #texts: ReadonlyMap<string, string>;
  #reindexing = false;
  /** Told when a worker died and is being replaced, with the cause where it is known. */
  onFault: ((cause: unknown) => void) | null = null;
  /** Told with the system's code when an index could not be kept for the next start. */
  onUnkept: ((cause: string) => void) | null = null;
  #closed = false;

  private constructor(folders: Folders, thread: LibraryThread) {
    this.#folders = folders;
    this.#summary = thread.summary;
    this.#texts = textsOf(thread.summary.articles);
    this.#live = Promise.resolve(thread);
    this.#watch(thread);
  }

  /** @throws WortlautError where no revision can be built: see `buildRevision`. */
  static async open(folders: Folders): Promise<Library> {
    return new Library(folders, await LibraryThread.start(folders));
  }

  /** What is served now. */
  get summary(): RevisionSummary {
    return this.#summary;
  }

  /** The text of an article in the revision of it that has this hash, or undefined where it is served no more. */
  textOf(hash: string): string | undefined {
    return this.#texts.get(hash);
  }

  async request<Name extends RequestName>(name: Name, params: RequestParams<Name>): Promise<RequestResult<Name>> {
    if (this.#closed) throw new WortlautError('library.unavailable', {});
    this.#live ??= this.#replace();
    const thread = await this.#live;
    return thread.request(name, params);
  }

  /**
   * Reads the corpus again beside the live revision and, unless it is a dry run, serves it. Whatever fails, the live
   * revision goes on serving.
   * @throws WortlautError `library.reindex-running`, or as `buildRevision` does.
   */
  async reindex({ dryRun }: { readonly dryRun: boolean }): Promise<ReindexReport> {
    if (this.#reindexing) throw new WortlautError('library.reindex-running', {});
    this.#reindexing = true;
    const started = performance.now();
    try {
      const thread = await LibraryThread.start(this.#folders);
      const before = this.#summary;
      if (dryRun || this.#closed) await thread.terminate();
      else await this.#swap(thread);
      return reportOf(before, thread.summary, { dryRun, started });
    } finally {
      this.#reindexing = false;
    }
  }

  /** Ends the worker; requests under way are answered with `library.unavailable`. */
  async close(): Promise<void> {
    this.#closed = true;
    const thread = await this.#live?.catch(() => null);
    await thread?.terminate();
  }

  async #swap(next: LibraryThread): Promise<void> {
    const previous = await this.#live?.catch(() => null);
    this.#texts = new Map([...textsOf(this.#summary.articles), ...textsOf(next.summary.articles)]);
    this.#summary = next.summary;
    this.#watch(next);
    this.#live = Promise.resolve(next);
    previous?.retire();
  }

  #watch(thread: LibraryThread): void {
    thread.onUnkept = (cause) => this.onUnkept?.(cause);
    thread.onDeath = (cause) => {
      if (!this.#closed) this.onFault?.(cause);
      if (!this.#closed) this.#live = this.#replace();
    };
  }

  /** A worker that died is replaced by one that reads the corpus again; requests wait for it. */
  #replace(): Promise<LibraryThread> {
    const replacing = LibraryThread.start(this.#folders).then((next) => {
      this.#summary = next.summary;
      this.#texts = new Map([...this.#texts, ...textsOf(next.summary.articles)]);
      this.#watch(next);
      return next;
    });
    // Who waits for it is told; an unhandled rejection would end the process.
    replacing.catch(() => {
      if (this.#live === replacing) this.#live = null;
    });
    return replacing;
  }
}

const textsOf = (articles: readonly ArticleSummary[]): Map<string, string> =>
  new Map(articles.map((article) => [article.hash, article.text]));
