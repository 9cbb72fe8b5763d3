import type { Group, Line, Listing } from '../answer/listing-schemas.ts';
import type { Answer, ArticleCard, Quotation } from '../answer/schemas.ts';
import type { Reply } from '../command/contract.ts';
import type { Language } from '../language/language.ts';

/** A quotation as the command line prints it in JSON. `text` is the slice `start..end` of the article's file. */
export interface QuoteLine {
  readonly text: string;
  readonly article: string;
  readonly event: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly section: string | null;
  /** Counted from 1 within the section. */
  readonly paragraph: number;
  /** UTF-16 code units of the article's whole text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Whose words they are: only where they are a source's is there one in `source`. */
  readonly voice: Quotation['voice'];
  readonly source: readonly string[];
  readonly actor: readonly string[];
  readonly statement: Quotation['statement'];
}

/** An answer as the command line prints it in JSON. */
export interface ResultLine {
  readonly status: 'answered' | 'abstained';
  readonly quotes: readonly QuoteLine[];
  readonly missing: readonly string[];
  /** What commands other than questions came to. */
  readonly details?: Exclude<Reply, Answer | Listing> | ListingDetails;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** A result before anybody looks at the clock. */
type Result = Omit<ResultLine, 'ms'>;

/** A listing without its quotations: `quotes` are their places in the line's own `quotes`, counted from 0. */
export interface ListingDetails extends Omit<Listing, 'groups'> {
  readonly groups: readonly (Omit<Group, 'lines'> & {
    readonly lines: readonly (Omit<Line, 'quotation'> & { readonly quote: number })[];
  })[];
}

function toQuoteLine(quotation: Quotation, locale: Language): QuoteLine {
  return {
    text: quotation.text,
    article: quotation.ref.article,
    event: quotation.event,
    title: quotation.title,
    outlet: quotation.outlet,
    date: quotation.date,
    section: quotation.section,
    paragraph: quotation.paragraph,
    start: quotation.ref.start,
    end: quotation.ref.end,
    voice: quotation.voice,
    source: quotation.source.map((name) => name[locale]),
    actor: quotation.actor.map((name) => name[locale]),
    statement: quotation.statement,
  };
}

/**
 * What any command came to, in the one form that JSON lines have: answers with quotations, others with what they quote.
 * @param started When it began, as `performance.now()` told.
 */
export function toResultLine(reply: Reply, locale: Language, started: number): ResultLine {
  const microseconds = Math.round((performance.now() - started) * 1000);
  return { ...resultOf(reply, locale), ms: microseconds / 1000 };
}

function resultOf(reply: Reply, locale: Language): Result {
  switch (reply.kind) {
    case 'answer':
      return answerLine(reply, locale);
    case 'listing':
      return listingLine(reply, locale);
    case 'article':
      return articleLine(reply, locale);
    case 'about':
    case 'help':
    case 'report':
      return { status: 'answered', quotes: [], missing: [], details: reply };
  }
}

const answerLine = (answer: Answer, locale: Language): Result => ({
  status: answer.status,
  quotes: answer.quotations.map((quotation) => toQuoteLine(quotation, locale)),
  missing: answer.missing,
});

const articleLine = (card: ArticleCard, locale: Language): Result => ({
  status: 'answered',
  quotes: card.opening === null ? [] : [toQuoteLine(card.opening, locale)],
  missing: [],
  details: card,
});

function listingLine(listing: Listing, locale: Language): Result {
  const quotes: QuoteLine[] = [];
  const groups = listing.groups.map(({ lines, ...group }) => ({
    ...group,
    lines: lines.map(({ quotation, ...line }) => ({ ...line, quote: quotes.push(toQuoteLine(quotation, locale)) - 1 })),
  }));
  const status = listing.total === 0 ? 'abstained' : 'answered';
  return { status, quotes, missing: [], details: { ...listing, groups } };
}
