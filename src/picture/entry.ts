import { readDate } from './partial-date.ts';

/** One event of a timeline. */
export interface TimelineEntry {
  /** `2025`, `2025-03` or `2025-03-18`; anything else is shown as undated. */
  readonly date: string;
  /** A headline in any language; what is too long for three lines is cut with an ellipsis. */
  readonly label: string;
  /** Whose act it is: a country's code (`US`, `RU`, `UA`, `EU`) or an institution's (`NATO`). */
  readonly side: string | null;
  /** The status of a statement (`agreed`, `rejected`, …); one that is not known gets a neutral mark. */
  readonly status: string | null;
  /** The status in the reader's language; without it only the mark tells the status. */
  readonly statusLabel?: string;
}

/** More would be too small to read on a phone, where a picture is as wide as the screen and scrolled. */
export const MAX_ENTRIES = 12;

/** What is shown of a list, oldest first, undated last, and how many entries are left out. */
export interface Selection {
  readonly shown: readonly TimelineEntry[];
  readonly further: number;
}

/** Later than every date. */
const UNDATED = '~';
const sortKey = ({ date }: TimelineEntry): string => (readDate(date) === null ? UNDATED : date);

/** The entries that picture and alternative text show; those of one date keep their order. */
export function selectEntries(entries: readonly TimelineEntry[]): Selection {
  const sorted = [...entries].sort((a, b) => {
    const [first, second] = [sortKey(a), sortKey(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
  return { shown: sorted.slice(0, MAX_ENTRIES), further: Math.max(0, sorted.length - MAX_ENTRIES) };
}
