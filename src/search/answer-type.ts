import { voiceTerm } from '../language/acts.ts';
import { isName, type Term } from '../language/analysis.ts';
import type { Concept } from '../language/concepts.ts';
import { findDates } from '../language/dates.ts';
import type { Language } from '../language/language.ts';
import type { Name } from '../language/name.ts';
import type { Question } from '../language/question.ts';
import { type AnswerType, asksHowOften } from '../language/scaffold.ts';
import { tokenize } from '../language/tokens.ts';
import { type Span, sliceOf } from '../span.ts';
import { asksForMoney, asksForShare, hasMoney, hasShare, isCounted, isNone, isTime, numbersIn } from './counted.ts';

/** An age is a length of time. */
const AGE_ASKED = /(?:alt|old)$/u;
/** Which time it is answers how often it was. */
const ORDINALS: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)(?:e[rsnm]?|mal\p{L}*)|einmal|nie|niemals)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|never)(?!\p{L})/iu,
};

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

const REASON: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:weil|denn|deshalb|daher|wegen|aufgrund|grund|gründe|damit|um|ziel|angesichts|nachdem|begründe\p{L}*|verw(?:ies|eis)\p{L}* auf|berief\p{L}*|vermeiden|verhindern|sonst|andernfalls|wäre[nr]?|hätten?)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:because|since|due|therefore|reasons?|in order|so that|over|after|given|cit(?:ed|ing)|blam(?:ed|ing)|argu(?:ed|ing)|avoid|prevent|otherwise|would(?:n['’]t| not)? (?:be|have))(?!\p{L})/iu,
};

/** Two capitalised words in a row are, in either language, mostly a person: `Marco Rubio`. */
const FULL_NAME = /(?<![\p{L}-])\p{Lu}\p{Ll}+ (?:\p{Lu}\. |van |von |der |bin |al-)*\p{Lu}[\p{Ll}\p{L}-]+/u;
/** With titles before it and all that belongs to it: `Außenminister Marco Rubio`. */
const FULL_NAMES = /(?<![\p{L}-])\p{Lu}[\p{L}-]+(?: (?:\p{Lu}\. |van |von |der |bin |al-)*\p{Lu}[\p{L}-]+)+/gu;
/** Whether a text names somebody in full whom the lexicon does not know, so that it cannot tell the side. */
export function namesUnknown(text: string, isWord: (folded: string) => boolean): boolean {
  return (text.match(FULL_NAMES) ?? []).some((name) => {
    const family = tokenize(name).at(-1);
    return family !== undefined && !isWord(family.folded);
  });
}

/** Who acts without being named: offices, governments, groups. */
const ACTORS: Readonly<Record<Language, RegExp>> = {
  de: /(?:regierung|vertreter|minister|präsident|chef|sprecher|gesandte|delegation|militär|armee|verbündete|partner|behörde|ministerium|gruppe)\p{L}*/iu,
  en: /(?<!\p{L})(?:government|officials?|minister|secretary|president|chief|spokes\p{L}+|envoy|delegation|military|army|allies|partners|ministry|groups?|teams?)(?!\p{L})/iu,
};

/** A text that may hold an answer. */
export interface Offered {
  readonly text: string;
  readonly language: Language;
  /** Who is named in it or speaks in it: `@putin`, `>@putin`. */
  terms(): readonly Term[];
  /** What a name is the name of; undefined for what is none. */
  kindOf(name: Term): Name['kind'] | undefined;
  /** How surely it speaks of a concept of the question, by its position: 0 to 1. */
  speaksOf(concept: number): number;
  /** Its words that speak of one of some concepts, as spans of it. */
  mark(concepts: readonly Concept[]): readonly Span[];
}

/** A text that speaks of what is counted only by a part of the word, or by a word of the same subject, counts other things. */
const SURE = 0.5;
/** So surely a text must speak of a hotel where one is asked for: a host is none. */
const OF_ITS_KIND = 0.6;
/** What anybody may be called who is asked for. */
const SOMEBODY = /^(?:politiker|person|leute|politician|people|leader)/u;
const CITY = /(?:stadt|city|town|capital)$/u;
const COUNTRY = /(?:land|lander\p{L}*|staat(?:en)?|country|countries|states?)$/u;
const WHICH = /(?:welche\p{L}*|which|what|wich)\s*$/u;
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

const asConcept = (name: Term): Concept => ({
  surface: name,
  kind: 'name',
  light: false,
  variants: new Map([[name, 1]]),
  parts: [],
  corrected: null,
  inLexicon: true,
});

type Check = (question: Question, offered: Offered) => boolean;

const askedNames = (question: Question): ReadonlySet<Term> =>
  new Set(question.concepts.flatMap((concept) => [...concept.variants.keys()].filter(isName)));

/** Whether a text holds a name of one of the kinds that the question did not already hold. */
function holdsNew(question: Question, { terms, kindOf }: Offered, kinds: readonly Name['kind'][]): boolean {
  const asked = askedNames(question);
  return terms().some((name) => {
    const kind = kindOf(name);
    return kind !== undefined && kinds.includes(kind) && !asked.has(name);
  });
}

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
  let rest = text;
  for (const { start, end } of mark(persons.map(asConcept)))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Whether a text is on countries, but on none of those that were asked about: a number in it is of what they did. */
function isOfOthers(question: Question, { terms, kindOf }: Offered): boolean {
  const asked = new Set([...askedNames(question)].filter((name) => kindOf(name) === 'country'));
  if (asked.size === 0) return false;
  const named = terms().filter((name) => kindOf(name) === 'country');
  return named.length > 0 && !named.some((name) => asked.has(name));
}

const surfaceOf = (question: Question, concept: number): string =>
  question.concepts[concept]?.surface.toLowerCase() ?? '';

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

const CHECKS: Readonly<Record<AnswerType, Check>> = {
  any: () => true,
  person: (question, offered) => {
    const { words, nouns } = question.sought;
    const isNoun = (pattern: RegExp): boolean => nouns.some((noun) => pattern.test(surfaceOf(question, noun)));
    if (COUNTRY.test(words) || isNoun(COUNTRY)) return holdsNew(question, offered, ['country']);
    // `Which general`: then one must be there, and his name beside it.
    if (WHICH.test(words) && nouns.length > 0 && !isNoun(SOMEBODY)) {
      const isThere = nouns.some((noun) => offered.speaksOf(noun) > 0);
      return (
        isThere && (holdsNew(question, offered, ['person', 'institution', 'country']) || FULL_NAME.test(offered.text))
      );
    }
    const rest = withoutAsked(question, offered.text);
    return (
      holdsNew(question, offered, ['person', 'institution', 'country']) ||
      FULL_NAME.test(rest) ||
      ACTORS[offered.language].test(rest)
    );
  },
  place: (question, offered) => {
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
  },
  number: (question, offered) => {
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
  },
  duration: (question, offered) => {
    const { language } = offered;
    const text = withoutOtherLengths(question, offered).replace(DEADLINE[language], ' ');
    return DURATION[language].test(withoutAsked(question, text));
  },
  time: (question, { text, language }) => {
    const rest = withoutAsked(question, text);
    const dates = findDates(rest);
    return DAY_ASKED.test(question.sought.words)
      ? WEEKDAY[language].test(rest) || dates.some(({ day }) => day !== null)
      : TIME[language].test(rest) || dates.length > 0 || OLD_YEAR.test(rest);
  },
  reason: (_question, { text, language }) => REASON[language].test(text),
  speech: (question, { terms }) => {
    const { speaker } = question.sought;
    const names = [...((speaker === null ? undefined : question.concepts[speaker])?.variants.keys() ?? [])].filter(
      isName,
    );
    if (names.length === 0) return true;
    const voices = new Set(terms());
    return names.some((name) => voices.has(voiceTerm(name)));
  },
};

/** Whether a text holds a thing of the type that the question asks for. */
export function offersType(question: Question, offered: Offered): boolean {
  const { deeds } = question.sought;
  // What the lexicon does not know may be told in words that nobody connected with it.
  const isDone = (deed: number): boolean => offered.speaksOf(deed) > 0 || question.concepts[deed]?.inLexicon !== true;
  return (deeds.length === 0 || deeds.some(isDone)) && CHECKS[question.type](question, offered);
}

/** So many first letters make two words forms of one: a rough stem that serves both languages. */
const SAME_PREFIX = 6;

/** A quotation with the asked words blanked out: what was asked for is no answer to itself. */
function withoutAsked(question: Question, text: string): string {
  const asked = new Set(tokenize(question.text).map((token) => token.folded.slice(0, SAME_PREFIX)));
  let rest = text;
  for (const { start, end, folded } of tokenize(text)) {
    if (folded.length >= SAME_PREFIX && asked.has(folded.slice(0, SAME_PREFIX))) {
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return rest;
}
