import type { SentenceTerms } from './sentence-terms.ts';
import type { TermNumber } from './vocabulary.ts';

/** Postings is responsible for the passages in which a term stands: the terms of passages the other way round. */
export class Postings {
  /** Where those of each term begin; one more at the end. */
  readonly #starts: Uint32Array;
  /** The passage of each occurrence, by term, in reading order. */
  readonly #passages: Uint32Array;

  /** @param size How many terms the vocabulary has. */
  constructor(sentences: SentenceTerms, size: number) {
    const ends = new Uint32Array(size + 1);
    for (const term of sentences.terms) ends[term + 1] = (ends[term + 1] ?? 0) + 1;
    for (let term = 0; term < size; term++) ends[term + 1] = (ends[term + 1] ?? 0) + (ends[term] ?? 0);
    this.#starts = ends.slice();
    this.#passages = new Uint32Array(sentences.terms.length);
    for (let passage = 0; passage < sentences.passageCount; passage++) {
      for (const term of sentences.all(passage)) {
        const place = ends[term] ?? 0;
        this.#passages[place] = passage;
        ends[term] = place + 1;
      }
    }
  }

  /**
   * Adds a weight for each time that a term stands in a passage.
   * @param places For each passage of the corpus where its sum stands in `sums`.
   */
  add(term: TermNumber, weight: number, places: Uint32Array, sums: Float64Array): void {
    const end = this.#starts[term + 1] ?? 0;
    for (let at = this.#starts[term] ?? 0; at < end; at++) {
      const place = places[this.#passages[at] ?? 0] ?? 0;
      sums[place] = (sums[place] ?? 0) + weight;
    }
  }
}
