import { MONTH_PATTERN } from './dates.ts';
import { fold } from './fold.ts';
import type { Language } from './language.ts';
import { SCAFFOLD_WORDS } from './scaffold.ts';
import { typingCost } from './spelling.ts';
import { stopWordsOf } from './stop-words.ts';
import { type Token, tokenize } from './tokens.ts';

/** A text with what was put right in it. */
export interface Mended {
  readonly text: string;
  /** The offset in the text as it was typed for one in {@link text}, both in UTF-16 code units. */
  toTyped(offset: number): number;
}

/** What must be known of words for telling which were mistyped. */
export interface KnownWords {
  /** Whether a word means something as it stands, in this language. */
  isKnown(folded: string, language: Language): boolean;
  /** How likely the nearest word of another kind was meant: see {@link typingCost}. */
  costOfOther(folded: string): number;
  /** The word that makes a phrase of the lexicon with those around the one at a place, if that one was mistyped; or null. */
  partOfPhrase(tokens: readonly Token[], at: number, language: Language): string | null;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 3;
/** In a word below this length only errors that are easily made are believed. */
const SHORTEST_WITH_ANY = 5;
const BOUND = { short: 0.5, long: 0.75, afterHow: 1 } as const;

/** Years of this century in two digits, as far as news of this war speak of them. */
const SHORT_YEAR = String.raw`(?<short>1[4-9]|2\d|30)`;
const SEASONS = 'fr(?:ü|ue)hjahr|fr(?:ü|ue)hling|sommer|herbst|winter|spring|summer|autumn|ostern|easter';
const SHORT_YEARS: Readonly<Record<Language, RegExp>> = {
  // Germans name the day before the month: a number after it is the year.
  de: new RegExp(
    String.raw`(?<=(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?|['’]|(?<!\p{L})(?:${MONTH_PATTERN}|${SEASONS})\.?\s)${SHORT_YEAR}(?![\d.:]*\d|\.?\s?(?:uhr|h)\b)`,
    'giu',
  ),
  // A number behind an English month may be the day, but not behind one, nor after `late`.
  en: new RegExp(
    String.raw`(?<=(?<!\d)\d{1,2}\.\d{1,2}\.|['’]|(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:${MONTH_PATTERN})\s|(?<!\p{L})(?:early|late|mid)[\s-](?:${MONTH_PATTERN})\s|(?<!\p{L})(?:${SEASONS})\s)${SHORT_YEAR}(?![\d.:]*\d)`,
    'giu',
  ),
};
const CENTURY = '20';

/** Months whose names are long enough to be mistyped and still told. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: ['januar', 'februar', 'märz', 'april', 'august', 'september', 'oktober', 'november', 'dezember'],
  en: ['january', 'february', 'march', 'april', 'august', 'september', 'october', 'november', 'december'],
};
/** Words that often stand before a month. */
const BEFORE_MONTHS: ReadonlySet<string> = new Set(
  'im in seit since until bis early late mid of anfang mitte ende'.split(' '),
);
/** Function words and question words, by first letter. */
const FUNCTION_WORDS: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  de: byInitial([...stopWordsOf('de'), ...SCAFFOLD_WORDS.de]),
  en: byInitial([...stopWordsOf('en'), ...SCAFFOLD_WORDS.en]),
};
/** What `how` and `wie` ask for beside them. */
const MEASURES: Readonly<Record<Language, readonly string[]>> = {
  de: ['oft', 'lange', 'lang', 'viel', 'viele', 'vielen', 'hoch', 'weit', 'teuer'],
  en: ['often', 'many', 'much', 'long', 'far', 'high', 'soon'],
};
const HOW: Readonly<Record<Language, string>> = { de: 'wie', en: 'how' };

/**
 * A question with mistyped function words (`wolte`, `teh`, `wiso`), question words and months put right, so that they are
 * not looked for as topics, with words of phrases that are none as they were typed (`secretery of state`), and with short years written out.
 */
