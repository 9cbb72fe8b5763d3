import type { Span } from '../span.ts';
import { fold } from './fold.ts';

/** A word or number of a text; its span is relative to the text that was given. */
export interface Token extends Span {
  /** As written. */
  readonly surface: string;
  /** As compared: see {@link fold}; digit groups are joined (`1.000` and `1,000` are `1000`). */
  readonly folded: string;
  /** Whether it is joined to the token before it by a hyphen: `US-Delegation`. */
  readonly hyphenated: boolean;
  /** Which token of the text it is, counted from 0. */
  readonly position: number;
}

const NUMBER = String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*`;
const WORD = String.raw`(?:(?!\p{Nd})[\p{L}\p{N}])[\p{L}\p{M}\p{Nl}\p{No}\p{Cf}]*`;
const TOKEN = new RegExp(`${NUMBER}|${WORD}`, 'gu');
const HYPHEN = /^[-\u2010\u2011]$/;
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

/** All words and numbers of a text, in order; punctuation and white space belong to none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(TOKEN)) {
    const surface = match[0];
    const start = match.index;
    const folded = fold(surface);
    if (folded === '') continue;
    tokens.push({
      start,
      end: start + surface.length,
      surface,
      folded: GROUPED.test(folded) ? folded.replace(/[.,]/g, '') : folded,
      hyphenated: previousEnd >= 0 && HYPHEN.test(text.slice(previousEnd, start)),
      position: tokens.length,
    });
    previousEnd = start + surface.length;
  }
  return tokens;
}

/** Whether a token is written in digits. */
export function isNumber(token: Token): boolean {
  return /^\d/.test(token.folded);
}

const LONGEST_ACRONYM = 5;

/** Whether a word is written as an acronym is: `US`, `NATO`. In a text all in capitals that tells nothing. */
export function isAcronym(surface: string): boolean {
  return surface.length >= 2 && surface.length <= LONGEST_ACRONYM && /^\p{Lu}+$/u.test(surface);
}
