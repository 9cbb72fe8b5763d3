import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../src/corpus/calendar-date.ts';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { lastOf, type Reading, statementsOf } from './statements.ts';

/** The numbers of the last sentence, in short: `2-3 day`, `175 prisoner each`. */
function numbers(body: string, language: Language): string[] {
  return lastOf(body, { language }).numbers.map(({ least, most, unit, each }) =>
    [least === most ? least : `${least}-${most}`, unit, each ? 'each' : null].filter((part) => part !== null).join(' '),
  );
}

/** The dates of the last sentence, each with the words that name it. */
function dates(body: string, reading: Reading): string[] {
  return lastOf(body, reading).dates.map(({ start, end, date }) => `${body.slice(start, end)} = ${date}`);
}

describe('a number', () => {
  it.each<[Language, string, string[]]>([
    ['de', 'Sie dauert 30 Tage.', ['30 day']],
    ['de', 'Es waren 1.000 Gefangene.', ['1000 prisoner']],
    ['en', 'There were 1,000 Ukrainian prisoners.', ['1000 prisoner']],
    ['de', 'Sie tauschten 175 für 175 Gefangene.', ['175 prisoner each']],
    ['en', 'They swapped 500 prisoners for 500.', ['500 prisoner each']],
    ['de', 'Jede Seite übergab je 300 Soldaten.', ['300 soldier each']],
    ['en', 'They freed 150 each.', ['150 each']],
    ['en', 'It released 157 prisoners, 157 from each side.', ['157 prisoner', '157 each']],
    ['de', 'Sie dauert zwei bis drei Tage.', ['2-3 day']],
    ['en', 'It lasts between five and ten years.', ['5-10 year']],
    ['en', 'It lasts two or three days.', ['2-3 day']],
    ['en', 'He wants 30, 40 or 50 years.', ['30 year', '40 year', '50 year']],
    ['en', 'A 24-hour truce began.', ['24 hour']],
    ['de', 'Die dreitägige Pause begann.', ['3 day']],
    ['de', 'Die 24-stündige Pause begann.', ['24 hour']],
    ['de', 'Das Treffen dauerte zweieinhalb Stunden.', ['2.5 hour']],
    ['en', 'It took four and a half hours.', ['4.5 hour']],
    ['en', 'It took half an hour.', ['0.5 hour']],
    ['de', 'Es dauerte eine halbe Stunde.', ['0.5 hour']],
    ['de', 'Sie gilt eine Woche lang.', ['1 week']],
    ['de', 'Eine Delegation reiste ab.', []],
    ['en', 'A delegation left within an hour.', ['1 hour']],
    ['en', 'It is 95 per cent done.', ['95 percent']],
    ['de', 'Es ist zu 95 % fertig.', ['95 percent']],
    ['de', 'Es kostet 2,5 Milliarden Euro.', ['2500000000 euro']],
    ['en', 'It costs $1.5 billion.', ['1500000000 dollar']],
    ['en', 'It costs two trillion euros.', ['2000000000000 euro']],
    ['de', 'Es kostet eine Billion Euro.', ['1000000000000 euro']],
    ['en', 'Two hundred thousand soldiers came.', ['200000 soldier']],
    ['de', 'Es kostet zwei Billionen Euro.', ['2000000000000 euro']],
    ['de', 'Der 28-Punkte-Plan liegt vor.', ['28 point']],
    ['de', 'Fünfundzwanzig Kinder kehrten heim.', ['25 child']],
    ['en', 'Twenty-five children came home.', ['25 child']],
    ['de', 'Mehrere tausend Soldaten kamen.', []],
    ['en', 'The F-16 jets and the G7 met at 18:00 under option 2.', []],
    ['de', 'Um 18 Uhr sprach der 47. Präsident.', []],
    ['de', 'Am 19. April 2025 und am 3. Mai.', []],
    ['de', 'Sie tauschten 31 Ukrainer gegen 15 Russen.', ['31', '15']],
  ])('%s: %s', (language, body, expected) => {
    expect(numbers(body, language)).toEqual(expected);
  });
});

describe('a date that is named', () => {
  it.each<[string, string[]]>([
    ['Sie begann am 18. März 2025.', ['18. März 2025 = 2025-03-18']],
    ['Sie begann am 3. Februar.', ['3. Februar = 2025-02-03']],
    ['Sie begann im Dezember.', ['Dezember = 2024-12']],
    ['Sie gilt seit 2022.', ['2022 = 2022']],
    ['Sie gilt im Mai.', ['Mai = 2025-05']],
    ['Sie gilt vom 14. bis 16. Mai.', ['14 = 2025-05-14', '16. Mai = 2025-05-16']],
    ['Sie gilt zwischen dem 20. und dem 30. Juni.', ['20 = 2025-06-20', '30. Juni = 2025-06-30']],
    ['Sie beginnt am 31. Februar.', []],
  ])('gets its year from the article’s date: %s', (body, expected) => {
    expect(dates(body, { language: 'de', date: '2025-03-10' })).toEqual(expected);
  });

  it('is read in English too', () => {
    const reading = { language: 'en', date: '2026-05-08' } as const;
    expect(dates('It rests on 9, 10 and 11 May.', reading)).toEqual([
      '9 = 2026-05-09',
      '10 = 2026-05-10',
      '11 May = 2026-05-11',
    ]);
    expect(dates('Talks may resume in March.', reading)).toEqual(['March = 2026-03']);
    expect(dates('They may march.', reading)).toEqual([]);
  });
});

