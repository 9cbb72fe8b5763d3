import { parseArgs } from 'node:util';
import { z } from 'zod';
import { hasOutsideData } from '../outside.ts';
import { compare } from './compare.ts';
import { ASKINGS, ENGINES, isEngineName } from './contract.ts';
import { printTable } from './table.ts';

/** `npm run bench:comparison [-- --size N --engines A,B --askings de,en]`; see bench/README.md. */

/** How many passages the outside data has. */
const ALL_PASSAGES = 14_601;

const namesOf = <T extends string>(names: readonly T[]) =>
  z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(names)))
    .default([...names]);

const optionsSchema = z.object({
  size: z.coerce.number().int().positive().default(ALL_PASSAGES),
  engines: namesOf(Object.keys(ENGINES).filter(isEngineName)),
  askings: namesOf(ASKINGS),
});

const { values } = parseArgs({
  options: { size: { type: 'string' }, engines: { type: 'string' }, askings: { type: 'string' } },
});
const options = optionsSchema.safeParse(values);

if (!options.success) {
  console.error(z.prettifyError(options.error));
  process.exitCode = 2;
} else if (!hasOutsideData()) {
  console.error('../shared/retrieval is not there: nothing to measure on.');
  process.exitCode = 1;
} else {
  const rows = await compare(options.data);
  console.log(`\n${options.data.size} passages, Node ${process.versions.node}\n`);
  printTable(rows);
}
