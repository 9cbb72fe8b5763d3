import type { Term } from '../language/analysis.ts';

/** A term that stands in the texts, by its number. */
export type TermNumber = number;

/**
 * Vocabulary is responsible for the terms of the corpus: it numbers those that stand in the texts, counts in how many
 * passages each stands, and knows by which other terms (roots, meanings, parts of compounds) each can be found.
 * Relations are kept once a word, not once an occurrence: that is what keeps the index small.
 */
export class Vocabulary {
  readonly terms: Term[] = [];
  readonly #numbers = new Map<Term, TermNumber>();
  readonly #related = new Map<Term, TermNumber[]>();
  readonly #frequencies: number[] = [];
  readonly #lastPassage: number[] = [];

  get size(): number {
    return this.terms.length;
  }

  /** The number of a term that stands in a text; a new one where it is new. */
  intern(term: Term): TermNumber {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    this.terms.push(term);
    this.#numbers.set(term, number);
    this.#frequencies.push(0);
    this.#lastPassage.push(-1);
    return number;
  }

  /** Says that a term stands in a passage. Passages are counted one after the other, each term of one as often as it likes. */
  count(number: TermNumber, passage: number): void {
    if (this.#lastPassage[number] === passage) return;
    this.#lastPassage[number] = passage;
    this.#frequencies[number] = (this.#frequencies[number] ?? 0) + 1;
  }

  /** Says that a term of the texts can be found by another one. */
  relate(number: TermNumber, by: Term): void {
    if (by === this.terms[number]) return;
    const related = this.#related.get(by);
    if (related === undefined) this.#related.set(by, [number]);
    else if (related.at(-1) !== number) related.push(number);
  }

  /** Whether a text can be found by the term. */
  has(term: Term): boolean {
    return this.#numbers.has(term) || this.#related.has(term);
  }

  /** Visits every term of the texts that can be found by a term: itself, and what is related to it; some twice. */
  resolve(term: Term, visit: (number: TermNumber) => void): void {
    const own = this.#numbers.get(term);
    if (own !== undefined) visit(own);
    for (const number of this.#related.get(term) ?? []) visit(number);
  }

  /** In how many passages a term of the texts stands. */
  frequencyOf(number: TermNumber): number {
    return this.#frequencies[number] ?? 0;
  }
}
