/** A date as exact as its source: a year, a month of a year, or a day. */
export interface PartialDate {
  readonly year: number;
  /** From 1. */
  readonly month: number | null;
  readonly day: number | null;
}

/** Years of four digits without a leading zero: `Date.UTC` takes smaller ones for years after 1900. */
const WRITTEN = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The date that `2025`, `2025-03` or `2025-03-18` names; null where there is no such date in the calendar. */
export function readDate(text: string): PartialDate | null {
  const parts = WRITTEN.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [parts[1], parts[2], parts[3]].map((part) => (part === undefined ? null : Number(part)));
  if (year === undefined || year === null || month === undefined || day === undefined) return null;
  const at = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const exists = at.getUTCMonth() + 1 === (month ?? 1) && at.getUTCDate() === (day ?? 1);
  return exists ? { year, month, day } : null;
}

/** The group under which an entry stands: its month, or its year where no month is known, written as a date. */
export function groupOf({ year, month }: PartialDate): string {
  return month === null ? `${year}` : `${year}-${`${month}`.padStart(2, '0')}`;
}

/** First and last of the months, or of the years, that lie between two dates. */
export interface Gap {
  readonly unit: 'month' | 'year';
  /** In UTC. */
  readonly from: Date;
  readonly to: Date;
}

/** What lies wholly between two dates in order; null where the second follows in the same or the next month or year. */
export function gapBetween(before: PartialDate, after: PartialDate): Gap | null {
  if (before.month !== null && after.month !== null) {
    const from = new Date(Date.UTC(before.year, before.month));
    const to = new Date(Date.UTC(after.year, after.month - 2));
    return from > to ? null : { unit: 'month', from, to };
  }
  if (after.year - before.year < 2) return null;
  return { unit: 'year', from: new Date(Date.UTC(before.year + 1, 0)), to: new Date(Date.UTC(after.year - 1, 0)) };
}
