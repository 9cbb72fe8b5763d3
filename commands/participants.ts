import { defineCommand } from '../src/command/contract.ts';
import { event, isPrivate, party } from './shared-options.ts';

/** `/participants`: who took part in an event, by side. */
export const participants = defineCommand({
  name: 'participants',
  description: {
    de: 'Wer nahm an einem Ereignis teil, auf welcher Seite und in welcher Rolle?',
    en: 'Who took part in an event, on which side and in which role?',
  },
  options: {
    event: {
      ...event,
      description: {
        de: 'Welches Ereignis? Tippe ein Wort aus dem Titel oder ein Datum',
        en: 'Which event? Type a word of its title, or a date',
      },
      required: true,
    },
    side: party('seite', { de: 'Nur diese Seite', en: 'Only this side' }),
    private: isPrivate,
  },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  run: ({ library, locale, lines }, { private: _, ...options }) =>
    library.request('participants', { ...options, locale, limit: lines }),
});
