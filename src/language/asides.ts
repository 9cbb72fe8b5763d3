import type { Span } from '../span.ts';
import type { Language } from './language.ts';

/** What stands at the end of a question of yes or no and asks nothing more: `or what`, `oder wars das jetzt`, `ja nein`. */
const TAGS: Readonly<Record<Language, RegExp>> = {
  de: /(?:(?<!\p{L})oder(?: (?:auch|doch|etwa|eher|wieder|noch|so))*(?: (?:nicht|nich|net|nein|nö|nee|nix|nichts|was|wie|kein\p{L}{0,2}|war['’]?s das|ist das vorbei))?(?: (?:jetzt|schon|mehr|wieder|doch))*|(?<!\p{L})ja(?: oder |\s?\/\s?| )nein|,\s*(?:stimmt(?: das|['’]?s)?|richtig|gell|ne|wa|korrekt|nicht wahr|weißt du(?: das)?))\s*[?!.…]*\s*$/iu,
  en: /(?:(?<!\p{L})or(?: (?:nah|na|no|not|nope|what|nothing|else|something|whatever|is (?:it|that) (?:over|it)))(?: (?:yet|now|already|then|anymore))*|(?<!\p{L})yes(?: or |\s?\/\s?| )no|,\s*(?:right|correct|true|innit|eh|huh|yeah|(?:is|was|did|does|do|has|have|are|were|will|would)(?:n['’]?t)? (?:it|he|she|they|that|this)))\s*[?!.…]*\s*$/iu,
};

/** Articles and pronouns that say that the readers know which ones are meant: `those two`, `die beiden`. */
const KNOWN_ONES: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:die|der|den|diese[nr]?|jene[nr]?|alle|ihre[nr]?|unsere[nr]?) (?<number>zwei|zwo|drei|vier|fünf)(?!\p{L})(?![\s-](?:sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|prozent|punkten?|millionen|milliarden)(?!\p{L}))/giu,
  en: /(?<!\p{L})(?:the|these|those|all|both|you|us|them) (?<number>two|three|four|five)(?!\p{L})(?![\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|points?|million|billion)(?!\p{L}))/giu,
};

/**
 * What of a question asks for nothing that could stand in a text: tags at its end, and numbers that only point to those
 * who are meant.
 */
export function findAsides(text: string, language: Language): Span[] {
  const tag = TAGS[language].exec(text);
  const tags = tag === null ? [] : [{ start: tag.index, end: tag.index + tag[0].length }];
  const numbers = [...text.matchAll(KNOWN_ONES[language])].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match.groups?.['number']?.length ?? 0), end };
  });
  return [...tags, ...numbers];
}
