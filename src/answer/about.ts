import { extentOf } from './ask.ts';
import type { Knowledge } from './knowledge.ts';
import type { About } from './schemas.ts';

/** What the bot knows, in numbers. */
export function about(knowledge: Knowledge): About {
  const articles = [...knowledge.articles.values()];
  const dates = articles.flatMap((article) => article.date ?? []).sort();
  return {
    kind: 'about',
    revision: knowledge.revision,
    articles: articles.length,
    passages: knowledge.index.entries.length,
    newest: extentOf(knowledge).newest,
    oldest: dates[0] ?? null,
    languages: {
      de: articles.filter((article) => article.language === 'de').length,
      en: articles.filter((article) => article.language === 'en').length,
    },
    events: new Set(articles.flatMap((article) => article.event ?? [])).size,
  };
}
