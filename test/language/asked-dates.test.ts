import { describe, expect, it } from 'vitest';
import { findAskedDates } from '../../src/language/asked-dates.ts';
import { compareDate, isAskedDate } from '../../src/language/dates.ts';

/** The words of each date in a question, with year and month. */
const datesOf = (text: string): [string, number | null, number | null][] =>
  findAskedDates(text).map(({ start, end, year, month }) => [text.slice(start, end), year, month]);

describe('the dates that a question names', () => {
  it.each<[string, [string, number | null, number | null][]]>([
    ['was geschah Anfang Februar 2026 dort', [['Anfang Februar 2026', 2026, 2]]],
    ['Ende März', [['Ende März', null, 3]]],
    ['early March 2026', [['early March 2026', 2026, 3]]],
    ['mid-May 2025', [['mid-May 2025', 2025, 5]]],
    ['at the end of June', [['the end of June', null, 6]]],
    ['Mitte 2025', [['Mitte 2025', 2025, null]]],
    ['im Frühjahr 2025', [['Frühjahr 2025', 2025, null]]],
    ['spring of 2025', [['spring of 2025', 2025, null]]],
    ['in the autumn', [['in the autumn', null, null]]],
    ['was war im Mai', [['im Mai', null, 5]]],
    ['in May 2025', [['in May 2025', 2025, 5]]],
    ['was war im Okt. 2025', [['im Okt. 2025', 2025, 10]]],
    ['fall of 2025', [['fall of 2025', 2025, null]]],
    ['im Fall eines Abbruchs', []],
    ['zum Jahresende 2025', [['Jahresende 2025', 2025, null]]],
    ['may I ask', []],
    ['Prager Frühling', []],
    ['spring a surprise', []],
    ['am 18. März 2025', [['18. März 2025', 2025, 3]]],
    [
      'zwischen Ende März und 4. April 2025',
      [
        ['Ende März', null, 3],
        ['4. April 2025', 2025, 4],
      ],
    ],
  ])('%s', (text, dates) => {
    expect(datesOf(text)).toEqual(dates);
  });
});

describe('a part of a month or year', () => {
  it.each<[string, string, string]>([
    ['Anfang März 2025', '2025-03-03', 'exact'],
    ['Anfang März 2025', '2025-03-25', 'fits'],
    ['Anfang März 2025', '2025-03', 'fits'],
    ['Anfang März 2025', '2025-04-01', 'differs'],
    ['Frühjahr 2025', '2025-04-30', 'exact'],
    ['Frühjahr 2025', '2025-10-01', 'differs'],
    ['Frühjahr 2025', '2026-04-30', 'differs'],
    ['in the winter', '2026-01-15', 'exact'],
    ['in the winter', '2025-12-15', 'exact'],
    ['in the winter', '2025-07-15', 'differs'],
  ])('%s and an article of %s: %s', (asked, article, expected) => {
    expect(findAskedDates(asked).map((date) => compareDate(date, article))).toEqual([expected]);
  });

  it.each<[string, string, boolean]>([
    ['Anfang März 2025', 'am 3. März', true],
    ['Anfang März 2025', 'am 25. März', false],
    ['Anfang März 2025', 'im März', true],
    ['Frühjahr 2025', 'am 30. April', true],
    ['Frühjahr 2025', 'im Oktober', false],
    ['Frühjahr 2025', 'seit 2025', false],
  ])('%s is named by %s: %s', (asked, text, expected) => {
    const [date] = findAskedDates(asked);
    const [named] = findAskedDates(text);
    if (date === undefined || named === undefined) throw new Error('no date');
    expect(isAskedDate(date, named, '2025-05-01')).toBe(expected);
  });
});
