import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analyzer, type Term } from '../../src/language/analysis.ts';
import { CompoundSplitter } from '../../src/language/compounds.ts';
import type { Language } from '../../src/language/language.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { type Concept, type Question, QuestionReader } from '../../src/language/question.ts';
import { SpellingCorrector } from '../../src/language/spelling.ts';
import { projectFile } from '../../src/project.ts';

const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const analyzer = new Analyzer(lexicon);

/** The texts that the questions are about. */
const TEXTS: readonly (readonly [Language, string])[] = [
  ['de', 'Die Drohnen sollen an der Grenze fliegen. Der Frachter lag im Hafen, die Lotsen warteten.'],
  ['en', 'The drones fly at the border. The freighter lay in port, and the pilots waited for clearance.'],
];

const terms = new Set<Term>();
const words: Record<Language, Set<string>> = { de: new Set(lexicon.words.de), en: new Set(lexicon.words.en) };
const compounds = new CompoundSplitter(words.de);
for (const [language, text] of TEXTS) {
  for (const word of analyzer.analyze(text, language).words) {
    words[language].add(word.token.folded);
    terms.add(word.term);
    for (const term of analyzer.relationsOf(word, language, compounds)) terms.add(term);
  }
}
const reader = new QuestionReader(
  lexicon,
  analyzer,
  compounds,
  new SpellingCorrector(new Set([...words.de, ...words.en])),
  { has: (term) => terms.has(term) },
);
const read = (text: string): Question => reader.read(text, 'de');
const surfaces = (text: string): string[] => read(text).concepts.map((concept) => concept.surface);

function conceptOf(text: string, surface: string): Concept {
  const found = read(text).concepts.find((concept) => concept.surface === surface);
  if (found === undefined) throw new Error(`${surface} is no concept of “${text}”: ${surfaces(text).join(', ')}`);
  return found;
}

/** Whether a word of a question can mean what a word of a text says. */
function means(question: string, surface: string, text: string, language: Language): boolean {
  const { words: found, phrases } = analyzer.analyze(text, language);
  const said = new Set([
    ...found.flatMap((word) => [word.term, ...analyzer.relationsOf(word, language, compounds)]),
    ...phrases.map(({ term }) => term),
  ]);
  return [...conceptOf(question, surface).variants].some(([term, weight]) => weight >= 0.8 && said.has(term));
}

describe('words that carry no topic', () => {
  it.each([
    ['was wolte er an der Grenze', ['Grenze']],
    ['wiso flogen die Drohnen', ['flogen', 'Drohnen']],
    ['wich drones did they see', ['drones', 'see']],
    ['how offen came drones', ['came', 'drones']],
    ['Welche Politiker sahen die Drohnen?', ['sahen', 'Drohnen']],
    ['Drohnen Anfang März 2026', ['Drohnen']],
    ['drones in spring 2025', ['drones']],
  ])('are not looked for: %s', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });

  it.each([
    ['I vaguely remember drones', 'vaguely', true],
    ['my cousin saw drones', 'cousin', true],
    ['Ich entsinne mich dunkel an Drohnen', 'dunkel', true],
    ['by the way, drones', 'way', true],
    ['a vagely seen drone', 'vagely', true],
    ['Was war mit den Drohnen?', 'Drohnen', false],
    ['were prisoners freed', 'prisoners', false],
  ])('weigh little: %s, %s', (text, surface, light) => {
    expect(conceptOf(text, surface).light).toBe(light);
  });
});

describe('a mistyped word', () => {
  it.each([
    ['drohen an der grenze', 'drohen', null],
    ['die drohnnen', 'drohnnen', 'drohnen'],
    ['the freigter', 'freigter', 'freighter'],
    ['der frachtter', 'frachtter', 'frachter'],
  ])('%s, %s: %s', (text, surface, meant) => {
    expect(conceptOf(text, surface).corrected).toBe(meant);
  });

  it('looks for `einigen` where it is the verb, not where it stands before a noun', () => {
    for (const text of [
      'Konnten sie sich einigen?',
      'Haben sie sich auf ein Ende einigen können',
      'sich zu einigen, wäre gut',
    ]) {
      expect(surfaces(text)).toContain('einigen');
    }
    expect(surfaces('In einigen Häfen?')).not.toContain('einigen');
    expect(surfaces('Nach einigen ruhigen Tagen?')).not.toContain('einigen');
  });

  it('is not corrected to a light word of the other language', () => {
    expect(conceptOf('lag der frachter woanderz', 'woanderz').corrected).not.toBe('wonders');
  });
});

describe('a mistyped word of a phrase', () => {
  it.each([
    ['who is the secretery of state', 'secretary of state'],
    ['the foriegn minister', 'foreign minister'],
    ['the prime minnister', 'prime minister'],
  ])('is put right, though no text has it: %s', (text, expected) => {
    expect(surfaces(text)).toContain(expected);
  });

  it('is left as it is where what is around it makes no phrase with it', () => {
    expect(surfaces('the secretery of drones')).toEqual(['secretery', 'drones']);
  });
});

