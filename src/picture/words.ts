import type { Language, Localised } from '../language/language.ts';
import { dateIn } from '../messages/dates.ts';
import { messagesIn } from '../messages/index.ts';
import { cleanText } from './clean-text.ts';
import { type Gap, type PartialDate, readDate } from './partial-date.ts';

const FORMATS: Localised = { de: 'de-DE', en: 'en-GB' };

/** Days are ordinal numbers in German. */
const DAYS: Localised<(day: number) => string> = { de: (day) => `${day}.`, en: (day) => `${day}` };

const NO_ENTRY: Localised<(range: string) => string> = {
  de: (range) => `${range}: kein Eintrag`,
  en: (range) => `${range}: no entry`,
};

const FURTHER: Localised<(count: number) => string> = {
  de: (count) => (count === 1 ? '… und 1 weiterer' : `… und ${count} weitere`),
  en: (count) => `… and ${count} more`,
};

/** What is left out. */
export const furtherWords = (count: number, locale: Language): string => FURTHER[locale](count);

/** A whole date, or that there is none. */
export function dateWords(date: string, locale: Language): string {
  return readDate(date) === null ? messagesIn(locale).citation.undated : dateIn(date, locale);
}

/** The most exact part of a date, for the narrow column beside entries that stand under their month: `18.`, `Mär`, `2025`. */
export function shortDate({ year, month, day }: PartialDate, locale: Language): string {
  if (day !== null) return DAYS[locale](day);
  if (month === null) return `${year}`;
  const format = new Intl.DateTimeFormat(FORMATS[locale], { month: 'short', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(year, month - 1)));
}

/** That the months or years between two entries hold none. */
export function gapWords({ unit, from, to }: Gap, locale: Language): string {
  const months = unit === 'month' ? { month: 'long' as const } : {};
  const format = new Intl.DateTimeFormat(FORMATS[locale], { year: 'numeric', ...months, timeZone: 'UTC' });
  return NO_ENTRY[locale](cleanText(format.formatRange(from, to)));
}

/** A country by its name; an institution by its code. */
export function sideWords(side: string, locale: Language): string {
  // Anything but two letters is an error to Intl.DisplayNames.
  if (!/^[A-Z]{2}$/.test(side)) return cleanText(side);
  // Made here and not kept: ICU's names take memory that a bot which draws nothing should not spend.
  return new Intl.DisplayNames(locale, { type: 'region', style: 'short', fallback: 'none' }).of(side) ?? side;
}
