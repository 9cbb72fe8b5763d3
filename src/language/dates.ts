import type { Span } from '../span.ts';

/** A date as exact as it was written: parts that were not named are null. */
export interface NamedDate extends Span {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

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
const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const YEAR = '(?<year>(?:19|20)\\d{2})';

/** The forms in which German and English write dates; each names its parts. The most exact form comes first. */
const FORMS: readonly RegExp[] = [
  /(?<![\d-])(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/giu,
  /(?<!\d)(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?:\s?(?<year>(?:19|20)\d{2}))?(?!\d)/giu,
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)?\\s(?:of\\s)?(?<name>${MONTH})\\b\\.?(?:,?\\s${YEAR})?`,
    'giu',
  ),
  new RegExp(
    `\\b(?<name>${MONTH})\\b\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?\\p{L}{0,3}\\d)(?:,?\\s${YEAR})?`,
    'giu',
  ),
  new RegExp(`\\b(?<name>${MONTH})\\b\\.?,?\\s${YEAR}\\b`, 'giu'),
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

function read(parts: Readonly<Record<string, string | undefined>>): Omit<NamedDate, 'start' | 'end'> | null {
  const name = parts['name']?.toLowerCase();
  const month = name === undefined ? number(parts['month']) : MONTHS.findIndex((names) => names.includes(name)) + 1;
  const day = number(parts['day']);
  if (month !== null && (month < 1 || month > MONTHS_IN_YEAR)) return null;
  if (day !== null && (day < 1 || day > DAYS_IN_MONTH)) return null;
  return { year: number(parts['year']), month, day };
}

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

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
  return pairs.every(([a, b]) => a === null || b !== undefined) ? 'exact' : 'fits';
}

/**
 * Whether a date that a text names is one that was asked for: every asked part must be named, the year at least by the
 * date of the article.
 */
export function isAskedDate(asked: NamedDate, named: NamedDate, articleDate: string | null): boolean {
  const year = named.year ?? (articleDate === null ? null : Number(articleDate.slice(0, 4)));
  return (
    (asked.year === null || asked.year === year) &&
    (asked.month === null || asked.month === named.month) &&
    (asked.day === null || asked.day === named.day)
  );
}
