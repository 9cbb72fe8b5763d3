import type { Article } from '../corpus/article.ts';
import type { PassageIndex } from '../search/index.ts';
import type { Attribution } from '../statements/attribution.ts';

/** What answers are made from: one revision of the library, which never changes. */
export interface Knowledge {
  /** Hash over all articles and the lexicon. */
  readonly revision: string;
  /** By id, sorted by id. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly index: PassageIndex;
  /** Who says the sentence of an article that starts at the offset. */
  attributionOf(article: Article, sentenceStart: number): Attribution;
}
