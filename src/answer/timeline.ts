import type { z } from 'zod';
import { WortlautError } from '../errors.ts';
import type { Knowledge, Stated } from './knowledge.ts';
import { compareDates, groupBy, inLanguage, type RowGroup, toListing } from './listing.ts';
import type { Listing, timelineParams } from './listing-schemas.ts';
import { readScope, speakersOf, within } from './scope.ts';

/** Which act of an event tells most of it: results before positions, positions before mere reports. */
const TELLING: readonly Stated['statement']['status'][] = [
  'agreed',
  'not_agreed',
  'implemented',
  'ordered',
  'accepted',
  'rejected',
  'announced',
  'threatened',
  'violated',
  'demanded',
  'proposed',
  'claimed',
  'background',
];

/**
 * What happened when, oldest first: each event with the sentence that tells most of it, on the topic where one is asked
 * for. Events that no article dates are counted and left out.
 * @throws WortlautError as `readScope` does, and `timeline.undated` where nothing else is left.
 */
export function timeline(knowledge: Knowledge, params: z.output<typeof timelineParams>): Listing {
  const scope = readScope(knowledge, params, 'acts or says');
  const topic = scope.find(({ filter }) => filter === 'topic')?.value ?? null;
  const byEvent = groupBy(inLanguage(within(knowledge.stated, scope), params.locale), ({ event }) => event);
  const dated = [...byEvent].filter(([{ date }]) => date !== null);
  const undated = byEvent.size - dated.length;
  if (dated.length === 0 && undated > 0) throw new WortlautError('timeline.undated', { count: undated });
  const groups = dated
    .sort(([a], [b]) => compareDates(a.date, b.date))
    .map(([event, stated]): RowGroup => {
      const best = mostTelling(stated, topic);
      return { heading: event.title, date: event.date, side: sideOf(knowledge, best), rows: [{ stated: best }] };
    });
  return toListing(knowledge, { command: 'timeline', ...params, scope, pool: knowledge.stated, undated }, groups);
}

/** Without a topic the article's lead tells what happened; on a topic, the sentences that are most about it. */
function mostTelling(stated: readonly Stated[], topic: string | null): Stated {
  const isCentral = ({ entry, topics }: Stated): boolean =>
    topic === null ? entry.section.heading === null : topics[0] === topic;
  const rankOf = (each: Stated): number =>
    TELLING.indexOf(each.statement.status) + (isCentral(each) ? 0 : TELLING.length);
  return stated.reduce((best, each) => (rankOf(each) < rankOf(best) ? each : best));
}

/** The side of the first whose side is known. */
function sideOf({ parties }: Knowledge, stated: Stated): string | null {
  return speakersOf(stated, 'acts or says').flatMap((speaker) => parties.sideOf(speaker) ?? [])[0] ?? null;
}
