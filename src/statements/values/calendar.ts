import type { Span } from '../../span.ts';

/** A date that a sentence names. Offsets are those of the text that was read. */
export interface DateValue extends Span {
  /** `2025`, `2025-03` or `2025-03-18`: never more exact than the text and the article's date allow. */
  readonly date: string;
}

/** Calendar arithmetic on dates as texts: `2025`, `2025-03`, `2025-03-18`. */

/** How many characters a date of each exactness has. */
export const PRECISION = { day: 10, month: 7, year: 4 } as const;

const MONTHS_IN_YEAR = 12;
const DAYS_IN_WEEK = 7;

/** The numbers of a date, as many as it names. */
export const parts = (date: string): readonly number[] => date.split('-').map(Number);

/** A date, not more exact than another; null stays null. */
export const cut = (date: string | null, limit: string): string | null => date?.slice(0, limit.length) ?? null;

/** A full date so many days later. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, PRECISION.day);
}

/** The month so many months later, of a date that names one. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1] = parts(date);
  const index = year * MONTHS_IN_YEAR + month - 1 + months;
  return `${Math.floor(index / MONTHS_IN_YEAR)}-${String((index % MONTHS_IN_YEAR) + 1).padStart(2, '0')}`;
}

/** The year so many years later. */
export const addYears = (date: string, years: number): string => String((parts(date)[0] ?? 0) + years);

/** Months from the second date to the first; both name one. */
export function monthsAway(date: string, from: string): number {
  const [year = 0, month = 1] = parts(date);
  const [fromYear = 0, fromMonth = 1] = parts(from);
  return (year - fromYear) * MONTHS_IN_YEAR + month - fromMonth;
}

/** The weekday of a full date: 0 is Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % DAYS_IN_WEEK;

/** The last or the coming day of a weekday, seen from a full date, which counts itself. */
export function nearestWeekday(date: string, weekday: number, isAhead: boolean): string {
  const back = (weekdayOf(date) - weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  return addDays(date, isAhead && back > 0 ? DAYS_IN_WEEK - back : -back);
}

/** The month or, where it lies in two, the year of the week so many weeks away; null where it lies in two years. */
export function weekAway(date: string, weeks: number): string | null {
  const monday = addDays(date, weeks * DAYS_IN_WEEK - weekdayOf(date));
  const sunday = addDays(monday, DAYS_IN_WEEK - 1);
  for (const length of [PRECISION.month, PRECISION.year]) {
    if (monday.slice(0, length) === sunday.slice(0, length)) return monday.slice(0, length);
  }
  return null;
}
