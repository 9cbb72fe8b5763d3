import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { type KnownWords, mend } from '../../src/language/mending.ts';

/** Words that mean something as they stand; nothing else is near to what is typed. */
const knowing = (...words: readonly string[]): KnownWords => ({
  isKnown: (folded) => words.includes(folded),
  costOfOther: () => Number.POSITIVE_INFINITY,
  partOfPhrase: () => null,
});

describe('mistyped words of grammar are put right', () => {
  it.each<[string, Language, string]>([
    ['was wolte er', 'de', 'was wollte er'],
    ['wiso kam er', 'de', 'wieso kam er'],
    ['wievile kamen', 'de', 'wieviel kamen'],
    ['wie offt kam er', 'de', 'wie oft kam er'],
    ['nciht gut', 'de', 'nicht gut'],
    ['im febuar 2025', 'de', 'im februar 2025'],
    ['Anfang Märtz 2025', 'de', 'Anfang märz 2025'],
    ['teh deal', 'en', 'the deal'],
    ['wich deal', 'en', 'which deal'],
    ['they coud go', 'en', 'they could go'],
    ['how offen', 'en', 'how often'],
    ['in febuary', 'en', 'in february'],
  ])('%s (%s): %s', (typed, language, meant) => {
    expect(mend(typed, language, knowing('deal', 'gut', 'kam')).text).toBe(meant);
  });

  it('but not words that are known, nouns, names and what is short', () => {
    expect(mend('teh wiso', 'en', knowing('teh', 'wiso')).text).toBe('teh wiso');
    expect(mend('der Wolte', 'de', knowing()).text).toBe('der Wolte');
    expect(mend('xz', 'en', knowing()).text).toBe('xz');
  });

  it('and not where another word is nearer', () => {
    const known: KnownWords = { ...knowing(), costOfOther: () => 0.25 };
    expect(mend('wolte', 'de', known).text).toBe('wolte');
  });
});

describe('years in two digits are written out', () => {
  it.each<[string, Language, string]>([
    ['im märz 25', 'de', 'im märz 2025'],
    ['am 16.5.25', 'de', 'am 16.5.2025'],
    ['on 16.5.25', 'en', 'on 16.5.2025'],
    ["in spring '25", 'en', "in spring '2025"],
    ['in march 25', 'en', 'in march 25'],
    ['on 18 march 25', 'en', 'on 18 march 2025'],
    ['late march 25', 'en', 'late march 2025'],
    ['spring 25', 'en', 'spring 2025'],
    ['im okt 25', 'de', 'im okt 2025'],
    ['märz 25 uhr', 'de', 'märz 25 uhr'],
    ['25 märz', 'de', '25 märz'],
    ['märz 2025', 'de', 'märz 2025'],
  ])('%s (%s): %s', (typed, language, meant) => {
    expect(mend(typed, language, knowing('march', 'marz', 'spring', 'uhr')).text).toBe(meant);
  });
});

describe('offsets of a mended text', () => {
  it('lead back to what was typed', () => {
    const typed = 'wiso kam er im märz 25 an';
    const { text, toTyped } = mend(typed, 'de', knowing('kam', 'marz'));
    const start = text.indexOf('märz 2025');
    expect(typed.slice(toTyped(start), toTyped(start + 'märz 2025'.length))).toBe('märz 25');
  });

  it('never run backwards or beyond its end, in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('wolte', 'teh', 'märz', '25', 'wie', 'how', 'offen'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom<Language>('de', 'en'), (pieces, language) => {
        const typed = pieces.join(' ');
        const { text, toTyped } = mend(typed, language, knowing());
        let last = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const at = toTyped(offset);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(typed.length);
          last = at;
        }
        expect(last).toBe(typed.length);
      }),
    );
  });
});
