import type { Span } from '../span.ts';
import type { Evidence, PassageEvidence } from './evidence.ts';
import type { PassageEntry } from './passages.ts';
import { pointsBack } from './reference.ts';
import type { Weights } from './weights.ts';

/** A run of whole sentences of one passage: what can be quoted. */
export interface Window {
  /** Sentences `from` to `to` of the passage, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Longer quotations are not read; a single sentence may be longer, since sentences are never cut. */
const MAX_CHARACTERS = 300;
const MAX_SENTENCES = 3;

/** What an open quotation mark, or a word that points back, costs in evidence: more than a sentence mostly adds. */
const UNBALANCED = 0.06;
const POINTING_BACK = 0.045;

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

/** A window with why it was chosen. */
export interface ChosenWindow {
  readonly window: Window;
  readonly evidence: Evidence;
}

/**
 * The best quotation of a passage: the sentence with the most evidence that also stands out in its passage, with
 * neighbours only where they add to it, where it points back to the one before, or where a quotation mark would be left
 * open.
 */
export function chooseWindow(entry: PassageEntry, evidence: PassageEvidence, weights: Weights): ChosenWindow {
  const { article, passage } = entry;
  const count = passage.sentences.length;
  let best: { readonly window: Window; readonly worth: number } | null = null;
  for (let from = 0; from < count; from++) {
    const start = passage.sentences[from]?.start ?? passage.start;
    for (let to = from + 1; to <= Math.min(count, from + MAX_SENTENCES); to++) {
      const end = passage.sentences[to - 1]?.end ?? passage.end;
      if (to > from + 1 && end - start > MAX_CHARACTERS) break;
      const { score, share } = evidence.scoreOf(from, to);
      let worth = score + weights.standOut * evidence.focusOf(from, to);
      worth -= (to - from - 1) * weights.sentence * (share - weights.sure);
      if (best !== null && worth <= best.worth) continue;
      const text = article.text.slice(start, end);
      if (!isBalanced(text)) worth -= UNBALANCED;
      if (from > 0 && pointsBack(text, article.language)) worth -= POINTING_BACK;
      if (best === null || worth > best.worth) best = { window: { from, to }, worth };
    }
  }
  const window = best?.window ?? { from: 0, to: count };
  return { window, evidence: evidence.of(window.from, window.to) };
}
