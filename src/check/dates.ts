import { findDates, type NamedDate } from '../language/dates.ts';

/**
 * Days that share the month of the date after them: `23 and 24 January`, `vom 5. bis zum 9. März`. The pattern ends
 * where that date begins.
 */
const EARLIER_DAY =
  /(?<!\d|\d[.:,])(?<day>\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:,|-|–|and|und|to|bis|through|or|oder)\s?(?:zum\s|dem\s|den\s|am\s|the\s)*$/iu;
/** Months that are words as well (`may`, `march`) are months where a word of time stands before the capital letter. */
const MONTH_ALONE =
  /\b(?:early|mid|late|in|of|since|until|by|for|during|anfang|mitte|ende|im|seit|bis)[\s-](?<month>March|May|Mai)\b(?!\s\d)/giu;
const MARCH = 3;
const MAY = 5;
const MOST_DAYS = 31;

/** The dates that a text names, in order, with every day of a list or range by itself. */
export function datesIn(text: string): readonly NamedDate[] {
  const named = findDates(text);
  const earlier = named.flatMap((date) => earlierDays(text, date));
  const alone = [...text.matchAll(MONTH_ALONE)]
    .map((match) => {
      const name = match.groups?.['month'] ?? '';
      const end = match.index + match[0].length;
      const month = /^march$/i.test(name) ? MARCH : MAY;
      return { start: end - name.length, end, year: null, month, day: null };
    })
    .filter((month) => !named.some((date) => month.start < date.end && date.start < month.end));
  return [...named, ...earlier, ...alone].sort((a, b) => a.start - b.start);
}

function earlierDays(text: string, date: NamedDate): readonly NamedDate[] {
  const days: NamedDate[] = [];
  let { start } = date;
  while (date.day !== null) {
    const match = EARLIER_DAY.exec(text.slice(0, start));
    const day = Number(match?.groups?.['day']);
    if (match === null || day < 1 || day > MOST_DAYS) break;
    days.push({ ...date, start: match.index, end: start, day });
    start = match.index;
  }
  return days;
}

/** A text without its dates, of the same length, so that a day of the month is not taken for a number. */
export function withoutDates(text: string, dates: readonly NamedDate[]): string {
  let rest = text;
  for (const { start, end } of dates) rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Whether a date says what another one says: every part of it, except that a year may be left to the reader. */
export function saysDate(said: NamedDate, wanted: NamedDate): boolean {
  const sameYear = said.year === wanted.year || wanted.year === null || (said.year === null && wanted.month !== null);
  return (
    sameYear &&
    (wanted.month === null || said.month === wanted.month) &&
    (wanted.day === null || said.day === wanted.day)
  );
}
