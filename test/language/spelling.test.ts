import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, SpellingCorrector } from '../../src/language/spelling.ts';

/** Optimal string alignment, straight from its definition. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const options = [
    naiveDistance(a.slice(1), b) + 1,
    naiveDistance(a, b.slice(1)) + 1,
    naiveDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    options.push(naiveDistance(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...options);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('the distance of two words', () => {
  it('is that of the definition, up to the bound', () => {
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, bound) => {
        expect(editDistance(a, b, bound)).toBe(Math.min(naiveDistance(a, b), bound + 1));
      }),
    );
  });

  it('is the same in both directions, and nothing only between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the words that may have been meant', () => {
  const long = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'é', 'ж'), { minLength: 4, maxLength: 10 })
    .map((rest) => `x${rest.join('')}`);

  it('are all that are nearest, however many there are, also when asked for again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(long, { maxLength: 40 }), long, (vocabulary, typed) => {
        const allowed = typed.length >= 9 ? 2 : 1;
        const distances = vocabulary.map((each) => editDistance(typed, each, allowed));
        const least = Math.min(allowed, ...distances);
        const nearest = vocabulary.filter((_, at) => distances[at] === least);
        const corrector = new SpellingCorrector(vocabulary);
        for (let times = 0; times < 2; times++) {
          expect(
            corrector
              .correct(typed)
              .map((each) => each.word)
              .sort(),
          ).toEqual(nearest.sort());
        }
      }),
    );
  });
});

describe('a typing error', () => {
  const corrector = new SpellingCorrector(['waffenruhe', 'waffenruhen', 'putin', 'trump', 'kreml', 'istanbul', 'rat']);
  const meant = (typed: string): string[] => corrector.correct(typed).map((correction) => correction.word);

  it.each([
    ['wafenruhe', ['waffenruhe']],
    ['wafefnruhe', ['waffenruhe']],
    ['waffenruhne', ['waffenruhe', 'waffenruhen']],
    ['puttin', ['putin']],
    ['ptuin', ['putin']],
    ['krmel', ['kreml']],
    ['istambul', ['istanbul']],
    ['waffnruh', []],
    ['utin', []],
    ['dutin', []],
    ['tat', []],
    ['', []],
  ])('%s may mean %j', (typed, words) => {
    expect(meant(typed).sort()).toEqual(words);
  });

  it('is only corrected to the nearest words, all equally near and with the same first letter', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), letters, (vocabulary, typed) => {
        const found = new SpellingCorrector(new Set(vocabulary)).correct(typed);
        const allowed = typed.length >= 9 ? 2 : 1;
        const near = vocabulary
          .filter((known) => known[0] === typed[0])
          .map((known) => ({ known, distance: editDistance(typed, known, 3) }))
          .filter(({ distance }) => distance <= allowed);
        const least = Math.min(...near.map(({ distance }) => distance));
        const expected = typed.length < 5 ? [] : near.filter(({ distance }) => distance === least);
        expect(new Set(found.map((correction) => correction.word))).toEqual(
          new Set(expected.map(({ known }) => known)),
        );
      }),
    );
  });
});
