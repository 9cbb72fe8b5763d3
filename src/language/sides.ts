import { fold } from './fold.ts';
import type { Name } from './name.ts';

/** Another name that may be meant with a name, and how surely: above 0, below 1. */
export interface Relative {
  readonly term: string;
  readonly weight: number;
}

/**
 * How surely one is meant with the other, where both are on one side: "Moscow", "the Kremlin" and "Russia" name one
 * party to the talks; a state's own people act for it, but who asks for a person means that person.
 */
export const METONYM = 0.95;
const SAME_STATE = 0.75;
const STATE_BY_ITS_PEOPLE = 0.45;

/** For the term of each name the terms of its relatives: capitals, governments, states and their people. */
export function findRelatives(
  names: readonly Name[],
  termOf: (id: string) => string,
): ReadonlyMap<string, readonly Relative[]> {
  const bySpelling = new Map<string, Name>();
  for (const name of names) for (const spelling of name.metonyms) bySpelling.set(fold(spelling), name);
  const relatives = new Map<string, Relative[]>();
  for (const name of names) {
    const stands = name.kind === 'place' ? bySpelling.get(fold(name.name.de)) : undefined;
    const speaker = stands ?? name;
    if (speaker.kind === 'person' || speaker.kind === 'medium' || speaker.side === null) continue;
    const own: Relative[] = stands === undefined ? [] : [{ term: termOf(stands.id), weight: METONYM }];
    for (const other of names) {
      if (other === name || other === stands || other.side !== speaker.side) continue;
      if (other.kind === 'medium' || other.kind === 'place') continue;
      own.push({ term: termOf(other.id), weight: other.kind === 'person' ? STATE_BY_ITS_PEOPLE : SAME_STATE });
    }
    relatives.set(termOf(name.id), own);
  }
  return relatives;
}
