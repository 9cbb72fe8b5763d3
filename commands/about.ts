import { defineCommand } from '../src/command/contract.ts';

/** `/about`: what the bot knows, and up to when. */
export const about = defineCommand({
  name: 'about',
  description: {
    de: 'Was dieser Bot weiß: wie viele Artikel, bis zu welchem Datum',
    en: 'What this bot knows: how many articles, up to which date',
  },
  options: {},
  access: 'everyone',
  visibility: 'private',
  run: ({ library }) => library.request('about', {}),
});
