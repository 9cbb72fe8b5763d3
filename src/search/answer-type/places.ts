import type { Language } from '../../language/language.ts';
import type { Name } from '../../language/name.ts';
import type { Question } from '../../language/question.ts';
import { asConcept, askedNames, COUNTRY, type Offered, WHICH, withoutAsked, withoutSpans } from './offered.ts';

/** So surely a text must speak of a hotel where one is asked for: a host is none. */
const OF_ITS_KIND = 0.6;
const CITY = /(?:stadt|city|town|capital)$/u;
/** What stands before a name where it says where something is: whose war it is does not. */
const PLACED: Readonly<Record<Language, RegExp>> = {
  de: /(?<!(?:krieg|invasion|frieden|lage|überfall)\p{L}* )(?<!\p{L})(?:in|im|nach|aus|bei|am|zum|vor|ort|gastgeber|stadt)(?: (?:de[rmn]|die|das|war|ist))?(?: \p{Ll}+e[nrs])?(?: (?:haupt)?stadt)? $/iu,
  en: /(?<!(?:war|invasion|peace|situation|fighting)\p{L}* )(?<!\p{L})(?:in|at|to|from|near|on|outside|into|visit|visited|host(?:ed)? by|city of|leave|left)(?: the)?(?: \p{L}+ (?:capital|city|resort)(?: of)?)? $/iu,
};
/** Behind a name that is called a place for something. */
const AS_VENUE = /^ (?:als|as) (?:\p{L}+ )?(?:\p{L}*ort|venue|place|location|site|host)(?!\p{L})/iu;
/** A place that the lexicon does not know: `im Shell Bay Club`. */
const PLACE_PHRASE =
  /(?<!\p{L})(?:in|im|an|at|from|aus|nach|auf) (?:de[rmn] |the )?(?!(?:Angaben|Darstellung|Einschätzung|Aussagen?|Worten|Ansicht|Auffassung|Truth) )\p{Lu}[\p{Ll}’]+(?:-\p{Lu}\p{Ll}+)* \p{Lu}\p{Ll}/u;

/** Whether a text says where something is, with a name of one of the kinds that the question did not already hold. */
function isPlacedAtNew(question: Question, offered: Offered, kinds: readonly Name['kind'][]): boolean {
  const asked = askedNames(question);
  const { text, language } = offered;
  return offered.terms().some((name) => {
    const kind = offered.kindOf(name);
    if (kind === undefined || !kinds.includes(kind) || asked.has(name)) return false;
    return offered
      .mark([asConcept(name)])
      .some(({ start, end }) => PLACED[language].test(text.slice(0, start)) || AS_VENUE.test(text.slice(end)));
  });
}

/** A text without the persons that it names: `from Vladimir Putin`. */
function withoutPersons(text: string, { terms, kindOf, mark }: Offered): string {
  const persons = terms().filter((name) => kindOf(name) === 'person');
  return withoutSpans(text, mark(persons.map(asConcept)));
}

/** Whether a text says where something is. */
export function holdsPlace(question: Question, offered: Offered): boolean {
  const { words, nouns } = question.sought;
  // `At which palace`: then it must be one.
  if (nouns.length > 0 && WHICH.test(words)) return nouns.some((noun) => offered.speaksOf(noun) >= OF_ITS_KIND);
  const kinds: readonly Name['kind'][] = CITY.test(words)
    ? ['place']
    : COUNTRY.test(words)
      ? ['country']
      : ['place', 'country'];
  return (
    isPlacedAtNew(question, offered, kinds) ||
    PLACE_PHRASE.test(withoutPersons(withoutAsked(question, offered.text), offered))
  );
}
