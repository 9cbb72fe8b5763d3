import type { Group, Line, Listing } from '../../answer/listing-schemas.ts';
import type { Quotation } from '../../answer/schemas.ts';
import type { Language, Localised } from '../../language/language.ts';
import { dateIn } from '../../messages/dates.ts';
import { messagesIn } from '../../messages/index.ts';
import { describeFilter, describePerson, headingOf, titleOf } from '../../messages/listing.ts';
import { describeTimeline } from '../../picture/describe.ts';
import { drawTimeline, type TimelineEntry } from '../../picture/timeline.ts';
import { shorten } from '../../shorten.ts';
import { writeCustomId } from '../custom-id.ts';
import { actionButton, type Draft, Writer } from '../draft.ts';
import { escapeLine } from '../escape.ts';
import { type Audience, writeDelete } from './answer.ts';
import { writeQuotation, writeTooLong } from './quotation.ts';

const LONGEST_NAME = 120;
/** What is left free for the lines below the quotations, in characters. */
const RESERVE = 300;
/** A citation below a quotation, in characters: names and headings in it are shortened to 120. */
const CITATION = 400;

/**
 * A part of a listing: as many of its lines as fit, the rest behind a button.
 * @param sharedBy Who shares it with the channel, or null.
 */
export function renderListing(listing: Listing, audience: Audience, sharedBy: string | null = null): Draft {
  const { locale } = audience;
  const { listing: texts, answer, buttons } = messagesIn(locale);
  const writer = new Writer();
  writeHead(writer, listing, locale);
  const shown = writeGroups(writer, listing, locale);
  const next = listing.from + shown.length;
  const notes = [
    ...silences(listing, locale),
    ...(listing.undated > 0 ? [texts.undated(listing.undated)] : []),
    listing.total === 0
      ? answer.extent(listing.extent.articles, listing.extent.newest)
      : texts.range(listing.from + 1, next, listing.total),
    ...(sharedBy === null ? [] : [answer.sharedBy(escapeLine(sharedBy))]),
  ];
  writer.text(notes.map((note) => `-# ${note}`).join('\n'));
  if (shown.length > 0 && next < listing.total) {
    const customId = writeCustomId({ action: 'page', key: listing.key, from: next });
    writer.button(actionButton(texts.further, customId));
  }
  if (audience.isPrivate && audience.canShare && shown.length > 0) {
    const customId = writeCustomId({ action: 'publish', key: listing.key, from: listing.from });
    writer.button(actionButton(buttons.share, customId));
  }
  if (!audience.isPrivate) writeDelete(writer, audience);
  if (listing.command === 'timeline' && shown.length > 0) illustrate(writer, shown, locale);
  return writer.draft();
}

/** What is listed, and by which options; where there is nothing, what there would be instead. */
function writeHead(writer: Writer, listing: Listing, locale: Language): void {
  const { filters, total, instead } = listing;
  const { listing: texts } = messagesIn(locale);
  const line = (text: string): string => escapeLine(shorten(text, LONGEST_NAME));
  const narrowed = filters.map(
    ({ filter, label }) => `${texts.filters[filter]}: ${line(describeFilter(filter, label, locale))}`,
  );
  const lines = [`## ${line(titleOf(listing, locale))}`];
  if (narrowed.length > 0) lines.push(`-# ${narrowed.join(' · ')}`);
  if (total === 0) lines.push(`**${texts.nothing}**`);
  writer.text(lines.join('\n'));
  for (const { filter, labels } of instead) {
    const names = labels.map((label) => line(describeFilter(filter, label, locale)));
    const offer = `${texts.instead(texts.filters[filter])}: ${names.join(' · ')}`;
    if (writer.fits(offer, RESERVE)) writer.text(offer);
  }
}

function silences({ silent, filters }: Listing, locale: Language): string[] {
  return silent.flatMap((side) => {
    const name = filters.find(({ filter }) => filter === side)?.label[locale];
    return name === undefined ? [] : [messagesIn(locale).listing.silent(escapeLine(shorten(name, LONGEST_NAME)))];
  });
}

interface Shown {
  readonly group: Group;
  readonly line: Line;
}

/** Writes lines while they fit, and returns those that were dealt with; the first one is named where it is too long. */
function writeGroups(writer: Writer, listing: Listing, locale: Language): Shown[] {
  const shown: Shown[] = [];
  const keys = new Set<string>();
  for (const group of listing.groups) {
    for (const [at, line] of group.lines.entries()) {
      const { quotation } = line;
      const above = [...(at === 0 ? [headingLine(group, listing, locale)] : []), ...labelsOf(line, listing, locale)];
      if (listing.command === 'participants' && isSame(quotation, shown.at(-1)?.line.quotation)) {
        // One sentence often names people of several sides.
        const text = [...above, `-# ${messagesIn(locale).listing.sameSentence}`].join('\n');
        if (!writer.fits(text, RESERVE) || !writer.text(text)) return shown;
        shown.push({ group, line });
        continue;
      }
      const fits = writer.fits([...above, quotation.text].join('\n'), CITATION + RESERVE);
      if (!fits && shown.length > 0) return shown;
      // One id must not stand on two buttons of a message.
      const options = { above, withContext: !keys.has(quotation.key) };
      if (!writeQuotation(writer, quotation, locale, options)) {
        if (shown.length > 0) return shown;
        writeTooLong(writer, quotation, locale);
      }
      keys.add(quotation.key);
      shown.push({ group, line });
    }
  }
  return shown;
}

const isSame = ({ key }: Quotation, above: Quotation | undefined): boolean => key === above?.key;

function headingLine({ heading, date }: Group, { command }: Listing, locale: Language): string {
  const title = heading === null ? messagesIn(locale).listing.others[command] : headingOf(heading, locale);
  const name = escapeLine(shorten(title, LONGEST_NAME));
  return `### ${date === null ? name : `${dateIn(date, locale)} · ${name}`}`;
}

/** Whose words a line has among those compared, or who takes part by it. */
function labelsOf({ side, people }: Line, { filters }: Listing, locale: Language): string[] {
  const compared: Localised | undefined = filters.find(({ filter }) => filter === side)?.label;
  return [
    ...(compared === undefined ? [] : [`**${escapeLine(shorten(headingOf(compared, locale), LONGEST_NAME))}**`]),
    ...people.map((person) => {
      const [name, ...rest] = describePerson(person, locale).map((part) => escapeLine(shorten(part, LONGEST_NAME)));
      return `**${name}** – ${rest.join(' · ')}`;
    }),
  ];
}

/** The picture shows when what happened; who says so stands in the text. */
function illustrate(writer: Writer, shown: readonly Shown[], locale: Language): void {
  const entries = shown.map(({ group }) => entryOf(group, locale));
  writer.picture({
    name: 'timeline.png',
    description: describeTimeline(entries, locale),
    draw: () => drawTimeline(entries, locale),
  });
}

/** An event on the picture by its headline: the status of one of its sentences must not seem to be that of the whole. */
function entryOf({ heading, date }: Group, locale: Language): TimelineEntry {
  return { date: date ?? '', label: heading?.[locale] ?? '', side: null, status: null };
}
