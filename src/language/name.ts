import type { Localised } from './language.ts';

export type NameKind = 'person' | 'institution' | 'medium' | 'place' | 'country';

/** A person, institution, medium, place or country that the lexicon knows. */
export interface Name {
  readonly id: string;
  readonly kind: NameKind;
  readonly name: Localised;
  readonly side: string | null;
  readonly gender: 'm' | 'f' | null;
  /** Ids of the places that stand for it. */
  readonly metonyms: readonly string[];
}
