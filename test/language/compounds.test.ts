import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompoundSplitter } from '../../src/language/compounds.ts';

const WORDS = ['waffe', 'waffen', 'ruhe', 'stillstand', 'waffenstillstand', 'verhandlungen', 'verhandlung'].concat([
  'frieden',
  'plan',
  'krieg',
  'gefangene',
  'vorschlag',
  'waffenruhe',
  'strasse',
  'bauer',
  'land',
  'kinder',
  'recht',
]);
const splitter = new CompoundSplitter(new Set(WORDS));

describe('a German compound', () => {
  it.each([
    ['waffenstillstandsverhandlungen', 'waffenstillstand', 'verhandlungen'],
    ['friedensplan', 'frieden', 'plan'],
    ['kriegsgefangene', 'krieg', 'gefangene'],
    ['waffenruhevorschlag', 'waffenruhe', 'vorschlag'],
    ['strassenbauer', 'strasse', 'bauer'],
    ['landesrecht', 'land', 'recht'],
    ['kinderrecht', 'kinder', 'recht'],
    ['waffenruhe', 'waffen', 'ruhe'],
  ])('%s is %s and %s', (word, modifier, head) => {
    expect(splitter.split(word)).toEqual({ modifier, head });
  });

  it.each(['ruhe', 'plan', 'unbekannt', 'friedens', 'xyzplan', 'planxyz', '', 'krieg'])(
    '%j is none, as no two known words make it up',
    (word) => {
      expect(splitter.split(word)).toBeNull();
    },
  );

  it('is only taken apart into words that are known, which stand at its two ends', () => {
    const parts = fc.array(fc.constantFrom(...WORDS, 's', 'es', 'en', 'n', 'x', 'ß', '\uD83D'), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (pieces) => {
        const word = pieces.join('');
        const compound = splitter.split(word);
        if (compound === null) return;
        const { modifier, head } = compound;
        expect(WORDS).toContain(modifier);
        expect(WORDS).toContain(head);
        expect(word.endsWith(head)).toBe(true);
        expect(word.startsWith(modifier.replace(/e$/, ''))).toBe(true);
        expect(word.length - head.length - modifier.length).toBeGreaterThanOrEqual(-1);
        expect(word.length - head.length - modifier.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('of an absurd length is left alone', () => {
    expect(splitter.split(`${'waffen'.repeat(10)}ruhe`)).toBeNull();
  });

  it('is told the same whenever it is asked', () => {
    for (const word of ['friedensplan', 'unbekannt', 'friedensplan', 'unbekannt']) {
      expect(splitter.split(word)).toEqual(new CompoundSplitter(new Set(WORDS)).split(word));
    }
  });
});
