import type { z } from 'zod';
import { WortlautError } from '../errors.ts';
import { differences } from './differences.ts';
import type { Knowledge, Stated } from './knowledge.ts';
import { groupBy, inLanguage, newestFirst, type Row, type RowGroup, toListing } from './listing.ts';
import type { compareParams, Line, Listing } from './listing-schemas.ts';
import type { Party, PartyBook } from './parties.ts';
import { type Condition, topicCondition, within } from './scope.ts';

/**
 * What two sides say on one topic, event by event: first the events on which both speak, with the numbers and nouns
 * marked that only one of them uses there; then the others, newest first.
 * @throws WortlautError `option.unknown-topic`, `option.unknown-party`, `option.ambiguous`, `compare.same-side`.
 */
export function compare(knowledge: Knowledge, params: z.output<typeof compareParams>): Listing {
  const { parties } = knowledge;
  const topic = topicCondition(knowledge, params.topic);
  const [a, b] = [parties.resolve(params.a, 'a'), parties.resolve(params.b, 'b')];
  if (parties.includes(a, b) || parties.includes(b, a)) {
    throw new WortlautError('compare.same-side', { a: a.name, b: b.name });
  }
  const pool = knowledge.stated.filter(({ statement }) => statement.status !== 'background');
  const said = newestFirst(inLanguage(within(pool, [topic]), params.locale)).flatMap((stated): SidedRow[] => {
    const side = sideOf(parties, stated, a, b);
    return side === null ? [] : [{ stated, side }];
  });
  const groups = [...groupBy(said, ({ stated }) => stated.event)].map(([event, rows]) => ({
    heading: event.title,
    date: event.date,
    rows: marked(knowledge, rows),
  }));
  const isShared = ({ rows }: RowGroup): boolean => new Set(rows.map(({ side }) => side)).size > 1;
  const ordered = [...groups.filter(isShared), ...groups.filter((group) => !isShared(group))];
  const scope = [topic, speaker('a', a, parties), speaker('b', b, parties)];
  const silent = (['a', 'b'] as const).filter((side) => !said.some((row) => row.side === side));
  return toListing(knowledge, { command: 'compare', ...params, scope, pool, silent }, ordered);
}

interface SidedRow extends Row {
  readonly side: NonNullable<Line['side']>;
}

/** Whose words a statement has; where both speak together, neither says it against the other. */
function sideOf(parties: PartyBook, stated: Stated, a: Party, b: Party): SidedRow['side'] | null {
  const isOf = (party: Party): boolean => saidBy(parties, stated, party);
  if (isOf(a) === isOf(b)) return null;
  return isOf(a) ? 'a' : 'b';
}

/** Whether a party says a statement, or, where the article itself tells it, is the one who acts. */
function saidBy(parties: PartyBook, { statement: { attribution } }: Stated, party: Party): boolean {
  const { source, actor } = attribution;
  return (source.length > 0 ? source : actor).some((speaker) => parties.includes(party, speaker));
}

/** One side's sentences on an event first, then the other's, each with what the other does not say. */
function marked(knowledge: Knowledge, rows: readonly SidedRow[]): SidedRow[] {
  const of = (side: SidedRow['side']): SidedRow[] => rows.filter((row) => row.side === side);
  const [a, b] = [of('a'), of('b')];
  const mark = (own: SidedRow[], other: SidedRow[]): SidedRow[] =>
    other.length === 0
      ? own
      : own.map((row) => ({
          ...row,
          marks: differences(
            knowledge,
            row.stated,
            other.map(({ stated }) => stated),
          ),
        }));
  return [...mark(a, b), ...mark(b, a)];
}

function speaker(filter: 'a' | 'b', party: Party, parties: PartyBook): Condition {
  return {
    filter,
    value: party.id,
    label: party.name,
    holds: (stated) => saidBy(parties, stated, party),
    othersOf: ({ statement: { attribution } }) =>
      attribution.source.flatMap((each) => parties.headOf(parties.sideOf(each))?.name ?? []),
  };
}
