import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDate, findDates, type NamedDate } from '../../src/language/dates.ts';

type Parts = readonly [number | null, number | null, number | null];

const partsOf = (text: string): Parts[] => findDates(text).map(({ year, month, day }) => [year, month, day]);
const named = ([year, month, day]: Parts): NamedDate => ({ start: 0, end: 0, year, month, day });

describe('the dates that a text names', () => {
  it.each<[string, Parts[]]>([
    ['am 18. März 2025', [[2025, 3, 18]]],
    ['am 18. März', [[null, 3, 18]]],
    ['am 18.3.2025', [[2025, 3, 18]]],
    ['am 18.03.', [[null, 3, 18]]],
    ['am 18. 3. 2025', [[2025, 3, 18]]],
    ['2025-03-18', [[2025, 3, 18]]],
    ['on 18 March 2025', [[2025, 3, 18]]],
    ['on the 18th of March', [[null, 3, 18]]],
    ['March 18, 2025', [[2025, 3, 18]]],
    ['March 18th', [[null, 3, 18]]],
    ['March 18 2025', [[2025, 3, 18]]],
    ['9.Mai', [[null, 5, 9]]],
    ['03/2025', [[2025, 3, null]]],
    ['Aug. 6, 2025', [[2025, 8, 6]]],
    ['im März 2025', [[2025, 3, null]]],
    ['in March 2025', [[2025, 3, null]]],
    ['im März', [[null, 3, null]]],
    ['im Jahr 2025', [[2025, null, null]]],
    ['since 2022', [[2022, null, null]]],
    [
      'vom 16. Mai bis zum 2. Juni 2025',
      [
        [null, 5, 16],
        [2025, 6, 2],
      ],
    ],
    ['in May', []],
    ['may I ask', []],
    ['am 32. März', [[null, 3, null]]],
    ['um 18.30 Uhr', []],
    ['2025-13-40', []],
    ['175 Gefangene', []],
    ['1.000.000', []],
    ['', []],
  ])('in %j are %j', (text, dates) => {
    expect(partsOf(text)).toEqual(dates);
  });

  it('stand where they say, in order and without overlap, in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('18.', '3.', '2025', 'März', 'March', '-', ' ', ', ', '2025-03-18', 'of', 'th', '1', 'May', '.'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const date of findDates(text)) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeLessThanOrEqual(text.length);
          expect([date.year, date.month, date.day].some((part) => part !== null)).toBe(true);
          end = date.end;
        }
      }),
    );
  });

  it('are read from every way of writing one', () => {
    const day = fc.date({ min: new Date('2014-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const parts: Parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const written = (locale: string, month: 'long' | 'numeric'): string =>
          new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month, day: 'numeric' }).format(date);
        expect(partsOf(written('de-DE', 'long'))).toEqual([parts]);
        expect(partsOf(written('de-DE', 'numeric'))).toEqual([parts]);
        expect(partsOf(written('en-GB', 'long'))).toEqual([parts]);
        expect(partsOf(written('en-US', 'long'))).toEqual([parts]);
        expect(partsOf(date.toISOString().slice(0, 10))).toEqual([parts]);
      }),
    );
  });
});

describe('a named date beside that of an article', () => {
  it.each<[Parts, string, string]>([
    [[2025, 3, 18], '2025-03-18', 'exact'],
    [[null, 3, 18], '2025-03-18', 'exact'],
    [[2025, 3, null], '2025-03-18', 'exact'],
    [[2025, null, null], '2025-03-18', 'exact'],
    [[2025, 3, 18], '2025-03', 'fits'],
    [[null, 3, 18], '2025', 'fits'],
    [[2025, 3, 19], '2025-03-18', 'differs'],
    [[2024, 3, 18], '2025-03', 'differs'],
    [[null, 4, null], '2025-03', 'differs'],
    [[2025, 3, 18], '2025', 'fits'],
  ])('%j and %s: %s', (parts, date, expected) => {
    expect(compareDate(named(parts), date)).toBe(expected);
  });
});
