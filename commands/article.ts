import { defineCommand } from '../src/command/contract.ts';

/** `/article`: the data of an article, its sections and how it begins. */
export const article = defineCommand({
  name: 'article',
  description: {
    de: 'Zeigt einen Artikel: Datum, Quellen, Abschnitte und den Anfang',
    en: 'Shows an article: date, sources, sections and how it begins',
  },
  options: {
    article: {
      type: 'string',
      german: 'artikel',
      description: {
        de: 'Welcher Artikel? Tippe ein Wort aus dem Titel',
        en: 'Which article? Type a word of its title',
      },
      required: true,
      maxLength: 300,
      complete: (library, typed) => library.request('suggestArticles', { typed }),
    },
  },
  access: 'everyone',
  visibility: 'public',
  run: ({ library }, { article: wanted }) => library.request('article', { article: wanted }),
});
