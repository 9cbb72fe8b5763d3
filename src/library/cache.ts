import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packFile, unpackFile } from './cache-file.ts';

/** The files that stay: the one of now, and the one of before for whoever goes back. */
const KEPT_FILES = 2;

/** A file that is still aside after this long was left by a process that ended while it wrote; none takes minutes. */
const LEFT_BEHIND_MS = 60 * 60 * 1000;

/** Other files in the folder are not ours to remove. */
const CACHE_FILE = /^[0-9a-f]{64}\.bin$/;
const FILE_ASIDE = /^[0-9a-f]{64}\.[0-9a-f-]{36}\.tmp$/;

/**
 * IndexCache is responsible for the file in which what was made of the articles waits for the next start. Processes may
 * share its folder: a file appears as a whole, and one that is removed while somebody needs it is made again.
 */
export class IndexCache {
  readonly #folder: string;
  readonly #key: string;

  /**
   * @param folder Made where there is none.
   * @param key All that the values depend on, as 64 hexadecimal digits.
   */
  constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
  }

  /** What was stored under the key; null where there is nothing that can be trusted. Never throws. */
  async load(): Promise<readonly unknown[] | null> {
    try {
      // Opening a named pipe would wait for ever.
      if (!(await stat(this.#path)).isFile()) return null;
      return await unpackFile(this.#key, await readFile(this.#path));
    } catch {
      // Whatever the reason, the remedy is the same: the index is built again.
      return null;
    }
  }

  /**
   * Stores values under the key, in place of what is there, and removes files that are no longer needed.
   * @throws the system's error where the file cannot be written; what was there before stays.
   */
  async store(values: readonly unknown[]): Promise<void> {
    const file = await packFile(this.#key, values);
    await mkdir(this.#folder, { recursive: true });
    const aside = join(this.#folder, `${this.#key}.${randomUUID()}.tmp`);
    try {
      await writeFile(aside, file, { flag: 'wx' });
      await rename(aside, this.#path);
    } catch (error) {
      await remove(aside);
      throw error;
    }
    await this.#tidy();
  }

  get #path(): string {
    return join(this.#folder, this.#name);
  }

  get #name(): string {
    return `${this.#key}.bin`;
  }

  async #tidy(): Promise<void> {
    const names = await readdir(this.#folder);
    const others = await this.#newestFirst(names.filter((name) => CACHE_FILE.test(name) && name !== this.#name));
    const aside = await this.#newestFirst(names.filter((name) => FILE_ASIDE.test(name)));
    const abandoned = aside.filter(({ modified }) => modified < Date.now() - LEFT_BEHIND_MS);
    for (const { path } of [...others.slice(KEPT_FILES - 1), ...abandoned]) await remove(path);
  }

  /** Paths of files with the time of their last change in milliseconds, without those that are gone meanwhile. */
  async #newestFirst(names: readonly string[]): Promise<{ path: string; modified: number }[]> {
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#folder, name);
        const stats = await stat(path).catch(() => null);
        return stats === null ? [] : [{ path, modified: stats.mtimeMs }];
      }),
    );
    return files.flat().sort((a, b) => b.modified - a.modified);
  }
}

/** A file that cannot be removed takes room and does no other harm. */
const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);
