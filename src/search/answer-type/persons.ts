import type { Language } from '../../language/language.ts';
import type { Question } from '../../language/question.ts';
import { tokenize } from '../../language/tokens.ts';
import { COUNTRY, holdsNew, type Offered, surfaceOf, WHICH, withoutAsked } from './offered.ts';

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

/** What anybody may be called who is asked for. */
const SOMEBODY = /^(?:politiker|person|leute|politician|people|leader)/u;

/** Whether a text names somebody, or says who acts. */
export function holdsPerson(question: Question, offered: Offered): boolean {
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
}
