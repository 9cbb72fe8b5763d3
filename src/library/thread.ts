import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type RequestName, type RequestParams, type RequestResult, requests } from '../answer/requests.ts';
import type { Refusal } from '../corpus/article.ts';
import { WortlautError } from '../errors.ts';
import { projectFile } from '../project.ts';
import { type ArticleSummary, type FromWorker, fromWorkerSchema, type ToWorker } from './protocol.ts';
import type { Folders } from './revision.ts';

/** A search takes milliseconds; one that takes this long hangs, and its user should hear of it within Discord's limit. */
const REQUEST_DEADLINE_MS = 10_000;

/**
 * Building a revision makes much garbage; V8's default lets it pile up to three times 16 MB before it is collected,
 * which took 20 MB more of memory at rest (measured 2026-11-23) and no less time.
 */
const YOUNG_GENERATION_MB = 8;

/** Worker threads run compiled code only (Node 20 cannot strip types): also when the tests run the sources. */
const WORKER = projectFile('dist/src/library/worker.js');

/** What a worker tells of its revision once it has read it. */
export interface RevisionSummary {
  readonly revision: string;
  /** The hash of the lexicon. */
  readonly lexicon: string;
  readonly articles: readonly ArticleSummary[];
  readonly refused: readonly Refusal[];
  /** Whether the articles were indexed at an earlier start. */
  readonly fromCache: boolean;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** LibraryThread is responsible for one worker: one revision, its requests and its end. */
export class LibraryThread {
  readonly summary: RevisionSummary;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #retired = false;
  #dead = false;
  /** Why the worker ended, where it told. */
  #cause: unknown;
  /** Called once, with the cause where it is known, when the worker ends without having been told to. */
  onDeath: ((cause: unknown) => void) | null = null;
  /** Called with the system's code when what was made of the articles could not be kept for the next start. */
  onUnkept: ((cause: string) => void) | null = null;

  private constructor(worker: Worker, summary: RevisionSummary) {
    this.#worker = worker;
    this.summary = summary;
    worker.on('message', (data: unknown) => this.#settle(fromWorkerSchema.parse(data)));
    // `exit` follows and is handled.
    worker.on('error', (error) => {
      this.#cause = error;
    });
    worker.once('exit', () => this.#die());
  }

  /**
   * Starts a worker and waits until it has read its revision.
   * @throws WortlautError as `buildRevision` does, or `library.unavailable`.
   */
  static async start(folders: Folders): Promise<LibraryThread> {
    if (!existsSync(WORKER)) throw new WortlautError('internal', { reference: 'npm run build' });
    const worker = new Worker(WORKER, {
      workerData: folders,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    try {
      const summary = await firstMessage(worker);
      return new LibraryThread(worker, summary);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  /** @throws WortlautError as the request does, or `library.unavailable`. */
  request<Name extends RequestName>(name: Name, params: RequestParams<Name>): Promise<RequestResult<Name>> {
    // A worker that has ended would never answer, and its caller would wait for the deadline.
    if (this.#dead) return Promise.reject(new WortlautError('library.unavailable', {}));
    const id = this.#nextId++;
    const message: ToWorker = { id, name, params };
    return new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        if (this.#retired) this.retire();
        reject(new WortlautError('library.unavailable', {}));
      }, REQUEST_DEADLINE_MS);
      this.#pending.set(id, { resolve, reject, timer });
      this.#worker.postMessage(message);
    }).then((result) => requests[name].result.parse(result) as RequestResult<Name>);
  }

  /** Ends the worker once its last request is answered. */
  retire(): void {
    this.#retired = true;
    // Not at once: whoever was handed this thread just before it was replaced still sends a request in this tick.
    setImmediate(() => {
      if (this.#pending.size === 0) void this.#worker.terminate();
    });
  }

  /** Ends the worker at once. */
  async terminate(): Promise<void> {
    this.#retired = true;
    await this.#worker.terminate();
  }

  #settle(message: FromWorker): void {
    if (message.type === 'unkept') this.onUnkept?.(message.cause);
    if (message.type !== 'result' && message.type !== 'error') return;
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    this.#pending.delete(message.id);
    if (message.type === 'result') pending.resolve(message.result);
    else pending.reject(WortlautError.from(message.problem));
    if (this.#retired) this.retire();
  }

  #die(): void {
    this.#dead = true;
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new WortlautError('library.unavailable', {}));
    }
    this.#pending.clear();
    if (!this.#retired) this.onDeath?.(this.#cause);
  }
}

/** What a worker says first: that it is ready, or why it never will be. */
function firstMessage(worker: Worker): Promise<RevisionSummary> {
  return new Promise((resolve, reject) => {
    const unavailable = (cause?: unknown): WortlautError => new WortlautError('library.unavailable', {}, { cause });
    const onMessage = (data: unknown): void => {
      const message = fromWorkerSchema.parse(data);
      if (message.type === 'ready') resolve(message);
      else reject(message.type === 'failed' ? WortlautError.from(message.problem) : unavailable());
      done();
    };
    const onError = (error: unknown): void => {
      reject(unavailable(error));
      done();
    };
    const onExit = (): void => onError(undefined);
    const done = (): void => {
      // Not removeAllListeners: the worker listens to itself, and would not hear its port any more.
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
