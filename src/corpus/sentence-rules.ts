import type { Language } from '../language/language.ts';
import type { AbbreviationKind } from './abbreviations.ts';
import { abbreviationKind, startsSentence } from './abbreviations.ts';

/** A place where one sentence may end and the next begin. No text that it holds has white space at its ends. */
export interface Seam {
  readonly language: Language;
  /** The end of the sentence so far, or all of it where it is short. */
  readonly left: string;
  /** Whether `left` is all of the sentence so far. */
  readonly whole: boolean;
  /** What stands between: nothing, white space within a line, or a line end as well. */
  readonly gap: 'none' | 'blank' | 'line';
  /** The beginning of what follows. */
  readonly right: string;
  /** Whether `right` is all that follows in the paragraph. */
  readonly last: boolean;
}

type Verdict = 'split' | 'join';

/** A rule decides, or leaves it to the rules after it. */
type Rule = (seam: Seam) => Verdict | null;

/** A footnote mark, as a pattern: `[1]`, `[^2]`, `²`, also `[sic]`; not the text of a Markdown link. */
export const FOOTNOTE = String.raw`\[\^?(?:\d{1,3}|[a-z]|sic)\](?!\()|[¹²³⁰-⁹†‡]`;

/** What may stand after a stop and still belongs to its sentence: closing marks, Markdown's emphasis, footnotes. */
const TAIL = new RegExp(String.raw`(?:["'”“’‘»«›‹)\]}*_]|\s[»›]|\s?(?:${FOOTNOTE}))+$`, 'u');
const OPENERS = /^[\s"'„“”‚‘’«»‹›([{*_–—-]+/u;
const STOP = /[\p{Sentence_Terminal}…]$/u;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** The sentence so far without what closes after its stop. */
function core(seam: Seam): string {
  return seam.left.replace(TAIL, '');
}

/** What follows without what opens before its first word. */
function next(seam: Seam): string {
  return seam.right.replace(OPENERS, '');
}

/** Whether the next word is one that opens sentences; "A." and "In-" are not the words "A" and "In". */
function startsAnew(seam: Seam): boolean {
  const word = /^\p{L}+(?![.-])/u.exec(next(seam))?.[0];
  return word !== undefined && startsSentence(word, seam.language);
}

function joinUnlessStart(seam: Seam): Verdict {
  return startsAnew(seam) ? 'split' : 'join';
}

function nextIsNumber(seam: Seam): boolean {
  return /^(?:\p{N}|[IVX]+\b)/u.test(next(seam));
}

/** "..." alone is no sentence, and neither is a row of stars. */
function saysNothing(seam: Seam): Verdict | null {
  const empty = !LETTER_OR_NUMBER.test(seam.left) || (seam.last && !LETTER_OR_NUMBER.test(seam.right));
  return empty ? 'join' : null;
}

/** A comma, a dash, a further stop or something that closes: the sentence goes on, or has not quite ended. */
const GOES_ON = new RegExp(String.raw`^(?:[,;:.!?…)\]}”’›]|[»«"'“](?=[\s,.;:!?)]|$)|[–—-]+\s|${FOOTNOTE})`, 'u');

function goesOn(seam: Seam): Verdict | null {
  const isListItem = seam.gap === 'line' && /^[–—-]\s/.test(seam.right);
  return GOES_ON.test(seam.right) && !isListItem ? 'join' : null;
}

/** `"Ist das so?" fragte er.` and "z. B. die Waffenruhe" */
function goesOnInLowerCase(seam: Seam): Verdict | null {
  return /^\p{Ll}/u.test(next(seam)) ? 'join' : null;
}

/** Only a stop ends a sentence, not the end of a line. */
function hasNoStop(seam: Seam): Verdict | null {
  return STOP.test(core(seam)) ? null : 'join';
}

/** "erzielt.Das" was two sentences; "U.S.", "3.5" and "z.B." are none. What a straight quotation mark does is unclear. */
function lacksBlank(seam: Seam): Verdict | null {
  if (seam.gap !== 'none') return null;
  const words = core(seam);
  const tail = seam.left.slice(words.length).trim();
  const closes = seam.language === 'de' ? /^[)\]”“\d[¹²³⁰-⁹]*$/u : /^[)\]”\d[¹²³⁰-⁹]*$/u;
  const ends = /(?:\p{Ll}{2}|(?<!\d)\d{4})[.!?…]$/u.test(words) && closes.test(tail);
  return ends && /^[„“«»‚‘(]?\p{Lu}(?:\p{Ll}|\s)/u.test(seam.right) ? null : 'join';
}

const REPORTING_CLAUSE =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:said|says|asked|asks|told|added|wrote|replied|warned|declared|insisted)\b/u;