describe('lengths of time', () => {
  it.each<[string, string, string, Language]>([
    ['Schweigen die Drohnen einen Monat lang?', 'Monat', 'Sie sollen 30 Tage ruhen.', 'de'],
    ['drones stopped for a month', 'month', 'Sie ruhten dreißig Tage.', 'de'],
    ['drones stopped for four weeks', 'four weeks', 'They stopped for 30 days.', 'en'],
    ['ein halbes Jahr ohne Drohnen', 'halbes Jahr', 'Sie ruhten sechs Monate.', 'de'],
    ['drones for 72 hours', '72 hours', 'Sie flogen drei Tage.', 'de'],
  ])('meet others that are as long: %s, %s, %s', (question, surface, text, language) => {
    expect(means(question, surface, text, language)).toBe(true);
  });

  it('do not meet others that are not', () => {
    expect(means('drones for three days', 'three days', 'Sie flogen 30 Tage.', 'de')).toBe(false);
    expect(means('drones twice in a month', 'month', 'Sie flogen 30 Tage.', 'de')).toBe(false);
  });
});

describe('what only points or only asks again', () => {
  it.each([
    ['Flogen die zwei Drohnen?', ['Flogen', 'Drohnen']],
    ['were those two drones', ['drones']],
    ['fliegen die Drohnen oder wars das jetzt?', ['fliegen', 'Drohnen']],
    ['drones at the border or what', ['drones', 'border']],
    ['drones at the border, right?', ['drones', 'border']],
    ['Drohnen an der Grenze ja nein', ['Drohnen', 'Grenze']],
  ])('is not looked for: %s', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });

  it.each([
    ['Flogen zwei Drohnen?', 'zwei'],
    ['drones for the three days', 'three days'],
    ['drones or pilots', 'pilots'],
  ])('but what says more is: %s', (text, surface) => {
    expect(surfaces(text)).toContain(surface);
  });
});

describe('what the asked thing is a thing of', () => {
  const nounsOf = (text: string): string[] => {
    const { sought, concepts } = read(text);
    return sought.nouns.flatMap((noun) => concepts[noun]?.surface ?? []);
  };
  const speakerOf = (text: string): string | undefined => {
    const { sought, concepts } = read(text);
    return sought.speaker === null ? undefined : concepts[sought.speaker]?.surface;
  };

  it.each([
    ['Wie viele Drohnen flogen?', ['Drohnen']],
    ['How many armed drones were there?', ['armed', 'drones']],
    ['How many did they see?', []],
    ['Welcher General sah die Drohnen?', ['General']],
    ['Which American general saw drones?', ['general']],
  ])('is named behind what asks: %s', (text, expected) => {
    expect(nounsOf(text)).toEqual(expected);
  });

  it.each([
    ['Wer hat im Hafen Drohnen gezählt?', ['gezählt']],
    ['Who launched drones?', ['launched']],
    ['When did Putin launch drones?', ['launch']],
    ['Welcher General zählte Drohnen?', []],
    ['Wo zählte er Drohnen?', []],
  ])('is what was done: %s', (text, expected) => {
    const { sought, concepts } = read(text);
    expect(sought.deeds.flatMap((deed) => concepts[deed]?.surface ?? [])).toEqual(expected);
  });

  it.each([
    ['Was sagte Putin zu Trump?', 'Putin'],
    ['What did Trump say when Putin called?', 'Trump'],
    ["Lavrov's verdict on Rubio", 'Lavrov'],
    ['Die Reaktion von Putin', 'Putin'],
    ['What did they say?', undefined],
    ['Putin rief an. Was hat er zu Trump gesagt?', 'Putin'],
    ['What did his press secretary say about Trump?', undefined],
    ['Wo war Putin?', undefined],
  ])('is who speaks: %s', (text, expected) => {
    expect(speakerOf(text)).toBe(expected);
  });
});

describe('verbs and their particles', () => {
  it('are one word in questions and in texts', () => {
    expect(means('Wer sagte das Treffen ab?', 'sagte', 'Sie hat das Treffen abgesagt.', 'de')).toBe(true);
    expect(means('Wer hat abgesagt?', 'abgesagt', 'Er sagte das Treffen wegen Regens ab.', 'de')).toBe(true);
    expect(means('who called the summit off', 'called', 'He cancelled the summit.', 'en')).toBe(true);
    expect(means('who turned down the offer', 'turned', 'Moskau lehnte das Angebot ab.', 'de')).toBe(true);
  });

  it('are another verb than the bare one', () => {
    expect(means('who called the summit off', 'called', 'They had a phone call.', 'en')).toBe(false);
  });
});

it('forms of a verb that nobody listed mean what its infinitive means', () => {
  expect(means('macht Kiew da mit', 'macht', 'Kyiv will take part.', 'en')).toBe(true);
});

it('dates and their spans are those that were typed', () => {
  const text = 'wiso flogen sie im märz 25 los';
  expect(read(text).dates.map(({ start, end, year, month }) => [text.slice(start, end), year, month])).toEqual([
    ['märz 25', 2025, 3],
  ]);
});

it('any text can be read, with weights above 0 and at most 1', () => {
  const piece = fc.oneof(
    fc.constantFrom('wer', 'sagte', 'ab', 'called', 'off', 'märz', '25', 'Drohnen', 'grenze', 'teh', 'wolte', '?'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const text = pieces.join(' ');
      const { concepts, dates } = read(text);
      for (const concept of concepts) {
        for (const weight of concept.variants.values()) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }
      for (const { start, end } of dates) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
