import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn, saysDate, withoutDates } from '../../src/check/dates.ts';
import { findNumbers } from '../../src/check/numbers.ts';
import type { Language } from '../../src/language/language.ts';

const keysIn = (text: string, language: Language): readonly string[] =>
  findNumbers(withoutDates(text, datesIn(text)), language).flatMap(({ keys }) => keys);

describe('numbers', () => {
  it.each([
    ['1.000 Gefangene', '1,000 prisoners', ['1000']],
    ['6 000 Leichname', '6 000 bodies', ['6000']],
    ['je tausend Gefangene', 'a thousand prisoners', ['1000']],
    ['tausend', 'one thousand', ['1000']],
    ['800 Milliarden Dollar', '800 billion dollars', ['800000000000']],
    ['2,5 Millionen', '2.5 million', ['2500000']],
    ['fünfundzwanzig Schiffe', 'twenty-five ships', ['25']],
    ['zwölf Minister', 'twelve ministers', ['12']],
    ['die dreizehnte Runde', 'the thirteenth round', ['13']],
    ['der 13. Austausch', 'the 13th exchange', ['13']],
    ['20-Punkte-Plan', '20-point plan', ['20']],
    ['90 Prozent', '90%', ['90']],
    ['ein Anteil von 50:50', 'a share of 50:50', ['50', '50']],
    ['die G8-Staaten', 'the G-8', ['G8']],
    ['Artikel 5', 'Article 5', ['5']],
    ['175 am Mittwoch', '175 on Wednesday', ['175']],
  ])('%s and %s are the same', (german, english, keys) => {
    expect(keysIn(german, 'de')).toEqual(keys);
    expect(keysIn(english, 'en')).toEqual(keys);
  });

  it.each([
    ['72 Stunden', '72-hour truce', ['72h']],
    ['72-stündige Pause', 'three days', ['72h']],
    ['drei Tage', '3-day truce', ['72h']],
    ['dreitägige Waffenruhe', 'a three-day truce', ['72h']],
    ['eine Woche', 'a week', ['168h']],
    ['danach (eine Woche)', 'then, a week', ['168h']],
    ['sieben Tage', '7 days', ['168h']],
    ['anderthalb Stunden', 'one and a half hours', ['1.5h']],
    ['eineinhalb Stunden', '90 minutes', ['1.5h']],
    ['1,5 Stunden', 'an hour and a half', ['1.5h']],
    ['viereinhalbstündig', 'four-and-a-half-hour talks', ['4.5h']],
    ['eine halbe Stunde', 'half an hour', ['0.5h']],
    ['24 bis 48 Stunden', '24-48 hours', ['24h', '48h']],
    ['zwei bis drei Tage', 'two to three days', ['48h', '72h']],
    ['von 50 auf 10 Tage', 'from 50 to 10 days', ['1200h', '240h']],
  ])('%s and %s last as long', (german, english, keys) => {
    expect(keysIn(german, 'de')).toEqual(keys);
    expect(keysIn(english, 'en')).toEqual(keys);
  });

  it.each([
    ['ab 18 Uhr', 'from 6 p.m.', ['18:00']],
    ['um 18.30 Uhr', 'at 6:30 pm', ['18:30']],
    ['um 18:00 Uhr', 'at 18:00', ['18:00']],
    ['um 0 Uhr', 'at midnight', ['00:00']],
    ['bis 24 Uhr', 'until 00:00', ['00:00']],
  ])('%s and %s are one time of day', (german, english, keys) => {
    expect(keysIn(german, 'de')).toEqual(keys);
    expect(keysIn(english, 'en')).toEqual(keys);
  });

  it.each([
    ['de', 'eine einseitige Erklärung'],
    ['de', 'mehrere tausend Soldaten'],
    ['de', 'am 18. und 19. März 2025'],
    ['en', 'a joint statement'],
    ['en', 'on 9, 10 and 11 May'],
  ] as const)('in %s “%s” counts nothing', (language, text) => {
    expect(keysIn(text, language)).toEqual([]);
  });

  it('the first day lasts no day', () => {
    expect(keysIn('am ersten Tag', 'de')).toEqual(['1']);
    expect(keysIn('on the first day', 'en')).toEqual(['1']);
  });

  it('any whole number is read as it is written in either language, alone and in a sentence', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (number) => {
        for (const [language, locale] of [
          ['de', 'de-DE'],
          ['en', 'en-GB'],
        ] as const) {
          expect(keysIn(number.toLocaleString(locale), language)).toEqual([String(number)]);
          expect(keysIn(`Es waren (${number.toLocaleString(locale)}).`, language)).toEqual([String(number)]);
        }
      }),
    );
  });

  it('every number stands where it says, in order and without overlap', () => {
    const piece = fc.constantFrom(
      'eine',
      'half',
      'drei',
      '1.000',
      '18:00',
      'and a half',
      'bis',
      'hours',
      'Tage',
      '-',
      '.',
      'G8',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<Language>('de', 'en'), (pieces, language) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const mention of findNumbers(text, language)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(mention.keys.length).toBeGreaterThan(0);
          end = mention.end;
        }
      }),
    );
  });
});

describe('dates', () => {
  const read = (text: string) => datesIn(text).map(({ year, month, day }) => [year, month, day]);

  it.each([
    ['am 18. März 2025', [[2025, 3, 18]]],
    ['on March 18, 2025', [[2025, 3, 18]]],
    [
      'am 23. und 24. Januar',
      [
        [null, 1, 23],
        [null, 1, 24],
      ],
    ],
    [
      'on 9, 10 and 11 May',
      [
        [null, 5, 9],
        [null, 5, 10],
        [null, 5, 11],
      ],
    ],
    [
      'vom 5. bis zum 9. März',
      [
        [null, 3, 5],
        [null, 3, 9],
      ],
    ],
    [
      '20-30 June',
      [
        [null, 6, 20],
        [null, 6, 30],
      ],
    ],
    ['planned for early March', [[null, 3, null]]],
    ['Ende Mai', [[null, 5, null]]],
    ['They may march on', []],
    ['1,200 and 3 May', [[null, 5, 3]]],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  it('says another one if every part is named, and the year may be left out', () => {
    const says = (said: string, wanted: string): boolean =>
      datesIn(wanted).every((date) => datesIn(said).some((each) => saysDate(each, date)));
    expect(says('am 19. März', '19 March 2025')).toBe(true);
    expect(says('am 19. März 2025', '19 March')).toBe(true);
    expect(says('am 19. März 2026', '19 March 2025')).toBe(false);
    expect(says('im März 2025', '19 March 2025')).toBe(false);
    expect(says('am 31. August', 'end of August')).toBe(true);
    expect(says('am 19. März', 'in 2022')).toBe(false);
  });
});
