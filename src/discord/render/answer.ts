import { ButtonStyle } from 'discord.js';
import type { Answer, Context, Quotation, Quotations } from '../../answer/schemas.ts';
import { LANGUAGES, type Language } from '../../language/language.ts';
import { describeProblem, messagesIn } from '../../messages/index.ts';
import { shorten } from '../../shorten.ts';
import { writeCustomId } from '../custom-id.ts';
import { actionButton, type Draft, Writer } from '../draft.ts';
import { escapeLine, unescapeMarkdown } from '../escape.ts';
import { sourceButton, writeQuotation, writeTooLong } from './quotation.ts';

/** For whom a reply is shown, as far as it changes the reply. */
export interface Audience {
  readonly locale: Language;
  /** Whether only the one who asked sees it: then it can be shared, and Discord itself offers to dismiss it. */
  readonly isPrivate: boolean;
  /** Whether sharing leads anywhere: not in a direct message. */
  readonly canShare: boolean;
  /** Who asked: the delete button is theirs. */
  readonly asker: string;
}

/** A question is shown as a reminder, and read back from the message for marking words. */
const LONGEST_ECHO = 200;
/** What is left free for the lines below the quotations. */
const RESERVE = LONGEST_ECHO + 200;
const MISSING_SHOWN = 8;

/** An answer, or an honest abstention. */
export function renderAnswer(answer: Answer, audience: Audience): Draft {
  const { locale } = audience;
  const { answer: texts, buttons } = messagesIn(locale);
  const writer = new Writer();
  if (answer.status === 'abstained') writeAbstention(writer, answer, locale);
  else if (answer.purpose === 'sources') writer.text(`**${texts.sourcesFound}**`);
  const shown = writeAll(writer, answer.status === 'abstained' ? answer.nearest : answer.quotations, locale);
  if (answer.purpose === 'question' && answer.question.trim() !== '') writer.text(echoOf(answer.question, locale));

  const rest = [...keysBeside(answer.quotations, shown), ...answer.more];
  if (rest.length > 0) writer.button(actionButton(buttons.more, writeCustomId({ action: 'more', keys: rest })));
  if (answer.status === 'answered') writeSharing(writer, shown, audience);
  const link = shown[0] === undefined || answer.status === 'abstained' ? undefined : sourceButton(shown[0], locale);
  if (link !== undefined) writer.button(link);
  if (!audience.isPrivate) writeDelete(writer, audience);
  return writer.draft();
}

function writeAbstention(writer: Writer, answer: Answer, locale: Language): void {
  const { answer: texts } = messagesIn(locale);
  if (answer.purpose === 'sources' && !answer.searchable) {
    writer.text(describeProblem({ id: 'message.nothing-to-search', facts: {} }, locale));
    return;
  }
  const lines = [`**${answer.purpose === 'sources' ? texts.noSources : texts.abstained}**`];
  if (!answer.searchable) lines.push(`${texts.nothingToSearch} ${texts.tryHelp}`);
  const missing = answer.missing.slice(0, MISSING_SHOWN).map((word) => escapeLine(shorten(word, LONGEST_ECHO / 4)));
  if (missing.length > 0) lines.push(texts.missing(missing));
  lines.push(`-# ${texts.extent(answer.extent.articles, answer.extent.newest)}`);
  writer.text(lines.join('\n'));
  if (answer.nearest.length === 0) return;
  writer.separator();
  writer.text(`*${texts.nearest}*`);
}

/**
 * Writes as many quotations as fit; those that were dealt with are returned. One that would not even fit alone is
 * named instead, or a button for more would lead to it for ever.
 */
function writeAll(writer: Writer, quotations: readonly Quotation[], locale: Language): Quotation[] {
  const written: Quotation[] = [];
  for (const quotation of quotations) {
    if (written.length === 0) {
      if (!writeQuotation(writer, quotation, locale)) writeTooLong(writer, quotation, locale);
      written.push(quotation);
    } else if (writer.fits(quotation.text, RESERVE * 2)) {
      if (writeQuotation(writer, quotation, locale, { separated: true })) written.push(quotation);
    }
  }
  return written;
}

