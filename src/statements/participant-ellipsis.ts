import type { RoleCue } from './participant-roles.ts';
import type { ReadSentence } from './reader.ts';
import { wordAt } from './sentence.ts';

/** Openings that repeat the verb of the sentence before: `So did Donald Tusk.`, `Das taten auch …`, `Ebenso …`. */
const REPEATING = /^(?:so (?:did|had|has|have|was|were) |(?:das|dies) tat(?:en)? |ebenso )/;

/** The cues of the sentence before, where a sentence without a verb of its own repeats them. */
export function repeated({ sentence, verbs }: ReadSentence, before: readonly RoleCue[]): readonly RoleCue[] {
  const opening = [0, 1].map((at) => wordAt(sentence, at)).join(' ');
  if (verbs.size > 0 || !REPEATING.test(`${opening} `)) return [];
  return before.flatMap(({ role }) =>
    role.doer === undefined ? [] : [{ role: { ...role, listed: role.doer }, words: [0, 1] }],
  );
}
