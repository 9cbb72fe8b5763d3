import { TERM_STATUSES } from '../src/answer/listing-schemas.ts';
import { defineCommand } from '../src/command/contract.ts';
import { messagesIn } from '../src/messages/index.ts';
import { event, isPrivate, party, since, topic, until } from './shared-options.ts';

/** `/terms`: what was agreed, and what explicitly was not, by topic. */
export const terms = defineCommand({
  name: 'terms',
  description: {
    de: 'Was wurde vereinbart, angenommen, angekündigt, angeordnet, umgesetzt – und was nicht?',
    en: 'What was agreed, accepted, announced, ordered, carried out – and what was not?',
  },
  options: {
    topic,
    status: {
      type: 'string',
      german: 'status',
      description: { de: 'Nur was so weit ist', en: 'Only what has come this far' },
      choices: TERM_STATUSES.map((value) => ({
        value,
        name: { de: messagesIn('de').statuses[value], en: messagesIn('en').statuses[value] },
      })),
    },
    event,
    by: party('von', {
      de: 'Nur was diese Seite, Person oder Einrichtung tut oder sagt',
      en: 'Only what this side, person or institution does or says',
    }),
    since,
    until,
    private: isPrivate,
  },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  run: ({ library, locale, lines }, { private: _, ...options }) =>
    library.request('terms', { ...options, locale, limit: lines }),
});
