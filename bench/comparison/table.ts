import { z } from 'zod';
import { ASKINGS, type Asking } from './contract.ts';

const qualitySchema = z.object({
  /** Share of the questions whose passage is the first one found. */
  hit1: z.number(),
  /** Share of the questions whose passage is among the first five. */
  hit5: z.number(),
  /** Mean reciprocal rank among the first ten. */
  mrr: z.number(),
});
export type Quality = z.infer<typeof qualitySchema>;

const partSchema = z.object({
  questions: z.number(),
  /** A way of asking that was left out is missing here. */
  quality: z.partialRecord(z.enum(ASKINGS), qualitySchema),
});
export type Part = z.infer<typeof partSchema>;

export const rowSchema = z.object({
  engine: z.string(),
  passages: z.number(),
  all: partSchema,
  /** Only the questions that no weight was fitted on. */
  reporting: partSchema,
  buildSeconds: z.number(),
  /** Time of one search: median and 95th percentile over the first way of asking, in milliseconds. */
  p50Ms: z.number(),
  p95Ms: z.number(),
  /** Resident set of the whole process before and after the build, in bytes. */
  rssBefore: z.number(),
  rssAfter: z.number(),
});
/** What was measured of one engine. */
export type Row = z.infer<typeof rowSchema>;

const HEAD = [
  'engine',
  'questions',
  ...ASKINGS.flatMap((asking) => [`${asking} hit@1`, 'hit@5', 'MRR@10']),
  'build s',
  'p50 ms',
  'p95 ms',
  'RSS before, MB',
  'after',
];

const share = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

function partCells({ questions, quality }: Part): string[] {
  const cells = (asking: Asking): string[] => {
    const found = quality[asking];
    return [share(found?.hit1), share(found?.hit5), share(found?.mrr)];
  };
  return [String(questions), ...ASKINGS.flatMap(cells)];
}

const costCells = (row: Row): string[] => [
  row.buildSeconds.toFixed(1),
  row.p50Ms.toFixed(1),
  row.p95Ms.toFixed(1),
  megabytes(row.rssBefore),
  megabytes(row.rssAfter),
];

/** Prints the rows as one Markdown table: first over all questions, then over those for reporting. */
export function printTable(rows: readonly Row[]): void {
  const lines = [
    HEAD,
    ...rows.map((row) => [row.engine, ...partCells(row.all), ...costCells(row)]),
    ...rows.map((row) => [row.engine, ...partCells(row.reporting), ...costCells(row).map(() => '')]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const print = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
  const padded = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  for (const [index, line] of padded.entries()) {
    print(line);
    // Markdown's line below the head; a colon at the right aligns numbers.
    if (index === 0)
      print(widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  }
}
