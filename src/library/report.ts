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
  readonly refused: readonly Refusal[];
  readonly articles: number;
  readonly revision: string;
  readonly milliseconds: number;
}

/** What is in `after` and not in `before`, in both with another text, and in `before` alone. */
export function compareArticles(
  before: readonly ArticleSummary[],
  after: readonly ArticleSummary[],
): Pick<ReindexReport, 'added' | 'changed' | 'removed'> {
  const old = new Map(before.map((article) => [article.id, article.hash]));
  const present = new Set(after.map((article) => article.id));
  const name = ({ id, title }: ArticleSummary): NamedArticle => ({ id, title });
  return {
    added: after.filter((article) => !old.has(article.id)).map(name),
    changed: after.filter((article) => old.has(article.id) && old.get(article.id) !== article.hash).map(name),
    removed: before.filter((article) => !present.has(article.id)).map(name),
  };
}
