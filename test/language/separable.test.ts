import { describe, expect, it } from 'vitest';
import { joinSeparated } from '../../src/language/separable.ts';
import { tokenize } from '../../src/language/tokens.ts';

const VERBS = new Set(['absagte', 'absagt', 'teilnahm', 'ankundigte', 'nachgab', 'zusammensassen', 'auftrat']);

/** The verbs of a sentence as they are with their particles. */
const verbsOf = (text: string): string[] => [
  ...joinSeparated(text, tokenize(text), (folded) => VERBS.has(folded)).joined.values(),
];

describe('a German verb that stands apart from its particle', () => {
  it.each<[string, string[]]>([
    ['Er sagte das Treffen ab.', ['absagte']],
    ['wer sagt das treffen ab', ['absagt']],
    ['Er sagte das Treffen ab, weil er krank war.', ['absagte']],
    ['Kiew nahm nicht teil und kündigte Gegenwehr an.', ['teilnahm', 'ankundigte']],
    ['Am Ende gab Moskau nach', ['nachgab']],
    ['Sie saßen lange zusammen!', ['zusammensassen']],
    ['Er sagte, es gehe ab morgen.', []],
    ['Er sagte es ab Montag zu.', []],
    ['Er sagte viel; danach ging es ab.', []],
    ['absagte', []],
    ['', []],
  ])('%s', (text, verbs) => {
    expect(verbsOf(text)).toEqual(verbs);
  });

  it('takes its particle out of the text', () => {
    const text = 'Er sagte das Treffen ab.';
    const { particles } = joinSeparated(text, tokenize(text), (folded) => VERBS.has(folded));
    expect([...particles]).toEqual([4]);
  });
});
