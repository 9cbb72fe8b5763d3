import type { z } from 'zod';
import { about } from './about.ts';
import { describeArticle, suggestArticles, suggestOutlets } from './articles.ts';
import { ask, findSources } from './ask.ts';
import { compare } from './compare.ts';
import { conditions } from './conditions.ts';
import { suggestEvents } from './events.ts';
import { explain } from './explanation.ts';
import type { Knowledge } from './knowledge.ts';
import { context, quotations } from './more.ts';
import { page } from './page.ts';
import { participants } from './participants.ts';
import { pickable, picked } from './pick.ts';
import { type RequestName, type RequestResult, requests } from './requests.ts';
import { terms } from './terms.ts';
import { timeline } from './timeline.ts';
import { suggestTopics } from './topics.ts';

type Handlers = {
  readonly [Name in RequestName]: (
    knowledge: Knowledge,
    params: z.output<(typeof requests)[Name]['params']>,
  ) => RequestResult<Name>;
};

const handlers: Handlers = {
  ask,
  explain,
  sources: findSources,
  quotations,
  context,
  terms: pickable(terms),
  conditions: pickable(conditions),
  participants: pickable(participants),
  compare: pickable(compare),
  timeline: pickable(timeline),
  page,
  picked,
  article: describeArticle,
  suggestArticles,
  suggestOutlets,
  suggestTopics,
  suggestParties: ({ parties }, params) => parties.suggest(params),
  suggestEvents,
  about,
};

/** Runs a request on a revision. Parameters come from another thread or from outside, and are parsed here. */
export function runRequest(knowledge: Knowledge, name: RequestName, params: unknown): unknown {
  // The tables pair each schema with its function; TypeScript cannot follow that through an index of a union.
  const handler: (knowledge: Knowledge, params: never) => unknown = handlers[name];
  return handler(knowledge, requests[name].params.parse(params) as never);
}
