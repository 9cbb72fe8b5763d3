import { z } from 'zod';
import { LANGUAGES } from '../language/language.ts';
import { STATUSES } from '../statements/status/status.ts';

/** Plain data that crosses threads; each type is derived from its schema, by which the receiving side parses it. */

export const languageSchema = z.enum(LANGUAGES);
export const localisedSchema = z.strictObject({ de: z.string(), en: z.string() });
const offset = z.int().min(0);
/** Half-open, in UTF-16 code units of the article's whole text. */
const span = z.strictObject({ start: offset, end: offset });

const source = z.strictObject({ outlet: z.string(), url: z.string().nullable(), date: z.string().nullable() });

/** The statuses of a statement (`talks/vocabulary.md`). */
export const statusSchema = z.enum(STATUSES);

/** Where a quotation's text stands: `text` is this slice of the article in this revision of it (its content's hash). */
export const quotationRefSchema = z.strictObject({
  article: z.string(),
  revision: z.string(),
  start: offset,
  end: offset,
});
export type QuotationRef = z.infer<typeof quotationRefSchema>;

export const quotationSchema = z.strictObject({
  ref: quotationRefSchema,
  /** Names the quotation in buttons: see `window-key.ts`. */
  key: z.string(),
  text: z.string(),
  /** The asked words in it, ordered and disjoint. */
  marks: z.array(span),
  language: languageSchema,
  title: z.string(),
  outlet: z.string().nullable(),
  date: z.string().nullable(),
  event: z.string().nullable(),
  section: z.string().nullable(),
  /** Counted from 1 within the section. */
  paragraph: z.int().min(1),
  url: z.string().nullable(),
  sources: z.array(source),
  /** Whose words they are; of several sentences in different voices it is `unclear`. */
  voice: z.enum(['source', 'article', 'unclear']),
  /** Who says it, where the voice is a source's. */
  source: z.array(localisedSchema),
  actor: z.array(localisedSchema),
  /** What it does; null where its sentences do several things, or are in different voices. */
  statement: statusSchema.nullable(),
});
export type Quotation = z.infer<typeof quotationSchema>;

/** How large the corpus is, for the honest half of an answer. */
export const extentSchema = z.strictObject({ articles: z.int(), newest: z.string().nullable() });

export const answerSchema = z.strictObject({
  kind: z.literal('answer'),
  /** What was done: a question answered, or the passages found that bear on a text. */
  purpose: z.enum(['question', 'sources']),
  status: z.enum(['answered', 'abstained']),
  question: z.string(),
  /** The question's own language, as far as it can be told. */
  language: languageSchema,
  /** Best first; empty when abstaining. */
  quotations: z.array(quotationSchema),
  /** Keys of further quotations, best first. */
  more: z.array(z.string()),
  /** Asked words that occur nowhere in the articles. */
  missing: z.array(z.string()),
  /** When abstaining: the nearest passages, which are not the answer. */
  nearest: z.array(quotationSchema),
  /** Whether the question held a word to look for at all. */
  searchable: z.boolean(),
  evidence: z.strictObject({ score: z.number(), threshold: z.number() }),
  extent: extentSchema,
});
export type Answer = z.infer<typeof answerSchema>;

/** Further quotations for a button; `outdated` counts those whose passage is not in this revision. */
export const quotationsSchema = z.strictObject({
  kind: z.literal('quotations'),
  quotations: z.array(quotationSchema),
  outdated: z.int().min(0),
});
export type Quotations = z.infer<typeof quotationsSchema>;

/** A quotation among its neighbours: each passage quoted whole, the quotation itself as the mark. */
export const contextSchema = z.strictObject({
  kind: z.literal('context'),
  passages: z.array(quotationSchema),
  /** Which of them holds the quotation. */
  at: z.int().min(0),
});
export type Context = z.infer<typeof contextSchema>;

export const articleCardSchema = z.strictObject({
  kind: z.literal('article'),
  id: z.string(),
  title: z.string(),
  outlet: z.string().nullable(),
  date: z.string().nullable(),
  event: z.string().nullable(),
  language: languageSchema,
  url: z.string().nullable(),
  sources: z.array(source),
  sections: z.array(z.strictObject({ heading: z.string().nullable(), passages: z.int().min(0) })),
  /** Words of the passages; front matter and headings are not counted. */
  words: z.int().min(0),
  /** The first passage, as a taste. */
  opening: quotationSchema.nullable(),
});
export type ArticleCard = z.infer<typeof articleCardSchema>;

export const aboutSchema = z.strictObject({
  kind: z.literal('about'),
  revision: z.string(),
  articles: z.int(),
  passages: z.int(),
  newest: z.string().nullable(),
  oldest: z.string().nullable(),
  languages: z.strictObject({ de: z.int(), en: z.int() }),
  events: z.int(),
});
export type About = z.infer<typeof aboutSchema>;

/** What an option offers while someone types. */
export const choicesSchema = z.array(z.strictObject({ name: z.string(), value: z.string() }));
export type Choices = z.infer<typeof choicesSchema>;

/** What each request takes. */
export const askParams = z.strictObject({
  question: z.string(),
  /** The language to answer in where the question's own cannot be told. */
  locale: languageSchema,
  since: z.string().nullable().default(null),
  until: z.string().nullable().default(null),
  source: z.string().nullable().default(null),
});
export const sourcesParams = z.strictObject({ text: z.string(), locale: languageSchema });

export const articleParams = z.strictObject({ article: z.string() });
export const suggestParams = z.strictObject({ typed: z.string() });

export const quotationsParams = z.strictObject({
  keys: z.array(z.string()),
  /** What was asked, for the marks; null where it is not known any more. */
  question: z.string().nullable(),
  locale: languageSchema,
});
/** A choice among things that a name fits: its key, and the most lines to show of a listing. */
export const pickedParams = z.strictObject({ key: z.string(), limit: z.int().min(1) });
export const contextParams = z.strictObject({ key: z.string() });
