import { isCalendarDate } from '../../corpus/calendar-date.ts';
import { findDates, type NamedDate } from '../../language/dates.ts';
import type { Language } from '../../language/language.ts';
import type { Span } from '../../span.ts';
import { type DateValue, monthsAway, parts } from './calendar.ts';
import { findRelativeDates, namedWeekdays, namesWeekday } from './relative-dates.ts';

/** What the dates of a sentence are read with. */
export interface DateContext {
  readonly language: Language;
  /** The article's date, as exact as it is known; null where it has none: then only full dates can be told. */
  readonly written: string | null;
  /** Whether the sentence tells of what is to come: then `am Mittwoch` is the next one, else the last one. */
  readonly isAhead: boolean;
  /** What {@link weekdaysOf} told of the article. */
  readonly weekdays: ReadonlyMap<number, string | null>;
}

/** The dates of a text, in order and without overlap: named ones, and those told from the article's date. */
export function findDateValues(text: string, { language, written, isAhead, weekdays }: DateContext): DateValue[] {
  const named = namedDates(text, language, written);
  const origin = written === null ? null : { language, written, isAhead, weekdays, named };
  const relative = origin === null ? [] : findRelativeDates(text, origin);
  return [...named, ...relative].sort((a, b) => a.start - b.start);
}

/** What weekdays (0 is Monday) mean in a text that names their dates somewhere; null where it names two for one. */
export function weekdaysOf(text: string, language: Language, written: string | null): DateContext['weekdays'] {
  return namesWeekday(text, language)
    ? namedWeekdays(text, language, namedDates(text, language, written))
    : new Map<number, string>();
}

const namedDates = (text: string, language: Language, written: string | null): DateValue[] =>
  [...findDates(text), ...shortMonths(text, language)].flatMap((date) => resolved(text, date, written));

/** `Mai`, `May` and `March` are other words too: a month only behind a preposition or a part of the month. */
const SHORT_MONTHS: Readonly<Record<Language, RegExp>> = {
  de: /(?<=\b(?:im|seit|bis|ab|anfang|mitte|ende)\s)(?<name>mai)(?!\p{L})(?!\s(?:19|20)\d\d)/giu,
  en: /(?<=\b(?:in|since|until|by|early|mid|late|last|from|during|for)\s)(?<name>May|March)(?!\p{L})(?!,?\s(?:\d|19|20))/gu,
};
const MAY = 5;
const MARCH = 3;

const shortMonths = (text: string, language: Language): NamedDate[] =>
  [...text.matchAll(SHORT_MONTHS[language])].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    year: null,
    month: name === 'March' ? MARCH : MAY,
    day: null,
  }));

/** A named date with its year; the days joined to it (`14. bis 16. Mai`) share its month. */
function resolved(text: string, named: NamedDate, written: string | null): DateValue[] {
  const year = named.year ?? nearestYear(named, written);
  if (year === null) return [];
  const spelt = (day: number | null): string =>
    [String(year), named.month, day]
      .filter((part) => part !== null)
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  // A full stop behind a month's name ends the sentence, or an abbreviation that is told without it as well.
  const end = /\p{L}\.$/u.test(text.slice(named.start, named.end)) ? named.end - 1 : named.end;
  const dates = [{ start: named.start, end, date: spelt(named.day) }];
  if (named.day !== null)
    for (const { start, end, day } of joinedDays(text, named)) dates.push({ start, end, date: spelt(day) });
  return dates.filter(({ date }) => isCalendarDate(date)).sort((a, b) => a.start - b.start);
}

/** The year that brings a date without one nearest to the article's. */
function nearestYear({ month, day }: NamedDate, written: string | null): number | null {
  if (written === null) return null;
  const [year = 0, writtenMonth, writtenDay] = parts(written);
  if (month === null || writtenMonth === undefined) return year;
  const years = [year - 1, year, year + 1];
  // Days only decide half a year away, where the months alone would tie.
  const distance = (candidate: number): number => {
    const months = monthsAway(`${candidate}-${month}`, `${year}-${writtenMonth}`);
    return Math.abs(months + ((day ?? writtenDay ?? 0) - (writtenDay ?? day ?? 0)) / 31);
  };
  return years.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best), year);
}

const DAYS_BEFORE = /(?<!\d)(?<day>\d{1,2})\.?(?:,|\s?[–-]|\s(?:bis|und|oder|to|and|or))(?:\s?(?:zum|dem|the))?\s?$/u;
const DAYS_BEHIND = /^(?:\s?[–-]\s?|\s(?:to|and|or)\s|,\s)(?<day>\d{1,2})(?![\d:.,]*\d|\s\p{L})/u;

/** Days that share a date's month: before it (`9, 10 and 11 May`), or behind it where the month comes first. */
function joinedDays(text: string, { start, end }: Span): { start: number; end: number; day: number }[] {
  const days: { start: number; end: number; day: number }[] = [];
  for (let until = start; ; ) {
    const match = DAYS_BEFORE.exec(text.slice(0, until));
    const digits = match?.groups?.['day'];
    if (match === null || digits === undefined) break;
    days.push({ start: match.index, end: match.index + digits.length, day: Number(digits) });
    until = match.index;
  }
  if (!/^\p{L}/u.test(text.slice(start))) return days;
  const digits = DAYS_BEHIND.exec(text.slice(end))?.groups?.['day'];
  if (digits !== undefined) {
    const at = text.indexOf(digits, end);
    days.push({ start: at, end: at + digits.length, day: Number(digits) });
  }
  return days;
}
