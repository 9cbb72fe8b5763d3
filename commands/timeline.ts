import { defineCommand } from '../src/command/contract.ts';
import { isPrivate, since, topic, until } from './shared-options.ts';

/** `/timeline`: what happened when, as a picture and in words. */
export const timeline = defineCommand({
  name: 'timeline',
  description: {
    de: 'Was geschah wann? Als Bild und als Text',
    en: 'What happened when? As a picture and as text',
  },
  options: { topic, since, until, private: isPrivate },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  run: ({ library, locale, lines }, { private: _, ...options }) =>
    library.request('timeline', { ...options, locale, limit: lines }),
});
