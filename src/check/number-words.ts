import { fold } from '../language/fold.ts';
import type { Language, Localised } from '../language/language.ts';

const list = (words: string): readonly string[] => words.split(' ');

/** Zero to nineteen, then the tens from twenty on, folded. */
const UNITS: Localised<readonly string[]> = {
  de: list(
    'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  en: list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
};
const TENS: Localised<readonly string[]> = {
  de: list('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'),
  en: list('twenty thirty forty fifty sixty seventy eighty ninety'),
};

const TEN = 10;
const TWENTY = 20;

/** Cardinal numbers that are one word (English compounds are two: `twenty`, `five`), folded. */
export const CARDINALS: Localised<ReadonlyMap<string, number>> = { de: germanCardinals(), en: simpleCardinals('en') };

/** Ordinal numbers that are one word, folded, in all their forms. */
export const ORDINALS: Localised<ReadonlyMap<string, number>> = { de: germanOrdinals(), en: englishOrdinals() };

/** What multiplies the number before it; a billion is another number in German. */
export const MULTIPLIERS: Localised<ReadonlyMap<string, number>> = {
  de: new Map([
    ...['hundert', 'hunderte'].map((word) => [word, 1e2] as const),
    ...['tausend', 'tausende'].map((word) => [word, 1e3] as const),
    ...['million', 'millionen', 'mio'].map((word) => [word, 1e6] as const),
    ...['milliarde', 'milliarden', 'mrd'].map((word) => [word, 1e9] as const),
    ...['billion', 'billionen'].map((word) => [word, 1e12] as const),
  ]),
  en: new Map([
    ['hundred', 1e2],
    ['thousand', 1e3],
    ...['million', 'm', 'mn'].map((word) => [word, 1e6] as const),
    ...['billion', 'bn'].map((word) => [word, 1e9] as const),
    ...['trillion', 'tn'].map((word) => [word, 1e12] as const),
  ]),
};

/** Articles: a number only before a unit or a multiplier (`an hour`, `eine Million`). */
export const ARTICLES: Localised<ReadonlySet<string>> = {
  de: new Set(list('ein eine einen einem einer eines')),
  en: new Set(list('a an')),
};

/** Words that make a round number of the one after them no number at all: `mehrere tausend Soldaten`. */
export const VAGUE: Localised<ReadonlySet<string>> = {
  de: new Set(list('mehrere mehreren einige einigen viele vielen paar wenige wenigen')),
  en: new Set(list('several many few some')),
};

/** Words for a half, which is fifty percent as well. */
export const HALVES: Localised<ReadonlySet<string>> = {
  de: new Set(list('halb halbe halben halber halbes halfte')),
  en: new Set(list('half')),
};

/** Hours in what a word begins with that measures time: `Stunden`, `stündig`, `day-long`. Months differ in length. */
export const TIME_UNITS: Localised<readonly (readonly [RegExp, number])[]> = {
  de: [
    [/^minut/, 1 / 60],
    [/^stund/, 1],
    [/^tag(?:e|en|es|s|ig\p{L}*)?$/u, 24],
    [/^woch/, 7 * 24],
  ],
  en: [
    [/^minutes?$/, 1 / 60],
    [/^hours?$|^hourlong$/, 1],
    [/^days?$|^daylong$/, 24],
    [/^weeks?$|^weeklong$/, 7 * 24],
  ],
};

function simpleCardinals(language: Language): Map<string, number> {
  return new Map([
    ...UNITS[language].map((word, value) => [word, value] as const),
    ...TENS[language].map((word, index) => [word, TWENTY + TEN * index] as const),
  ]);
}

function germanCardinals(): Map<string, number> {
  const words = simpleCardinals('de');
  // Within a longer word one is `ein`: `einundzwanzig`, `eintausend`.
  const stems = UNITS.de.map((word) => (word === 'eins' ? 'ein' : word));
  for (const [index, tens] of TENS.de.entries()) {
    for (let unit = 1; unit < TEN; unit++) words.set(`${stems[unit]}und${tens}`, TWENTY + TEN * index + unit);
  }
  for (const [value, stem] of stems.entries()) {
    if (value > 0 && value < TEN) words.set(`${stem}hundert`, value * 1e2);
    if (value > 0) words.set(`${stem}tausend`, value * 1e3);
  }
  for (const [word, value] of [...words]) {
    if (value > 1 && value < TWENTY) words.set(`${word}einhalb`, value + 0.5);
  }
  return words.set('eineinhalb', 1.5).set('anderthalb', 1.5).set('hundert', 1e2).set('tausend', 1e3);
}

function germanOrdinals(): Map<string, number> {
  const irregular = new Map([
    ['eins', 'erst'],
    ['drei', 'dritt'],
    ['sieben', 'siebt'],
    ['acht', 'acht'],
  ]);
  const words = new Map<string, number>();
  for (const [word, value] of simpleCardinals('de')) {
    const stem = irregular.get(word) ?? `${word}${value < TWENTY ? 't' : 'st'}`;
    for (const ending of ['e', 'en', 'er', 'es', 'em']) words.set(`${stem}${ending}`, value);
  }
  return words;
}

function englishOrdinals(): Map<string, number> {
  const irregular = new Map([
    ['one', 'first'],
    ['two', 'second'],
    ['three', 'third'],
    ['five', 'fifth'],
    ['eight', 'eighth'],
    ['nine', 'ninth'],
    ['twelve', 'twelfth'],
  ]);
  const regular = (word: string): string => `${word.replace(/y$/, 'ie')}th`;
  return new Map([...simpleCardinals('en')].map(([word, value]) => [irregular.get(word) ?? regular(word), value]));
}

const COMPOUND = new RegExp(
  `^(?<number>ein|${[...CARDINALS.de.keys()].sort((a, b) => b.length - a.length).join('|')})(?<rest>(?:minut|stund|tag|woch|stufig|teilig|kopfig|jahrig|monatig).*)$`,
);

/** The number that a German word begins with and what it counts: `dreitägig` is 3 and `tagig`; null in other words. */
export function splitCounted(word: string): { readonly value: number; readonly counted: string } | null {
  const { number = '', rest = '' } = COMPOUND.exec(fold(word))?.groups ?? {};
  const value = number === 'ein' ? 1 : CARDINALS.de.get(number);
  return value === undefined ? null : { value, counted: rest };
}
