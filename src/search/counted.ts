import { findDates } from '../language/dates.ts';
import type { Language } from '../language/language.ts';
import type { Span } from '../span.ts';

const NUMBER_WORDS: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:(?:ein|zwei|drei|vier|fünf|sechs|sieb(?:en)?|acht|neun)?(?:und)?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|million|milliarde)\p{L}*|(?:ein|zwei|drei|vier|fünf|sechs|mehr)mal|doppelt\p{L}*|hälfte|kein\p{L}{0,2}|niemand)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|dozens?|millions?|billions?|once|twice|double|half|none|nobody|no)(?!\p{L})/giu,
};
const DIGITS = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;
/** Behind a number these make it a length of time and no count. */
const TIME_UNIT =
  /^[\s-]*(?:sekunde|minute|stunde|stündig|tag|tägig|woche|wöchig|monat|jahr|jährig|uhr|second|hour|day|week|month|year|o['’]clock|[ap]\.?m\b)/iu;

/** So far before what it counts a number may stand: `1,000 Ukrainian soldiers’ bodies`. */
const FURTHEST_BEFORE = 40;
/** What stands between two clauses parts a number from what it counts. */
const BREAK = /[;:.!?–—]|,\s/u;

/** The numbers of a text that count something: no dates, no lengths of time. */
export function numbersIn(text: string, language: Language): Span[] {
  const dates = findDates(text);
  return [...text.matchAll(DIGITS), ...text.matchAll(NUMBER_WORDS[language])]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => dates.every((date) => end <= date.start || date.end <= start));
}

export const isTime = (text: string, { end }: Span): boolean => TIME_UNIT.test(text.slice(end));

/** A noun, or a word before one, directly behind a number: then that is counted. */
const NOUN_BEHIND: Readonly<Record<Language, RegExp>> = {
  de: /^[\s-]*(?:\p{Ll}+(?:e[nrsm]?)\s)?\p{Lu}/u,
  en: /^[\s-]*(?!(?:and|or|were|was|are|is|have|has|had|on|in|at|by|for|from|to|of|with|more|each|per|as|but|that|who|while|would|will|had)(?!\p{L}))\p{L}/iu,
};

/**
 * Whether a number of a text counts one of the things that stand at some places of it: it stands before one, or behind
 * one with nothing else that it could count.
 */
export function isCounted(text: string, language: Language, things: readonly Span[]): boolean {
  return numbersIn(text, language).some((number) => {
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
