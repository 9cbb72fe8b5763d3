import type { Language } from '../language/language.ts';
import type { Span } from '../span.ts';
import type { Seam } from './sentence-rules.ts';
import { endsSentence, FOOTNOTE } from './sentence-rules.ts';
import { isEmpty, trimSpan } from './text.ts';

/**
 * The segmenter copies its whole text for every sentence that it finds, which takes 46 s for one paragraph of 1 MiB.
 * It reads one window at a time instead: enough for nearly every paragraph as a whole.
 */
const WINDOW = 2048;

/** What the rules look at on either side of a seam: no word, mark or ordinal that they know is longer. */
const CONTEXT = 64;

/** One locale for all: the segmenter's rules for sentences are the same, what a language needs is in our own rules. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What may follow a stop and still belongs to its sentence; bounded, so that a row of quotation marks costs nothing. */
const TAIL = String.raw`(?:["'”“’‘»«›‹)\]}*_]|\s[»›](?=[\s,.;:)]|$)|\s?(?:${FOOTNOTE})){0,6}`;

/**
 * Ends of sentences that the segmenter never proposes: before a number in small-letter text, without white space
 * before a capital letter, and after emphasis or a footnote. An address is taken as a whole, as it may hold all that.
 */
const OWN_PROPOSALS = new RegExp(
  String.raw`(?:https?:\/\/|www\.)[^\s<>()"]*[^\s<>()".,;:!?]|(?<stop>[.!?…]${TAIL})(?=\s|[„“«»‚‘(]{0,2}\p{Lu})`,
  'gu',
);

const LINE_END = /[\n\r\u0085\u2028\u2029]/;

/**
 * Splits a paragraph into sentences. `Intl.Segmenter` and a pattern propose seams; the rules of `sentence-rules.ts`
 * decide. Within a quotation of several sentences each is one; a question within a sentence does not end it.
 *
 * @returns trimmed, non-empty spans of `text` in order and without overlap, which cover all of `span` but white space
 */
export function splitSentences(text: string, span: Span, language: Language): Span[] {
  const whole = text.slice(span.start, span.end);
  // A line end within a paragraph is white space, but always the end of a sentence to the segmenter.
  const paragraph = whole.replace(new RegExp(LINE_END, 'g'), ' ');
  const ends: number[] = [];
  let start = 0;
  for (const end of proposals(paragraph)) {
    const seam = seamAt(whole, paragraph, start, end, language);
    if (seam === null || !endsSentence(seam)) continue;
    ends.push(end);
    start = end;
  }
  return [...ends, paragraph.length]
    .map((end, index) => ({ start: ends[index - 1] ?? 0, end }))
    .map((part) => trimSpan(text, { start: span.start + part.start, end: span.start + part.end }))
    .filter((sentence) => !isEmpty(sentence));
}

/** Where a sentence may end, in order. */
function proposals(paragraph: string): readonly number[] {
  const places = new Set<number>();
  for (const match of paragraph.matchAll(OWN_PROPOSALS)) {
    if (match.groups?.['stop'] !== undefined) places.add(match.index + match[0].length);
  }
  for (const place of segmenterProposals(paragraph)) places.add(place);
  return [...places].sort((a, b) => a - b);
}

/** The segmenter's ends of sentences that are followed by white space: within a word it knows too little. */
function* segmenterProposals(paragraph: string): Generator<number> {
  let from = 0;
  while (from < paragraph.length) {
    const window = paragraph.slice(from, from + WINDOW);
    const isLast = from + window.length === paragraph.length;
    let end = 0;
    for (const { index, segment } of SEGMENTER.segment(window)) {
      // What stands last in a window may go on in the next one, which begins with it.
      if (!isLast && index + segment.length === window.length) break;
      end = index + segment.length;
      const words = segment.trimEnd();
      if (words.length < segment.length && words !== '') yield from + index + words.length;
    }
    from += end === 0 ? window.length : end;
  }
}

/** What stands on both sides of a place; null where nothing follows. */
function seamAt(whole: string, paragraph: string, start: number, end: number, language: Language): Seam | null {
  const space = /\s*/y;
  space.lastIndex = end;
  const blank = space.exec(paragraph)?.[0].length ?? 0;
  const next = end + blank;
  if (next === paragraph.length) return null;
  return {
    language,
    left: paragraph.slice(Math.max(start, end - CONTEXT), end).trimStart(),
    whole: end - start <= CONTEXT,
    gap: blank === 0 ? 'none' : LINE_END.test(whole.slice(end, next)) ? 'line' : 'blank',
    right: paragraph.slice(next, next + CONTEXT).trimEnd(),
    last: next + CONTEXT >= paragraph.length,
  };
}
