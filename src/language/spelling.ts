import type { Language } from './language.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokens.ts';

/** Words below this length have too many neighbours for a guess to be worth anything. */
const SHORTEST_CORRECTED = 5;
/** From this length on two errors are forgiven. */
const LONG_WORD = 9;

/** A word that may have been meant, and how many letters had to change. */
export interface Correction {
  readonly word: string;
  readonly distance: number;
}

/**
 * SpellingCorrector is responsible for words that neither the corpus nor the lexicon knows: it finds the known words
 * that differ by one letter (two in long words; swapped neighbours count as one), with the same first letter.
 */
export class SpellingCorrector {
  readonly #byLengthAndInitial = new Map<string, string[]>();

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary) {
      const key = `${word.length}${word[0]}`;
      const bucket = this.#byLengthAndInitial.get(key);
      if (bucket === undefined) this.#byLengthAndInitial.set(key, [word]);
      else bucket.push(word);
    }
  }

  /** The nearest known words for a folded word; all have the same distance. Empty where none is near. */
  correct(folded: string): Correction[] {
    if (folded.length < SHORTEST_CORRECTED) return [];
    const allowed = folded.length >= LONG_WORD ? 2 : 1;
    let best: Correction[] = [];
    let bound = allowed;
    for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
      for (const word of this.#byLengthAndInitial.get(`${length}${folded[0]}`) ?? []) {
        const distance = editDistance(folded, word, bound);
        if (distance > bound) continue;
        if (distance < bound) best = [];
        bound = distance;
        best.push({ word, distance });
      }
    }
    return best;
  }
}

/** Damerau–Levenshtein distance (optimal string alignment); `bound + 1` as soon as it must exceed `bound`. */
export function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest > bound) return bound + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? bound + 1, bound + 1);
}

/** Longer words with two letters swapped are left to the corrector, which weighs them. */
const LONGEST_FUNCTION_WORD = 6;
const SHORTEST_FUNCTION_WORD = 3;

/**
 * A question with function words in which two neighbouring letters were swapped (`hwo`, `teh`) put right, so that they
 * are not looked for as topics. Offsets stay the same.
 * @param isKnown Whether a folded word means something as it stands.
 */
export function mendFunctionWords(text: string, language: Language, isKnown: (folded: string) => boolean): string {
  let mended = text;
  for (const { start, end, folded, surface } of tokenize(text)) {
    if (folded.length < SHORTEST_FUNCTION_WORD || folded.length > LONGEST_FUNCTION_WORD) continue;
    if (surface.length !== folded.length || isStopWord(folded, language) || isKnown(folded)) continue;
    const meant = swaps(folded).find((word) => isStopWord(word, language));
    if (meant !== undefined) mended = mended.slice(0, start) + meant + mended.slice(end);
  }
  return mended;
}

/** A word with each pair of neighbouring letters swapped in turn. */
function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  );
}
