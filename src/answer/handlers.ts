import type { z } from 'zod';
import { about } from './about.ts';
import { describeArticle, suggestArticles, suggestOutlets } from './articles.ts';
import { ask, findSources } from './ask.ts';
import type { Knowledge } from './knowledge.ts';
import { context, quotations } from './more.ts';
import { type RequestName, type RequestResult, requests } from './requests.ts';

type Handlers = {
  readonly [Name in RequestName]: (
    knowledge: Knowledge,
    params: z.output<(typeof requests)[Name]['params']>,
  ) => RequestResult<Name>;
};

const handlers: Handlers = {
  ask,
  sources: findSources,
  quotations,
  context,
  article: describeArticle,
  suggestArticles,
  suggestOutlets,
  about,
};

/** Runs a request on a revision. Parameters come from another thread or from outside, and are parsed here. */
export function runRequest(knowledge: Knowledge, name: RequestName, params: unknown): unknown {
  // The tables pair each schema with its function; TypeScript cannot follow that through an index of a union.
  const handler: (knowledge: Knowledge, params: never) => unknown = handlers[name];
  return handler(knowledge, requests[name].params.parse(params) as never);
}
