import type { Span } from '../span.ts';

const LINE_END = /\r\n|\n|\r/g;

/** The line on which an offset of a text stands, counted from 1; `\n`, `\r\n` and `\r` end a line. */
export function lineAt(text: string, offset: number): number {
  return (text.slice(0, offset).match(LINE_END)?.length ?? 0) + 1;
}

/** The span without the white space at its ends (as `String.prototype.trim` knows it); empty where nothing is left. */
export function trimSpan(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end);
  const start = span.start + (slice.length - slice.trimStart().length);
  return { start, end: start + slice.trim().length };
}

/** Whether a span has no text. */
export function isEmpty(span: Span): boolean {
  return span.start >= span.end;
}