/** `"Is that so?" President Trump asked.` */
function isReported(seam: Seam): Verdict | null {
  const isQuestion = /[!?]["'”’»]+$/u.test(seam.left);
  return isQuestion && seam.language === 'en' && REPORTING_CLAUSE.test(seam.right) ? 'join' : null;
}

function asksOrExclaims(seam: Seam): Verdict | null {
  return /[^.…]$/u.test(core(seam)) ? 'split' : null;
}

/**
 * Words left out ("Wir … Ukrainer", "we [...] Ukrainians") do not end a sentence; trailing off does ("Nun… Putin"), and
 * so do words left out after a stop.
 */
function leavesOut(seam: Seam): Verdict | null {
  if (/[.!?]\s(?:…|\.{3,})$/u.test(seam.left)) return 'split';
  if (/(?:^|[\s[(])(?:…|\.{3,})[\])]?$/u.test(seam.left)) return joinUnlessStart(seam);
  return /(?:…|\.{2,})$/u.test(core(seam)) ? 'split' : null;
}

/** "1. Die Waffenruhe", "III. Waffen", "Punkte: 1. Waffenruhe" */
function enumerates(seam: Seam): Verdict | null {
  const isWhole = seam.whole && /^[^\p{L}\p{N}]*(?:\d{1,3}|\p{L}|[IVXivx]{1,5})\.$/u.test(seam.left);
  return isWhole || /[:;]\s\(?(?:\d{1,2}|[a-z])\.$/u.test(seam.left) ? 'join' : null;
}

/** No abbreviation is longer; a longer word is cut, which makes it none. */
const MAX_ABBREVIATION = 16;

/** The words before the stop that may be one abbreviation, from the longest to the last word: "d.h", "h". */
function candidates(text: string): readonly string[] {
  const match = /(?<![\p{L}\p{N}'’/])(?:\p{L}+\.\s?)*\p{L}+\.$/u.exec(text.slice(-MAX_ABBREVIATION));
  const words = match?.[0].split(/\.\s?/).slice(0, -1) ?? [];
  return words.map((_, index) => words.slice(index).join('.'));
}

function kindOf(seam: Seam): AbbreviationKind | null {
  for (const word of candidates(core(seam))) {
    const kind = abbreviationKind(word, seam.language);
    if (kind !== null) return kind;
  }
  return null;
}

/** "(Drohnen usw.) Putin": the bracket was opened within the sentence, and the stop is the abbreviation's. */
function abbreviatesInBrackets(seam: Seam): Verdict | null {
  return /\.[)\]]$/u.test(seam.left) && kindOf(seam) !== null ? joinUnlessStart(seam) : null;
}

const AFTER_ABBREVIATION: Readonly<Record<AbbreviationKind, Rule>> = {
  continues: () => 'join',
  open: joinUnlessStart,
  counts: (seam) => (nextIsNumber(seam) ? 'join' : null),
  closes: () => null,
};

function abbreviates(seam: Seam): Verdict | null {
  const kind = kindOf(seam);
  return kind === null ? null : AFTER_ABBREVIATION[kind](seam);
}

/** "J.D. Vance", "George W. Bush", "U.S. President"; what is part of a word is none ("km/h.", "it's.", "Su-27M."). */
function isInitial(seam: Seam): Verdict | null {
  return /(?<![\p{L}\p{N}'’/-])\p{L}\.$/u.test(core(seam)) ? joinUnlessStart(seam) : null;
}

const MONTH = /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)(?:\p{Ll}*\b|\.)/u;

/** A number after one of these counts, but is no ordinal: "nach Artikel 5. Russland ...", "Minsk II. Putin ...". */
const NUMBERED =
  /(?<!\p{L})(?:Artikel|Punkt|Kapitel|Absatz|Paragra(?:f|ph)|Nummer|Seite|Platz|Phase|Stufe|Teil|Minsk)\s[\dIVX]+\.$/u;

/** German ordinals and dates: "am 18. März", "die 2. Runde", "am 18.3.", "der 100. Tag", "Leo XIV." */
function isOrdinal(seam: Seam): Verdict | null {
  const words = core(seam);
  if (seam.language !== 'de' || NUMBERED.test(words)) return null;
  if (/(?<!\d)\d{1,2}\.$/.test(words) && MONTH.test(seam.right)) return 'join';
  const isOne =
    /(?<![\d.,:\p{L}]|\p{L}-)\d{1,2}\.$/u.test(words) ||
    /(?<![\d.])\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.$/.test(words) ||
    /(?<!\p{L})(?:der|die|das|den|dem|des|am|im|zum|zur|vom|beim|ein\p{Ll}*|jede\p{Ll}*)\s\d{3}\.$/iu.test(words) ||
    /(?<![\p{L}\p{N}-])[IVXLC]{2,}\.$/u.test(words);
  return isOne ? joinUnlessStart(seam) : null;
}

/** The first rule that decides wins. */
const RULES: readonly Rule[] = [
  saysNothing,
  goesOn,
  goesOnInLowerCase,
  leavesOut,
  hasNoStop,
  lacksBlank,
  isReported,
  asksOrExclaims,
  enumerates,
  abbreviatesInBrackets,
  abbreviates,
  isInitial,
  isOrdinal,
];

/** Whether a sentence ends at a seam. Where no rule objects to a stop, it does. */
export function endsSentence(seam: Seam): boolean {
  for (const rule of RULES) {
    const verdict = rule(seam);
    if (verdict !== null) return verdict === 'split';
  }
  return true;
}
