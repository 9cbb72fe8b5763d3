import type { OptionSpec } from '../src/command/contract.ts';
import type { Localised } from '../src/language/language.ts';

/** Options that several commands have, declared once. */

/** A topic, status, side or event is picked from a list; what somebody types instead is no longer than a headline. */
const LONGEST_NAME = 300;
const LONGEST_DATE = 40;

export const since = {
  type: 'string',
  german: 'seit',
  description: {
    de: 'Nur Artikel ab diesem Datum: 2025, 2025-03 oder 18.3.2025',
    en: 'Only articles from this date on: 2025, 2025-03 or 18 March 2025',
  },
  maxLength: LONGEST_DATE,
} as const satisfies OptionSpec;

export const until = {
  type: 'string',
  german: 'bis',
  description: {
    de: 'Nur Artikel bis zu diesem Datum: 2025, 2025-03 oder 18.3.2025',
    en: 'Only articles up to this date: 2025, 2025-03 or 18 March 2025',
  },
  maxLength: LONGEST_DATE,
} as const satisfies OptionSpec;

export const isPrivate = {
  type: 'boolean',
  german: 'privat',
  description: { de: 'Nur du siehst die Antwort', en: 'Only you see the answer' },
} as const satisfies OptionSpec;

export const topic = {
  type: 'string',
  german: 'thema',
  description: { de: 'Nur zu diesem Thema', en: 'Only on this topic' },
  maxLength: LONGEST_NAME,
  complete: (library, typed, locale) => library.request('suggestTopics', { typed, locale }),
} as const satisfies OptionSpec;

export const event = {
  type: 'string',
  german: 'ereignis',
  description: {
    de: 'Nur dieses Ereignis. Tippe ein Wort aus dem Titel oder ein Datum',
    en: 'Only this event. Type a word of its title, or a date',
  },
  maxLength: LONGEST_NAME,
  complete: (library, typed, locale) => library.request('suggestEvents', { typed, locale }),
} as const satisfies OptionSpec;

/** A side, person or institution. */
export const party = <const German extends string>(german: German, description: Localised) =>
  ({
    type: 'string',
    german,
    description,
    maxLength: LONGEST_NAME,
    complete: (library, typed, locale) => library.request('suggestParties', { typed, locale }),
  }) as const satisfies OptionSpec;
