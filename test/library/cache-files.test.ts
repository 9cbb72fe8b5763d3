import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { IndexCache } from '../../src/library/cache.ts';
import { projectFile } from '../../src/project.ts';

const KEY = '0123456789abcdef'.repeat(4);
const OTHER_KEY = 'fedcba9876543210'.repeat(4);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wortlaut-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a file of the cache', () => {
  it('is nothing, whichever of its bytes is another one', async () => {
    const folder = await temporaryFolder();
    const cache = new IndexCache(folder, KEY);
    const values = [new Map([['a', [1, 2]]]), Uint32Array.of(7, 8, 9), 'Text', { deep: [null, { x: 1 }] }];
    await cache.store(values);
    expect(await cache.load()).toEqual(values);
    const path = join(folder, `${KEY}.bin`);
    const bytes = await readFile(path);
    const flips = fc.uniqueArray(fc.nat(bytes.length - 1), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(flips, fc.integer({ min: 1, max: 255 }), async (places, mask) => {
        const spoilt = Buffer.from(bytes);
        for (const place of places) spoilt.writeUInt8((spoilt[place] ?? 0) ^ mask, place);
        await writeFile(path, spoilt);
        expect(await cache.load()).toBeNull();
      }),
      { numRuns: 300 },
    );
    // Every byte of the head and of the lengths: nothing there is left unchecked.
    for (let place = 0; place < bytes.length; place++) {
      const spoilt = Buffer.from(bytes);
      spoilt.writeUInt8((spoilt[place] ?? 0) ^ 1, place);
      await writeFile(path, spoilt);
      expect(await cache.load(), String(place)).toBeNull();
    }
  });

  it('is nothing under another key', async () => {
    const folder = await temporaryFolder();
    await new IndexCache(folder, KEY).store(['x']);
    await rename(join(folder, `${KEY}.bin`), join(folder, `${OTHER_KEY}.bin`));
    expect(await new IndexCache(folder, OTHER_KEY).load()).toBeNull();
  });

  it('may be a folder, or lead nowhere', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, `${KEY}.bin`));
    expect(await new IndexCache(folder, KEY).load()).toBeNull();
    await symlink('nowhere', join(folder, `${OTHER_KEY}.bin`));
    expect(await new IndexCache(folder, OTHER_KEY).load()).toBeNull();
  });

  it('that cannot be written leaves nothing behind', async () => {
    const folder = await temporaryFolder();
    const inTheWay = join(folder, `${KEY}.bin`, 'x');
    await mkdir(inTheWay, { recursive: true });
    await expect(new IndexCache(folder, KEY).store(['x'])).rejects.toMatchObject({ code: expect.any(String) });
    expect(await readdir(folder)).toEqual([`${KEY}.bin`]);
  });
});

describe('the folder of the cache', () => {
  const keyOf = (digit: number): string => String(digit).repeat(64);

  it('keeps the newest two files and whatever is not ours', async () => {
    const folder = await temporaryFolder();
    const foreign = ['notes.txt', 'x.bin', 'x.tmp', `${keyOf(1)}.bin.bak`];
    for (const name of foreign) await writeFile(join(folder, name), 'x');
    for (const digit of [1, 2, 3, 4]) {
      await new IndexCache(folder, keyOf(digit)).store([digit]);
      // Some file systems count whole seconds.
      await utimes(join(folder, `${keyOf(digit)}.bin`), digit * 1_000, digit * 1_000);
    }
    await new IndexCache(folder, keyOf(3)).store([3]);
    expect((await readdir(folder)).sort()).toEqual([...foreign, `${keyOf(3)}.bin`, `${keyOf(4)}.bin`].sort());
  });

  it('loses files that were left behind, not those that somebody is writing', async () => {
    const folder = await temporaryFolder();
    const [old, young] = [1, 2].map((digit) => `${keyOf(digit)}.01234567-89ab-cdef-0123-456789abcdef.tmp`);
    for (const name of [old ?? '', young ?? '']) await writeFile(join(folder, name), 'x');
    await utimes(join(folder, old ?? ''), 1_000, 1_000);
    await new IndexCache(folder, KEY).store(['x']);
    expect((await readdir(folder)).sort()).toEqual([`${KEY}.bin`, young].sort());
  });

  it('may be shared: whoever reads while others write gets a whole file', async () => {
    const folder = await temporaryFolder();
    const caches = Array.from({ length: 4 }, () => new IndexCache(folder, KEY));
    const large = (mark: string): string[] => Array.from({ length: 1_000 }, () => mark.repeat(100));
    await caches[0]?.store(large('a'));
    const writing = Promise.all(
      caches.map(async (cache, at) => {
        for (let times = 0; times < 10; times++) await cache.store(large('abcd'.charAt(at)));
      }),
    );
    let isWriting = true;
    const done = writing.finally(() => {
      isWriting = false;
    });
    while (isWriting) {
      const read = await new IndexCache(folder, KEY).load();
      expect(read).toHaveLength(1_000);
      expect(new Set(read).size).toBe(1);
      await setTimeout(1);
    }
    await done;
    expect(await readdir(folder)).toEqual([`${KEY}.bin`]);
  });

  it('holds a whole file whenever the process that writes it is killed', { timeout: 60_000 }, async () => {
    const folder = await temporaryFolder();
    const before = ['before'.repeat(100_000)];
    await new IndexCache(folder, KEY).store(before);
    const script = `
      const { IndexCache } = await import(${JSON.stringify(pathToFileURL(projectFile('dist/src/library/cache.js')).href)});
      const cache = new IndexCache(${JSON.stringify(folder)}, ${JSON.stringify(KEY)});
      process.stdout.write('started');
      for (;;) await cache.store(['after'.repeat(1_000_000)]);`;
    for (const wait of [0, 5, 11, 17, 29]) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
      onTestFinished(() => void child.kill('SIGKILL'));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await setTimeout(wait);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      const read = await new IndexCache(folder, KEY).load();
      expect([before[0], 'after'.repeat(1_000_000)]).toContain(read?.[0]);
    }
  });
});
