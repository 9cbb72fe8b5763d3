import { fold } from './fold.ts';

/** What a name can be called, as far as it matters here. */
interface Spelt {
  readonly name: { readonly de: string; readonly en: string };
  readonly aliases: readonly string[];
  readonly misspelt: readonly string[];
  readonly adjectives: readonly string[];
  readonly people: readonly string[];
}

/** A spelling that stands under a second name: where it does, and whose it was before. */
export interface SharedSpelling {
  readonly path: readonly (string | number)[];
  readonly spelling: string;
  readonly owner: string;
}

const LISTS = ['aliases', 'misspelt', 'adjectives', 'people'] as const;

/**
 * Spellings of which it could not be told whose they are, since they stand under two names; among them every circle of
 * names that are aliases of each other. Metonyms may be shared: Moscow is a place, and stands for the Kremlin.
 * @param names By kind, then by id.
 */
export function findSharedSpellings(
  names: Readonly<Record<string, Readonly<Record<string, Spelt>>>>,
): readonly SharedSpelling[] {
  const owners = new Map<string, string>();
  return Object.entries(names).flatMap(([kind, entries]) =>
    Object.entries(entries).flatMap(([id, entry]) => {
      return spellingsOf(entry).flatMap(({ path, spelling }) => {
        const owner = owners.get(fold(spelling)) ?? id;
        owners.set(fold(spelling), owner);
        return owner === id ? [] : [{ path: [kind, id, ...path], spelling, owner }];
      });
    }),
  );
}

const spellingsOf = ({ name, ...lists }: Spelt) => [
  { path: ['name', 'de'], spelling: name.de },
  { path: ['name', 'en'], spelling: name.en },
  ...LISTS.flatMap((list) => lists[list].map((spelling, at) => ({ path: [list, at], spelling }))),
];
