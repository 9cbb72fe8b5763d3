import type { Term } from '../language/analysis.ts';

/** A term that stands in the texts, by its number. */
export type TermNumber = number;

/** What a vocabulary consists of, as plain data: hundreds of thousands of small lists would take ten times the memory. */
export interface VocabularyData {
  /** Terms that stand in the texts, by number. */
  readonly terms: readonly Term[];
  /** In how many passages each stands. */
  readonly frequencies: Uint32Array;
  /** The other terms (roots, meanings, parts of compounds) by which some of them can be found. */
  readonly relations: readonly Term[];
  /** Where the terms that can be found by each relation begin in `related`; one more at the end. */
  readonly starts: Uint32Array;
  readonly related: Uint32Array;
}

/** VocabularyBuilder is responsible for numbering the terms of a corpus while it is read. */
export class VocabularyBuilder {
  readonly #terms: Term[] = [];
  readonly #numbers = new Map<Term, TermNumber>();
  readonly #frequencies: number[] = [];
  readonly #lastPassage: number[] = [];
  /** Relations with their position. */
  readonly #relations = new Map<Term, number>();
  /** By relation: the last term that was related by it. */
  readonly #lastRelated: TermNumber[] = [];
  /** Pairs of a relation and a term that can be found by it. */
  readonly #pairs: number[] = [];

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
    const relation = this.#relations.get(by) ?? this.#relations.size;
    this.#relations.set(by, relation);
    if (this.#lastRelated[relation] === number) return;
    this.#lastRelated[relation] = number;
    this.#pairs.push(relation, number);
  }

  data(): VocabularyData {
    return {
      terms: this.#terms,
      frequencies: Uint32Array.from(this.#frequencies),
      relations: [...this.#relations.keys()],
      ...groupPairs(this.#pairs, this.#relations.size),
    };
  }
}

/** Sorts what belongs to each of so many keys together, in the order in which it came. */
function groupPairs(pairs: readonly number[], keys: number): { starts: Uint32Array; related: Uint32Array } {
  const ends = new Uint32Array(keys + 1);
  for (let at = 0; at < pairs.length; at += 2) ends[(pairs[at] ?? 0) + 1] = (ends[(pairs[at] ?? 0) + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key++) ends[key + 1] = (ends[key + 1] ?? 0) + (ends[key] ?? 0);
  const starts = ends.slice();
  const related = new Uint32Array(pairs.length / 2);
  for (let at = 0; at < pairs.length; at += 2) {
    const key = pairs[at] ?? 0;
    const place = ends[key] ?? 0;
    related[place] = pairs[at + 1] ?? 0;
    ends[key] = place + 1;
  }
  return { starts, related };
}

/**
 * Vocabulary is responsible for the terms of the corpus: in how many passages each stands, and by which other terms each
 * can be found. Relations are kept once a word, not once an occurrence: that is what keeps the index small.
 */
export class Vocabulary {
  readonly #data: VocabularyData;
  readonly #numbers: ReadonlyMap<Term, TermNumber>;
  readonly #relations: ReadonlyMap<Term, number>;

  constructor(data: VocabularyData) {
    this.#data = data;
    this.#numbers = positionsOf(data.terms);
    this.#relations = positionsOf(data.relations);
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
    return this.#numbers.has(term) || this.#relations.has(term);
  }

  /** Visits every term of the texts that can be found by a term: itself, and what is related to it; some twice. */
  resolve(term: Term, visit: (number: TermNumber, own: Term) => void): void {
    const own = this.#numbers.get(term);
    if (own !== undefined) visit(own, term);
    const relation = this.#relations.get(term);
    if (relation === undefined) return;
    for (const number of this.#relatedBy(relation)) visit(number, this.#data.terms[number] ?? '');
  }

  #relatedBy(relation: number): Uint32Array {
    return this.#data.related.subarray(this.#data.starts[relation], this.#data.starts[relation + 1]);
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
    for (const [relation, term] of this.#data.relations.entries()) {
      if (isWanted(term)) for (const number of this.#relatedBy(relation)) add(number, term);
    }
    return relations;
  }
}

function positionsOf(terms: readonly Term[]): Map<Term, number> {
  const positions = new Map<Term, number>();
  for (const [position, term] of terms.entries()) positions.set(term, position);
  return positions;
}
