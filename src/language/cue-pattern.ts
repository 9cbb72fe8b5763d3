import { z } from 'zod';
import { tokenize } from './tokens.ts';

/** A place in a cue: the words, as written, of which one must stand there; `=` before a word asks for its very form. */
export interface CueSlot {
  readonly words: readonly string[];
  /** Whether other words of the clause may stand before it. */
  readonly afterGap: boolean;
  /** Whether it closes its clause, as the prefix of a separable verb does: `nahm … an`, but not `nahm an … teil`. */
  readonly closing: boolean;
}

/** Words that follow each other, some of them at a distance. */
export type CueSequence = readonly CueSlot[];

/** What a cue asks for: sequences that must all stand in a sentence, in any order. Mostly there is one. */
export type CuePattern = readonly CueSequence[];

/** Longer cues are sentences; the bound keeps matching cheap whatever an operator writes. */
const LONGEST_CUE = 200;
/** Each separable verb doubles the patterns of its cue: thirty of them would take all memory there is. */
const MOST_SEPARABLE = 3;
const CUE = /^[\p{L}\p{M}\p{Nd}'’\- /|…+=]+$/u;
const GAP = '…';

/**
 * A cue as it is written in the lexicon: words and five signs, never a regular expression.
 *   `legt … vor`     other words of the same clause may stand at the ellipsis
 *   `vor|schlug`     a separable verb: `schlug … vor` and `vorschlug`
 *   `kein/ohne Deal` one word or the other
 *   `Kind + Heimkehr` both somewhere in the sentence
 *   `=Runde`         this very form, where words are compared by their stem
 */
export const cueSchema = z
  .string()
  .min(1, 'an empty cue')
  .max(LONGEST_CUE, `a cue of more than ${LONGEST_CUE} characters`)
  .regex(CUE, 'a cue is words, which may have the signs … | / + and =, never a regular expression')
  .refine((cue) => countOf('|', cue) <= MOST_SEPARABLE, `a cue of more than ${MOST_SEPARABLE} separable verbs`)
  .refine((cue) => parseCue(cue) !== null, 'a sign of a cue (… | / + =) stands where no word is beside it');

const countOf = (sign: string, cue: string): number => cue.split(sign).length - 1;

/** The patterns of a cue, of which one is enough; null where it is malformed or stands for too many. */
export function parseCue(cue: string): readonly CuePattern[] | null {
  if (countOf('|', cue) > MOST_SEPARABLE) return null;
  const parts = cue.split('+').map(parsePart);
  let patterns: CuePattern[] = [[]];
  for (const part of parts) {
    if (part === null) return null;
    patterns = patterns.flatMap((pattern) => part.map((sequence) => [...pattern, sequence]));
  }
  return patterns;
}

/** All words of a cue, as {@link CueSlot} has them. */
export const wordsOfCue = (cue: string): readonly string[] =>
  (parseCue(cue) ?? []).flatMap((pattern) => pattern.flatMap((sequence) => sequence.flatMap(({ words }) => words)));

/** The sequences that a part stands for: two where its verb is separable. */
function parsePart(part: string): readonly CueSequence[] | null {
  const pieces = part.trim().split(/\s+/);
  const verb = pieces.find((piece) => piece.includes('|'));
  if (verb === undefined) return present([parseSequence(pieces)]);
  const [prefix = '', form = '', ...rest] = verb.split('|');
  // A separable verb stands alone: where its other words would go, the one form and the other differ.
  if (pieces.length > 1 || rest.length > 0) return null;
  const apart = parseSequence([form, GAP, prefix])?.map((slot) => ({ ...slot, closing: slot.afterGap }));
  return present([parseSequence([`${prefix}${form}`]), apart ?? null]);
}

function parseSequence(pieces: readonly string[]): CueSequence | null {
  const slots: CueSlot[] = [];
  let afterGap = false;
  for (const piece of pieces) {
    if (piece === GAP) {
      if (slots.length === 0 || afterGap) return null;
      afterGap = true;
      continue;
    }
    const alternatives = piece.split('/').map(wordsOf);
    if (alternatives.some((words) => words.length === 0)) return null;
    const [first = []] = alternatives;
    // `Nato-Beitritt` and `didn't` are two words to the tokenizer; alternatives must be of one word each.
    if (alternatives.length > 1 && alternatives.some((words) => words.length > 1)) return null;
    const places = alternatives.length > 1 ? [alternatives.flat()] : first.map((word) => [word]);
    for (const words of places) {
      slots.push({ words, afterGap, closing: false });
      afterGap = false;
    }
  }
  return slots.length === 0 || afterGap || pieces.some((piece) => piece !== GAP && piece.includes(GAP)) ? null : slots;
}

const EXACT = '=';

/** The words of a piece; each keeps the sign that asks for its very form. */
function wordsOf(piece: string): readonly string[] {
  const sign = piece.startsWith(EXACT) ? EXACT : '';
  return tokenize(piece).map(({ surface }) => `${sign}${surface}`);
}

function present<T>(items: readonly (T | null)[]): readonly T[] | null {
  const found = items.filter((item) => item !== null);
  return found.length === items.length ? found : null;
}
