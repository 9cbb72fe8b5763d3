import type { z } from 'zod';
import type { Knowledge } from './knowledge.ts';
import { groupBy, inLanguage, newestFirst, type RowGroup, toListing } from './listing.ts';
import { type Listing, TERM_STATUSES, type termsParams } from './listing-schemas.ts';
import { readScope, within } from './scope.ts';

const STATUSES: ReadonlySet<string> = new Set(TERM_STATUSES);

/**
 * What was agreed, accepted, announced, ordered and carried out, and what was explicitly not agreed, by topic.
 * @throws WortlautError as `readScope` does.
 */
export function terms(knowledge: Knowledge, params: z.output<typeof termsParams>): Listing {
  const scope = readScope(knowledge, params, 'acts or says');
  const pool = knowledge.stated.filter(({ statement }) => STATUSES.has(statement.status));
  const stated = newestFirst(inLanguage(within(pool, scope), params.locale));
  const asked = scope.find(({ filter }) => filter === 'topic')?.value;
  // Who asks for a topic gets it as the heading, also where a sentence has a more central one.
  const byTopic = groupBy(stated, ({ topics }) => asked ?? topics[0] ?? null);
  const groups: RowGroup[] = knowledge.topics.flatMap(({ id, name }) => {
    const own = byTopic.get(id);
    return own === undefined ? [] : [{ heading: name, rows: own.map((each) => ({ stated: each })) }];
  });
  const others = byTopic.get(null) ?? [];
  if (others.length > 0) groups.push({ heading: null, rows: others.map((each) => ({ stated: each })) });
  return toListing(knowledge, { command: 'terms', ...params, scope, pool }, groups);
}
