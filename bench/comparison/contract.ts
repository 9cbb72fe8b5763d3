import { z } from 'zod';

/** How a question is put: in German, in German with one typing error, in English. */
export const ASKINGS = ['de', 'typo', 'en'] as const;
export type Asking = (typeof ASKINGS)[number];

export const passageSchema = z.object({ id: z.string(), text: z.string() });
export type Passage = z.infer<typeof passageSchema>;

export const askedSchema = z.object({
  /** The id of the passage that answers. */
  passage: z.string(),
  /** Not among those that weights were fitted on. */
  forReporting: z.boolean(),
  de: z.string(),
  typo: z.string(),
  en: z.string(),
});
/** A question in every way it is put. */
export type Asked = z.infer<typeof askedSchema>;

/** A search over passages that has been built. */
export interface Engine {
  /** The ids of at most `limit` passages, the best first. */
  search(question: string, asking: Asking, limit: number): readonly string[] | Promise<readonly string[]>;
}

/** Indexes the passages' text. */
export type BuildEngine = (passages: readonly Passage[]) => Engine | Promise<Engine>;

/** Every engine by the name that the command line takes, with what the table calls it. */
export const ENGINES = {
  minisearch: 'MiniSearch, defaults',
  'minisearch-tutorial': 'MiniSearch, tutorial (prefix, fuzzy 0.2)',
  orama: 'Orama, German',
  lunr: 'lunr, lunr-languages',
  flexsearch: 'FlexSearch, German, suggest',
  fts5: 'SQLite FTS5 on stems, bm25',
} as const;
export type EngineName = keyof typeof ENGINES;

export const isEngineName = (name: string): name is EngineName => Object.hasOwn(ENGINES, name);
