import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect.ts';
import type { Language } from '../../src/language/language.ts';
import { type AnswerType, asksHowOften, findScaffold } from '../../src/language/scaffold.ts';

const typeOf = (text: string, language: Language): AnswerType | null => findScaffold(text, language)?.type ?? null;

describe('what a German question asks for', () => {
  it.each<[string, AnswerType | null]>([
    ['Wie lange dauerte das Treffen?', 'duration'],
    ['Wie viel Zeit nahmen sie sich?', 'duration'],
    ['Wie viele Stunden saßen sie zusammen?', 'duration'],
    ['Treffen in Rom, wie lang?', 'duration'],
    ['Wie viele Gefangene kamen frei?', 'number'],
    ['Wie oft war er schon dort?', 'number'],
    ['Die wievielte Runde war das?', 'number'],
    ['Welchen Anteil bekommt Kiew?', 'number'],
    ['einlage rom millionen', 'number'],
    ['fonds 30 millionen', null],
    ['Wie heißt der neue General?', 'person'],
    ['Welcher der beiden Präsidenten rief an?', 'person'],
    ['An welchem Grenzübergang war das?', 'place'],
    ['In welcher saudischen Stadt war das?', 'place'],
    ['Was entgegnete er auf die Frage?', 'speech'],
    ['Von wem stammt der Entwurf?', 'person'],
    ['Wessen Idee war das?', 'person'],
    ['Von welcher Seite kam das?', 'person'],
    ['Welche Politiker waren dabei?', 'person'],
    ['Welcher General leitet das?', 'person'],
    ['Rom am 3. Mai, wer war da', 'person'],
    ['Um wie viel Uhr ging es los?', 'time'],
    ['In welchem Monat war das?', 'time'],
    ['In welchem Gebäude trafen sie sich?', 'place'],
    ['An welchem Ort war das?', 'place'],
    ['Mit welcher Begründung sagte er ab?', 'reason'],
    ['Welche Gründe nannte er?', 'reason'],
    ['Was sagte er dazu?', 'speech'],
    ['Hat die Ukraine zugestimmt?', null],
    ['Hat jemand gefragt, wann es losgeht?', 'time'],
    ['Was geschah, als er kam?', null],
    ['Gefangene getauscht', null],
    ['Mit wem sprach er?', 'person'],
    ['Wer noch war dabei?', 'person'],
    ['Wie bald soll das sein?', 'time'],
    ['Um wie viel stieg es?', 'number'],
    ['Hat er gesagt, dass er kommt?', null],
  ])('%s %s', (text, type) => {
    expect(typeOf(text, 'de')).toBe(type);
  });
});

describe('what an English question asks for', () => {
  it.each<[string, AnswerType | null]>([
    ['How much time did they spend?', 'duration'],
    ['How many hours did it last?', 'duration'],
    ['How many prisoners were freed?', 'number'],
    ['How often did they meet?', 'number'],
    ['What share does Kyiv get?', 'number'],
    ['Who signed it?', 'person'],
    ['By whom was it signed?', 'person'],
    ['Which European countries came?', 'person'],
    ['What did that person bring?', null],
    ['Which day was it?', 'time'],
    ['When was the next round due?', 'time'],
    ['At which venue did they meet?', 'place'],
    ['What reason was given?', 'reason'],
    ['What did she think of it?', 'speech'],
    ['Where does he stand on it?', 'speech'],
    ['Was a truce agreed when they met?', null],
    ['Do we know when they would meet?', 'time'],
    ['What was decided when they met?', null],
    ['Which round was that?', null],
    ['With whom did he speak?', 'person'],
    ['Who else was there?', 'person'],
    ['How quick was it meant to be?', 'time'],
    ['What did she tell them?', 'speech'],
    ['Did she say yes to it?', null],
    ['Which paper printed what she said?', null],
    ['Which hotel was it?', 'place'],
  ])('%s %s', (text, type) => {
    expect(typeOf(text, 'en')).toBe(type);
  });
});

describe('a question after a story', () => {
  it.each<[string, AnswerType | null]>([
    ['I read somewhere how long they met. Who was there?', 'person'],
    ['It was when they met in Rome. What was agreed?', null],
    ['They swapped 175 each. how many more', 'number'],
    ['Ich weiß noch, wer dabei war. Wo war das?', 'place'],
    ['When did they meet. Does anyone know?', 'time'],
    ['Ich suche den Tag: Wann war das Treffen in Rom? Weiß das jemand?', 'time'],
    ['Wann kommt er? Weiß jemand, wer dabei ist?', 'person'],
  ])('%s %s', (text, type) => {
    expect(typeOf(text, detectLanguage(text))).toBe(type);
  });
});

it('the words of a scaffold stand where it says, in any text', () => {
  const piece = fc.oneof(
    fc.constantFrom('wie', 'viele', 'who', 'when', 'welche', 'Seite', 'date', '?', '.', ' ', ', ', 'did', 'was', 'Ort'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom<Language>('de', 'en'), (pieces, language) => {
      const text = pieces.join(' ');
      const found = findScaffold(text, language);
      if (found === null) return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThanOrEqual(found.start);
      expect(found.end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it.each([
  ['Wie oft war er da?', true],
  ['How many times did they meet?', true],
  ['Wie viele waren da?', false],
  ['How softly', false],
])('%s asks how often: %s', (text, expected) => {
  expect(asksHowOften(text)).toBe(expected);
});
