import { isCalendarDate } from '../../corpus/calendar-date.ts';
import { fold } from '../../language/fold.ts';
import type { Language, Localised } from '../../language/language.ts';
import { addDays, addMonths, addYears, cut, type DateValue, nearestWeekday, PRECISION, weekAway } from './calendar.ts';
import { NUMBER_WORDS, ONE } from './number-words.ts';

/** What relative dates are told from. */
export interface DateOrigin {
  readonly language: Language;
  /** The article's date, as exact as it is known. */
  readonly written: string;
  /** Whether the sentence tells of what is to come: then `am Mittwoch` is the next one, else the last one. */
  readonly isAhead: boolean;
  /** What weekdays (0 is Monday) mean in this article, where it says so; null where it means two dates by one. */
  readonly weekdays: ReadonlyMap<number, string | null>;
  /** The dates that the text names. */
  readonly named: readonly DateValue[];
}

/** A step from one date to another, as exact as its words are. */
interface Step {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly by: number;
}

const NEXT = 'kommende[nrms]?|nächste[nrms]?|next|coming';
const LAST = 'vergangene[nrms]?|letzte[nrms]?|vorige[nrms]?|last|previous';
const THIS = 'diese[nrms]?|this';

/** Dates told from the article's date, or from one that the text names before; in order of their forms, without overlap. */
export function findRelativeDates(text: string, origin: DateOrigin): DateValue[] {
  const found: DateValue[] = [];
  for (const { match, date } of [
    ...distances(text, origin),
    ...periods(text, origin),
    ...weekdays(text, origin),
    ...dayWords(text, origin),
  ]) {
    const start = match.index;
    const end = start + match[0].length;
    const isTaken = [...found, ...origin.named].some((other) => start < other.end && other.start < end);
    // `Vor zweitausend Jahren`: no date of our calendar.
    if (date !== null && isCalendarDate(date) && !isTaken) found.push({ start, end, date });
  }
  return found;
}

interface Found {
  readonly match: RegExpExecArray;
  readonly date: string | null;
}

const UNITS: readonly (readonly [Step['unit'], string])[] = [
  ['day', 'tagen|tage|tag|days|day'],
  ['week', 'wochen|woche|weeks|week'],
  ['month', 'monaten|monate|monats|monat|months|month'],
  ['year', 'jahren|jahres|jahre|jahr|years|year'],
];
const NOUN = `(?<noun>${UNITS.map(([, words]) => words).join('|')})`;
const unitOf = (noun: string | undefined): Step['unit'] | undefined =>
  UNITS.find(([, words]) => words.split('|').includes((noun ?? '').toLowerCase()))?.[0];

const COUNT = String.raw`(?<count>\d{1,3}|\p{L}+)`;
const form = (source: string): RegExp => new RegExp(String.raw`(?<!\p{L})${source}(?!\p{L})`, 'giu');

/** `vor zwei Tagen`, `two days ago`, `zwei Tage zuvor`, `in drei Wochen`, `a week later`; but not `in three years of war`. */
const DISTANCES: Localised<readonly (readonly [RegExp, -1 | 1])[]> = {
  de: [
    [form(String.raw`vor\s${COUNT}\s${NOUN}`), -1],
    [form(String.raw`${COUNT}\s${NOUN}\s(?:zuvor|davor|vorher|früher)`), -1],
    [form(String.raw`in\s${COUNT}\s${NOUN}(?!\s(?:Krieg|der|des))`), 1],
    [form(String.raw`${COUNT}\s${NOUN}\s(?:später|danach)`), 1],
  ],
  en: [
    [form(String.raw`${COUNT}\s${NOUN}\s(?:ago|earlier|before)`), -1],
    [form(String.raw`in\s${COUNT}\s${NOUN}(?:['’]\stime)?(?!\sof\s)`), 1],
    [form(String.raw`${COUNT}\s${NOUN}\s(?:later|afterwards)`), 1],
  ],
};
/** With these words a distance counts from a date that the text has named, if any. */
const FROM_NAMED = /(?:zuvor|davor|vorher|früher|später|danach|earlier|before|later|afterwards)$/iu;

/** Most sentences name no unit of time, which is quicker to see than that no distance is named. */
const NAMES_UNIT = /tag|woche|monat|jahr|day|week|month|year/i;

function* distances(text: string, { language, written, named }: DateOrigin): Generator<Found> {
  if (!NAMES_UNIT.test(text)) return;
  for (const [pattern, direction] of DISTANCES[language]) {
    for (const match of text.matchAll(pattern)) {
      const by = countOf(match.groups?.['count'] ?? '', language);
      const unit = unitOf(match.groups?.['noun']);
      if (by === null || unit === undefined) continue;
      const before = named.filter(({ end }) => end <= match.index).at(-1)?.date;
      const base = FROM_NAMED.test(match[0]) ? (before ?? written) : written;
      yield { match, date: cut(step(base, { unit, by: direction * by }), written) };
    }
  }
}

function countOf(word: string, language: Language): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const folded = fold(word);
  return NUMBER_WORDS[language].get(folded) ?? (ONE[language].has(folded) ? 1 : null);
}

const PERIOD = form(
  String.raw`(?:(?<next>${NEXT})|(?<last>${LAST})|(?:${THIS}))\s(?<noun>woche|monats?|jahr(?:es)?|week|month|year)`,
);

