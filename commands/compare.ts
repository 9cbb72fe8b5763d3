import { defineCommand } from '../src/command/contract.ts';
import { isPrivate, party, topic } from './shared-options.ts';

/** `/compare`: what two sides say on one topic, beside each other. */
export const compare = defineCommand({
  name: 'compare',
  description: {
    de: 'Was sagen zwei Seiten zum selben Thema? Unterschiede sind hervorgehoben',
    en: 'What do two sides say on the same topic? Differences are marked',
  },
  options: {
    topic: { ...topic, description: { de: 'Zu welchem Thema?', en: 'On which topic?' }, required: true },
    a: {
      ...party('eine', { de: 'Die eine Seite, Person oder Einrichtung', en: 'One side, person or institution' }),
      required: true,
    },
    b: {
      ...party('andere', { de: 'Die andere', en: 'The other one' }),
      required: true,
    },
    private: isPrivate,
  },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  run: ({ library, locale, lines }, { private: _, ...options }) =>
    library.request('compare', { ...options, locale, limit: lines }),
});
