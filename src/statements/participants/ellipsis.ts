import type { ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';
import type { RoleCue } from './roles.ts';

/** Openings that repeat the verb of the sentence before: `So did Donald Tusk.`, `Das taten auch …`, `Ebenso …`. */
const REPEATING = /^(?:so (?:did|had|has|have|was|were) |(?:das|dies) tat(?:en)? |ebenso )/;

/** Clauses that repeat the verb before them: `…, as did Friedrich Merz`. */
const ECHO = /^as (?:did|had|has|have|was|were)$/;

/** The cues of a sentence, and once more those that a clause behind them repeats. */
export function withEchoes({ sentence }: ReadSentence, cues: readonly RoleCue[]): readonly RoleCue[] {
  const echo = sentence.segments.find(({ from }) =>
    ECHO.test(`${wordAt(sentence, from)} ${wordAt(sentence, from + 1)}`),
  );
  if (echo === undefined) return cues;
  const words = [echo.from, echo.from + 1];
  return [
    ...cues,
    ...cues.flatMap(({ role }) => (role.doer === undefined ? [] : [{ role: { ...role, listed: role.doer }, words }])),
  ];
}

/** The cues of the sentence before, where a sentence without a verb of its own repeats them. */
export function repeated({ sentence, verbs }: ReadSentence, before: readonly RoleCue[]): readonly RoleCue[] {
  const opening = [0, 1].map((at) => wordAt(sentence, at)).join(' ');
  if (verbs.size > 0 || !REPEATING.test(`${opening} `)) return [];
  return before.flatMap(({ role }) =>
    role.doer === undefined ? [] : [{ role: { ...role, listed: role.doer }, words: [0, 1] }],
  );
}
