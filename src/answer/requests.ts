import { z } from 'zod';
import { explanationSchema } from './explanation.ts';
import {
  compareParams,
  conditionsParams,
  listingSchema,
  pageParams,
  participantsParams,
  suggestNamedParams,
  termsParams,
  timelineParams,
} from './listing-schemas.ts';
import {
  aboutSchema,
  answerSchema,
  articleCardSchema,
  articleParams,
  askParams,
  choicesSchema,
  contextParams,
  contextSchema,
  pickedParams,
  quotationsParams,
  quotationsSchema,
  sourcesParams,
  suggestParams,
} from './schemas.ts';

/**
 * Everything that can be asked of the library: what each request takes and gives. The types on both sides of the
 * worker follow from this table; what is done for each stands in `handlers.ts`, which only the worker's side loads.
 */
export const requests = {
  ask: { params: askParams, result: answerSchema },
  explain: { params: askParams, result: explanationSchema },
  sources: { params: sourcesParams, result: answerSchema },
  quotations: { params: quotationsParams, result: quotationsSchema },
  context: { params: contextParams, result: contextSchema },
  terms: { params: termsParams, result: listingSchema },
  conditions: { params: conditionsParams, result: listingSchema },
  participants: { params: participantsParams, result: listingSchema },
  compare: { params: compareParams, result: listingSchema },
  timeline: { params: timelineParams, result: listingSchema },
  page: { params: pageParams, result: listingSchema },
  picked: { params: pickedParams, result: z.discriminatedUnion('kind', [listingSchema, articleCardSchema]) },
  article: { params: articleParams, result: articleCardSchema },
  suggestArticles: { params: suggestParams, result: choicesSchema },
  suggestOutlets: { params: suggestParams, result: choicesSchema },
  suggestTopics: { params: suggestNamedParams, result: choicesSchema },
  suggestParties: { params: suggestNamedParams, result: choicesSchema },
  suggestEvents: { params: suggestNamedParams, result: choicesSchema },
  about: { params: z.strictObject({}), result: aboutSchema },
} as const;

export type RequestName = keyof typeof requests;
export type RequestParams<Name extends RequestName> = z.input<(typeof requests)[Name]['params']>;
export type RequestResult<Name extends RequestName> = z.output<(typeof requests)[Name]['result']>;

/** Whoever answers requests: the worker behind the library, or a revision in this thread. */
export interface Answering {
  /** @throws WortlautError as the request does, or `library.unavailable`. */
  request<Name extends RequestName>(name: Name, params: RequestParams<Name>): Promise<RequestResult<Name>>;
}
