import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFile } from '../../src/project.ts';
import { enlarge, loadOutsidePassages, loadOutsideQuestions } from '../outside.ts';
import { askInEveryWay } from './asked.ts';
import type { Asking, EngineName } from './contract.ts';
import { type Row, rowSchema } from './table.ts';

export interface Comparison {
  /** How many passages: fewer or more than there are, see `enlarge`. */
  readonly size: number;
  readonly engines: readonly EngineName[];
  /** At least one; time is taken over the first of them, in the order of `ASKINGS`. */
  readonly askings: readonly Asking[];
}

const run = promisify(execFile);
const CHILD = projectFile('bench/comparison/dist/child.js');

const toLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/**
 * Measures other engines on the outside passages and questions, one after the other, each in a process of its own that
 * holds nothing but Node, the passages and the questions. An engine that fails has no row: its error is printed, and the
 * exit code is 1. Needs the package in this folder installed.
 */
export async function compare({ size, engines, askings }: Comparison): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wortlaut-comparison-'));
  try {
    await writeFile(join(folder, 'passages.jsonl'), toLines(enlarge(await loadOutsidePassages(), size)));
    await writeFile(join(folder, 'questions.jsonl'), toLines(askInEveryWay(await loadOutsideQuestions())));
    const rows: Row[] = [];
    for (const engine of engines) {
      console.error(`${engine} …`);
      try {
        const { stdout } = await run(process.execPath, [CHILD, engine, folder, askings.join(',')]);
        rows.push(rowSchema.parse(JSON.parse(stdout)));
      } catch (cause) {
        // One that runs out of memory must not cost an hour's measurements of the others.
        console.error(cause instanceof Error ? cause.message : cause);
        process.exitCode = 1;
      }
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}
