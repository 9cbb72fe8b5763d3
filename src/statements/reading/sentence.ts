import type { Language } from '../../language/language.ts';
import { type Token, tokenize } from '../../language/tokens.ts';
import type { Span } from '../../span.ts';
import { opensClause } from './grammar.ts';
import type { Quotation } from './quotations.ts';

/** How a clause begins: `main` where nothing says otherwise. */
export type Opening = 'main' | 'condition' | 'content' | 'manner' | 'relative' | 'other';

/** A stretch of words between marks (commas, colons, dashes, quotations); a half-open range of words. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly opening: Opening;
  /** The mark before it: `:` or `"` or another; empty at the sentence's start. */
  readonly before: string;
  /** The mark behind it. */
  readonly behind: string;
}

/** A sentence as attribution looks at it: who is named inside a quotation is not its speaker, so speech is left out. */
export interface TokenizedSentence {
  /** As written. Offsets of words are relative to it. */
  readonly text: string;
  readonly language: Language;
  /** The first {@link MOST_WORDS} words outside of speech, parentheses and ages (`Pym, 51, had …`). */
  readonly words: readonly Token[];
  readonly segments: readonly Segment[];
  /** For each word the index of its segment. */
  readonly segmentOf: readonly number[];
  /** The speech in it, clipped to the sentence. */
  readonly speech: readonly Span[];
}

const ASIDES = /\([^()]*\)|,\s*\d{1,3}\s*(?=,)/g;
const INITIALS = /\b([A-Z])\.([A-Z])\./g;
const MARK = /[,;:!?–—"…]|\s-\s/;

/** What goes on longer without a full stop is a list or a table; no rule finds a subject in it, only time is spent. */
const MOST_WORDS = 400;

/** Reads a sentence of a text; `quotations` are those of the same text, `sentence` is relative to it too. */
export function readSentence(
  text: string,
  sentence: Span,
  quotations: readonly Quotation[],
  language: Language,
): TokenizedSentence {
  const own = text.slice(sentence.start, sentence.end);
  const speech: Span[] = [];
  let masked = own.replace(INITIALS, '$1$2  ');
  for (const quotation of quotations) {
    const start = Math.max(quotation.start, sentence.start) - sentence.start;
    const end = Math.min(quotation.end, sentence.end) - sentence.start;
    if (start >= end) continue;
    if (quotation.speech) speech.push({ start, end });
    masked = masked.slice(0, start) + blank(masked.slice(start, end), quotation.speech) + masked.slice(end);
  }
  masked = masked.replace(ASIDES, (aside) => ' '.repeat(aside.length));
  const words = tokenize(masked).slice(0, MOST_WORDS);
  return { text: own, language, words, ...segmentsOf(masked, words, language), speech };
}

/** Speech becomes one mark and white space; of a shorter quotation only the marks go. */
function blank(quoted: string, speech: boolean): string {
  if (speech) return `"${' '.repeat(Math.max(0, quoted.length - 2))}"`.slice(0, quoted.length);
  return ` ${quoted.slice(1, -1)} `.slice(0, quoted.length);
}

function segmentsOf(
  masked: string,
  words: readonly Token[],
  language: Language,
): Pick<TokenizedSentence, 'segments' | 'segmentOf'> {
  const starts: { from: number; before: string }[] = [];
  for (const [at, word] of words.entries()) {
    const gap = masked.slice(words[at - 1]?.end ?? 0, word.start);
    const mark = gap.includes('"') ? '"' : (MARK.exec(gap)?.[0].trim() ?? '');
    if (at === 0 || mark !== '') starts.push({ from: at, before: mark });
  }
  const last = masked.slice(words.at(-1)?.end ?? 0);
  const segments = starts.map(({ from, before }, index) => {
    const next = starts[index + 1];
    const to = next?.from ?? words.length;
    const behind = next?.before ?? (last.includes('"') ? '"' : (MARK.exec(last)?.[0] ?? ''));
    return { from, to, before, behind, opening: opensClause(words.slice(from, to), language, index) };
  });
  return {
    segments,
    segmentOf: segments.flatMap(({ from, to }, index) => Array.from({ length: to - from }, () => index)),
  };
}

/** The words of a range as they stand in the sentence. */
export function textOf(sentence: TokenizedSentence, from: number, to: number): string {
  return sentence.text.slice(sentence.words[from]?.start ?? 0, sentence.words[to - 1]?.end ?? 0);
}

/** The folded word at an index, or nothing. */
export const wordAt = (sentence: TokenizedSentence, at: number): string => sentence.words[at]?.folded ?? '';

/** The segment that a word stands in. */
export function segmentAt(sentence: TokenizedSentence, at: number): Segment {
  const segment = sentence.segments[sentence.segmentOf[at] ?? 0];
  return segment ?? { from: 0, to: sentence.words.length, opening: 'main', before: '', behind: '' };
}

/** Whether a word begins with a capital letter. */
export const isCapital = (word: Token | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.surface);
