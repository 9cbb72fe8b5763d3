import { detectLanguage } from '../language/detect.ts';
import type { Language } from '../language/language.ts';
import type { Span } from '../span.ts';
import { sliceOf } from '../span.ts';
import type { Section } from './article.ts';
import { isCalendarDate } from './calendar-date.ts';
import { ArticleFault, excerptOf } from './fault.ts';
import type { Block } from './sections.ts';
import { buildSections } from './sections.ts';
import { lineAt, trimSpan } from './text.ts';

/** A heading fits on one line of a page or a screen; a line that is longer is a paragraph of one line. */
const MAX_HEADING_LENGTH = 100;

/** A title that is taken from the text should fit where Discord shows a title or a choice (100 characters). */
const MAX_TITLE_LENGTH = 80;

/** `date` and what follows it, at the very start: whatever begins with a digit there is meant as a date. */
const DATE_LINE = /^\s*date[ \t]+(?<date>\d\S*)/;

/** Lines with anything but white space, without a line of white space between them. */
const BLOCK = /\S[^\r\n]*(?:(?:\r\n|\n|\r)[^\S\r\n]*\S[^\r\n]*)*/g;

/** How a line ends that is not a heading: with a stop, also within a closing quotation mark or bracket, or half-way. */
const ENDS_LIKE_TEXT = /(?:[.…]["'”“’‘»«›‹)\]]*|[,;:])$/u;

/** What is read from a file without front matter. */
export interface PlainText {
  readonly title: string;
  readonly date: string | null;
  readonly language: Language;
  readonly sections: readonly Section[];
}

/**
 * Reads plain text: an optional `date 2025-03` first, then blocks between blank lines. A short line of its own before
 * a paragraph is a heading; the first one, before any text, is the title.
 *
 * @throws ArticleFault `article.front-matter` where what follows `date` is not a date
 */
export function readPlainText(text: string): PlainText {
  const { date, end } = readDate(text);
  const spans = [...text.slice(end).matchAll(BLOCK)].map(({ index, 0: block }) =>
    trimSpan(text, { start: end + index, end: end + index + block.length }),
  );
  const blocks = classify(text, spans);
  const language = detectLanguage(text.slice(end));
  const sections = buildSections(text, blocks, language);
  return { title: titleOf(text, sections), date, language, sections };
}

function readDate(text: string): { date: string | null; end: number } {
  const match = DATE_LINE.exec(text);
  const date = match?.groups?.['date'];
  if (match === null || date === undefined) return { date: null, end: 0 };
  const end = match[0].length;
  if (isCalendarDate(date)) return { date, end };
  const facts = { field: 'date', expected: 'date', found: excerptOf(date) } as const;
  throw new ArticleFault(lineAt(text, end), 'article.front-matter', facts);
}

/** A short line is a heading before a paragraph; the first of a file also before another short line, as its title. */
function classify(text: string, spans: readonly Span[]): Block[] {
  const short = spans.map((span) => looksLikeHeading(sliceOf(text, span)));
  const last = spans.length - 1;
  return spans.map((span, index) => {
    const leadsOn = index < last && (index === 0 || index + 1 === last || short[index + 1] === false);
    return { kind: short[index] === true && leadsOn ? 'heading' : 'passage', span };
  });
}

function looksLikeHeading(block: string): boolean {
  return block.length <= MAX_HEADING_LENGTH && !/[\r\n]/.test(block) && !ENDS_LIKE_TEXT.test(block);
}

function titleOf(text: string, sections: readonly Section[]): string {
  const [first] = sections;
  const opening = first?.heading ?? first?.passages[0]?.sentences[0];
  return opening === undefined ? '' : shorten(sliceOf(text, opening).replace(/\s+/g, ' '));
}

/** The opening of a text, cut between two words where it is too long for a title. */
function shorten(text: string): string {
  if (text.length <= MAX_TITLE_LENGTH) return text;
  const cut = text.slice(0, MAX_TITLE_LENGTH);
  const words = cut.replace(/\s\S*$/, '');
  // A single endless word is cut at a code point, as half a surrogate pair is no character.
  return `${words.replace(/[\uD800-\uDBFF]$|[\s,;:–-]+$/, '')}…`;
}
