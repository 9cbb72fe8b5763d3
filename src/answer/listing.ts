import type { Language, Localised } from '../language/language.ts';
import { pointsBack } from '../search/reference.ts';
import { type Span, sliceOf } from '../span.ts';
import { extentOf } from './ask.ts';
import type { Knowledge, Stated } from './knowledge.ts';
import type { Group, Line, ListedPerson, Listing, ListingName } from './listing-schemas.ts';
import { writePageKey } from './page-key.ts';
import { areOfOneVoice, quote } from './quote.ts';
import { type Condition, insteadOf } from './scope.ts';
import { isNameable } from './window-key.ts';

/** A line before it is quoted. */
export interface Row {
  readonly stated: Stated;
  readonly side?: Line['side'];
  readonly people?: readonly ListedPerson[];
  /** Words to mark, as places in the article's text; ordered and disjoint. */
  readonly marks?: readonly Span[];
}

/** Lines under one heading, before they are quoted. */
export interface RowGroup {
  readonly heading: Localised | null;
  readonly date?: string | null;
  readonly side?: string | null;
  readonly rows: readonly Row[];
}

/** What was asked for, and which part of it is to be shown. */
export interface ListingQuery {
  readonly command: ListingName;
  readonly locale: Language;
  readonly from: number;
  readonly limit: number;
  /** What the listing is narrowed to, as resolved. */
  readonly scope: readonly Condition[];
  /** Sentences of which `scope` chose; where it chose none, they tell what there is instead. */
  readonly pool: readonly Stated[];
  readonly undated?: number;
  readonly silent?: Listing['silent'];
}

/** Quotes the part of a listing that is to be shown. */
export function toListing(knowledge: Knowledge, query: ListingQuery, groups: readonly RowGroup[]): Listing {
  const { command, scope, from, limit, pool, undated = 0, silent = [] } = query;
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    kind: 'listing',
    command,
    key: writePageKey(knowledge, query),
    filters: scope.map(({ filter, label }) => ({ filter, label })),
    groups: cut(groups, from, from + limit).map((group) => quoteGroup(knowledge, group)),
    from,
    total,
    undated,
    silent,
    instead: total === 0 ? insteadOf(pool, scope) : [],
    extent: extentOf(knowledge),
  };
}

/** Of all lines those from one to another, counted over all groups, half-open; groups without any are left out. */
function cut(groups: readonly RowGroup[], from: number, to: number): RowGroup[] {
  let before = 0;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(Math.max(0, from - before), Math.max(0, to - before));
    before += group.rows.length;
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

function quoteGroup(knowledge: Knowledge, { heading, date = null, side = null, rows }: RowGroup): Group {
  const listed = new Set(rows.map(({ stated }) => stated.statement.sentence.start));
  return { heading, date, side, lines: rows.map((row) => quoteRow(knowledge, row, listed)) };
}

/** @param listed The starts of the sentences that stand in the same group. */
function quoteRow(knowledge: Knowledge, row: Row, listed: ReadonlySet<number>): Line {
  const { stated, side = null, people = [], marks = [] } = row;
  const { entry, at, statement } = stated;
  const quotation = quote(knowledge, entry, { from: firstOf(knowledge, stated, listed), to: at + 1 });
  const shown = { ...quotation, statement: statement.status, marks: marks.map(({ start, end }) => ({ start, end })) };
  return { quotation: shown, side, people: [...people] };
}

/**
 * Where the quotation of a sentence begins: with the one before it where it points back to that, the two have one
 * speaker, and the one before is not listed itself.
 */
function firstOf(knowledge: Knowledge, { entry, at, statement }: Stated, listed: ReadonlySet<number>): number {
  const { article, passage } = entry;
  const before = passage.sentences[at - 1];
  if (before === undefined || listed.has(before.start)) return at;
  const { attribution } = knowledge.statementOf(article, before.start);
  const isSame = areOfOneVoice([attribution, statement.attribution]);
  return isSame && pointsBack(sliceOf(article.text, statement.sentence), article.language) ? at - 1 : at;
}

/**
 * Of an event that is told in both languages only the sentences in the reader's language, where there are any: the
 * other ones say the same again. Sentences that no button could name are left out.
 */
export function inLanguage(stated: readonly Stated[], locale: Language): Stated[] {
  const isOwn = ({ entry }: Stated): boolean => entry.article.language === locale;
  const told = new Set(stated.filter(isOwn).map(({ event }) => event));
  return stated
    .filter((each) => isOwn(each) || !told.has(each.event))
    .filter(({ at }) => isNameable({ from: at, to: at + 1 }));
}

/** Newest event first, undated ones last; within an event in reading order. */
export function newestFirst(stated: readonly Stated[]): Stated[] {
  return [...stated].sort(({ event: a }, { event: b }) =>
    a.date === b.date ? compareIds(a.id, b.id) : compareDates(b.date, a.date),
  );
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Earlier before later, no date before any. */
export const compareDates = (a: string | null, b: string | null): number => (a ?? '').localeCompare(b ?? '');

/** Things in groups by a key, both in order of their first appearance. */
export function groupBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
