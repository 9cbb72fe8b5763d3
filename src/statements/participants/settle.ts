import type { Localised } from '../../language/language.ts';
import { PARTS, type Part, type Role } from '../../language/part-cues.ts';
import type { Span } from '../../span.ts';
import type { Somebody } from './names.ts';

/** Somebody who took part in what an article tells. Spans are in the article's text. */
export interface Participant {
  /** A name's id in the lexicon, or made from the words of the text: `person:jane-doe`. */
  readonly id: string;
  readonly name: Localised;
  readonly kind: 'person' | 'institution' | 'country' | 'group';
  /** The side of the lexicon's name, or of the country that the article gives them; null where neither tells. */
  readonly side: string | null;
  /** As the article writes it: `ukrainischer Verteidigungsminister`. */
  readonly office: Span | null;
  readonly part: Part;
  /** The sentence that says so. */
  readonly sentence: Span;
}

/** What one cue says of somebody; the whole article decides whether it holds. */
export interface Claim {
  readonly somebody: Somebody;
  readonly part: Part;
  readonly sentence: Span;
  readonly role: Role;
  /** Whether it says that they were there for a side, as part of its delegation. */
  readonly isOfSide: boolean;
}

/** Parts of those who negotiate themselves: a head of state or government in one of them is a principal. */
export const NEGOTIATING: ReadonlySet<Part> = new Set<Part>(['delegation_lead', 'delegate', 'envoy', 'signatory']);

/** Parts in which two heads deal with each other, or one acts alone: a delegation has no place beside them. */
const WITHOUT_DELEGATIONS: ReadonlySet<Part> = new Set<Part>(['principal', 'announcer']);

/** Parts in which somebody acts for their side. */
const ACTING: ReadonlySet<Part> = new Set<Part>([...NEGOTIATING, 'principal', 'announcer']);

/** Parts that tell of no place at the table. */
const APART: ReadonlySet<Part> = new Set<Part>(['announcer', 'spokesperson']);

/** Sides that a collective name of the lexicon stands for, by the name's id. */
export type Collectives = Readonly<Record<string, readonly string[]>>;

/** Everybody once with their strongest part, by id, as far as the claims of an article hold together. */
export function settle(claims: readonly Claim[], collectives: Collectives): readonly Participant[] {
  const all = strongest(claims.filter(({ role }) => !role.answers && role.bearer === undefined));
  admit(all, claims.filter(answersDeclaration(all)));
  for (const claim of claims.filter(bearsOfficeHere(all))) {
    all.delete(claim.somebody.id);
    admit(all, [claim]);
  }
  return [...all.values()]
    .filter((one) => !isRepresented(one, all, collectives))
    .map((one) => (receivesOneSide(one, all, claims) ? { ...one, part: 'principal' as const } : one))
    .map((one) => (isLed(one, all) || isOfDelegation(one, claims) ? { ...one, part: 'delegate' as const } : one));
}

function strongest(claims: readonly Claim[]): Map<string, Participant> {
  const all = new Map<string, Participant>();
  admit(all, claims);
  return all;
}

function admit(all: Map<string, Participant>, claims: readonly Claim[]): void {
  for (const { somebody, part, sentence } of claims) {
    const { id, name, kind, side, office } = somebody;
    const known = all.get(id);
    if (known !== undefined && PARTS.indexOf(known.part) <= PARTS.indexOf(part)) continue;
    all.set(id, { id, name, kind, side: side ?? known?.side ?? null, office, part, sentence });
  }
}

/** Whether a claim is the answer of another side's head to what somebody announced. */
const answersDeclaration =
  (all: ReadonlyMap<string, Participant>) =>
  ({ role, somebody }: Claim): boolean => {
    const announcers = [...all.values()].filter(({ part }) => part === 'announcer');
    const isOther = announcers.length > 0 && announcers.every(({ side }) => side !== somebody.side);
    return role.answers && somebody.isHead && isOther;
  };

/**
 * Whether a claim by office says what somebody was here: `the chief negotiator` is one, whatever the verb, but only
 * comments where two presidents talk, and remains the mediator whom another cue makes of them.
 */
const bearsOfficeHere = (all: ReadonlyMap<string, Participant>): ((claim: Claim) => boolean) => {
  const isOfDelegations = all.size === 0 || [...all.values()].some(({ part }) => !WITHOUT_DELEGATIONS.has(part));
  return ({ role, somebody }) => {
    if (role.bearer === undefined) return false;
    const known = all.get(somebody.id);
    return known === undefined ? isOfDelegations : NEGOTIATING.has(known.part);
  };
};

/** Whether somebody of a country's or an institution's side is named, who took part for it. */
function isRepresented(
  { id, kind, part, side }: Participant,
  all: ReadonlyMap<string, Participant>,
  collectives: Collectives,
): boolean {
  if (kind === 'person' || !NEGOTIATING.has(part) || side === null) return false;
  const members = collectives[id];
  return [...all.values()].some((other) => {
    if (!ACTING.has(other.part)) return false;
    if (members !== undefined) return other.id !== id && other.side !== null && members.includes(other.side);
    return other.kind === 'person' && other.side === side;
  });
}

/** Whether a head of state or government hosts one other side, whose head came: then the two negotiate. */
function receivesOneSide(
  { id, part, side }: Participant,
  all: ReadonlyMap<string, Participant>,
  claims: readonly Claim[],
): boolean {
  const isHead = claims.some(({ somebody }) => somebody.id === id && somebody.isHead);
  if (part !== 'host' || !isHead) return false;
  const guests = [...all.values()].filter((other) => other.side !== side && !APART.has(other.part));
  const isOneSide = new Set(guests.map((guest) => guest.side ?? guest.id)).size === 1;
  return isOneSide && guests.some((guest) => guest.part === 'principal');
}

/** Whether an envoy belongs to a delegation that another one leads. */
function isLed({ part, side }: Participant, all: ReadonlyMap<string, Participant>): boolean {
  const isOwnLead = (other: Participant): boolean => other.side === side && other.part === 'delegation_lead';
  return part === 'envoy' && side !== null && [...all.values()].some(isOwnLead);
}

/** Whether another sentence counts an envoy among a side's delegates. */
const isOfDelegation = ({ id, part }: Participant, claims: readonly Claim[]): boolean =>
  part === 'envoy' &&
  claims.some(({ somebody, part, isOfSide }) => somebody.id === id && part === 'delegate' && isOfSide);

/** The sides that sat at the table; only their spokespeople count. */
export const sidesOf = (participants: readonly Participant[]): ReadonlySet<string | null> =>
  new Set(participants.flatMap(({ side, part }) => (APART.has(part) ? [] : [side])));
