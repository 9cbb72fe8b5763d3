import type { z } from 'zod';
import { z as zod } from 'zod';
import { about } from './about.ts';
import { articleParams, describeArticle, suggestArticles, suggestOutlets, suggestParams } from './articles.ts';
import { ask, askParams, findSources, sourcesParams } from './ask.ts';
import type { Knowledge } from './knowledge.ts';
import { context, contextParams, quotations, quotationsParams } from './more.ts';
import {
  aboutSchema,
  answerSchema,
  articleCardSchema,
  choicesSchema,
  contextSchema,
  quotationsSchema,
} from './schemas.ts';

interface Request<Params extends z.ZodType, Result extends z.ZodType> {
  readonly params: Params;
  readonly result: Result;
  readonly run: (knowledge: Knowledge, params: z.output<Params>) => z.output<Result>;
}

function request<Params extends z.ZodType, Result extends z.ZodType>(
  params: Params,
  result: Result,
  run: (knowledge: Knowledge, params: z.output<Params>) => z.output<Result>,
): Request<Params, Result> {
  return { params, result, run };
}

/** Everything that can be asked of the library: one table, from which the types on both sides of the worker follow. */
export const requests = {
  ask: request(askParams, answerSchema, ask),
  sources: request(sourcesParams, answerSchema, findSources),
  quotations: request(quotationsParams, quotationsSchema, quotations),
  context: request(contextParams, contextSchema, context),
  article: request(articleParams, articleCardSchema, describeArticle),
  suggestArticles: request(suggestParams, choicesSchema, suggestArticles),
  suggestOutlets: request(suggestParams, choicesSchema, suggestOutlets),
  about: request(zod.strictObject({}), aboutSchema, about),
} as const;

export type RequestName = keyof typeof requests;
export type RequestParams<Name extends RequestName> = z.input<(typeof requests)[Name]['params']>;
export type RequestResult<Name extends RequestName> = z.output<(typeof requests)[Name]['result']>;

/** Whoever answers requests: the worker behind the library, or a revision in this thread. */
export interface Answering {
  /** @throws WortlautError as the request does, or `library.unavailable`. */
  request<Name extends RequestName>(name: Name, params: RequestParams<Name>): Promise<RequestResult<Name>>;
}

/** Runs a request on a revision. Parameters come from another thread or from outside, and are parsed here. */
export function runRequest(knowledge: Knowledge, name: RequestName, params: unknown): unknown {
  // The table pairs each schema with its function; TypeScript cannot follow that through an index of a union.
  const entry: Request<z.ZodType, z.ZodType> = requests[name];
  return entry.run(knowledge, entry.params.parse(params));
}
