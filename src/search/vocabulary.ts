import type { Term } from '../language/analysis.ts';

/** A term that stands in the texts, by its number. */
export type TermNumber = number;

/** What a vocabulary consists of, as plain data. */
export interface VocabularyData {
  /** Terms that stand in the texts, by number. */
  readonly terms: readonly Term[];
  /** In how many passages each stands. */
  readonly frequencies: Uint32Array;
  /** By which other terms (roots, meanings, parts of compounds) which of them can be found. */
  readonly related: ReadonlyMap<Term, readonly TermNumber[]>;
}

/** VocabularyBuilder is responsible for numbering the terms of a corpus while it is read. */
export class VocabularyBuilder {
  readonly #terms: Term[] = [];
  readonly #numbers = new Map<Term, TermNumber>();
  readonly #related = new Map<Term, TermNumber[]>();
  readonly #frequencies: number[] = [];
  readonly #lastPassage: number[] = [];

  /** The number of a term that stands in a text; a new one where it is new. */
  intern(term: Term): TermNumber {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#numbers.set(term, number);
    this.#frequencies.push(0);
    this.#lastPassage.push(-1);
    return number;
  }

  /** Says that a term stands in a passage. Passages come one after the other, each term of one as often as it likes. */
  count(number: TermNumber, passage: number): void {
    if (this.#lastPassage[number] === passage) return;
    this.#lastPassage[number] = passage;
    this.#frequencies[number] = (this.#frequencies[number] ?? 0) + 1;
  }

  /** In how many passages a term stands, of those that were counted. */
  frequencyOf(number: TermNumber): number {
    return this.#frequencies[number] ?? 0;
  }

  /** Says that a term of the texts can be found by another one. */
  relate(number: TermNumber, by: Term): void {
    if (by === this.#terms[number]) return;
    const related = this.#related.get(by);
    if (related === undefined) this.#related.set(by, [number]);
    else if (related.at(-1) !== number) related.push(number);
  }

  data(): VocabularyData {
    return { terms: this.#terms, frequencies: Uint32Array.from(this.#frequencies), related: this.#related };
  }
}

/**
 * Vocabulary is responsible for the terms of the corpus: in how many passages each stands, and by which other terms each
 * can be found. Relations are kept once a word, not once an occurrence: that is what keeps the index small.
 */
export class Vocabulary {
  readonly #data: VocabularyData;
  readonly #numbers: ReadonlyMap<Term, TermNumber>;

  constructor(data: VocabularyData) {
    this.#data = data;
    this.#numbers = new Map(data.terms.map((term, number) => [term, number]));
  }

  get size(): number {
    return this.#data.terms.length;
  }

  /** The number of a term that stands in a text. */
  numberOf(term: Term): TermNumber | undefined {
    return this.#numbers.get(term);
  }

  /** Whether a text can be found by the term. */
  has(term: Term): boolean {
    return this.#numbers.has(term) || this.#data.related.has(term);
  }

  /** Visits every term of the texts that can be found by a term: itself, and what is related to it; some twice. */
  resolve(term: Term, visit: (number: TermNumber, own: Term) => void): void {
    const own = this.#numbers.get(term);
    if (own !== undefined) visit(own, term);
    for (const number of this.#data.related.get(term) ?? []) visit(number, this.#data.terms[number] ?? '');
  }

  /** In how many passages a term of the texts stands. */
  frequencyOf(number: TermNumber): number {
    return this.#data.frequencies[number] ?? 0;
  }

  /** For each term of the texts those of certain terms that it can be found by. */
  relationsThat(isWanted: (term: Term) => boolean): Map<TermNumber, Term[]> {
    const relations = new Map<TermNumber, Term[]>();
    const add = (number: TermNumber, term: Term): void => {
      const known = relations.get(number);
      if (known === undefined) relations.set(number, [term]);
      else known.push(term);
    };
    for (const [number, term] of this.#data.terms.entries()) if (isWanted(term)) add(number, term);
    for (const [term, numbers] of this.#data.related) {
      if (isWanted(term)) for (const number of numbers) add(number, term);
    }
    return relations;
  }
}
