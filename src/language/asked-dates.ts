import { type DayRange, dayOfYear, findDates, MONTH_PATTERN, monthOf, type NamedDate, YEAR_PATTERN } from './dates.ts';

type Part = 'early' | 'middle' | 'late' | 'first half' | 'second half';

/** Words before a month or year that mean a part of it. */
const PARTS: readonly (readonly [Part, string])[] = [
  [
    'early',
    '(?:zu )?(?:anfang|beginn)(?: de[sr])?|jahres(?:anfang|beginn)|frühen|early(?: in)?|(?:the )?(?:start|beginning) of',
  ],
  ['middle', 'mitte(?: de[sr])?|mid|(?:the )?middle of'],
  ['late', 'ende(?: de[sr])?|jahresende|späten|late(?: in)?|(?:the )?end of'],
  ['first half', 'ersten? (?:jahres)?hälfte(?: de[sr])?|(?:the )?first half of'],
  ['second half', 'zweiten? (?:jahres)?hälfte(?: de[sr])?|(?:the )?second half of'],
];

/** First and last day of the parts of a month; they overlap, since nobody counts days who speaks of them. */
const DAYS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [1, 12],
  middle: [9, 21],
  late: [18, 31],
  'first half': [1, 16],
  'second half': [15, 31],
};

/** The same for a year. */
const YEAR_PARTS: Readonly<Record<Part, DayRange>> = {
  early: [dayOfYear(1, 1), dayOfYear(3, 31)],
  middle: [dayOfYear(5, 1), dayOfYear(8, 31)],
  late: [dayOfYear(10, 1), dayOfYear(12, 31)],
  'first half': [dayOfYear(1, 1), dayOfYear(6, 30)],
  'second half': [dayOfYear(7, 1), dayOfYear(12, 31)],
};

const AUTUMN: DayRange = [dayOfYear(9, 1), dayOfYear(12, 15)];
/** Seasons, as people and not as astronomers count them. */
const SEASONS: readonly (readonly [string, DayRange])[] = [
  ['frühjahrs?|frühlings?|fruehjahr|fruehling|spring', [dayOfYear(3, 1), dayOfYear(6, 20)]],
  ['sommers?|summer', [dayOfYear(6, 1), dayOfYear(9, 20)]],
  ['herbst(?:es)?|autumn', AUTUMN],
  ['winters?', [dayOfYear(12, 1), dayOfYear(3, 20)]],
];

const START = String.raw`(?<![\p{L}\d])`;
const END = String.raw`(?![\p{L}\d])`;
const YEAR = `(?:(?:,| of| in| des jahres| im jahre?)? ${YEAR_PATTERN}${END})`;

interface Form {
  readonly pattern: RegExp;
  /** What a match stands for: of the year, or of its month. */
  readonly partOf: (month: number | null) => DayRange | null;
}

const form = (source: string, partOf: Form['partOf']): Form => ({ pattern: new RegExp(source, 'giu'), partOf });

const FORMS: readonly Form[] = [
  ...PARTS.flatMap(([part, words]) => [
    form(String.raw`${START}(?:${words})[\s-](?<name>${MONTH_PATTERN})${END}\.?${YEAR}?`, (month) => {
      const [from, until] = DAYS[part];
      return month === null ? null : [dayOfYear(month, from), dayOfYear(month, until)];
    }),
    form(String.raw`${START}(?:${words})[\s-](?:jahre?s? |the year )?${YEAR_PATTERN}${END}`, () => YEAR_PARTS[part]),
  ]),
  // Without a year or a word before it a season may be anything: `Prager Frühling`.
  ...SEASONS.flatMap(([names, range]) => [
    form(`${START}(?:${names})${YEAR}`, () => range),
    form(
      `${START}(?:im|in the|in|during the|seit dem|since|bis zum|this|last|diesen|letzten) (?:${names})${END}`,
      () => range,
    ),
  ]),
  // Without a year a fall is one: `the fall of Kyiv`, `im Fall`.
  form(`${START}(?:the )?fall${YEAR}`, () => AUTUMN),
  // Other words than months only where nothing stands before them: `may I ask`, `the march`.
  form(
    `${START}(?:im|seit|bis|in|since|until|during|last) (?<name>mai|may|march|jan|feb|apr|jun|jul|aug|sept?|o[ck]t|nov|de[cz])${END}\\.?${YEAR}?`,
    () => null,
  ),
];

/**
 * The dates that a question asks for, in order, none overlapping another: those of {@link findDates} and the parts of
 * months and years (`Anfang März`, `spring of 2025`), which in a report are seldom exact enough to be told apart by.
 */
export function findAskedDates(text: string): NamedDate[] {
  const found: NamedDate[] = [];
  for (const { pattern, partOf } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((date) => start < date.end && date.start < end)) continue;
      const { name, year } = match.groups ?? {};
      const month = name === undefined ? null : monthOf(name);
      const part = partOf(month);
      const date = { start, end, year: year === undefined ? null : Number(year), month, day: null };
      found.push(part === null ? date : { ...date, part });
    }
  }
  const others = findDates(text).filter(({ start, end }) =>
    found.every((date) => end <= date.start || date.end <= start),
  );
  return [...found, ...others].sort((a, b) => a.start - b.start);
}
