import { findDates } from '../../language/dates.ts';
import type { Language } from '../../language/language.ts';
import type { Span } from '../../span.ts';

const NUMBER_WORDS: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:(?:ein|zwei|drei|vier|fünf|sechs|sieb(?:en)?|acht|neun)?(?:und)?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|million|milliarde)\p{L}*|(?:ein|zwei|drei|vier|fünf|sechs|mehr)mal|doppelt\p{L}*|hälfte|nur (?:noch )?eine?[rsnm]?|eine? einzige[rsn]?|kein\p{L}{0,2}|niemand)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|dozens?|millions?|billions?|once|twice|double|half|(?:only|just) one|a single|none|nobody|no)(?!\p{L})/giu,
};
const DIGITS = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;
/** Behind a number these make it a length of time and no count. */
const TIME_UNIT =
  /^[\s-]*(?:sekunde|minute|stunde|stündig|tag|tägig|woche|wöchig|monat|jahr|jährig|uhr|second|hour|day|week|month|year|o['’]clock|[ap]\.?m\b)/iu;

/** So far before what it counts a number may stand: `1,000 Ukrainian soldiers’ bodies`. */
const FURTHEST_BEFORE = 40;
/** What stands between two clauses parts a number from what it counts. */
const BREAK = /[;:.!?–—]|,\s/u;

/** The numbers of a text, those of its dates apart; see {@link isTime} for lengths of time. */
export function numbersIn(text: string, language: Language): Span[] {
  const dates = findDates(text);
  return [...text.matchAll(DIGITS), ...text.matchAll(NUMBER_WORDS[language])]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => dates.every((date) => end <= date.start || date.end <= start));
}

/** Says that there is none of what stands behind it, and tells no number of anything else. */
const NONE = /^(?:kein|niemand|no|none|nobody)/iu;
/** Whether a number of {@link numbersIn} is one of these. */
export const isNone = (number: string): boolean => NONE.test(number);

/** Whether a number is that of a length or a time of day: `30 days`, `14 Uhr`. */
export const isTime = (text: string, { end }: Span): boolean => TIME_UNIT.test(text.slice(end));

/** A noun, or a word before one, directly behind a number: then that is counted. */
const NOUN_BEHIND: Readonly<Record<Language, RegExp>> = {
  de: /^[\s-]*(?:\p{Ll}+(?:e[nrsm]?)\s)?\p{Lu}/u,
  en: /^[\s-]*(?!(?:and|or|were|was|are|is|have|has|had|on|in|at|by|for|from|to|of|with|more|each|per|as|but|that|who|while|would|will|had)(?!\p{L}))\p{L}/iu,
};

/**
 * Whether a number of a text counts one of the things that stand at some places of it: it stands before one, or behind
 * one with nothing else that it could count.
 * @param findThings Only asked where there are numbers.
 */
export function isCounted(text: string, language: Language, findThings: () => readonly Span[]): boolean {
  const numbers = numbersIn(text, language);
  if (numbers.length === 0) return false;
  const things = findThings();
  return numbers.some((number) => {
    const isBefore = things.some(({ start, end }) => {
      const between = text.slice(number.end, Math.max(number.end, start));
      return end > number.end && start - number.end <= FURTHEST_BEFORE && !BREAK.test(between);
    });
    if (isBefore) return true;
    return (
      things.some(({ end }) => end <= number.start) &&
      !isTime(text, number) &&
      !NOUN_BEHIND[language].test(text.slice(number.end))
    );
  });
}

const MONEY_ASKED = /(?<!\p{L})(?:money|geld|kohle|summe|sum|betrag|amount|teuer|expensive|dollars?|euros?)(?!\p{L})/iu;
const MONEY = /[$€£]|(?:dollar|euro|rubel|ro?uble|hrywnja|hryvnia|milliarde|billion)/iu;
const SHARE_ASKED = /(?<!\p{L})(?:prozent|percent|percentage|prozentsatz|anteil|share|proportion)(?!\p{L})/iu;
const SHARE =
  /%|(?:prozent|percent|per cent|hälfte|drittel|viertel|fünftel)|(?<!\p{L})(?:half|(?:third|quarter|fifth)s?|alle[rsnm]?|all)(?!\p{L})/iu;

/** Whether words that ask for a number ask for a sum of money; and whether a text names one. */
export const asksForMoney = (words: string): boolean => MONEY_ASKED.test(words);
export const hasMoney = (text: string): boolean => MONEY.test(text);

/** Whether words that ask for a number ask for a part of something; and whether a text names one. */
export const asksForShare = (words: string): boolean => SHARE_ASKED.test(words);
export const hasShare = (text: string): boolean => SHARE.test(text);
