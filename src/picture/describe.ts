import type { Language } from '../language/language.ts';
import { shorten } from '../shorten.ts';
import { cleanText } from './clean-text.ts';
import { selectEntries, type TimelineEntry } from './entry.ts';
import { dateWords, furtherWords, sideWords } from './words.ts';

/** In characters: what Discord takes as the description of an attachment. */
export const DESCRIPTION_LIMIT = 1_024;

/** In characters. Names of sides and statuses are shorter; what is longer is none and must not push dates out. */
const LONGEST_DETAIL = 30;

/** What remains of labels at least before sides and statuses are left out, and before the labels are. */
const SHORTEST_LABEL = 20;

interface Spoken {
  readonly date: string;
  readonly label: string;
  readonly details: string;
}

function spokenOf({ date, label, side, statusLabel }: TimelineEntry, locale: Language): Spoken {
  const details = [side === null ? '' : sideWords(side, locale), cleanText(statusLabel ?? '')]
    .filter((detail) => detail !== '')
    .map((detail) => shorten(detail, LONGEST_DETAIL));
  return {
    date: dateWords(date, locale),
    label: cleanText(label) || '…',
    details: details.length === 0 ? '' : ` (${details.join(', ')})`,
  };
}

/** A headline in at most so many characters, whole words where there are several. */
function shortLabel(label: string, limit: number): string {
  if (label.length <= limit) return label;
  return shorten(label, limit).replace(/[\s,;:–—-]+[^\s]*…$/, '…');
}

/** A way to say entries; each is shorter than the one before. */
type Style = (spoken: Spoken) => string;

/** Whole, then with labels of one length that shrinks by and by, then without details, then dates alone. */
function* styles(longest: number): Generator<Style> {
  for (let limit = longest; limit >= SHORTEST_LABEL; limit -= 1)
    yield ({ date, label, details }) => `${date}: ${shortLabel(label, limit)}${details}`;
  yield ({ date, label }) => `${date}: ${shortLabel(label, SHORTEST_LABEL)}`;
  yield ({ date }) => date;
}

/**
 * The timeline in words, the alternative text of its picture: every date that it shows, with as much of each headline
 * as Discord's limit leaves, and how many entries neither of them shows.
 */
export function describeTimeline(entries: readonly TimelineEntry[], locale: Language): string {
  const { shown, further } = selectEntries(entries);
  const spoken = shown.map((entry) => spokenOf(entry, locale));
  const ending = further === 0 ? [] : [furtherWords(further, locale)];
  let text = '';
  for (const style of styles(Math.max(SHORTEST_LABEL, ...spoken.map(({ label }) => label.length)))) {
    text = [...spoken.map(style), ...ending].join('\n');
    if (text.length <= DESCRIPTION_LIMIT) break;
  }
  return text;
}
