import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary, VocabularyBuilder } from '../../src/search/vocabulary.ts';

const WORDS = ['haus', 'häuser', 'baum', 'bäume'] as const;
const RELATIONS = ['√haus', '√baum', '~gebäude', 'haus'] as const;
const pairs = fc.array(fc.tuple(fc.nat(WORDS.length - 1), fc.constantFrom(...RELATIONS)), { maxLength: 20 });

function vocabularyOf(related: readonly (readonly [number, string])[]): Vocabulary {
  const builder = new VocabularyBuilder();
  for (const word of WORDS) builder.intern(word);
  for (const [number, by] of related) builder.relate(number, by);
  return new Vocabulary(builder.data());
}

describe('the vocabulary', () => {
  it('finds by a term that term and all that are related to it, and no other', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...WORDS, ...RELATIONS, '√fremd'), (related, asked) => {
        const found = new Map<number, string>();
        vocabularyOf(related).resolve(asked, (number, own) => found.set(number, own));
        const expected = WORDS.flatMap((word, number) =>
          word === asked || related.some(([to, by]) => to === number && by === asked) ? [[number, word] as const] : [],
        );
        expect([...found].sort()).toEqual(expected.sort());
        expect(vocabularyOf(related).has(asked)).toBe(expected.length > 0);
      }),
    );
  });

  it('tells of each term by which of certain terms it can be found', () => {
    const vocabulary = vocabularyOf([
      [1, '√haus'],
      [0, '~gebäude'],
      [1, '~gebäude'],
    ]);
    expect(vocabulary.relationsThat((term) => term.startsWith('~'))).toEqual(
      new Map([
        [0, ['~gebäude']],
        [1, ['~gebäude']],
      ]),
    );
    expect(vocabulary.relationsThat((term) => term === 'baum')).toEqual(new Map([[2, ['baum']]]));
  });

  it('counts a passage once, however often a term stands in it', () => {
    const builder = new VocabularyBuilder();
    const term = builder.intern('haus');
    for (const passage of [0, 0, 3]) builder.count(term, passage);
    expect(new Vocabulary(builder.data()).frequencyOf(term)).toBe(2);
  });
});
