import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cueSchema } from '../../src/language/cue-pattern.ts';
import { exactForm, PatternBook, type PatternWord } from '../../src/language/pattern-book.ts';
import { tokenize } from '../../src/language/tokens.ts';

/** The words of a text, each comma or full stop ending a clause. */
function wordsOf(text: string): PatternWord[] {
  return tokenize(text).map(({ surface, folded, start }) => ({
    folded,
    forms: [exactForm(surface)],
    clause: text.slice(0, start).split(/[,.]/).length,
  }));
}

/** The words of a text that a cue is found in, as written there; null where it is not. */
function found(cue: string, text: string): string | null {
  const book = new PatternBook<string>();
  book.add(cue, cue);
  const match = book.find(wordsOf(text))[0];
  const tokens = tokenize(text);
  return match === undefined ? null : match.words.map((at) => tokens[at]?.surface).join(' ');
}

describe('a cue is found', () => {
  it.each([
    ['einig', 'Sie sind sich einig.', 'einig'],
    ['nicht bereit', 'Er ist nicht bereit dazu.', 'nicht bereit'],
    ['nicht bereit', 'Er ist nicht sofort bereit.', null],
    ['legt … vor', 'Brüssel legt heute einen Plan vor.', 'legt vor'],
    ['gab … Befehl', 'Er gab auf, den Befehl las niemand.', null],
    ['vor|schlug', 'Er schlug eine Pause vor.', 'schlug vor'],
    ['vor|schlug', 'Was er vorschlug, gefiel.', 'vorschlug'],
    ['an|nahm', 'Er nahm an dem Treffen teil.', null],
    ['an|nahm', 'Er nahm den Plan an und ging.', 'nahm an'],
    ['ab|lehnte', 'Er lehnte den Plan, den Kiew schrieb, ab.', 'lehnte ab'],
    ['kein/ohne Ergebnis', 'Sie gingen ohne Ergebnis.', 'ohne Ergebnis'],
    ['Kind + Heimkehr', 'Die Heimkehr gelang, und jedes Kind lachte.', 'Heimkehr Kind'],
    ['Kind + Heimkehr', 'Jedes Kind lachte.', null],
    ['wurden', 'Sie würden gehen.', null],
    ['STRASSE', 'Die Straße ist lang.', 'Straße'],
  ])('%s in “%s”: %s', (cue, text, expected) => {
    expect(found(cue, text)).toBe(expected);
  });

  it('only once where a longer one holds all of its words', () => {
    const book = new PatternBook<string>();
    book.add('agreed', 'short');
    book.add('agreed on', 'long');
    expect(book.find(wordsOf('They agreed on it.')).map(({ value }) => value)).toEqual(['long']);
    expect(book.find(wordsOf('They agreed.')).map(({ value }) => value)).toEqual(['short']);
  });

  it('by a form of one’s own making', () => {
    const book = new PatternBook<string>((word) => exactForm(word).slice(0, 4));
    book.add('Sanktion', 'sanctions');
    const words = wordsOf('Neue Sanktionen').map((word) => ({
      ...word,
      forms: word.forms.map((form) => form.slice(0, 4)),
    }));
    expect(book.find(words).map(({ value }) => value)).toEqual(['sanctions']);
  });
});

describe('every text that is a cue', () => {
  const letters = fc.array(fc.constantFrom('Ja', 'nein', 'vor', '…', '|', '/', '+', '=', ' ', '*', '(', 'ß', '1'), {
    maxLength: 8,
  });

  it('is found in its own words', () => {
    fc.assert(
      fc.property(letters, (parts) => {
        const cue = parts.join('');
        const written = cue.replaceAll('+', ' ').replaceAll('…', ' ');
        // A separable verb is found in one word or the other way round; of alternatives only one is asked for.
        fc.pre(cueSchema.safeParse(cue).success && !/[|/]/.test(cue));
        const book = new PatternBook<string>();
        book.add(cue, cue);
        expect(book.find(wordsOf(written)).length).toBeGreaterThan(0);
      }),
    );
  });

  it('takes no longer on hostile sentences than their length allows', () => {
    const book = new PatternBook<string>();
    book.add('a … b … c … d', 'gaps');
    book.add('a + b + c', 'parts');
    const started = performance.now();
    book.find(wordsOf('a '.repeat(2000)));
    book.find(wordsOf('a b c '.repeat(700)));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
