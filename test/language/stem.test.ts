import { stemmer as germanStemmer } from '@orama/stemmers/german';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { germanRoot, stem } from '../../src/language/stem.ts';

describe('a stem', () => {
  it.each([
    ['de', ['Waffenruhe', 'Waffenruhen']],
    ['de', ['Verhandlung', 'Verhandlungen']],
    ['de', ['Angriff', 'Angriffe', 'Angriffen', 'Angriffs']],
    ['de', ['Präsident', 'Präsidenten', 'PRÄSIDENT']],
    ['en', ['ceasefire', 'ceasefires']],
    ['en', ['negotiate', 'negotiated', 'negotiating', 'negotiates']],
    ['en', ['prisoner', 'prisoners']],
  ] as const)('%s unites %j', (language, forms) => {
    expect(new Set(forms.map((form) => stem(fold(form), language))).size).toBe(1);
  });

  it.each([
    ['de', 'Frieden', 'Friseur'],
    ['de', 'Russland', 'Russe'],
    ['en', 'peace', 'piece'],
    ['en', 'ukraine', 'ukulele'],
  ] as const)('%s keeps %s and %s apart', (language, a, b) => {
    expect(stem(fold(a), language)).not.toBe(stem(fold(b), language));
  });

  it('is the same whether or not the word was seen before', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abdeghilnrstu'), maxLength: 12 }), (word) => {
        expect(stem(word, 'de')).toBe(germanStemmer(word));
        expect(stem(word, 'de')).toBe(germanStemmer(word));
      }),
    );
  });

  it('leaves numbers and other scripts as they are', () => {
    for (const word of ['2025', '175', 'путин', '漢字', '']) {
      expect(stem(word, 'de')).toBe(word);
      expect(stem(word, 'en')).toBe(word);
    }
  });
});

describe('a German root', () => {
  it.each([
    [['leiten', 'leitete', 'geleitet', 'Leitung']],
    [['austauschen', 'ausgetauscht', 'auszutauschen']],
    [['fordern', 'forderte', 'gefordert', 'Forderung']],
  ])('is shared by %j', (forms) => {
    expect(new Set(forms.map((form) => germanRoot(fold(form)))).size).toBe(1);
  });

  it.each([
    ['Krieg', 'kriechen'],
    ['Leitung', 'Leistung'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(germanRoot(fold(a))).not.toBe(germanRoot(fold(b)));
  });

  it('is never taken down to less than three letters', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abeghilnrstu'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(letters, (word) => {
        expect(germanRoot(word).length).toBeGreaterThanOrEqual(Math.min(3, stem(word, 'de').length));
      }),
    );
  });
});