function* periods(text: string, { written }: DateOrigin): Generator<Found> {
  for (const match of text.matchAll(PERIOD)) {
    const { next, last, noun } = match.groups ?? {};
    const unit = unitOf(noun);
    const by = next !== undefined ? 1 : last !== undefined ? -1 : 0;
    if (unit !== undefined) yield { match, date: cut(step(written, { unit, by }), written) };
  }
}

const WEEKDAYS: Localised<readonly string[]> = {
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend', 'sonntag'],
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
};
const TIME_OF_DAY = '(?:s?(?:morgen|vormittag|mittag|nachmittag|abend|nacht))?';
const weekdayForm = (language: Language, ending: string): RegExp =>
  form(
    String.raw`(?<!(?:jeden|every|each)\s)(?:(?<next>${NEXT})\s|(?<last>${LAST})\s)?(?<weekday>${WEEKDAYS[language].join('|')})${ending}`,
  );
const WEEKDAY: Localised<RegExp> = { de: weekdayForm('de', TIME_OF_DAY), en: weekdayForm('en', '') };
const weekdayOf = ({ groups }: RegExpExecArray, language: Language): number =>
  WEEKDAYS[language].findIndex((names) => names.split('|').includes((groups?.['weekday'] ?? '').toLowerCase()));

/** What joins a weekday to its date: `Sonntag, dem 20. April`, `Sunday, April 20`. */
const JOINS_DATE = /^,?\s(?:(?:den|dem|the)\s)?$/;
const isJoined = (text: string, end: number, date: DateValue): boolean =>
  end < date.start && JOINS_DATE.test(text.slice(end, date.start));

function* weekdays(text: string, { language, written, isAhead, weekdays: known, named }: DateOrigin): Generator<Found> {
  for (const match of text.matchAll(WEEKDAY[language])) {
    if (named.some((date) => isJoined(text, match.index + match[0].length, date))) continue;
    const weekday = weekdayOf(match, language);
    const { next, last } = match.groups ?? {};
    const said = next === undefined && last === undefined ? known.get(weekday) : undefined;
    // `Next Wednesday`, said on a Wednesday, is not today, nor is the last one.
    const from = next !== undefined ? 1 : last !== undefined ? -1 : 0;
    const ahead = from > 0 || (isAhead && from === 0);
    const told = onFullDate(written, (date) => nearestWeekday(addDays(date, from), weekday, ahead));
    yield { match, date: said === undefined ? told : said };
  }
}

/** Whether a text names a weekday at all. */
export const namesWeekday = (text: string, language: Language): boolean => text.search(WEEKDAY[language]) >= 0;

/** What an article means by its weekdays: it says so once (`am Sonntag, 20. April`) and goes on with `am Sonntag`. */
export function namedWeekdays(
  text: string,
  language: Language,
  named: readonly DateValue[],
): ReadonlyMap<number, string | null> {
  const meant = new Map<number, string | null>();
  for (const match of text.matchAll(WEEKDAY[language])) {
    const date = named.find((value) => isJoined(text, match.index + match[0].length, value))?.date;
    if (date === undefined) continue;
    const weekday = weekdayOf(match, language);
    meant.set(weekday, meant.has(weekday) && meant.get(weekday) !== date ? null : date);
  }
  return meant;
}

const DAYS: Localised<Readonly<Record<string, number>>> = {
  de: { heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 },
  en: { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 },
};
/** German `morgen` is a time of day behind `am` or `heute`, and a noun in capitals. */
const DAY_WORD: Localised<RegExp> = {
  de: /(?<!\p{L})(?<!(?:am|diesen|jeden|heute|gestern|guten)\s)(?<day>[Hh]eute|[Vv]orgestern|[Gg]estern|[Üü]bermorgen|morgen)(?!\p{L})/gu,
  en: form('(?<day>today|tonight|yesterday|tomorrow)'),
};

function* dayWords(text: string, { language, written }: DateOrigin): Generator<Found> {
  for (const match of text.matchAll(DAY_WORD[language])) {
    const by = DAYS[language][(match.groups?.['day'] ?? '').toLowerCase()];
    if (by !== undefined) yield { match, date: step(written, { unit: 'day', by }) };
  }
}

const DAYS_IN_WEEK = 7;

/** A day is only told from a day; from a month or a year the date stays as it is, if the day is not a week away. */
const onFullDate = (date: string, move: (date: string) => string | null): string | null =>
  date.length === PRECISION.day ? move(date) : date;

/** The date so far from another, not more exact than both; null where it cannot be told. */
function step(base: string, { unit, by }: Step): string | null {
  const isFar = unit === 'week' ? by !== 0 : unit === 'day' && Math.abs(by) >= DAYS_IN_WEEK;
  if (isFar && base.length < PRECISION.day) return null;
  if (unit === 'day') return onFullDate(base, (date) => addDays(date, by));
  if (unit === 'week') return onFullDate(base, (date) => weekAway(date, by));
  if (unit === 'year') return addYears(base, by);
  // From a year alone nobody can tell in which one the next month is.
  if (base.length < PRECISION.month) return by === 0 ? base : null;
  return addMonths(base, by);
}
