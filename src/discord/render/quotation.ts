import type { APIButtonComponent } from 'discord.js';
import type { Quotation } from '../../answer/schemas.ts';
import type { Language } from '../../language/language.ts';
import { whereItStands, whoSays } from '../../messages/citation.ts';
import { messagesIn } from '../../messages/index.ts';
import { shorten } from '../../shorten.ts';
import { writeCustomId } from '../custom-id.ts';
import { actionButton, linkButton, type Writer } from '../draft.ts';
import { escapeLine, renderQuote } from '../escape.ts';
import { withFragment } from './text-fragment.ts';

/** Headings and titles in a citation, shortened: they name the place, they are not quoted. */
const LONGEST_NAME = 120;

/** Who says it, and where it stands: the two lines below a quotation. */
export function citation(quotation: Quotation, locale: Language): string {
  const line = (parts: readonly string[]): string =>
    parts.map((part) => escapeLine(shorten(part, LONGEST_NAME))).join(' · ');
  return `**${line(whoSays(quotation, locale))}**\n-# ${line(whereItStands(quotation, locale))}`;
}

/** How a quotation is written where it does not stand alone. */
export interface WritingOptions {
  /** Lines above it, ready to be shown. */
  readonly above?: readonly string[];
  /** Whether it has its context button: false where a button for the same passage stands in the message already. */
  readonly withContext?: boolean;
  /** Whether a line divides it from what stands above: drawn only where the quotation is written. */
  readonly separated?: boolean;
}

/**
 * Writes a quotation with its citation and its context button; the quotation comes first. Where the marks make it too
 * long it goes without them; where it still does not fit it is left out, never cut, and `false` says so.
 */
export function writeQuotation(
  writer: Writer,
  quotation: Quotation,
  locale: Language,
  { above = [], withContext = true, separated = false }: WritingOptions = {},
): boolean {
  const { start } = quotation.ref;
  const marks = quotation.marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  const cited = citation(quotation, locale);
  const button = actionButton(
    messagesIn(locale).buttons.context,
    writeCustomId({ action: 'context', keys: [quotation.key] }),
  );
  return [marks, []].some((shown) => {
    const text = [...above, renderQuote(quotation.text, shown), cited].join('\n');
    if (!writer.fits(text)) return false;
    if (separated) writer.separator();
    return withContext ? writer.textWithButton(text, button, quotation.ref) : writer.text(text, quotation.ref);
  });
}

/** Names the place of a quotation that is too long for a message. */
export function writeTooLong(writer: Writer, quotation: Quotation, locale: Language): void {
  const where = whereItStands(quotation, locale).map((part) => escapeLine(shorten(part, LONGEST_NAME)));
  writer.text(`${messagesIn(locale).answer.tooLong}\n-# ${where.join(' · ')}`);
}

/** Where the quotation can be read: the article itself at the quoted words, or else the first source it names. */
export function sourceButton(quotation: Quotation, locale: Language): APIButtonComponent | undefined {
  const { citation: texts } = messagesIn(locale);
  if (quotation.url !== null) {
    const exact = linkButton(texts.openArticle, withFragment(quotation.url, quotation.text));
    return exact ?? linkButton(texts.openArticle, quotation.url);
  }
  const source = quotation.sources.find((each) => each.url !== null);
  return source?.url == null ? undefined : linkButton(texts.source(source.outlet), source.url);
}
