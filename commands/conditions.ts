import { defineCommand } from '../src/command/contract.ts';
import { event, isPrivate, party, topic } from './shared-options.ts';

/** `/conditions`: who demands, proposes, rejects or threatens what. */
export const conditions = defineCommand({
  name: 'conditions',
  description: {
    de: 'Wer fordert, schlägt vor, lehnt ab oder droht womit?',
    en: 'Who demands, proposes, rejects or threatens what?',
  },
  options: {
    by: party('von', {
      de: 'Nur was diese Seite, Person oder Einrichtung fordert oder ablehnt',
      en: 'Only what this side, person or institution demands or rejects',
    }),
    topic,
    event,
    private: isPrivate,
  },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  run: ({ library, locale, lines }, { private: _, ...options }) =>
    library.request('conditions', { ...options, locale, limit: lines }),
});