describe('a date that is told from the article’s', () => {
  // 18 March 2025 was a Tuesday.
  it.each<[Language, string, string]>([
    ['de', 'Heute sprach er.', 'Heute = 2025-03-18'],
    ['de', 'Er sprach gestern.', 'gestern = 2025-03-17'],
    ['de', 'Er spricht morgen.', 'morgen = 2025-03-19'],
    ['en', 'He spoke yesterday.', 'yesterday = 2025-03-17'],
    ['en', 'He will speak tomorrow.', 'tomorrow = 2025-03-19'],
    ['de', 'Am Mittwoch sprach er.', 'Mittwoch = 2025-03-12'],
    ['de', 'Am Mittwoch soll er sprechen.', 'Mittwoch = 2025-03-19'],
    ['de', 'Am Dienstagabend sprach er.', 'Dienstagabend = 2025-03-18'],
    ['en', 'Next Tuesday they met.', 'Next Tuesday = 2025-03-25'],
    ['en', 'They met last Tuesday.', 'last Tuesday = 2025-03-11'],
    ['de', 'Sie trafen sich vor zwei Tagen.', 'vor zwei Tagen = 2025-03-16'],
    ['de', 'Zwei Tage zuvor trafen sie sich.', 'Zwei Tage zuvor = 2025-03-16'],
    ['en', 'They met two days ago.', 'two days ago = 2025-03-16'],
    ['en', 'They met in three weeks’ time.', 'in three weeks’ time = 2025-04'],
    ['de', 'Im nächsten Monat reist er.', 'nächsten Monat = 2025-04'],
    ['en', 'He left last year.', 'last year = 2024'],
    ['de', 'Diese Woche reist er.', 'Diese Woche = 2025-03'],
  ])('%s: %s', (language, body, expected) => {
    expect(dates(body, { language, date: '2025-03-18' })).toEqual([expected]);
  });

  it('counts from a date that the sentence has named', () => {
    expect(dates('They met on 11 May and left two days later.', { language: 'en' })).toEqual([
      '11 May = 2025-05-11',
      'two days later = 2025-05-13',
    ]);
  });

  it('is what the article itself says that it is', () => {
    const body = 'It began on Sunday, 20 April. On Sunday they rested.';
    expect(dates(body, { language: 'en', date: '2025-04-19' })).toEqual(['Sunday = 2025-04-20']);
  });

  it('is not told where the article means two dates by it', () => {
    const body = 'It began on Sunday, 20 April, and ended on Sunday, 27 April. On Sunday they rested.';
    expect(dates(body, { language: 'en', date: '2025-04-29' })).toEqual([]);
  });

  it('is none where the words mean something else', () => {
    expect(dates('Am Morgen sprach er, jeden Mittwoch.', { language: 'de' })).toEqual([]);
    expect(dates('Much was lost in three years of war.', { language: 'en' })).toEqual([]);
    expect(dates('Das war vor zweitausend Jahren, nicht vor neunzehntausend Monaten.', { language: 'de' })).toEqual([]);
  });

  it('is never more exact than the article’s', () => {
    const month = { language: 'de', date: '2025-03' } as const;
    expect(dates('Am Mittwoch sprach er.', month)).toEqual(['Mittwoch = 2025-03']);
    expect(dates('Im nächsten Monat reist er.', month)).toEqual(['nächsten Monat = 2025-04']);
    expect(dates('In drei Wochen reist er.', month)).toEqual([]);
    const year = { language: 'en', date: '2025' } as const;
    expect(dates('He spoke yesterday.', year)).toEqual(['yesterday = 2025']);
    expect(dates('He left last month.', year)).toEqual([]);
  });
});

describe('every text', () => {
  const words =
    'am on Mittwoch Wednesday gestern yesterday 3 . Mai May 2025 zwei two Tage days zuvor ago in vor next nächste Woche week , 1.000 für for 175 je each % $ bis to Millionen million half 99999999999'.split(
      ' ',
    );
  const bodies = fc
    .array(
      fc.oneof(fc.constantFrom(...words, 'vor neuntausend Jahren'), fc.string({ unit: 'grapheme', maxLength: 3 })),
      { maxLength: 24 },
    )
    .map((parts) => `Satz ${parts.join(' ')}`);
  const written = fc.constantFrom('2025', '2025-12', '2024-02-29');

  it('has values that are slices of it, in order, and dates of the calendar', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...LANGUAGES), written, (body, language, date) => {
        for (const { sentence, numbers: counted, dates: told } of statementsOf(body, { language, date })) {
          for (const values of [counted, told]) {
            let end = sentence.start;
            for (const value of values) {
              expect(value.start).toBeGreaterThanOrEqual(end);
              expect(value.end).toBeGreaterThan(value.start);
              end = value.end;
            }
            expect(end).toBeLessThanOrEqual(sentence.end);
          }
          for (const { least, most } of counted) expect(least).toBeLessThanOrEqual(most);
          for (const { date: value } of told) expect(isCalendarDate(value), value).toBe(true);
        }
      }),
    );
  });

  it('without a number or a month by name has no date more exact than the article’s', () => {
    const relative = fc
      .array(
        fc.constantFrom(
          ...'am on Mittwoch Wednesday gestern yesterday zwei two Tage days zuvor ago later vor in next nächsten Monat month Woche week'.split(
            ' ',
          ),
        ),
        {
          maxLength: 16,
        },
      )
      .map((parts) => `Satz ${parts.join(' ')}`);
    fc.assert(
      fc.property(relative, fc.constantFrom(...LANGUAGES), written, (body, language, date) => {
        const told = statementsOf(body, { language, date }).flatMap((statement) => statement.dates);
        for (const value of told) expect(value.date.length).toBeLessThanOrEqual(date.length);
      }),
    );
  });
});
