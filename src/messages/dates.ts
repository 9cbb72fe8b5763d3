import type { Language } from '../language/language.ts';

const FORMATS: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** `2025`, `2025-03` or `2025-03-18` as people write it, exactly as exact as it was. */
function written(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  return new Intl.DateTimeFormat(FORMATS[language], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(at);
}

export const germanDate = (date: string): string => written(date, 'de');
export const englishDate = (date: string): string => written(date, 'en');

/** A date in the language of the reader. */
export const dateIn = (date: string, language: Language): string => written(date, language);
