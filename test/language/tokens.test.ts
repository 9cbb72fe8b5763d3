import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcronym, isNumber, tokenize } from '../../src/language/tokens.ts';

const surfaces = (text: string): string[] => tokenize(text).map((token) => token.surface);

describe('tokens', () => {
  it.each([
    ['Die Waffenruhe gilt.', ['Die', 'Waffenruhe', 'gilt']],
    ['erzielt.Das', ['erzielt', 'Das']],
    ['„US-Delegation“', ['US', 'Delegation']],
    ['1.000 Soldaten, 2,5 %', ['1.000', 'Soldaten', '2,5']],
    ['30Tage', ['30', 'Tage']],
    ['18.3.2025', ['18.3.2025']],
    ["Russia's", ['Russia', 's']],
    ['Stra\u00ADße', ['Stra\u00ADße']],
    ['Путин сказал', ['Путин', 'сказал']],
    ['👍 🇺🇦', []],
    ['', []],
    ['\uD83D', []],
  ])('of %j are %j', (text, words) => {
    expect(surfaces(text)).toEqual(words);
  });

  it('are slices of their text, in order, without overlap and never empty when folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toBe(token.surface);
          expect(token.folded).not.toBe('');
          end = token.end;
        }
      }),
    );
  });

  it('compare numbers by their digits: groups are joined, decimals are not', () => {
    const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);
    expect(folded('1.000 1,000 1000')).toEqual(['1000', '1000', '1000']);
    expect(folded('1.250.000')).toEqual(['1250000']);
    expect(folded('2,5 2.5 10,05')).toEqual(['2,5', '2.5', '10,05']);
  });

  it('tell which are joined by a hyphen', () => {
    const hyphenated = (text: string): boolean[] => tokenize(text).map((token) => token.hyphenated);
    expect(hyphenated('US-Delegation')).toEqual([false, true]);
    expect(hyphenated('US‑Delegation')).toEqual([false, true]);
    expect(hyphenated('US - Delegation')).toEqual([false, false]);
    expect(hyphenated('Trump–Putin')).toEqual([false, false]);
    expect(hyphenated('-Delegation')).toEqual([false]);
  });
});

it.each([
  ['US', true],
  ['NATO', true],
  ['OSZE', true],
  ['Us', false],
  ['A', false],
  ['WAFFENRUHE', false],
  ['24', false],
])('%s is written as an acronym: %s', (surface, expected) => {
  expect(isAcronym(surface)).toBe(expected);
});

it('a number is what begins with a digit', () => {
  expect(tokenize('30 Tage 1.000').map(isNumber)).toEqual([true, false, true]);
});
