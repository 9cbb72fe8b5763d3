import { z } from 'zod';
import { requests } from '../answer/requests.ts';
import { isProblem, type Problem } from '../errors.ts';

/** Messages between the library and its worker, parsed on arrival; results are parsed by each request's own schema. */

const REQUEST_NAMES = Object.keys(requests) as [keyof typeof requests, ...(keyof typeof requests)[]];

export const toWorkerSchema = z.strictObject({
  id: z.int(),
  name: z.enum(REQUEST_NAMES),
  params: z.unknown(),
});
export type ToWorker = z.infer<typeof toWorkerSchema>;

const problemSchema = z.custom<Problem>(isProblem);

const refusalSchema = z.strictObject({ file: z.string(), line: z.int(), problem: problemSchema });

const articleSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  hash: z.string(),
  /** The whole text: the guard checks quotations against it on the sending side. */
  text: z.string(),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ready'),
    revision: z.string(),
    lexicon: z.string(),
    articles: z.array(articleSummarySchema),
    refused: z.array(refusalSchema),
    fromCache: z.boolean(),
  }),
  /** What was made could not be kept for the next start; the system's code says why. */
  z.strictObject({ type: z.literal('unkept'), cause: z.string() }),
  z.strictObject({ type: z.literal('failed'), problem: problemSchema }),
  z.strictObject({ type: z.literal('result'), id: z.int(), result: z.unknown() }),
  z.strictObject({ type: z.literal('error'), id: z.int(), problem: problemSchema }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
