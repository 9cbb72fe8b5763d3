import type { Localised } from './language.ts';

export type NameKind = 'person' | 'institution' | 'medium' | 'place' | 'country';

/** An office that somebody holds or held; the dates are a day, a month or a year. */
export interface Office {
  readonly title: Localised;
  readonly from: string | null;
  readonly until: string | null;
}

/** A person, institution, medium, place or country that the lexicon knows. */
export interface Name {
  readonly id: string;
  readonly kind: NameKind;
  readonly name: Localised;
  readonly side: string | null;
  readonly gender: 'm' | 'f' | null;
  /** Ids of the places that stand for it. */
  readonly metonyms: readonly string[];
  readonly offices: readonly Office[];
}
