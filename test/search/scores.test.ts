import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Concept, PARTS_WEIGHT } from '../../src/language/concepts.ts';
import { Asked } from '../../src/search/asked.ts';
import { bestOf, Scorer } from '../../src/search/scores.ts';
import { SentencePacker, SentenceTerms } from '../../src/search/sentence-terms.ts';
import { Vocabulary, VocabularyBuilder } from '../../src/search/vocabulary.ts';

const TERMS = 8;
const WEIGHTS = [0.4, 0.75, 0.9, 1];

const conceptOf = (variants: ReadonlyMap<string, number>, parts: readonly Concept[] = []): Concept => ({
  surface: 'x',
  kind: 'word',
  light: false,
  variants,
  parts,
  corrected: null,
  inLexicon: true,
});

const variants = fc
  .uniqueArray(fc.tuple(fc.nat(TERMS - 1), fc.constantFrom(...WEIGHTS)), { maxLength: 3, selector: ([term]) => term })
  .map((pairs) => new Map(pairs.map(([term, weight]) => [`t${term}`, weight])));
const concepts = fc.array(
  fc
    .tuple(
      variants,
      fc.array(
        variants.map((own) => conceptOf(own)),
        { maxLength: 2 },
      ),
    )
    .map(([own, parts]) => conceptOf(own, parts)),
  { minLength: 1, maxLength: 4 },
);
const sentence = fc.array(fc.nat(TERMS - 1), { maxLength: 6 });
const corpora = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .filter((passages) => passages.flat(2).length > 0);

function vocabulary(): Vocabulary {
  const builder = new VocabularyBuilder();
  for (let term = 0; term < TERMS; term++) builder.intern(`t${term}`);
  return new Vocabulary(builder.data());
}

const packed = (passages: readonly (readonly (readonly number[])[])[]): SentenceTerms => {
  const packer = new SentencePacker();
  for (const passage of passages) packer.add(passage);
  return new SentenceTerms(packer.data());
};

const asking = (asked: readonly Concept[]): Asked => {
  const sought = { words: '', nouns: [], speaker: null, deeds: [] };
  return new Asked(
    { text: '', language: 'de', type: 'any', sought, concepts: asked, dates: [], side: null },
    vocabulary(),
  );
};

/** How often a text speaks of a concept, counted term by term. */
function timesIn(terms: readonly number[], concept: Concept): number {
  const own = terms.reduce((sum, term) => sum + (concept.variants.get(`t${term}`) ?? 0), 0);
  if (concept.parts.length === 0) return own;
  return Math.max(own, PARTS_WEIGHT * Math.min(...concept.parts.map((part) => timesIn(terms, part))));
}

describe('the score of a passage', () => {
  it('is that of BM25 over concepts, of a passage as long as the others', () => {
    const scorer = new Scorer(packed([[[0, 1]], [[0], [0]], [[5, 6]]]), TERMS);
    const asked = asking([conceptOf(new Map([['t0', 1]])), conceptOf(new Map([['t1', 0.5]]))]);
    const scores = scorer.scoresOf(asked, [3, 1], [0, 1, 2], () => undefined);
    // t / (t + 1) of each concept: 1/2 and 1/3; 2/3 and 0; nothing.
    expect([...scores]).toEqual([(3 / 2 + 1 / 3) / 4, (3 * (2 / 3)) / 4, 0]);
  });

  it('is the same as when every term of every passage is counted', () => {
    fc.assert(
      fc.property(corpora, concepts, fc.nat(3), (passages, asked, about) => {
        const scorer = new Scorer(packed(passages), TERMS);
        const numbers = passages.map((_, number) => number).reverse();
        const scores = scorer.scoresOf(
          asking(asked),
          asked.map(() => 1),
          numbers,
          (passage) => (passage === 0 ? asked.map(() => about) : undefined),
        );
        const mean = passages.flat(2).length / passages.length;
        for (const [at, number] of numbers.entries()) {
          const terms = passages[number]?.flat() ?? [];
          const share = asked.reduce((sum, concept) => {
            const times = timesIn(terms, concept) + (number === 0 ? about : 0);
            return sum + times / (times + 0.5 + 0.5 * (terms.length / mean));
          }, 0);
          expect(scores[at]).toBeCloseTo(share / asked.length, 9);
        }
      }),
    );
  });

  it('is the same whichever other passages are scored with it', () => {
    fc.assert(
      fc.property(corpora, concepts, (passages, asked) => {
        const scorer = new Scorer(packed(passages), TERMS);
        const weights = asked.map((_, at) => at + 1);
        const all = scorer.scoresOf(
          asking(asked),
          weights,
          passages.map((_, number) => number),
          () => undefined,
        );
        for (const number of passages.keys()) {
          expect(scorer.scoresOf(asking(asked), weights, [number], () => undefined)[0]).toBe(all[number]);
        }
      }),
    );
  });
});

describe('the best scores', () => {
  it('are the first of all when sorted, equal ones in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 12 }), (scores, most) => {
        const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
        expect(bestOf(Float64Array.from(scores), most)).toEqual(sorted.slice(0, most));
      }),
    );
  });
});
