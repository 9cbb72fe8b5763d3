import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import {
  ASKINGS,
  askedSchema,
  type BuildEngine,
  ENGINES,
  type EngineName,
  isEngineName,
  passageSchema,
} from './contract.ts';
import { measure } from './measure.ts';

/** `child.js ENGINE FOLDER ASKINGS`: measures one engine on the data in the folder and prints its row as JSON. */

/** Loaded one by one, so that an engine's memory is not that of all. */
const LOAD: Record<EngineName, () => Promise<BuildEngine>> = {
  minisearch: async () => (await import('./engines/minisearch.ts')).defaults,
  'minisearch-tutorial': async () => (await import('./engines/minisearch.ts')).tutorial,
  orama: async () => (await import('./engines/orama.ts')).build,
  lunr: async () => (await import('./engines/lunr.ts')).build,
  flexsearch: async () => (await import('./engines/flexsearch.ts')).build,
  fts5: async () => (await import('./engines/fts5.ts')).build,
};

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const line of createInterface({ input: createReadStream(file) }))
    rows.push(schema.parse(JSON.parse(line)));
  return rows;
}

const [name = '', folder = '', askings = ''] = process.argv.slice(2);
if (!isEngineName(name)) throw new Error(`No engine "${name}"; there are ${Object.keys(ENGINES).join(', ')}.`);
const buildEngine = await LOAD[name]();
const passages = await readLines(join(folder, 'passages.jsonl'), passageSchema);
const row = await measure({
  engine: ENGINES[name],
  passages: passages.length,
  questions: await readLines(join(folder, 'questions.jsonl'), askedSchema),
  askings: ASKINGS.filter((each) => askings.split(',').includes(each)),
  build: () => buildEngine(passages),
});
console.log(JSON.stringify(row));
