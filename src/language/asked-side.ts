import type { AnswerType } from './scaffold.ts';

/** A side that a question names, and how the user wrote it. */
export interface NamedSide {
  readonly surface: string;
  readonly side: string;
}

/** Nouns for those who act together for a side. */
const GROUP =
  '\\p{L}*(?:delegation|delegaton|delegiert|abordnung|team|mannschaft|unterhändler|unterhaendler|negotiator|delegate)\\p{L}*';
/** Nouns for one who holds an office of a side. */
const OFFICE =
  '\\p{L}*(?:minister|secretary|präsident|president|berater|advis[eo]r|gesandte|envoy|general|botschafter|ambassador|vertreter|representative|official|sprecher|spokes|chef|chief|leader|head|boss|diplomat|kanzler|chancellor|premier)\\p{L}*';
const SIDE = '(?:seite|side)';
const WORDS_BETWEEN = "(?:[\\p{L}’'-]+ ){0,2}?";
const ARTICLE = '(?:(?:the|die|das|den|der|des) )?';

/** `Wer leitete`, `an der Spitze`, `who headed`: then somebody of the group is asked for, and not whom it met. */
const LEADS =
  /(?<!\p{L})(?:(?:an)?ge(?:leitet|führt)|leitet\p{L}*|führt\p{L}*|chef\p{L}*|boss|spitze|le(?:d|ads?)|leader|head(?:s|ed|ing)?|chief|charge|mitglied\p{L}*|gehör\p{L}*|members?|belong\p{L}*)(?!\p{L})/iu;
/** `Wer ist`, `who was`, `welcher`: then the holder of the office is asked for, and not whom its holder met. */
const IDENTIFIES =
  /(?<!\p{L})(?:(?:wer|who) (?:ist|war|is|was)|who['’]s|wie h(?:ei|ie)(?:ß|ss|s)\p{L}*|name\p{L}*|welche[rnms]?|which|what)(?!\p{L})/iu;
/** Asks for somebody without saying `who`. */
const NAME = /(?<!\p{L})(?:wie h(?:ei|ie)(?:ß|ss|s)\p{L}*|namen?s?)(?!\p{L})/iu;
const SENDS =
  /(?<!\p{L})(?:schickt\p{L}*|geschickt|entsandt\p{L}*|sandte\p{L}*|gesetzt|mitgebracht|aufgeboten|sen[dt]|sending|dispatch\p{L}*|br(?:ing|ought))(?!\p{L})/iu;

const BEFORE_GROUP = new RegExp(`^(?:['’]?s)?[ -]${WORDS_BETWEEN}${GROUP}`, 'iu');
const BEFORE_OFFICE = new RegExp(`^(?:['’]?s)?[ -]${WORDS_BETWEEN}${OFFICE}`, 'iu');
const BEFORE_SIDE = new RegExp(`^(?:['’]?s)?[ -]${SIDE}(?!\\p{L})`, 'iu');
const AFTER_GROUP = new RegExp(`(?<!\\p{L})${GROUP} (?:of|von|der|des|for|für|aus|from) ${ARTICLE}$`, 'iu');
const AFTER_OFFICE = new RegExp(`(?<!\\p{L})${OFFICE} (?:of|von|der|des|for|für|aus|from) ${ARTICLE}$`, 'iu');
/** `vertrat London`, `sprach für Kiew`, `wer war für Rom am Tisch`. */
const REPRESENTED = new RegExp(
  `(?<!\\p{L})(?:represent\\p{L}*|vertr(?:at|itt|aten)|(?:spr(?:ach|icht)|verhandelte?|saß|sitzt|war|spoke|speaks|negotiate[sd]|sat|was|table|tisch|dabei|there) (?:for|für|fuer)) ${ARTICLE}$`,
  'iu',
);
const IS_REPRESENTED = /^ (?:[^,.?!]* )?vertreten(?!\p{L})/iu;
const WHOM = /(?<!\p{L})(?:wen|whom?) (?:hat|hatte|did|has|had|\p{L}+) (?:the |die )?$/iu;

/**
 * The side to which the one must belong who is asked for, or null where it may be anybody: `Wer leitete die russische
 * Delegation?`, `Who spoke for Kyiv?`, but not `Wer empfing die russische Delegation?`.
 * @param named The sides that the question names, in any order.
 */
export function findAskedSide(text: string, type: AnswerType, named: readonly NamedSide[]): string | null {
  if (type !== 'person' && !(type === 'any' && NAME.test(text))) return null;
  const sides = new Set<string>();
  for (const { surface, side } of named) {
    const at = text.indexOf(surface);
    // A name may hold the office: `Ukrainian official`.
    const ends = [surface.length, surface.search(/(?:['’]s)?[ -]/u)].filter((length) => length > 0);
    if (at >= 0 && ends.some((length) => isBound(text, at, at + length))) sides.add(side);
  }
  return sides.size === 1 ? ([...sides][0] ?? null) : null;
}

/** `in Moskau`: where, not who. */
const PLACED = /(?<!\p{L})(?:in|im|at|nach|to|near|bei) (?:the |der |den )?$/iu;

/** Whether the name between two offsets says on whose side somebody is, and that one is asked for. */
function isBound(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (PLACED.test(before)) return false;
  if (REPRESENTED.test(before) || IS_REPRESENTED.test(after) || BEFORE_SIDE.test(after)) return true;
  if (WHOM.test(before) && SENDS.test(after)) return true;
  if (LEADS.test(text) && (BEFORE_GROUP.test(after) || AFTER_GROUP.test(before) || AFTER_OFFICE.test(before)))
    return true;
  return IDENTIFIES.test(text) && (BEFORE_OFFICE.test(after) || AFTER_OFFICE.test(before));
}
