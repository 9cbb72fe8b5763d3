import type { Span } from '../span.ts';

/**
 * Characters to which Discord's Markdown gives a meaning. Each is shown as itself behind a backslash, since Discord
 * drops a backslash before any character that is neither letter, digit nor white space.
 */
const MEANINGFUL: readonly RegExp[] = [
  // Emphasis, code, spoilers, links, mentions; and the backslash itself.
  /[\\*_~`|[\]<@]/g,
  // `://` makes a link, `:smile:` an emoji; other colons are plain.
  /:(?=\/\/|[\w+~-]+:)/g,
  // Headings, lists, small text and block quotes count only at the start of a line; of `1.` the full stop is escaped.
  /(?<=^[ \t]*)[#>+-]/gm,
  /(?<=^[ \t]*\d+)[.)]/gm,
];

const MARK = '**';
const QUOTE = '> ';
/** Between two marked words only this stands, or nothing: they read better as one mark. */
const JOINT = /^[ \u00A0-]?$/;

function meaningfulIn(text: string): Set<number> {
  return new Set(MEANINGFUL.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.index)));
}

/** A text so that Discord shows it as it is; {@link unescapeMarkdown} undoes it, for every text. */
export function escapeMarkdown(text: string): string {
  return escapeMarked(text, []);
}

/** A text on one line, for headings and citations: white space of every kind becomes one blank. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim());
}

function escapeMarked(text: string, marks: readonly Span[]): string {
  const meaningful = meaningfulIn(text);
  const starts = new Set(marks.map((mark) => mark.start));
  const ends = new Set(marks.map((mark) => mark.end));
  let shown = '';
  for (let at = 0; at < text.length; at++) {
    if (ends.has(at)) shown += MARK;
    if (starts.has(at)) shown += MARK;
    if (meaningful.has(at)) shown += '\\';
    shown += text[at];
  }
  return ends.has(text.length) ? shown + MARK : shown;
}

/** Undoes {@link escapeMarkdown}, and takes out the bold marks of {@link renderQuote}. */
export function unescapeMarkdown(shown: string): string {
  return shown.replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_, escaped: string | undefined) => escaped ?? '');
}

/**
 * A quotation as a block quote with marked words in bold.
 * @param marks Ordered, disjoint, relative to `text`.
 */
export function renderQuote(text: string, marks: readonly Span[]): string {
  return escapeMarked(text, joined(text, marks))
    .split('\n')
    .map((line) => QUOTE + line)
    .join('\n');
}

/**
 * The quotations in a shown text, in order, as the text that they claim to be; null for one that is not escaped as
 * {@link escapeMarkdown} does it, since Discord would show something else than that text.
 */
export function readQuotes(shown: string): (string | null)[] {
  const quotes: string[][] = [];
  let inside = false;
  for (const line of shown.split('\n')) {
    if (line.startsWith(QUOTE)) {
      if (!inside) quotes.push([]);
      quotes.at(-1)?.push(line.slice(QUOTE.length));
    }
    inside = line.startsWith(QUOTE);
  }
  return quotes.map((lines) => {
    const quote = lines.join('\n');
    const text = unescapeMarkdown(quote);
    return escapeMarkdown(text) === withoutMarks(quote) ? text : null;
  });
}

const withoutMarks = (shown: string): string =>
  shown.replace(/(\\[^0-9A-Za-z\s])|\*\*/g, (_, escaped: string | undefined) => escaped ?? '');

function joined(text: string, marks: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const mark of marks) {
    const last = result.at(-1);
    if (last !== undefined && JOINT.test(text.slice(last.end, mark.start))) {
      result[result.length - 1] = { start: last.start, end: mark.end };
    } else if (mark.end > mark.start) result.push({ start: mark.start, end: mark.end });
  }
  return result;
}
