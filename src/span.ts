/**
 * A half-open range `[start, end)` of a text, counted in UTF-16 code units as `String.prototype.slice` counts them.
 * Every place in an article is given this way, always relative to the article's whole, unchanged text.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text that a span names. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
