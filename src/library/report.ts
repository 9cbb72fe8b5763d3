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

/** What a revision is made of. */
export interface Ingredients {
  readonly articles: readonly ArticleSummary[];
  /** The hash of the lexicon. */
  readonly lexicon: string;
}

/** The articles that are in `after` and not in `before`, in both with another text, and in `before` alone. */
export function compareRevisions(
  before: Ingredients,
  after: Ingredients,
): Pick<ReindexReport, 'added' | 'changed' | 'removed' | 'lexicon'> {
  const old = new Map(before.articles.map((article) => [article.id, article.hash]));
  const present = new Set(after.articles.map((article) => article.id));
  const name = ({ id, title }: ArticleSummary): NamedArticle => ({ id, title });
  return {
    added: after.articles.filter((article) => !old.has(article.id)).map(name),
    changed: after.articles.filter((article) => old.has(article.id) && old.get(article.id) !== article.hash).map(name),
    removed: before.articles.filter((article) => !present.has(article.id)).map(name),
    lexicon: before.lexicon !== after.lexicon,
  };
}
