import type { Refusal } from '../corpus/article.ts';
import type { ArticleSummary } from './protocol.ts';

export interface NamedArticle {
  readonly id: string;
  readonly title: string;
}

/** What a reindex changed, or would change. */
export interface ReindexReport {
  readonly kind: 'report';
  readonly dryRun: boolean;
  readonly added: readonly NamedArticle[];
  readonly changed: readonly NamedArticle[];
  readonly removed: readonly NamedArticle[];
  /** Whether the lexicon is another than before: the same articles are then read in another way. */
  readonly lexicon: boolean;
  readonly refused: readonly Refusal[];
  readonly articles: number;
  readonly revision: string;
  readonly milliseconds: number;
}

/** What is compared of two revisions. */
export interface Ingredients {
  readonly revision: string;
  readonly articles: readonly Omit<ArticleSummary, 'text'>[];
  readonly refused: readonly Refusal[];
  /** The hash of the lexicon. */
  readonly lexicon: string;
}

/**
 * What a reindex changed that found `after` where `before` was served, or would have changed.
 * @param started When it began, as `performance.now()` told.
 */
export function reportOf(
  before: Ingredients,
  after: Ingredients,
  { dryRun, started }: { readonly dryRun: boolean; readonly started: number },
): ReindexReport {
  const old = new Map(before.articles.map((article) => [article.id, article.hash]));
  const present = new Set(after.articles.map((article) => article.id));
  const name = ({ id, title }: NamedArticle): NamedArticle => ({ id, title });
  return {
    kind: 'report',
    dryRun,
    added: after.articles.filter((article) => !old.has(article.id)).map(name),
    changed: after.articles.filter((article) => old.has(article.id) && old.get(article.id) !== article.hash).map(name),
    removed: before.articles.filter((article) => !present.has(article.id)).map(name),
    lexicon: before.lexicon !== after.lexicon,
    refused: after.refused,
    articles: after.articles.length,
    revision: after.revision,
    milliseconds: Math.round(performance.now() - started),
  };
}
