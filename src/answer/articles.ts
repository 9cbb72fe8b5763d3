import type { z } from 'zod';
import type { Article } from '../corpus/article.ts';
import { WortlautError } from '../errors.ts';
import { fold } from '../language/fold.ts';
import { tokenize } from '../language/tokens.ts';
import { shorten } from '../shorten.ts';
import { sliceOf } from '../span.ts';
import { germanDay, LONGEST_CHOICE, MOST_CHOICES, offers, onlyOne } from './choices.ts';
import type { Knowledge } from './knowledge.ts';
import { quotePassage } from './quote.ts';
import type { ArticleCard, articleParams, Choices, suggestParams } from './schemas.ts';

/** How an article is offered in a list: its date and title. */
export function labelOf(article: Pick<Article, 'title' | 'date'>): string {
  const label = article.date === null ? article.title : `${article.date} · ${article.title}`;
  return shorten(label, LONGEST_CHOICE);
}

/**
 * The data of an article, by its id, title or the label that autocomplete showed.
 * @throws WortlautError `article.unknown`, `option.ambiguous`.
 */
export function describeArticle(knowledge: Knowledge, params: z.output<typeof articleParams>): ArticleCard {
  const article = findArticle(knowledge, params.article);
  if (article === undefined) throw new WortlautError('article.unknown', { value: params.article });
  return cardOf(knowledge, article);
}

/** The data of an article. */
export function cardOf(knowledge: Knowledge, article: Article): ArticleCard {
  const entries = knowledge.index.entries.filter((entry) => entry.article === article);
  const opening = entries[0];
  return {
    kind: 'article',
    id: article.id,
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    event: article.event,
    language: article.language,
    url: article.url,
    sources: [...article.sources],
    sections: article.sections.map((section) => ({
      heading: section.heading === null ? null : sliceOf(article.text, section.heading),
      passages: section.passages.length,
    })),
    words: entries.reduce((sum, entry) => sum + tokenize(sliceOf(article.text, entry.passage)).length, 0),
    opening: opening === undefined ? null : quotePassage(knowledge, opening),
  };
}

function findArticle(knowledge: Knowledge, value: string): Article | undefined {
  // Who presses Enter before picking from the list means what the list shows, if that is one article.
  const exact = findExactly(knowledge, value);
  if (exact !== undefined || tokenize(value).length === 0) return exact;
  return onlyOne(fittingArticles(knowledge, value), { option: 'article', value }, (article) => ({
    value: article.id,
    label: { de: labelOf(article), en: labelOf(article) },
    // The key of its first passage: good for as long as the article begins like this.
    key: knowledge.index.entries.find((entry) => entry.article === article)?.key ?? null,
  }));
}

function findExactly(knowledge: Knowledge, value: string): Article | undefined {
  const wanted = fold(value.trim());
  for (const article of knowledge.articles.values()) {
    if ([article.id, article.title, article.file, labelOf(article)].some((name) => fold(name) === wanted))
      return article;
  }
  return undefined;
}

/** Articles for which every typed word begins a word of their data; newest first. */
function fittingArticles(knowledge: Knowledge, typed: string): Article[] {
  return [...knowledge.articles.values()]
    .filter((article) => {
      const words = [labelOf(article), article.id, article.outlet ?? '', germanDay(article.date)];
      return offers(words.join(' '), typed);
    })
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id));
}

/** Articles for what someone typed so far. */
export function suggestArticles(knowledge: Knowledge, params: z.output<typeof suggestParams>): Choices {
  return fittingArticles(knowledge, params.typed)
    .filter((article) => article.id.length <= LONGEST_CHOICE)
    .slice(0, MOST_CHOICES)
    .map((article) => ({ name: labelOf(article), value: article.id }));
}

/** Outlets for what someone typed so far. */
export function suggestOutlets(knowledge: Knowledge, params: z.output<typeof suggestParams>): Choices {
  const typed = fold(params.typed.trim());
  const outlets = new Set([...knowledge.articles.values()].flatMap((article) => article.outlet ?? []));
  return [...outlets]
    .filter((outlet) => outlet.length <= LONGEST_CHOICE && fold(outlet).includes(typed))
    .sort((a, b) => a.localeCompare(b))
    .slice(0, MOST_CHOICES)
    .map((outlet) => ({ name: outlet, value: outlet }));
}
