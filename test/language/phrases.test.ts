import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../src/language/phrases.ts';

const words = (text: string): { stem: string; surface: string }[] =>
  text.split(' ').map((surface) => ({ stem: surface.toLowerCase(), surface }));

function bookOf(...entries: readonly (readonly [string, string, boolean?])[]): PhraseBook {
  const book = new PhraseBook();
  for (const [phrase, term, onlyCapitals] of entries) book.add(phrase.split(' '), term, onlyCapitals);
  return book;
}

describe('a phrase book', () => {
  it('finds words and phrases, also one inside another, in order of their start', () => {
    const book = bookOf(['haus', '~house'], ['weiss haus', '@white-house'], ['weiss', '~white']);
    expect(book.find(words('das weiss haus'))).toEqual([
      { from: 1, to: 2, terms: ['~white'] },
      { from: 1, to: 3, terms: ['@white-house'] },
      { from: 2, to: 3, terms: ['~house'] },
    ]);
  });

  it('finds every place of a phrase', () => {
    expect(
      bookOf(['a', '@a'])
        .find(words('a b a'))
        .map(({ from }) => from),
    ).toEqual([0, 2]);
  });

  it('gives all meanings of a phrase, each once', () => {
    const book = bookOf(['rat', '~council'], ['rat', '~advice'], ['rat', '~council']);
    expect(book.find(words('rat'))).toEqual([{ from: 0, to: 1, terms: ['~council', '~advice'] }]);
  });

  it('takes no beginning of a phrase for the phrase', () => {
    const book = bookOf(['weiss haus', '@white-house']);
    expect(book.find(words('weiss'))).toEqual([]);
    expect(book.has('weiss')).toBe(false);
    expect(book.find([])).toEqual([]);
  });

  it('finds a name that is only one in capitals only where it is in capitals', () => {
    const book = bookOf(['us', '@us', true]);
    expect(book.find(words('US'))).toHaveLength(1);
    expect(book.find(words('us'))).toEqual([]);
  });

  it('finds it in any letters once it was also taught without that condition', () => {
    const book = bookOf(['un', '@un', true], ['un', '@un', false]);
    expect(book.find(words('un'))).toHaveLength(1);
  });
});
