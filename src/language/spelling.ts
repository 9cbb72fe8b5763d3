/** Words below this length have too many neighbours for a guess to be worth anything. */
const SHORTEST_CORRECTED = 5;
/** From this length on two errors are forgiven. */
const LONG_WORD = 9;

/** Corrections that are kept: each word of a question is asked for several times, and no question has more words. */
const KEPT = 500;

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
  readonly #byLengthAndInitial = new Map<string, KnownWord[]>();
  readonly #kept = new Map<string, readonly Correction[]>();

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary) {
      const key = `${word.length}${word[0]}`;
      const known = { word, letters: lettersOf(word) };
      const bucket = this.#byLengthAndInitial.get(key);
      if (bucket === undefined) this.#byLengthAndInitial.set(key, [known]);
      else bucket.push(known);
    }
  }

  /** The nearest known words for a folded word; all have the same distance. Empty where none is near. */
  correct(folded: string): readonly Correction[] {
    const kept = this.#kept.get(folded);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= KEPT) this.#kept.clear();
    const nearest = this.#nearest(folded);
    this.#kept.set(folded, nearest);
    return nearest;
  }

  #nearest(folded: string): Correction[] {
    if (folded.length < SHORTEST_CORRECTED) return [];
    const allowed = folded.length >= LONG_WORD ? 2 : 1;
    const own = lettersOf(folded);
    let best: Correction[] = [];
    let bound = allowed;
    for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
      for (const { word, letters } of this.#byLengthAndInitial.get(`${length}${folded[0]}`) ?? []) {
        if (differing(own, letters) > MOST_CHANGED * bound) continue;
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

/** A word with the set of its letters, a bit each: most words are told apart without comparing letter by letter. */
interface KnownWord {
  readonly word: string;
  readonly letters: number;
}

/** One error changes the set of letters by two at most: one letter goes, another comes. */
const MOST_CHANGED = 2;
const BITS = 32;

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % BITS);
  return letters;
}

/** How many letters only one of two sets has. */
function differing(a: number, b: number): number {
  let count = 0;
  for (let rest = a ^ b; rest !== 0; rest &= rest - 1) count++;
  return count;
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

/** What an error costs: those of the ear and of the hand are likelier than any other, and cost half as much. */
const COST = { likely: 0.5, letter: 0.75, other: 1 } as const;

/** Letters that are taken for one another: they sound alike in German or English. */
const ALIKE = new Set(['bp', 'ck', 'cs', 'cz', 'dt', 'fv', 'gk', 'iy', 'kq', 'sz', 'vw', 'ae', 'ei', 'ou', 'jy']);
const areAlike = (a: string, b: string): boolean => ALIKE.has(a < b ? a + b : b + a);

/** A letter that may be missing or too much without being heard: one of a pair, `h`, `e` after `i`, `l` before `d`. */
const isSilent = (word: string, at: number): boolean =>
  word[at] === word[at - 1] ||
  word[at] === word[at + 1] ||
  word[at] === 'h' ||
  (word[at] === 'e' && word[at - 1] === 'i') ||
  (word[at] === 'l' && word[at + 1] === 'd');

/**
 * How unlikely it is that somebody who meant one word typed the other: 0 for the word itself, 0.5 for one error that is
 * easily made (`wolte`, `sasen`, `wiso`, `recieve`), 1 for a letter in the place of any other.
 */
export function typingCost(typed: string, meant: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= typed.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= meant.length; j++) {
      if (i === 0 && j === 0) row.push(0);
      else row.push(leastCost(typed, meant, i, j, rows, row));
    }
    rows.push(row);
  }
  return rows[typed.length]?.[meant.length] ?? 0;
}

function leastCost(typed: string, meant: string, i: number, j: number, rows: number[][], row: number[]): number {
  let least = Number.POSITIVE_INFINITY;
  if (i > 0) least = (rows[i - 1]?.[j] ?? 0) + (isSilent(typed, i - 1) ? COST.likely : COST.letter);
  if (j > 0) least = Math.min(least, (row[j - 1] ?? 0) + (isSilent(meant, j - 1) ? COST.likely : COST.letter));
  if (i === 0 || j === 0) return least;
  const [a = '', b = ''] = [typed[i - 1], meant[j - 1]];
  const change = a === b ? 0 : areAlike(a, b) ? COST.likely : COST.other;
  least = Math.min(least, (rows[i - 1]?.[j - 1] ?? 0) + change);
  if (i > 1 && j > 1 && a === meant[j - 2] && typed[i - 2] === b) {
    least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + COST.likely);
  }
  return least;
}

/** Of words that may have been meant those that are likeliest by the errors that people make. */
export function likeliest(typed: string, corrections: readonly Correction[]): Correction[] {
  const costs = corrections.map(({ word }) => typingCost(typed, word));
  const least = Math.min(...costs);
  return corrections.filter((_, at) => costs[at] === least);
}
