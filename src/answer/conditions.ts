import type { z } from 'zod';
import type { Knowledge, Stated } from './knowledge.ts';
import { groupBy, inLanguage, newestFirst, type RowGroup, toListing } from './listing.ts';
import { CONDITION_STATUSES, type conditionsParams, type Listing } from './listing-schemas.ts';
import type { Party } from './parties.ts';
import { readScope, speakersOf, within } from './scope.ts';

const STATUSES: ReadonlySet<string> = new Set(CONDITION_STATUSES);

/**
 * Who demands, proposes, rejects or threatens what, by side: the one with most of it first, those of no known side last.
 * @throws WortlautError as `readScope` does.
 */
export function conditions(knowledge: Knowledge, params: z.output<typeof conditionsParams>): Listing {
  const scope = readScope(knowledge, params, 'acts');
  const pool = knowledge.stated.filter(({ statement }) => STATUSES.has(statement.status));
  const stated = newestFirst(inLanguage(within(pool, scope), params.locale));
  const asked = scope.find(({ filter }) => filter === 'by')?.value;
  const sides = new Map<string | null, Party | null>();
  const bySide = groupBy(stated, (each) => {
    const party = partyOf(knowledge, each, asked);
    const key = party?.id ?? null;
    sides.set(key, party);
    return key;
  });
  const groups = [...bySide]
    .sort(([a, own], [b, others]) => Number(a === null) - Number(b === null) || others.length - own.length)
    .map(([id, own]): RowGroup => {
      const party = sides.get(id) ?? null;
      return { heading: party?.name ?? null, side: party?.side ?? null, rows: own.map((each) => ({ stated: each })) };
    });
  return toListing(knowledge, { command: 'conditions', ...params, scope, pool }, groups);
}

/** Under whose name a statement is listed: the one who was asked for, else the side of the first who acts. */
function partyOf({ parties }: Knowledge, stated: Stated, asked: string | undefined): Party | null {
  if (asked !== undefined) return parties.parties.find(({ id }) => id === asked) ?? null;
  for (const speaker of speakersOf(stated, 'acts')) {
    const head = parties.headOf(parties.sideOf(speaker));
    if (head !== null) return head;
  }
  return null;
}
