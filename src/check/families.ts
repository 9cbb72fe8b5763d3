import { fold } from '../language/fold.ts';
import type { Name } from '../language/name.ts';

/**
 * One key for all names that stand for one state, by the name's id: the state, its government and the capital that
 * stands for that ("Moscow", "the Kremlin" and "Russia" name one party to the talks). Ministries, companies and people
 * stand for themselves. Names that are not in the map have no family.
 */
export function findFamilies(names: Iterable<Name>): ReadonlyMap<string, string> {
  const all = [...names];
  const families = new Map<string, string>();
  for (const government of all) {
    if (government.metonyms.length === 0) continue;
    const metonyms = new Set(government.metonyms.map(fold));
    for (const name of all) {
      const isState = name.kind === 'country' && name.side === government.side;
      const isCapital = name.kind === 'place' && [name.name.de, name.name.en].some((form) => metonyms.has(fold(form)));
      if (isState || isCapital || name === government) families.set(name.id, government.id);
    }
  }
  return families;
}