export function mend(typed: string, language: Language, known: KnownWords): Mended {
  const edits: { start: number; end: number; meant: string }[] = [];
  for (const match of typed.matchAll(SHORT_YEARS[language])) {
    edits.push({ start: match.index, end: match.index, meant: CENTURY });
  }
  const tokens = tokenize(typed);
  let before = '';
  for (const [at, token] of tokens.entries()) {
    const isDated = /^\d/.test(tokens[at + 1]?.folded ?? '') || BEFORE_MONTHS.has(before);
    const meant = isMistyped(token, language, known)
      ? (measureAfterHow(token, before, language) ??
        monthBy(token, isDated, language) ??
        functionWordBy(token, language, known) ??
        known.partOfPhrase(tokens, at, language))
      : null;
    if (meant !== null) edits.push({ start: token.start, end: token.end, meant });
    before = meant ?? token.folded;
  }
  return applied(typed, edits);
}

const isMistyped = ({ folded }: Token, language: Language, known: KnownWords): boolean =>
  folded.length >= SHORTEST &&
  !/\d/.test(folded) &&
  !stopWordsOf(language).has(folded) &&
  !known.isKnown(folded, language);

const measureAfterHow = ({ folded }: Token, before: string, language: Language): string | null =>
  before === HOW[language] ? (nearestOf(folded, MEASURES[language], BOUND.afterHow)?.word ?? null) : null;

function monthBy({ folded, surface }: Token, isDated: boolean, language: Language): string | null {
  if (!isDated && !/^\p{Lu}/u.test(surface)) return null;
  return nearestOf(folded, MONTHS[language], BOUND.long)?.word ?? null;
}

function functionWordBy({ folded, surface, position }: Token, language: Language, known: KnownWords): string | null {
  // Inside a sentence capitals are for nouns and names.
  if (/^\p{Lu}/u.test(surface) && position > 0) return null;
  const initial = FUNCTION_WORDS[language].get(folded[0] ?? '') ?? [];
  const swapped = FUNCTION_WORDS[language].get(folded[1] ?? '') ?? [];
  const best = nearestOf(folded, [...initial, ...swapped.filter((word) => word[1] === folded[0])], BOUND.long);
  if (best === null || best.cost > known.costOfOther(folded)) return null;
  const isSure = folded.length >= SHORTEST_WITH_ANY || best.cost <= BOUND.short;
  return isSure ||
    (folded.length === best.word.length - 1 && folded.at(-1) === best.word.at(-1) && folded.length > SHORTEST)
    ? best.word
    : null;
}

function nearestOf(folded: string, words: readonly string[], bound: number): { word: string; cost: number } | null {
  let best: { word: string; cost: number } | null = null;
  for (const word of words) {
    if (Math.abs(word.length - folded.length) > 1 || word.length < SHORTEST) continue;
    const cost = typingCost(folded, fold(word));
    if (cost <= bound && (best === null || cost < best.cost)) best = { word, cost };
  }
  return best;
}

function applied(typed: string, edits: { start: number; end: number; meant: string }[]): Mended {
  const ordered = edits.sort((a, b) => a.start - b.start);
  let text = '';
  let end = 0;
  /** Where in the mended text typed text goes on, and from where in the typed one. */
  const pieces: { at: number; from: number }[] = [{ at: 0, from: 0 }];
  for (const edit of ordered) {
    text += typed.slice(end, edit.start) + edit.meant;
    end = edit.end;
    pieces.push({ at: text.length, from: end });
  }
  text += typed.slice(end);
  const toTyped = (offset: number): number => {
    const at = pieces.findLastIndex((piece) => piece.at <= offset);
    const piece = pieces[at];
    if (piece === undefined) return offset;
    const next = ordered[at]?.start ?? typed.length;
    return Math.min(piece.from + offset - piece.at, next);
  };
  return { text, toTyped };
}

function byInitial(words: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const initial = word[0] ?? '';
    const list = map.get(initial);
    if (list === undefined) map.set(initial, [word]);
    else list.push(word);
  }
  return map;
}
