import { findDates } from '../../language/dates.ts';
import type { Language } from '../../language/language.ts';
import type { Question } from '../../language/question.ts';
import { type Offered, withoutAsked } from './offered.ts';

/** Years before those that this war's news name as dates: `seit 1991`, `in den 1950er Jahren`. */
const OLD_YEAR = /(?<![\p{L}\d.,])1\d{3}(?:er|s)?(?![\p{L}\d]|[.,]\d)/u;

/** Questions that only a day answers. */
const DAY_ASKED = /(?:day|date|tag|datum|of the week|der woche)(?: an)?$/u;
const WEEKDAY: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|gestern|heute|morgen)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow)(?!\p{L})/iu,
};

const TIME: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|gestern|heute|morgen|sofort\p{L}*|umgehend|unverzüglich|ab sofort|bald|zuvor|danach|(?:vergangen|kommend|nächst|vorig|letzt|dies)\p{L}* (?:woche|monat|jahr|tag)\p{L}*|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|uhr|binnen|innerhalb|seit|(?:nach|vor) (?:de[mnr]|seine[mrn])|im wahlkampf|(?:woche|tag|stunde|monat|jahr)\p{L}* (?:zuvor|später|danach))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|immediate\p{L}*|at once|(?:last|next|this) (?:week|month|year)|january|february|march|april|may|june|july|august|september|october|november|december|within|since|before|after|earlier|later|ago|soon|during)(?!\p{L})/iu,
};

/** Whether a text says when something is. */
export function holdsTime(question: Question, { text, language }: Offered): boolean {
  const rest = withoutAsked(question, text);
  const dates = findDates(rest);
  return DAY_ASKED.test(question.sought.words)
    ? WEEKDAY[language].test(rest) || dates.some(({ day }) => day !== null)
    : TIME[language].test(rest) || dates.length > 0 || OLD_YEAR.test(rest);
}
