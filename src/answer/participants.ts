import type { z } from 'zod';
import type { Localised } from '../language/language.ts';
import { sliceOf } from '../span.ts';
import type { Participant } from '../statements/participants/participants.ts';
import { resolveEvent } from './events.ts';
import type { Knowledge, Stated } from './knowledge.ts';
import { groupBy, inLanguage, type Row, type RowGroup, toListing } from './listing.ts';
import type { ListedPerson, Listing, participantsParams } from './listing-schemas.ts';
import type { Party } from './parties.ts';
import type { Condition } from './scope.ts';

/** Who took part, as one sentence says it. */
interface Presence {
  readonly stated: Stated;
  readonly person: ListedPerson;
}

/**
 * Who took part in an event, by side, each with the sentence that says so; several whom one sentence names share it.
 * The sides stand in the order in which the articles name them, those whose side is not known last.
 * @throws WortlautError `option.unknown-event`, `option.unknown-party`, `option.ambiguous`.
 */
export function participants(knowledge: Knowledge, params: z.output<typeof participantsParams>): Listing {
  const event = resolveEvent(knowledge, params.event);
  const side =
    params.side === null || params.side.trim() === '' ? null : knowledge.parties.resolve(params.side, 'side');
  const pool = knowledge.stated.filter((stated) => stated.event === event);
  const present = event.articles.flatMap((article) =>
    knowledge.participantsOf(article).flatMap((participant) => presenceOf(participant, pool) ?? []),
  );
  const told = new Set(
    inLanguage(
      present.map(({ stated }) => stated),
      params.locale,
    ),
  );
  const shown = once(present.filter(({ stated }) => told.has(stated)));
  const scope = [
    eventCondition(event.id, event.title),
    ...(side === null ? [] : [sideCondition(knowledge, side, shown)]),
  ];
  const chosen = side === null ? shown : shown.filter(({ person }) => belongs(knowledge, person, side));
  const groups = [...groupBy(chosen, ({ person }) => person.side)]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([code, own]): RowGroup => ({ heading: nameOf(knowledge, code), side: code, rows: rowsOf(own) }));
  return toListing(knowledge, { command: 'participants', ...params, scope, pool }, groups);
}

function presenceOf({ id, name, side, office, part, sentence }: Participant, pool: readonly Stated[]): Presence | null {
  const stated = pool.find(
    ({ statement }) => statement.sentence.start === sentence.start && statement.sentence.end === sentence.end,
  );
  if (stated === undefined) return null;
  const { text } = stated.entry.article;
  const person = {
    id,
    name: { de: name.de, en: name.en },
    side,
    office: office === null ? null : sliceOf(text, office),
    part,
  };
  return { stated, person };
}

/** Each person once: two articles in one language may both name them. */
const once = (present: readonly Presence[]): Presence[] =>
  [...new Map([...present].reverse().map((presence) => [presence.person.id, presence])).values()].reverse();

function rowsOf(present: readonly Presence[]): Row[] {
  return [...groupBy(present, ({ stated }) => stated)].map(([stated, own]) => ({
    stated,
    people: own.map(({ person }) => person),
  }));
}

const nameOf = ({ parties }: Knowledge, code: string | null): Localised | null =>
  code === null ? null : (parties.headOf(code)?.name ?? { de: code, en: code });

/** Whether somebody is a party or on its side: who asks for the Kremlin's side means Russia's. */
function belongs({ parties }: Knowledge, { id, side }: ListedPerson, party: Party): boolean {
  return id === party.id || (side !== null && side === (party.side ?? parties.sideOf(party)));
}

const eventCondition = (id: string, title: Localised): Condition => ({
  filter: 'event',
  value: id,
  label: title,
  holds: ({ event }) => event.id === id,
  othersOf: () => [],
});

function sideCondition(knowledge: Knowledge, party: Party, present: readonly Presence[]): Condition {
  return {
    filter: 'side',
    value: party.id,
    label: party.name,
    holds: (stated) => present.some((each) => each.stated === stated && belongs(knowledge, each.person, party)),
    othersOf: (stated) =>
      present.flatMap((each) => (each.stated === stated ? (nameOf(knowledge, each.person.side) ?? []) : [])),
  };
}
