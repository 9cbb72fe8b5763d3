import type { Span } from '../span.ts';
import { fold } from './fold.ts';
import { LANGUAGES, type Language } from './language.ts';

/** A length of time that a text names, in hours. */
export interface NamedDuration extends Span {
  readonly hours: number;
}

const words = (list: string): readonly string[] => list.split(' ');

/** Zero to twelve, then the tens; folded. */
const UNITS: Readonly<Record<Language, readonly string[]>> = {
  de: words('null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf'),
  en: words('zero one two three four five six seven eight nine ten eleven twelve'),
};
const TENS: Readonly<Record<Language, readonly string[]>> = {
  de: words('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert'),
  en: words('twenty thirty forty fifty sixty seventy eighty ninety hundred'),
};
const TEN = 10;
/** The lengths that lexicons list have no larger numbers. */
const LARGEST = 100;

/** Units of time: hours, the beginning of the word, and how it is written behind a number in both languages. */
const SCALE = [
  { hours: 1 / 60, stems: /^minut/, de: 'Minuten', en: 'minutes' },
  { hours: 1, stems: /^(?:stund|hour)/, de: 'Stunden', en: 'hours' },
  { hours: 24, stems: /^(?:tag|day)/, de: 'Tage', en: 'days' },
  { hours: 168, stems: /^(?:woch|week)/, de: 'Wochen', en: 'weeks' },
  { hours: 720, stems: /^(?:monat|month)/, de: 'Monate', en: 'months' },
  { hours: 8760, stems: /^(?:jahr|year)/, de: 'Jahre', en: 'years' },
] as const;

/** So far lengths may differ that people call the same: four weeks and a month. */
const TOLERANCE = 0.08;

const NUMBER = String.raw`\d{1,3}|halbe[sn]?|half an?|[\p{L}]+`;
const UNIT = `minuten?|minutes?|stunden?|hours?|tage?n?|days?|wochen?|weeks?|monate?n?|months?|jahre?n?|years?`;
const DURATION = new RegExp(String.raw`(?<![\p{L}\d.,])(?<number>${NUMBER})[\s-](?<unit>${UNIT})(?!\p{L})`, 'giu');
/** `Einen Monat` is a length where nothing says which: `an einem Tag`, `in a month`. */
const AT = /(?<!\p{L})(?:in|an|am|on|vor|nach|per|once)\s$/iu;
const ONE = /^(?:(?:ei)?ne[nmrs]?|eine[nmrs]?|an?|one|ein)$/u;

/** The lengths of time that a question names, in order. */
export function findDurations(text: string, language: Language): NamedDuration[] {
  return [...text.matchAll(DURATION)].flatMap((match): NamedDuration[] => {
    const { number = '', unit = '' } = match.groups ?? {};
    const count = countOf(fold(number), language);
    const scale = SCALE.find(({ stems }) => stems.test(fold(unit)));
    const isPoint = count === 1 && AT.test(text.slice(0, match.index));
    if (count === null || scale === undefined || isPoint) return [];
    return [{ start: match.index, end: match.index + match[0].length, hours: count * scale.hours }];
  });
}

function countOf(number: string, language: Language): number | null {
  if (/^\d/.test(number)) return Number(number);
  if (/^hal[bf]/.test(number)) return 1 / 2;
  if (ONE.test(number)) return 1;
  const unit = UNITS[language].indexOf(number);
  if (unit > 0) return unit;
  const tens = TENS[language].indexOf(number);
  return tens < 0 ? null : (tens + 2) * TEN;
}

/** How else a length of time may be written, in both languages: `30 days`, `dreissig Tage`, `four weeks` for a month. */
export function spellingsOf(hours: number): readonly (readonly [Language, string])[] {
  // Four weeks are no 30 days, but a month, and a month is.
  const same = new Set([hours, ...roundLengths(hours).map(({ count, scale }) => count * scale.hours)]);
  return [...same]
    .flatMap(roundLengths)
    .flatMap(({ count, scale }) =>
      LANGUAGES.flatMap((language) =>
        [String(count), ...wordOf(count, language)].map(
          (number) => [language, `${number} ${scale[language]}`] as const,
        ),
      ),
    );
}

/** Whole numbers of a unit that are about as long. */
function roundLengths(hours: number): { count: number; scale: (typeof SCALE)[number] }[] {
  return SCALE.map((scale) => ({ scale, count: Math.round(hours / scale.hours) })).filter(
    ({ count, scale }) => count > 0 && count <= LARGEST && Math.abs(count * scale.hours - hours) <= hours * TOLERANCE,
  );
}

function wordOf(count: number, language: Language): string[] {
  if (count === 1) return [];
  const word = UNITS[language][count] ?? (count % TEN === 0 ? TENS[language][count / TEN - 2] : undefined);
  return word === undefined ? [] : [word];
}
