import type { Article } from '../corpus/article.ts';

/** From when to when; either end may be open. Dates are `2025`, `2025-03` or `2025-03-18`; both ends are included. */
export interface Period {
  readonly since: string | null;
  readonly until: string | null;
}

/** What people may narrow a question to. */
export interface Filter extends Period {
  /** An outlet's name or an article's id. */
  readonly source: string | null;
}

/** Whether a date may lie in a period: what is only dated to a month may be of any day in it. */
export function isWithin(date: string | null, { since, until }: Period): boolean {
  if (date === null) return since === null && until === null;
  if (since !== null && date.slice(0, since.length) < since.slice(0, date.length)) return false;
  return until === null || date.slice(0, until.length) <= until.slice(0, date.length);
}

/** Whether an article is one that a question was narrowed to. */
export function passes({ outlet, id, date }: Article, filter: Filter): boolean {
  return (filter.source === null || filter.source === outlet || filter.source === id) && isWithin(date, filter);
}
