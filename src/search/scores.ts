import { PARTS_WEIGHT } from '../language/concepts.ts';
import type { Asked, AskedConcept } from './asked.ts';
import { Postings } from './postings.ts';
import type { SentenceTerms } from './sentence-terms.ts';

/**
 * Saturation and length normalisation of BM25. The usual 1.2 and 0.75 are for documents; these passages are of like
 * length.
 */
const BM25 = { k: 1, b: 0.5 } as const;

/** How often a passage is taken to speak of each concept because its article does; undefined for not at all. */
export type AboutOf = (passage: number) => readonly number[] | undefined;

/**
 * Scorer is responsible for how much and how often passages speak of what was asked: BM25 over concepts instead of
 * words, so that it does not matter by which of its words a passage speaks of one. It goes through the places of the
 * asked terms, and not through the terms of the passages, which are twenty times as many.
 */
export class Scorer {
  readonly #postings: Postings;
  /** By passage: how many times it must speak of something to reach half of what can be reached. */
  readonly #saturations: Float64Array;

  /** @param terms How many the vocabulary has. */
  constructor(sentences: SentenceTerms, terms: number) {
    this.#postings = new Postings(sentences, terms);
    this.#saturations = Float64Array.from(
      { length: sentences.passageCount },
      (_, passage) => BM25.k * (1 - BM25.b + BM25.b * (sentences.lengthOf(passage) / sentences.meanLength)),
    );
  }

  /**
   * The score of each passage, 0 to 1.
   * @param weights One a concept.
   * @param passages Their numbers, none twice.
   */
  scoresOf(asked: Asked, weights: readonly number[], passages: readonly number[], aboutOf: AboutOf): Float64Array {
    const places = new Uint32Array(this.#saturations.length);
    for (const [at, passage] of passages.entries()) places[passage] = at + 1;
    const saturations = Float64Array.from(passages, (passage) => this.#saturations[passage] ?? BM25.k);
    const abouts = passages.map(aboutOf);
    const most = Math.max(
      Number.EPSILON,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
    const scores = new Float64Array(passages.length);
    for (const [slot, concept] of asked.concepts.entries()) {
      const counts = this.#countsOf(concept, places, passages.length);
      const weight = weights[slot] ?? 0;
      for (let at = 0; at < scores.length; at++) {
        const times = (counts[at + 1] ?? 0) + (abouts[at]?.[slot] ?? 0);
        scores[at] = (scores[at] ?? 0) + weight * (times / (times + (saturations[at] ?? BM25.k)));
      }
    }
    return scores.map((score) => score / most);
  }

  /** How often each passage speaks of a concept, by place; of a compound also by all of its parts. */
  #countsOf({ terms, parts }: AskedConcept, places: Uint32Array, size: number): Float64Array {
    const counts = new Float64Array(size + 1);
    for (const [term, weight] of terms) this.#postings.add(term, weight, places, counts);
    if (parts.length === 0) return counts;
    const ofParts = parts.map((part) => this.#countsOf(part, places, size));
    return counts.map((whole, place) => {
      let fewest = Number.POSITIVE_INFINITY;
      for (const each of ofParts) fewest = Math.min(fewest, each[place] ?? 0);
      return Math.max(whole, fewest * PARTS_WEIGHT);
    });
  }
}

/** The positions of the highest scores, highest first; of equal ones the first comes first. */
export function bestOf(scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  const scoreAt = (place: number): number => scores[best[place] ?? 0] ?? 0;
  for (const [at, score] of scores.entries()) {
    if (best.length === most && score <= scoreAt(most - 1)) continue;
    let place = best.length;
    while (place > 0 && scoreAt(place - 1) < score) place--;
    best.splice(place, 0, at);
    if (best.length > most) best.pop();
  }
  return best;
}
