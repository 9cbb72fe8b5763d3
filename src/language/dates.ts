import type { Span } from '../span.ts';

/** A date as exact as it was written: parts that were not named are null. */
export interface NamedDate extends Span {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /**
   * The part of a month or year that was named instead of a day or month: `early March`, `spring of 2025`. First and
   * last day, each as month × 100 + day; the first is the later one where it runs over the turn of the year.
   */
  readonly part?: DayRange;
}

/** First and last day of a part of the year, each as month × 100 + day: `[301, 531]` is March to May. */
export type DayRange = readonly [from: number, until: number];

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'jänner', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['märz', 'maerz', 'march', 'mar', 'mrz'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'oct', 'okt'],
  ['november', 'nov'],
  ['dezember', 'december', 'dec', 'dez'],
];
/** The names of the months in German and English, as part of a regular expression that ignores case. */
export const MONTH_PATTERN = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A year that news may speak of, as a group `year`. */
export const YEAR_PATTERN = '(?<year>(?:19|20)\\d{2})';

/** The forms in which German and English write dates; each names its parts. The most exact form comes first. */
const FORMS: readonly RegExp[] = [
  /(?<![\d-])(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/giu,
  /(?<!\d)(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?:\s?(?<year>(?:19|20)\d{2}))?(?!\d)/giu,
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:\\.\\s?|(?:st|nd|rd|th)?\\s(?:of\\s)?)(?<name>${MONTH_PATTERN})\\b\\.?(?:,?\\s${YEAR_PATTERN})?`,
    'giu',
  ),
  new RegExp(
    `\\b(?<name>${MONTH_PATTERN})\\b\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s${YEAR_PATTERN}(?!\\d)|(?!\\s?\\p{L}{0,3}\\d))`,
    'giu',
  ),
  new RegExp(`\\b(?<name>${MONTH_PATTERN})\\b\\.?,?\\s${YEAR_PATTERN}\\b`, 'giu'),
  /(?<![\d/.-])(?<month>0?[1-9]|1[0-2])\/(?<year>20\d{2})(?![\d/])/giu,
  /(?<![\p{L}\d])(?<name>januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember|january|february|june|july|october|december)(?![\p{L}\d])/giu,
  /(?<![\d.,-])(?<year>20\d{2})(?![\d.,-]*\d)/giu,
];

const MONTHS_IN_YEAR = 12;
const DAYS_IN_MONTH = 31;

/** The dates that a text names, in order, none overlapping another. */
export function findDates(text: string): NamedDate[] {
  const found: NamedDate[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((date) => start < date.end && date.start < end)) continue;
      const date = read(match.groups ?? {});
      if (date !== null) found.push({ start, end, ...date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The number of a month from 1 on; 0 for what is no name of one. */
export const monthOf = (name: string): number => MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;

function read(parts: Readonly<Record<string, string | undefined>>): Omit<NamedDate, 'start' | 'end'> | null {
  const name = parts['name']?.toLowerCase();
  const month = name === undefined ? number(parts['month']) : monthOf(name);
  const day = number(parts['day']);
  if (month !== null && (month < 1 || month > MONTHS_IN_YEAR)) return null;
  if (day !== null && (day < 1 || day > DAYS_IN_MONTH)) return null;
  return { year: number(parts['year']), month, day };
}

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

const DAY_SCALE = 100;
/** A day of a year as one number that grows with it: see {@link DayRange}. */
export const dayOfYear = (month: number, day: number): number => month * DAY_SCALE + day;

const isIn = (month: number, day: number, [from, until]: DayRange): boolean => {
  const at = dayOfYear(month, day);
  return from <= until ? from <= at && at <= until : from <= at || at <= until;
};

/** Whether a month, or a day of it, may lie in a part of the year. */
const mayBeIn = (month: number, day: number | null, part: DayRange): boolean =>
  day === null ? isIn(month, 1, part) || isIn(month, DAYS_IN_MONTH, part) : isIn(month, day, part);

/**
 * How a named date stands to a date of an article (`2025`, `2025-03`, `2025-03-18`): it `fits` where every part that
 * both name is equal, is `exact` where the article names every part that was asked for, and `differs` otherwise.
 */
export function compareDate(asked: NamedDate, date: string): 'exact' | 'fits' | 'differs' {
  const [year, month, day] = date.split('-').map(Number);
  const pairs = [
    [asked.year, year],
    [asked.month, month],
    [asked.day, day],
  ] as const;
  if (pairs.some(([a, b]) => a !== null && b !== undefined && a !== b)) return 'differs';
  if (asked.part !== undefined) {
    if (month === undefined || day === undefined) return 'fits';
    if (isIn(month, day, asked.part)) return 'exact';
    // Where a part of a month ends is a matter of taste; that of a year was wide enough.
    return asked.month === null ? 'differs' : 'fits';
  }
  return pairs.every(([a, b]) => a === null || b !== undefined) ? 'exact' : 'fits';
}

/**
 * Whether a date that a text names is one that was asked for: every asked part must be named, the year at least by the
 * date of the article.
 */
export function isAskedDate(asked: NamedDate, named: NamedDate, articleDate: string | null): boolean {
  const year = named.year ?? (articleDate === null ? null : Number(articleDate.slice(0, 4)));
  if (asked.part !== undefined && (named.month === null || !mayBeIn(named.month, named.day, asked.part))) return false;
  return (
    (asked.year === null || asked.year === year) &&
    (asked.month === null || asked.month === named.month) &&
    (asked.day === null || asked.day === named.day)
  );
}
