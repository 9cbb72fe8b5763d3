import { WortlautError } from '../errors.ts';
import type { Localised } from '../language/language.ts';
import { isWithin } from '../search/filter.ts';
import { resolveEvent } from './events.ts';
import { resolvePeriod } from './filter.ts';
import type { Knowledge, Stated } from './knowledge.ts';
import type { FilterName, Listing } from './listing-schemas.ts';
import type { Party, PartyBook } from './parties.ts';
import { resolveTopic } from './topics.ts';

/** One thing that a listing is narrowed to. */
export interface Condition {
  readonly filter: FilterName;
  /** What names it in options: an id, a status or a date. */
  readonly value: string;
  readonly label: Localised;
  holds(stated: Stated): boolean;
  /** What this could be instead, for a sentence: its topics, its event … */
  othersOf(stated: Stated): readonly Localised[];
}

/** The options by which listings are narrowed, as people typed them. */
export interface ScopeOptions {
  readonly topic?: string | null;
  readonly status?: string | null;
  readonly event?: string | null;
  readonly by?: string | null;
  readonly since?: string | null;
  readonly until?: string | null;
}

/** Whose a statement is: those who act where it tells of an act, or also those who report it. */
export type Role = 'acts' | 'acts or says';

/**
 * What a listing is narrowed to; empty options narrow nothing.
 * @throws WortlautError `option.unknown-topic`, `option.unknown-event`, `option.unknown-party`, `option.invalid-date`,
 * `option.date-order`, `option.ambiguous`, `event.undated`.
 */
export function readScope(knowledge: Knowledge, options: ScopeOptions, role: Role): Condition[] {
  const { topic, status, event, by } = options;
  const scope: Condition[] = [];
  if (isGiven(topic)) scope.push(topicCondition(knowledge, topic));
  if (isGiven(status)) scope.push(statusCondition(status));
  if (isGiven(event)) scope.push(eventCondition(knowledge, event));
  if (isGiven(by)) scope.push(partyCondition(knowledge.parties, knowledge.parties.resolve(by, 'by'), role));
  const period = periodConditions(options);
  const undated = period.length > 0 ? scope.find(({ filter }) => filter === 'event') : undefined;
  if (undated !== undefined && knowledge.events.find(({ id }) => id === undated.value)?.date === null) {
    throw new WortlautError('event.undated', { event: undated.value });
  }
  return [...scope, ...period];
}

const isGiven = (value: string | null | undefined): value is string => value != null && value.trim() !== '';

/** @throws WortlautError `option.unknown-topic`, `option.ambiguous`. */
export function topicCondition(knowledge: Knowledge, value: string): Condition {
  const { id, name } = resolveTopic(knowledge, value);
  const names = new Map(knowledge.topics.map((topic) => [topic.id, topic.name]));
  return {
    filter: 'topic',
    value: id,
    label: name,
    holds: ({ topics }) => topics.includes(id),
    othersOf: ({ topics }) => topics.flatMap((topic) => names.get(topic) ?? []),
  };
}

function statusCondition(status: string): Condition {
  return {
    filter: 'status',
    value: status,
    label: asWritten(status),
    holds: ({ statement }) => statement.status === status,
    othersOf: ({ statement }) => [asWritten(statement.status)],
  };
}

function eventCondition(knowledge: Knowledge, value: string): Condition {
  const { id, title } = resolveEvent(knowledge, value);
  return {
    filter: 'event',
    value: id,
    label: title,
    holds: ({ event }) => event.id === id,
    othersOf: ({ event }) => [event.title],
  };
}

function partyCondition(parties: PartyBook, party: Party, role: Role): Condition {
  return {
    filter: 'by',
    value: party.id,
    label: party.name,
    holds: (stated) => speakersOf(stated, role).some((speaker) => parties.includes(party, speaker)),
    othersOf: (stated) =>
      speakersOf(stated, role).flatMap((speaker) => parties.headOf(parties.sideOf(speaker))?.name ?? []),
  };
}

/** Whose a statement is. Who reports the act of somebody else has not done it. */
export function speakersOf({ statement: { attribution } }: Stated, role: Role) {
  const { actor, source } = attribution;
  if (role === 'acts') return actor.length > 0 ? actor : source;
  return [...actor, ...source];
}

function periodConditions(options: ScopeOptions): Condition[] {
  const { since, until } = resolvePeriod({ since: options.since ?? null, until: options.until ?? null });
  const dateOf = ({ event }: Stated): Localised[] => (event.date === null ? [] : [asWritten(event.date)]);
  const conditions: Condition[] = [];
  if (since !== null) {
    const holds = ({ event }: Stated): boolean => isWithin(event.date, { since, until: null });
    conditions.push({ filter: 'since', value: since, label: asWritten(since), holds, othersOf: dateOf });
  }
  if (until !== null) {
    const holds = ({ event }: Stated): boolean => isWithin(event.date, { since: null, until });
    conditions.push({ filter: 'until', value: until, label: asWritten(until), holds, othersOf: dateOf });
  }
  return conditions;
}

/** What has no name in either language: whoever shows it knows the words. */
const asWritten = (value: string): Localised => ({ de: value, en: value });

/** The sentences that all conditions hold for. */
export const within = (stated: readonly Stated[], scope: readonly Condition[]): Stated[] =>
  stated.filter((each) => scope.every((condition) => condition.holds(each)));

/** Labels that a message has room for. */
const MOST_OTHERS = 12;

/** Where nothing fits all conditions: what each of them could be instead while the others stay. */
export function insteadOf(stated: readonly Stated[], scope: readonly Condition[]): Listing['instead'] {
  return scope.flatMap((condition) => {
    const rest = within(
      stated,
      scope.filter((other) => other !== condition),
    );
    const labels = inOrder(
      condition.filter,
      rest.flatMap((each) => condition.othersOf(each)),
    );
    return labels.length === 0 ? [] : [{ filter: condition.filter, labels: labels.slice(0, MOST_OTHERS) }];
  });
}

/** Dates from the one that is nearest to the period, everything else from what there is most of. */
function inOrder(filter: FilterName, labels: readonly Localised[]): Localised[] {
  const distinct = mostFrequent(labels);
  if (filter === 'since') return distinct.sort((a, b) => b.en.localeCompare(a.en));
  return filter === 'until' ? distinct.sort((a, b) => a.en.localeCompare(b.en)) : distinct;
}

function mostFrequent(labels: readonly Localised[]): Localised[] {
  const counts = new Map<string, { readonly label: Localised; count: number }>();
  for (const label of labels) {
    const known = counts.get(label.en);
    if (known === undefined) counts.set(label.en, { label, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ label }) => label);
}
