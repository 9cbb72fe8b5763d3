import type { Span } from '../span.ts';
import type { Evidence, PassageEvidence } from './evidence.ts';
import type { PassageEntry } from './passages.ts';
import { pointsBack } from './reference.ts';

/** A run of whole sentences of one passage: what can be quoted. */
export interface Window {
  /** Sentences `from` to `to` of the passage, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Longer quotations are not read; a single sentence may be longer, since sentences are never cut. */
const MAX_CHARACTERS = 400;
const MAX_SENTENCES = 2;
/** What an open quotation mark, or a word that points back, costs in prices of a sentence: more than adding one. */
const UNBALANCED = 2;
const POINTING_BACK = 1.5;

const OPENING = '„«“‚‹';
const PAIRS: readonly (readonly [string, string])[] = [
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
  ['“', '”'],
];

/** Whether every quotation mark that opens in the text also closes in it; straight marks must be even in number. */
export function isBalanced(text: string): boolean {
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
 * The best quotation of a passage: the sentence with the most evidence, with neighbours only where they add to it,
 * where it points back to the one before, or where a quotation mark would be left open.
 * @param price What a further sentence costs, in evidence.
 */
export function chooseWindow(
  entry: PassageEntry,
  evidence: PassageEvidence,
  price: number,
): { window: Window; evidence: Evidence } {
  const { article, passage } = entry;
  const count = passage.sentences.length;
  let best: { window: Window; evidence: Evidence; worth: number } | null = null;
  for (let from = 0; from < count; from++) {
    for (let to = from + 1; to <= Math.min(count, from + MAX_SENTENCES); to++) {
      const window = { from, to };
      const span = spanOf(entry, window);
      if (to > from + 1 && span.end - span.start > MAX_CHARACTERS) break;
      const text = article.text.slice(span.start, span.end);
      const found = evidence.of(from, to);
      let worth = found.score - (to - from - 1) * price;
      if (!isBalanced(text)) worth -= price * UNBALANCED;
      if (from > 0 && pointsBack(text, article.language)) worth -= price * POINTING_BACK;
      if (best === null || worth > best.worth) best = { window, evidence: found, worth };
    }
  }
  return best ?? { window: { from: 0, to: count }, evidence: evidence.of(0, count) };
}
