import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEngine, findPassages, loadEngine } from '../../src/search/engine.ts';

const corpora = fc.array(fc.array(fc.nat(40), { maxLength: 12 }), { maxLength: 30 });

const frequenciesOf = (passages: readonly (readonly number[])[]) => (term: number) =>
  passages.filter((terms) => terms.includes(term)).length;

describe('the engine', () => {
  it('finds every passage that has one of the terms, also after it was kept', () => {
    fc.assert(
      fc.property(corpora, fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }), (passages, asked) => {
        const frequencyOf = frequenciesOf(passages);
        const built = buildEngine(passages, frequencyOf);
        for (const engine of [built, loadEngine(JSON.parse(JSON.stringify(built)))]) {
          const found = new Set<number>();
          findPassages(engine, asked, frequencyOf, (passage) => found.add(passage));
          for (const [number, terms] of passages.entries()) {
            if (terms.some((term) => asked.includes(term))) expect(found).toContain(number);
          }
        }
      }),
    );
  });

  it('visits no passage twice, however many of the terms it has', () => {
    fc.assert(
      fc.property(corpora, fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (passages, asked) => {
        const frequencyOf = frequenciesOf(passages);
        const found: number[] = [];
        findPassages(buildEngine(passages, frequencyOf), asked, frequencyOf, (passage) => found.push(passage));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it('finds nothing by terms that no passage has, where they share no name with one that does', () => {
    const passages = [
      [1, 2],
      [2, 3],
      [2, 4],
    ];
    const found: number[] = [];
    findPassages(buildEngine(passages, frequenciesOf(passages)), [77], frequenciesOf(passages), (at) => found.push(at));
    expect(found).toEqual([]);
  });
});
