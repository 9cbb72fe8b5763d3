import { encodeFragment } from './text-fragment.ts';
import type { APIButtonComponent } from 'discord.js';
import type { Quotation } from '../../answer/schemas.ts';
import type { Language } from '../../language/language.ts';
import { messagesIn } from '../../messages/index.ts';
import { dateIn } from '../../messages/dates.ts';
import { writeCustomId } from '../custom-id.ts';
import { actionButton, linkButton, shorten, type Writer } from '../draft.ts';
import { escapeLine, renderQuote } from '../escape.ts';

/** Headings and titles in a citation, shortened: they name the place, they are not quoted. */
const LONGEST_NAME = 120;

/** Who says it, and where it stands: the two lines below a quotation. */
export function citation(quotation: Quotation, locale: Language): string {
  const { citation: texts } = messagesIn(locale);
  const names = [...quotation.source, ...quotation.actor].map((name) => escapeLine(name[locale]));
  const says = names.length === 0 ? texts.articleItself : texts.says([...new Set(names)]);
  const place = [
    quotation.outlet === null ? null : escapeLine(shorten(quotation.outlet, LONGEST_NAME)),
    escapeLine(shorten(quotation.title, LONGEST_NAME)),
    quotation.date === null ? texts.undated : dateIn(quotation.date, locale),
    quotation.section === null ? texts.lead : texts.section(escapeLine(shorten(quotation.section, LONGEST_NAME))),
    texts.paragraph(quotation.paragraph),
  ];
  return `**${says}**\n-# ${place.filter((part) => part !== null).join(' · ')}`;
}

/**
 * Writes a quotation with its citation and its context button; the quotation comes first. Where the marks make it too
 * long it goes without them; where it still does not fit it is left out, never cut, and `false` says so.
 */
export function writeQuotation(writer: Writer, quotation: Quotation, locale: Language): boolean {
  const { start } = quotation.ref;
  const marks = quotation.marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  const cited = citation(quotation, locale);
  const button = actionButton(
    messagesIn(locale).buttons.context,
    writeCustomId({ action: 'context', keys: [quotation.key] }),
  );
  return [marks, []].some((shown) =>
    writer.textWithButton(`${renderQuote(quotation.text, shown)}\n${cited}`, button, quotation.ref),
  );
}

/** Where the quotation can be read: the article itself at the quoted words, or else the first source it names. */
export function sourceButton(quotation: Quotation, locale: Language): APIButtonComponent | undefined {
  const { citation: texts } = messagesIn(locale);
  if (quotation.url !== null) {
    const exact = linkButton(texts.openArticle, quotation.url + encodeFragment(quotation.text));
    return exact ?? linkButton(texts.openArticle, quotation.url);
  }
  const source = quotation.sources.find((each) => each.url !== null);
  return source?.url == null ? undefined : linkButton(texts.source(source.outlet), source.url);
}
