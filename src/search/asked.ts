import type { Term } from '../language/analysis.ts';
import { type Concept, PARTS_WEIGHT } from '../language/concepts.ts';
import type { Question } from '../language/question.ts';
import type { TermNumber, Vocabulary } from './vocabulary.ts';

/** From this weight on a variant is taken to mean the same, and its frequency to be the concept's. */
const GOOD_VARIANT = 0.8;

/** A concept of a question as this corpus may speak of it. */
export interface AskedConcept {
  readonly concept: Concept;
  /** Where its matches stand in a {@link Row}. */
  readonly slot: number;
  /** The terms of the texts that speak of it, with how surely: above 0, at most 1. */
  readonly terms: ReadonlyMap<TermNumber, number>;
  readonly parts: readonly AskedConcept[];
  /** In about how many passages the corpus speaks of it; 0 where it does nowhere. */
  readonly frequency: number;
}

/** How surely a text speaks of each concept and part, by slot. */
export type Row = Float64Array;

/** That a term speaks of a concept or part. */
interface Vote {
  readonly slot: number;
  readonly weight: number;
  /** What else the same term speaks of. */
  readonly other: Vote | undefined;
}

/** Asked is responsible for a question as this corpus may speak of it: its concepts, resolved into terms of the texts. */
export class Asked {
  readonly question: Question;
  readonly concepts: readonly AskedConcept[];
  readonly #votes = new Map<TermNumber, Vote>();
  #slots = 0;

  constructor(question: Question, vocabulary: Vocabulary) {
    this.question = question;
    this.concepts = question.concepts.map((concept) => this.#resolve(concept, vocabulary));
  }

  #resolve(concept: Concept, vocabulary: Vocabulary): AskedConcept {
    const slot = this.#slots++;
    const terms = resolveTerms(concept.variants, vocabulary);
    for (const [term, weight] of terms) this.#votes.set(term, { slot, weight, other: this.#votes.get(term) });
    const parts = concept.parts.map((part) => this.#resolve(part, vocabulary));
    return { concept, slot, terms, parts, frequency: frequencyOf(terms, parts, vocabulary) };
  }

  /** How surely a text of these terms speaks of each concept and part. */
  rowOf(terms: Iterable<TermNumber>): Row {
    const row = new Float64Array(this.#slots);
    for (const term of terms) {
      for (let vote = this.#votes.get(term); vote !== undefined; vote = vote.other) {
        if (vote.weight > (row[vote.slot] ?? 0)) row[vote.slot] = vote.weight;
      }
    }
    return row;
  }
}

/** How surely a text speaks of a concept: by one of its terms, or by all parts of a compound. 0 to 1. */
export function matchIn(row: Row, asked: AskedConcept): number {
  const whole = row[asked.slot] ?? 0;
  if (asked.parts.length === 0 || whole >= PARTS_WEIGHT) return whole;
  let sum = 0;
  for (const part of asked.parts) sum += matchIn(row, part);
  return Math.max(whole, (sum / asked.parts.length) * PARTS_WEIGHT);
}

function resolveTerms(variants: ReadonlyMap<Term, number>, vocabulary: Vocabulary): Map<TermNumber, number> {
  const terms = new Map<TermNumber, number>();
  for (const [variant, weight] of variants) {
    vocabulary.resolve(variant, (number) => {
      if (weight > (terms.get(number) ?? 0)) terms.set(number, weight);
    });
  }
  return terms;
}

function frequencyOf(
  terms: ReadonlyMap<TermNumber, number>,
  parts: readonly AskedConcept[],
  vocabulary: Vocabulary,
): number {
  let good = 0;
  let any = 0;
  for (const [term, weight] of terms) {
    const frequency = vocabulary.frequencyOf(term);
    if (weight >= GOOD_VARIANT) good += frequency;
    any = Math.max(any, frequency);
  }
  if (good > 0) return good;
  if (any > 0) return any;
  return parts.length === 0 ? 0 : Math.min(...parts.map((part) => part.frequency));
}