const keysBeside = (all: readonly Quotation[], shown: readonly Quotation[]): string[] =>
  all.filter((quotation) => !shown.includes(quotation)).map((quotation) => quotation.key);

/** A private reply can be shared with the channel. */
function writeSharing(writer: Writer, shown: readonly Quotation[], audience: Audience): void {
  if (!audience.isPrivate || !audience.canShare || shown.length === 0) return;
  const keys = shown.map((quotation) => quotation.key);
  writer.button(actionButton(messagesIn(audience.locale).buttons.share, writeCustomId({ action: 'share', keys })));
}

/** A public reply can be deleted by who asked. */
export function writeDelete(writer: Writer, { locale, asker }: Audience): void {
  const customId = writeCustomId({ action: 'delete', asker });
  writer.button(actionButton(messagesIn(locale).buttons.delete, customId, ButtonStyle.Danger));
}

const ECHO = '-# ';
const echoOf = (question: string, locale: Language): string =>
  ECHO + messagesIn(locale).answer.asked(escapeLine(shorten(question.replace(/\s+/gu, ' ').trim(), LONGEST_ECHO)));

/** The question that a reply of ours shows, or null: read back for buttons, which cannot carry it. */
export function readEcho(texts: readonly string[]): string | null {
  for (const locale of LANGUAGES) {
    const prefix = ECHO + messagesIn(locale).answer.asked('');
    // The echo is a text of its own; a citation that begins alike stands below its quotation.
    const echo = texts.find((text) => text.startsWith(prefix) && !text.includes('\n'));
    if (echo !== undefined) return unescapeMarkdown(echo.slice(prefix.length));
  }
  return null;
}

/** Further quotations that a button asked for: up to `shown` of the keys, the rest behind another button. */
export function renderMore(
  found: Quotations,
  rest: readonly string[],
  question: string | null,
  audience: Audience,
): Draft {
  const { locale } = audience;
  const { answer: texts, buttons } = messagesIn(locale);
  const writer = new Writer();
  writer.text(`**${texts.furtherPassages}**`);
  const shown = writeAll(writer, found.quotations, locale);
  if (found.outdated > 0) writer.text(`-# ${texts.outdated(found.outdated)}`);
  if (question !== null) writer.text(echoOf(question, locale));
  const left = [...keysBeside(found.quotations, shown), ...rest];
  if (left.length > 0) writer.button(actionButton(buttons.more, writeCustomId({ action: 'more', keys: left })));
  writeSharing(writer, shown, audience);
  return writer.draft();
}

/** Quotations that somebody shares with the channel. */
export function renderShared(found: Quotations, question: string | null, by: string, audience: Audience): Draft {
  const writer = new Writer();
  const shown = writeAll(writer, found.quotations, audience.locale);
  const { answer: texts } = messagesIn(audience.locale);
  if (question !== null) writer.text(echoOf(question, audience.locale));
  writer.text(`-# ${texts.sharedBy(escapeLine(by))}`);
  const link = shown[0] === undefined ? undefined : sourceButton(shown[0], audience.locale);
  if (link !== undefined) writer.button(link);
  writeDelete(writer, audience);
  return writer.draft();
}

/** A quotation in its context; neighbours that do not fit are left out, the passage itself comes first to be kept. */
export function renderContext(found: Context, locale: Language): Draft {
  const writer = new Writer();
  writer.text(`**${messagesIn(locale).answer.context}**`);
  const own = found.passages[found.at];
  const ownLength = own === undefined ? 0 : own.text.length * 2 + RESERVE;
  for (const [at, passage] of found.passages.entries()) {
    if (at < found.at && !writer.fits(passage.text, ownLength + RESERVE)) continue;
    if (at > found.at && !writer.fits(passage.text, RESERVE)) continue;
    if (!writeQuotation(writer, passage, locale) && at === found.at) writeTooLong(writer, passage, locale);
  }
  return writer.draft();
}
