import { z } from 'zod';
import { PARTS } from '../language/part-cues.ts';
import { extentSchema, languageSchema, localisedSchema, quotationSchema } from './schemas.ts';

/** Plain data of the commands that list statements: `/terms`, `/conditions`, `/participants`, `/compare`, `/timeline`. */

export const LISTINGS = ['terms', 'conditions', 'participants', 'compare', 'timeline'] as const;
export type ListingName = (typeof LISTINGS)[number];

/** What `/terms` shows: commitments, their fulfilment, and where there explicitly are none. */
export const TERM_STATUSES = ['agreed', 'accepted', 'announced', 'ordered', 'implemented', 'not_agreed'] as const;
/** What `/conditions` shows. */
export const CONDITION_STATUSES = ['demanded', 'proposed', 'rejected', 'threatened'] as const;

/** What a listing can be narrowed to. */
export const FILTERS = ['topic', 'status', 'event', 'by', 'side', 'a', 'b', 'since', 'until'] as const;
export type FilterName = (typeof FILTERS)[number];

/** A status by its value, a date as written, everything else by its name. */
const labelSchema = localisedSchema;

const personSchema = z.strictObject({
  id: z.string(),
  name: localisedSchema,
  side: z.string().nullable(),
  /** As the article writes it. */
  office: z.string().nullable(),
  part: z.enum(PARTS),
});
export type ListedPerson = z.infer<typeof personSchema>;

const lineSchema = z.strictObject({
  quotation: quotationSchema,
  /** Which of the compared sides says it. */
  side: z.enum(['a', 'b']).nullable(),
  /** Those whom the sentence names as participants. */
  people: z.array(personSchema),
});
export type Line = z.infer<typeof lineSchema>;

const groupSchema = z.strictObject({
  /** A topic, a side, or the headline of an event; null for what belongs to none. */
  heading: localisedSchema.nullable(),
  /** Of the event. */
  date: z.string().nullable(),
  /** The code of the side, where the heading or the first line's act has one. */
  side: z.string().nullable(),
  lines: z.array(lineSchema),
});
export type Group = z.infer<typeof groupSchema>;

export const listingSchema = z.strictObject({
  kind: z.literal('listing'),
  command: z.enum(LISTINGS),
  /** Names the same listing for further pages: see `page-key.ts`. */
  key: z.string(),
  filters: z.array(z.strictObject({ filter: z.enum(FILTERS), label: labelSchema })),
  groups: z.array(groupSchema),
  /** How many lines come before those in `groups`, and how many there are in all. */
  from: z.int().min(0),
  total: z.int().min(0),
  /** Events left out because no article dates them. */
  undated: z.int().min(0),
  /** Of two compared sides those of which the articles report no statement. */
  silent: z.array(z.enum(['a', 'b'])),
  /** Where nothing was found: what there would be without one of the filters. */
  instead: z.array(z.strictObject({ filter: z.enum(FILTERS), labels: z.array(labelSchema) })),
  extent: extentSchema,
});
export type Listing = z.infer<typeof listingSchema>;

const option = z.string().nullable().default(null);
const page = {
  /** The language that is quoted where an event is told in both. */
  locale: languageSchema,
  /** Lines to leave out, and the most to show. */
  from: z.int().min(0).default(0),
  limit: z.int().min(1).max(1_000).default(20),
};

export const termsParams = z.strictObject({
  topic: option,
  status: z.enum(TERM_STATUSES).nullable().default(null),
  event: option,
  by: option,
  since: option,
  until: option,
  ...page,
});
export const conditionsParams = z.strictObject({ by: option, topic: option, event: option, ...page });
export const participantsParams = z.strictObject({ event: z.string(), side: option, ...page });
export const compareParams = z.strictObject({ topic: z.string(), a: z.string(), b: z.string(), ...page });
export const timelineParams = z.strictObject({ topic: option, since: option, until: option, ...page });
/** A further page of a listing; its language is the listing's. */
export const pageParams = z.strictObject({ key: z.string(), from: page.from, limit: page.limit });
export const suggestNamedParams = z.strictObject({ typed: z.string(), locale: languageSchema });
