import type { Language } from '../../language/language.ts';
import type { Question } from '../../language/question.ts';
import { asksHowOften } from '../../language/scaffold.ts';
import { sliceOf } from '../../span.ts';
import { asksForMoney, asksForShare, hasMoney, hasShare, isCounted, isNone, isTime, numbersIn } from './counted.ts';
import { askedNames, type Offered, surfaceOf } from './offered.ts';

/** An age is a length of time. */
const AGE_ASKED = /(?:alt|old)$/u;
/** Which time it is answers how often it was. */
const ORDINALS: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)(?:e[rsnm]?|mal\p{L}*)|einmal|nie|niemals)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|never)(?!\p{L})/iu,
};

/** A text that speaks of what is counted only by a part of the word, or by a word of the same subject, counts other things. */
const SURE = 0.5;
/** Whether a text is on countries, but on none of those that were asked about: a number in it is of what they did. */
function isOfOthers(question: Question, { terms, kindOf }: Offered): boolean {
  const asked = new Set([...askedNames(question)].filter((name) => kindOf(name) === 'country'));
  if (asked.size === 0) return false;
  const named = terms().filter((name) => kindOf(name) === 'country');
  return named.length > 0 && !named.some((name) => asked.has(name));
}

/** Whether a text counts what was asked about, or says how much of it there is. */
export function holdsNumber(question: Question, offered: Offered): boolean {
  const { text, language } = offered;
  if (isOfOthers(question, offered)) return false;
  if (asksHowOften(question.text) && ORDINALS[language].test(text)) return true;
  const { nouns, words } = question.sought;
  const asks = [words, ...nouns.map((noun) => surfaceOf(question, noun))].join(' ');
  if (asksForMoney(asks)) return hasMoney(text);
  if (asksForShare(asks)) return hasShare(text);
  // `Um wie viel sank …`: behind it stands what changed, and nothing that is counted.
  if (nouns.length > 0 && !words.startsWith('um ')) {
    if (nouns.every((noun) => offered.speaksOf(noun) < SURE)) return false;
    return isCounted(text, language, () => offered.mark(nouns.flatMap((noun) => question.concepts[noun] ?? [])));
  }
  const asked = new Set(numbersIn(question.text, question.language).map((span) => sliceOf(question.text, span)));
  const isAge = AGE_ASKED.test(words);
  return numbersIn(text, language).some((span) => {
    const number = sliceOf(text, span);
    return !asked.has(number) && !isNone(number) && (isAge || !isTime(text, span));
  });
}
