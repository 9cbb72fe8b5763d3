import type { z } from 'zod';
import { WortlautError } from '../errors.ts';
import { compare } from './compare.ts';
import { conditions } from './conditions.ts';
import type { Knowledge } from './knowledge.ts';
import {
  compareParams,
  conditionsParams,
  type Listing,
  type ListingName,
  type pageParams,
  participantsParams,
  termsParams,
  timelineParams,
} from './listing-schemas.ts';
import { parsePageKey } from './page-key.ts';
import { participants } from './participants.ts';
import { terms } from './terms.ts';
import { timeline } from './timeline.ts';

/** The listings, each with what it makes of plain parameters. */
const LISTING: Readonly<Record<ListingName, (knowledge: Knowledge, params: unknown) => Listing>> = {
  terms: parsing(termsParams, terms),
  conditions: parsing(conditionsParams, conditions),
  participants: parsing(participantsParams, participants),
  compare: parsing(compareParams, compare),
  timeline: parsing(timelineParams, timeline),
};

function parsing<T>(schema: z.ZodType<T>, list: (knowledge: Knowledge, params: T) => Listing) {
  return (knowledge: Knowledge, params: unknown): Listing => {
    const parsed = schema.safeParse(params);
    // Only a key that nobody issued names a listing without what it needs.
    if (!parsed.success) throw new WortlautError('page.outdated', {});
    return list(knowledge, parsed.data);
  };
}

/**
 * A further page of a listing, by its key: the same lines in the same order, since the key is good for this revision
 * only.
 * @throws WortlautError `page.outdated` where the articles have changed since.
 */
export function page(knowledge: Knowledge, { key, from, limit }: z.output<typeof pageParams>): Listing {
  const request = parsePageKey(knowledge, key);
  if (request === null) throw new WortlautError('page.outdated', {});
  const { command, locale, options } = request;
  const listing = LISTING[command](knowledge, { ...options, locale, from, limit });
  if (from > 0 && from >= listing.total) throw new WortlautError('page.outdated', {});
  return listing;
}
