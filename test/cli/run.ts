import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { projectFile } from '../../src/project.ts';
import { TEST_CACHE } from '../support/cache.ts';

/** What became of a call of the command line. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads only this many bytes of standard output, then closes it, as `head` does. */
  readonly readOnly?: number;
}

/** Calls the command line as `npm run ask` does, in a process of its own. */
export function call(
  args: readonly string[],
  { input = '', environment = {}, readOnly }: CallOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [projectFile('dist/src/ask.js'), ...args], {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], INDEX_CACHE: TEST_CACHE, ...environment },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    let read = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      read += chunk.length;
      if (readOnly !== undefined && read >= readOnly) child.stdout.destroy();
    });
    if (readOnly === 0) child.stdout.destroy();
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A process that ends early closes its input: that is what some tests are about.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

/** A folder with these files, removed when the test file is done. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'wortlaut-cli-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}
