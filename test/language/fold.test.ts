import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, withoutDigraphs } from '../../src/language/fold.ts';

describe('folding', () => {
  it.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['stra\u00ADße', 'strasse'],
    ['Präsident', 'prasident'],
    ['Pra\u0308sident', 'prasident'],
    ['Zelenskyy\u200B', 'zelenskyy'],
    ['\u202Eabc', 'abc'],
    ['ﬁnal', 'final'],
    ['Ｔｒｕｍｐ', 'trump'],
    ['İstanbul', 'istanbul'],
    ['Łódź', 'łodz'],
    ['Путин', 'путин'],
    ['', ''],
    ['\u200B\u00AD', ''],
  ])('makes %j %j', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (word) => fold(fold(word)) === fold(word)));
  });

  it('does not tell composed from decomposed characters, nor capitals from small letters', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aäöüßéABÄÖÜÉçñşğ'), maxLength: 12 });
    fc.assert(
      fc.property(words, (word) => {
        expect(fold(word.normalize('NFD'))).toBe(fold(word));
        expect(fold(word.toUpperCase())).toBe(fold(word));
      }),
    );
  });
});

describe('a word typed without umlauts', () => {
  it.each([
    ['praesident', 'prasident'],
    ['gespraech', 'gesprach'],
    ['beschluesse', 'beschlusse'],
    ['behoerde', 'behorde'],
    ['neue', 'neue'],
    ['quelle', 'quelle'],
    ['trauer', 'trauer'],
    ['waffenruhe', 'waffenruhe'],
  ])('%s stands for %s', (typed, meant) => {
    expect(withoutDigraphs(typed)).toBe(meant);
  });
});
