import { runRequest } from '../../src/answer/handlers.ts';
import type { Knowledge } from '../../src/answer/knowledge.ts';
import { type Listing, type ListingName, listingSchema } from '../../src/answer/listing-schemas.ts';
import { TALKS } from '../support/talks.ts';
import { knowledgeOf } from './knowledge.ts';

export const talks = knowledgeOf(TALKS);

/** What a command lists; everything that is not given is left open. */
export function list(
  command: ListingName,
  options: Readonly<Record<string, unknown>> = {},
  knowledge: Knowledge = talks,
): Listing {
  return listingSchema.parse(runRequest(knowledge, command, { locale: 'de', limit: 1_000, ...options }));
}

/** Texts of the lines under each heading. */
export const textsIn = ({ groups }: Listing): Record<string, string[]> =>
  Object.fromEntries(groups.map(({ heading, lines }) => [heading?.de ?? '', lines.map((line) => line.quotation.text)]));

export const allTexts = (listing: Listing): string[] => Object.values(textsIn(listing)).flat();
