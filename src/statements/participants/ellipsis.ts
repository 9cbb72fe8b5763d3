import type { Part } from '../../language/part-cues.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';
import type { RoleCue } from './roles.ts';

/** Openings that repeat the verb of the sentence before: `So did Donald Tusk.`, `Das taten auch …`, `Ebenso …`. */
const REPEATING = /^(?:so (?:did|had|has|have|was|were) |(?:das|dies) tat(?:en)? |ebenso )/;

/** Clauses that repeat the verb before them: `…, as did Friedrich Merz`. */
const ECHO = /^as (?:did|had|has|have|was|were)$/;

/** `Hinzu kommen …`: they do what those did who were named before. */
const ADDING = 'hinzu';
/** What one can be in addition to others; of a delegation's head there is one. */
const SHARED: ReadonlySet<Part> = new Set<Part>(['signatory', 'observer', 'mediator', 'envoy']);

/**
 * The cues of a sentence, and once more those that a clause behind them repeats.
 * @param before the cues of the sentence before
 */
export function withEchoes(
  { sentence }: ReadSentence,
  found: readonly RoleCue[],
  before: readonly RoleCue[],
): readonly RoleCue[] {
  const shared = before
    .map(({ role }) => role.listed ?? role.doer)
    .find((part) => part !== undefined && SHARED.has(part));
  const cues = found.map((cue) =>
    shared !== undefined && wordAt(sentence, cue.words[0] ?? 0) === ADDING
      ? { ...cue, role: { ...cue.role, listed: shared } }
      : cue,
  );
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
