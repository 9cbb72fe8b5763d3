import type { Span } from '../span.ts';
import type { PassageEntry } from './passages.ts';

/** A run of whole sentences of one passage: what can be quoted. */
export interface Window {
  /** Sentences `from` to `to` of the passage, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Longer quotations are not read; a single sentence may be longer, since sentences are never cut. */
const MAX_CHARACTERS = 300;
/** Of three sentences it is often not clear who says them; two answer as often on the sets that judge. */
const MAX_SENTENCES = 2;

/**
 * No quotation is longer, in UTF-16 code units: escaped twice over it still fits into a message.
 */
const LONGEST_QUOTATION = 1_500;

const MARKS = /["„«»“”]/u;
const OPENING = '„«“‚‹';
const PAIRS: readonly (readonly [string, string])[] = [
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
  ['“', '”'],
];

/** Whether every quotation mark that opens in the text also closes in it; straight marks must be even in number. */
export function isBalanced(text: string): boolean {
  if (!MARKS.test(text)) return true;
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1 && !/„[^“”]*"/u.test(text)) return false;
  let closing: string | null = null;
  for (const character of text) {
    if (closing === null) {
      const pair = PAIRS.find(([open]) => open === character);
      if (pair !== undefined) closing = pair[1];
      else if (character === '”') return false;
    } else if (closing.includes(character)) closing = null;
    else if (OPENING.includes(character) && character === '„') return false;
  }
  return closing === null;
}

/** The span of a window in its article. */
export function spanOf(entry: PassageEntry, window: Window): Span {
  const { sentences, start, end } = entry.passage;
  return { start: sentences[window.from]?.start ?? start, end: sentences[window.to - 1]?.end ?? end };
}

/**
 * What of a passage can be quoted: each of its sentences, and runs of them that are short enough to be read. One that is
 * longer than anything that can be sent is left out: sentences are never cut.
 */
export function windowsOf(entry: PassageEntry): Window[] {
  const count = entry.passage.sentences.length;
  const windows: Window[] = [];
  for (let from = 0; from < count; from++) {
    for (let to = from + 1; to <= Math.min(count, from + MAX_SENTENCES); to++) {
      const { start, end } = spanOf(entry, { from, to });
      if (end - start > (to === from + 1 ? LONGEST_QUOTATION : MAX_CHARACTERS)) break;
      windows.push({ from, to });
    }
  }
  return windows;
}
