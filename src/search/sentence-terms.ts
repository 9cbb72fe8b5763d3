import type { TermNumber } from './vocabulary.ts';

/** Which terms stand in which sentence, as plain data: three arrays of numbers, however large the corpus. */
export interface SentenceData {
  readonly terms: Uint32Array;
  /** Where each sentence begins in `terms`, counted through all passages; one more at the end. */
  readonly sentences: Uint32Array;
  /** The first sentence of each passage; one more at the end. */
  readonly passages: Uint32Array;
}

/** SentencePacker is responsible for packing the terms of sentences while they are read. */
export class SentencePacker {
  readonly #terms: TermNumber[] = [];
  readonly #sentences: number[] = [];
  readonly #passages: number[] = [];

  /** Adds the next passage. @param sentences The terms of each of its sentences, in order. */
  add(sentences: readonly (readonly TermNumber[])[]): void {
    this.#passages.push(this.#sentences.length);
    for (const sentence of sentences) {
      this.#sentences.push(this.#terms.length);
      for (const term of sentence) this.#terms.push(term);
    }
  }

  data(): SentenceData {
    return {
      terms: Uint32Array.from(this.#terms),
      sentences: Uint32Array.from([...this.#sentences, this.#terms.length]),
      passages: Uint32Array.from([...this.#passages, this.#sentences.length]),
    };
  }
}

/** SentenceTerms is responsible for which terms stand in which sentence. */
export class SentenceTerms {
  /** Those of all sentences, one passage after the other. */
  readonly terms: Uint32Array;
  readonly #sentences: Uint32Array;
  readonly #passages: Uint32Array;

  constructor({ terms, sentences, passages }: SentenceData) {
    this.terms = terms;
    this.#sentences = sentences;
    this.#passages = passages;
  }

  /** All terms of a passage. */
  all(passage: number): Uint32Array {
    return this.terms.subarray(this.#startOf(passage), this.#startOf(passage + 1));
  }

  #startOf(passage: number): number {
    return this.#sentences[this.#passages[passage] ?? 0] ?? 0;
  }

  get passageCount(): number {
    return this.#passages.length - 1;
  }

  /** How many terms a passage has, each counted as often as it stands there. */
  lengthOf(passage: number): number {
    return this.#startOf(passage + 1) - this.#startOf(passage);
  }

  /** Terms of a passage on average. */
  get meanLength(): number {
    return this.terms.length / Math.max(1, this.passageCount);
  }

  /** The terms of each sentence of a passage. */
  of(passage: number): Uint32Array[] {
    const result: Uint32Array[] = [];
    const end = this.#passages[passage + 1] ?? 0;
    for (let sentence = this.#passages[passage] ?? 0; sentence < end; sentence++) {
      result.push(this.terms.subarray(this.#sentences[sentence], this.#sentences[sentence + 1]));
    }
    return result;
  }
}
