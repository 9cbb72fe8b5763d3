import { fold } from '../../language/fold.ts';
import type { Localised } from '../../language/language.ts';

/** Numbers in words, folded. `eins` and `one` are left out: beside a unit they count, elsewhere they are pronouns. */

const UNITS_DE =
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS_DE = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
const UNITS_EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS_EN = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const TEN = 10;
const FIRST_TENS = 20;

function germanBelowHundred(): [string, number][] {
  const below: [string, number][] = UNITS_DE.map((word, value) => [word, value]);
  for (const [index, tens] of TENS_DE.entries()) {
    const base = FIRST_TENS + TEN * index;
    below.push([tens, base]);
    for (const [unit, word] of UNITS_DE.slice(1, TEN).entries()) {
      below.push([`${unit === 0 ? 'ein' : word}und${tens}`, base + unit + 1]);
    }
  }
  return below;
}

/** `zweihundert`, `dreitausend`: what stands before is left out for one. */
const scaled = (below: readonly [string, number][], scale: string, factor: number): [string, number][] => [
  [scale, factor],
  [`ein${scale}`, factor],
  ...below
    .filter(([, value]) => value > 1)
    .map(([word, value]): [string, number] => [`${word}${scale}`, value * factor]),
];

const BELOW_DE = germanBelowHundred();
const HALVES_DE: readonly [string, number][] = [
  ['anderthalb', 1.5],
  ['eineinhalb', 1.5],
  ['zweieinhalb', 2.5],
  ['dreieinhalb', 3.5],
  ['viereinhalb', 4.5],
  ['fünfeinhalb', 5.5],
  ['dreiviertel', 0.75],
  ['eindreiviertel', 1.75],
  ['zweidreiviertel', 2.75],
  ['dutzend', 12],
];

const table = (entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
  new Map(entries.map(([word, value]) => [fold(word), value]));

const ALL_DE = table([
  ...BELOW_DE,
  ...scaled(BELOW_DE, 'hundert', 100),
  ...scaled(BELOW_DE, 'tausend', 1000),
  ...HALVES_DE,
]);
const ALL_EN = table([
  ...UNITS_EN.map((word, value): [string, number] => [word, value]),
  ...TENS_EN.map((word, index): [string, number] => [word, FIRST_TENS + TEN * index]),
  ['dozen', 12],
]);

/** What a folded word says as a number, `eins` and `one` included. */
export const NUMBER_WORDS: Localised<ReadonlyMap<string, number>> = { de: ALL_DE, en: ALL_EN };

/** Words that are numbers only beside a unit of measure: `eine Woche`, `an hour`. */
export const ONE: Localised<ReadonlySet<string>> = {
  de: new Set(['ein', 'eine', 'einen', 'einer', 'einem', 'eins']),
  en: new Set(['a', 'an', 'one']),
};

/** Halves before a unit: `eine halbe Stunde`, `half an hour`. */
export const HALF: ReadonlySet<string> = new Set(['halbe', 'halben', 'halbes', 'half']);

/** What multiplies the number before it: `2,5 Millionen`, `two hundred thousand`; a billion is more in German. */
export const MAGNITUDES: Localised<ReadonlyMap<string, number>> = {
  de: new Map([
    ['hundert', 100],
    ['tausend', 1000],
    ['million', 1e6],
    ['millionen', 1e6],
    ['mio', 1e6],
    ['milliarde', 1e9],
    ['milliarden', 1e9],
    ['mrd', 1e9],
    ['billion', 1e12],
    ['billionen', 1e12],
  ]),
  en: new Map([
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1e6],
    ['millions', 1e6],
    ['billion', 1e9],
    ['billions', 1e9],
    ['bn', 1e9],
    ['trillion', 1e12],
    ['trillions', 1e12],
  ]),
};
