import type { Language } from '../../language/language.ts';
import type { Question } from '../../language/question.ts';
import { type Offered, withoutAsked } from './offered.ts';

const DURATION: Readonly<Record<Language, RegExp>> = {
  de: /(?:\d|(?<!\p{L})(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|mehrere|wenige|einige)\p{L}*)[\s-]*(?:sekunde|minute|minütig|stunde|stündig|tag|tägig|woche|wöchig|monat|jahr|jährig)\p{L}*|(?:stunden|tage|wochen|monate|jahre)lang|(?<!\p{L})(?:unbefristet|dreijährig)\p{L}*/iu,
  en: /(?:\d|(?<!\p{L})(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|several|few|some))[\s-]*(?:second|minute|hour|day|week|month|year)s?|(?<!\p{L})(?:indefinitely|three-year)/iu,
};

/** A length of time before what lasts so long: `dreijähriger Krieg`, `two-hour meeting`; with a word between them. */
const LENGTH_OF: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})[\p{L}\d-]+(?:jährig|monatig|wöchig|tägig|stündig|minütig)e[rnsm]?(?:\s\p{Ll}+)?\s\p{Lu}[\p{L}-]+/gu,
  en: /(?<!\p{L})[\p{L}\d]+-(?:year|month|week|day|hour|minute)s?(?:-long)?\s\p{L}+(?:\s\p{L}+)?/giu,
};

/** When something is to be or was, in units of time, and not how long it lasts: `within 24 hours`, `vor drei Jahren`. */
const DEADLINE: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:binnen|innerhalb (?:von|der|einer|eines)?|vor(?! dem)|jünger als)\s(?:(?:etwa|rund|nur|knapp|mehr als|weniger als)\s)?(?:\d+|ein\p{L}*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|wenigen|einigen)\s\p{L}+/giu,
  en: /(?<!\p{L})(?:within|inside)\s(?:the next\s)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few)[\s-]\p{L}+|(?<!\p{L})(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few)\s(?:second|minute|hour|day|week|month|year)s?\s(?:ago|earlier|later|before|after)(?!\p{L})/giu,
};

/** A text without the lengths of what was not asked about: `der dreijährige Krieg` where a truce was. */
function withoutOtherLengths(question: Question, offered: Offered): string {
  const topics = question.concepts.filter(({ kind, light }) => kind === 'word' && !light);
  const lengths = LENGTH_OF[offered.language];
  if (topics.length === 0 || offered.text.search(lengths) < 0) return offered.text;
  const asked = offered.mark(topics);
  return offered.text.replace(lengths, (match, start: number) => {
    const end = start + match.length;
    return asked.some((span) => span.start < end && start < span.end) ? match : ' '.repeat(match.length);
  });
}

/** Whether a text says how long something lasts. */
export function holdsDuration(question: Question, offered: Offered): boolean {
  const { language } = offered;
  const text = withoutOtherLengths(question, offered).replace(DEADLINE[language], ' ');
  return DURATION[language].test(withoutAsked(question, text));
}
