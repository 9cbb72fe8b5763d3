import { KEY_LENGTH, type PassageEntry } from '../search/passages.ts';
import type { Window } from '../search/quotation.ts';

const BASE = 36;
const FROM_DIGITS = 2;
const COUNT_DIGITS = 1;
/** Characters of a window's key: the passage's key, the first sentence in two digits, the number of sentences in one. */
export const WINDOW_KEY_LENGTH = KEY_LENGTH + FROM_DIGITS + COUNT_DIGITS;

/** Whether a key can name the window: sentences beyond the 1,295th of one paragraph cannot be named. */
export const isNameable = (window: Window): boolean =>
  window.from < BASE ** FROM_DIGITS && window.to - window.from < BASE ** COUNT_DIGITS;

/**
 * The key of a window for buttons; stable across revisions as long as the passage's text stays. Of more sentences than
 * a key can name (whole long passages are quoted for their context) it names the first ones.
 */
export function windowKey(entry: PassageEntry, window: Window): string {
  const from = window.from.toString(BASE).padStart(FROM_DIGITS, '0');
  const count = Math.min(window.to - window.from, BASE ** COUNT_DIGITS - 1);
  return `${entry.key}${from}${count.toString(BASE)}`;
}

/** Reads a window's key; null where it is not of that form. */
export function parseWindowKey(key: string): { passage: string; window: Window } | null {
  const match = /^([\w-]{6})([0-9a-z]{2})([1-9a-z])$/.exec(key);
  if (match === null) return null;
  const [, passage = '', first = '', count = ''] = match;
  const from = Number.parseInt(first, BASE);
  return { passage, window: { from, to: from + Number.parseInt(count, BASE) } };
}
