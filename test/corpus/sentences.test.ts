import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from '../../src/corpus/sentences.ts';
import type { Language } from '../../src/language/language.ts';
import { LANGUAGES } from '../../src/language/language.ts';
import { sliceOf } from '../../src/span.ts';

/** Marks in the tables below where a sentence must end; it is not part of the text. */
const SEAM = '¦';

const GERMAN: Readonly<Record<string, readonly string[]>> = {
  'plain sentences': ['Die Gespräche begannen am Mittag. ¦Am Abend endeten sie! ¦Und nun?', 'Nur ein Satz ohne Punkt'],
  dates: [
    'Am 18. März telefonierten Trump und Putin. ¦Das Gespräch dauerte lange.',
    'Vom 18. bis 20. März wurde verhandelt, am 3. Dezember nicht.',
    'Die Frist endet am 31. Dez. 2025 um Mitternacht.',
    'Am 18.3. Treffen in Dschidda, am 11.03. Abflug. ¦Danach Ruhe.',
    'Am 18. 3. 2025 wurde telefoniert.',
    'Vom 18.-20. April und 16.–19. Mai wird verhandelt, dann in der 3.-4. Woche.',
    'Das Gespräch war am 18. ¦Danach schwieg der Kreml.',
    'Das war im Jahr 2025. ¦Die Waffen schwiegen nicht.',
    'Das war am 18.03.2025. ¦Putin lehnte ab.',
    'Es geschah 2025. ¦Putin lehnte ab.',
  ],
  ordinals: [
    'Papst Leo XIV. Putin und Selenskyj bot er Gespräche an.',
    'Papst Leo XIV. bot Gespräche an.',
    'Die 2. Runde der Gespräche und die 52. Münchner Sicherheitskonferenz folgten.',
    'Das war die 1. Verhandlungsrunde. ¦Die 2. Runde folgt.',
    'Am 100. Tag seiner Amtszeit sprach er.',
    'Das folgt aus Artikel 5. ¦Russland widerspricht. ¦Es galt Minsk II. ¦Putin brach es.',
    'Es starben 175. ¦Putin schwieg.',
    'Er sprach mit Leo XIV. ¦Danach reiste er ab.',
  ],
  numbers: [
    'Um 14.30 Uhr begann es, 3.5 Stunden lang. ¦Dann war Schluss.',
    'Es begann um 14.30. ¦Putin kam später.',
    'Rund 1.500 Soldaten und 3,5 Mio. Euro waren betroffen.',
    'Das kostet 30 Mrd. Dollar. ¦Wer zahlt?',
    'Es kostete 30 Mio. ¦Das war viel.',
    'Eine Einigung wurde erzielt. ¦30 Tage lang soll sie gelten.',
    'Eine Einigung wurde erzielt. ¦175 gefangene Soldaten kamen frei.',
    'Er fuhr 280 km/h. ¦Putin flog eine F-16. ¦Trump nicht.',
    'Laut Art. 5 und Nr. 3, Abs. 2 gilt das. ¦Und S. 7 auch.',
  ],
  abbreviations: [
    'Genannt wurden z. B. Energieanlagen, d. h. Kraftwerke u. a. Ziele.',
    'Genannt wurden z.B. Energieanlagen, d.h. Kraftwerke.',
    'Es sprachen Dr. Müller, Prof. Dr. Schmidt und Hr. Meyer bzw. Frau Meyer.',
    'Ca. 30 Staaten, inkl. Deutschland, sog. Willige, nahmen teil.',
    'Drohnen, Raketen usw. wurden gezählt. ¦Panzer usw. ¦Putin schwieg.',
    'Alle Waffen (Drohnen usw.) Russlands schweigen.',
    'Vgl. Kapitel 3. ¦Es ist kurz.',
    'Das gilt i. d. R. nicht u. U. Russland betreffend.',
    'Zahlen u. a. ¦Die Liste ist lang.',
    'US-Vizepräsident J.D. Vance und J. D. Vance und George W. Bush kamen.',
    'Die U.S. Army und St. Petersburg. ¦Mr. Trump lobte Sen. Graham.',
    'General a. D. Kellogg reiste an, 44 v. Chr. Geburt nicht.',
  ],
  quotations: [
    '„Wir sind bereit.“ ¦Danach ging er.',
    '»Wir sind bereit.« ¦»Wozu?« fragte er.',
    '«Wir sind bereit.» ¦«Wozu?», fragte er.',
    'Er sagte: ‚Gut.‘ ¦Sie nickte.',
    '"Ist das so?" fragte er. ¦"Ja!" antwortete sie.',
    '„Ist das so?“, fragte er. ¦Niemand antwortete.',
    '"Wir reden. ¦Wir verhandeln. ¦Wir unterschreiben", sagte Putin. ¦Trump schwieg.',
    'Er gab den "entsprechenden Befehl." ¦Das Militär folgte.',
    'Er rief „Nein!“ und ging.',
    '« Oui. » ¦Macron nickte.',
    '„Er sagte: ‚Nein.‘“ ¦Danach schwieg er.',
    '„Gut“. ¦„Nicht gut“.',
    '„Nie!“ – Selenskyj blieb hart.',
  ],
  'ellipses and omissions': [
    'Wir warten… ¦Dann geht es weiter.',
    'Wir … Ukrainer sind bereit, sagte er. ¦Gut.',
    'Wir [...] Ukrainer sind bereit.',
    'Er sagte nichts ... und ging.',
    'Das war alles. ¦[…] Die Frage bleibt.',
    'Warum? ... ¦Darum.',
  ],
  'hard-wrapped lines': [
    'Am 18.\nMärz sprachen\nTrump und Putin. ¦Dann\nschwiegen sie.',
    'Zeile ohne Punkt\r\nDie nächste Zeile. ¦\r\nNoch eine.',
    'Vereinbart:\n- Waffenruhe. ¦\n- Austausch.',
  ],
  'missing white space': [
    'Keine Einigung wurde erzielt.¦Das geht aus Stellungnahmen hervor.',
    'So war es 2025.¦Die Ukraine lehnte ab!¦Und nun?',
    'Siehe t.me/kanal, president.gov.ua und https://example.org/Seite.Eins?Das=A.B gern.',
    'Er ging (endlich.)¦Das war gut.',
    'Er nannte bzw.Die Liste nicht.',
  ],
  'brackets and notes': [
    'Das war so.[1] ¦Danach kam mehr.² ¦Ende.',
    'Das war so. [2] ¦Danach kam mehr.',
    '(Er kam nie an.) ¦Danach war Ruhe.',
    'Siehe [die Seite](https://example.org/a.b). ¦Danach mehr.',
    '**Erster Satz.** ¦Zweiter _Satz._ ¦Dritter.',
  ],
  lists: [
    '1. Die Waffenruhe gilt. ¦Sie gilt überall.',
    'Punkte: 1. Waffenruhe, 2. Austausch. ¦Mehr nicht.',
    'III. Gefangene',
  ],
  emphasis: ['Frieden! 🕊️', 'Ende. ***', 'Ende?! ¦Nein.', 'Was?? ¦Wie bitte!'],
};

const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  'plain sentences': ['The talks began at noon. ¦They ended at night! ¦What now?', 'Only one sentence'],
  dates: [
    'On Aug. 6, 2025, they met. ¦On Jan. 3 they did not.',
    'They spoke on March 18. ¦Russia refused.',
    'They met in 2025. ¦Putin refused.',
  ],
  abbreviations: [
    'Mr. Trump met Gov. Smith, Gen. Kellogg, Sen. Graham and Prof. Dr. Miller.',
    'They flew to the U.S. ¦The talks continued.',
    'The U.S. President and J.D. Vance agreed. ¦Russia did not.',
    'Talks start at 3 p.m. Moscow time. ¦They end at 9 a.m. ¦The next day is free.',
    'Some, e.g. Poland, i.e. neighbours, objected.',
    'See No. 5 and p. 7. ¦No. ¦Never.',
    'Drones, missiles, etc. were counted. ¦All (tanks etc.) Russia had.',
    'Is it state of the art. ¦Putin said no. ¦5 people left.',
    'He lives in Washington, D.C. ¦He works there.',
  ],
  quotations: [
    '“We are ready.” ¦He left.',
    '"We talk. ¦We sign," he said. ¦"Good."',
    '“Will it hold?” President Trump asked. ¦Nobody knew.',
    'He wrote: "It was a great call!" ¦Putin agreed.',
    '“Will it hold?” he asked. ¦“Yes!”',
    'He said, ‘Fine.’ ¦She left.',
    "He said 'fine.' ¦She left.",
    'They “[w]ill see.” ¦[The] deal is off.',
  ],
  numbers: ['It took 3.5 hours, from 2.30 p.m. to 6. ¦Then it ended.', 'They freed 175. ¦Russia freed none.'],
  'missing white space': [
    'No deal was reached.¦The talks go on.',
    'See Booking.com and U.S.A. today, or www.example.org/A.Bc now.',
  ],
  'brackets and notes': ['It ended.[1] ¦The rest is known.[^2] ¦End.', '(It ended.) ¦We left.'],
  ellipses: ['We wait... ¦Then we go.', 'We . . . will go.', 'We ... Ukrainians will stay.'],
};

function expectSplit(marked: string, language: Language): void {
  const text = marked.replaceAll(SEAM, '');
  const expected = marked.split(SEAM).map((sentence) => sentence.trim());
  expect(splitSentences(text, { start: 0, end: text.length }, language).map((span) => sliceOf(text, span))).toEqual(
    expected,
  );
}

describe.each([
  ['German', 'de', GERMAN],
  ['English', 'en', ENGLISH],
] as const)('sentences in %s', (_, language, table) => {
  for (const [subject, cases] of Object.entries(table)) {
    it.each(cases)(`${subject}: %s`, (marked) => expectSplit(marked, language));
  }
});

describe('splitting a part of a text', () => {
  it('counts offsets in the whole text', () => {
    const text = 'Nicht dies. Erster Satz. Zweiter Satz. Nicht dies.';
    const span = { start: text.indexOf('Erster'), end: text.lastIndexOf(' Nicht') };
    expect(splitSentences(text, span, 'de').map((sentence) => sliceOf(text, sentence))).toEqual([
      'Erster Satz.',
      'Zweiter Satz.',
    ]);
  });

  it('finds no sentence in white space', () => {
    expect(splitSentences(' \n\t', { start: 0, end: 3 }, 'de')).toEqual([]);
  });
});

const HOSTILE = [
  ...[
    '.',
    '. ',
    '!',
    '? ',
    '…',
    '...',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u0085',
    '\u2028',
    '"',
    '„',
    '“',
    '”',
    '»',
    '«',
  ],
  ...[
    '(',
    ')',
    '[1]',
    '[',
    ']',
    '- ',
    'z. B. ',
    'U.S. ',
    'Die ',
    'The ',
    '18. ',
    'XIV. ',
    'a',
    'B',
    'Das',
    'März',
    '7',
  ],
  ...[
    '🕊️',
    '👩‍👩‍👧',
    'e\u0301',
    '\u0301',
    '\ud83d',
    '\ude00',
    '\u200f',
    '\u202e',
    '\u200b',
    '\u200d',
    '\ufeff',
    '。',
    '؟',
    '\0',
  ],
  ...['https://a.De/?B', '**', '\u00ad'],
];

const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 80, size: 'max' }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('sentences of any text', () => {
  const property = fc.property(
    hostileText,
    fc.nat(20),
    fc.nat(20),
    fc.constantFrom(...LANGUAGES),
    (text, before, after, language) => {
      const span = {
        start: Math.min(before, text.length),
        end: Math.max(Math.min(before, text.length), text.length - after),
      };
      const sentences = splitSentences(text, span, language);
      let end = span.start;
      for (const sentence of sentences) {
        const words = sliceOf(text, sentence);
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        expect(words).not.toBe('');
        expect(words).toBe(words.trim());
        expect(text.slice(end, sentence.start).trim()).toBe('');
        if (sentence.start > span.start)
          expect(text.slice(sentence.start - 1, sentence.start + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/);
        end = sentence.end;
      }
      expect(end).toBeLessThanOrEqual(span.end);
      expect(text.slice(end, span.end).trim()).toBe('');
    },
  );

  it('are trimmed, ordered, disjoint and cover all but white space, and no character is cut', () => {
    fc.assert(property, { numRuns: 3_000 });
  });

  // The segmenter alone takes 46 s for the first of these, as it copies its whole text for every sentence.
  it.each([
    ['sentences', 'Das ist ein Satz. '],
    ['abbreviations', 'z. B. '],
    ['stops', '. 1 '],
    ['quotation marks', '.""""'],
    ['white space', '.     \n    '],
    ['letters', 'abcdefgh'],
    ['capital letters without white space', 'Das.'],
    ['addresses', 'https://...'],
  ])('are found in linear time: 1 MiB of %s', { timeout: 20_000 }, (_, unit) => {
    const text = unit.repeat(Math.ceil(1_048_576 / unit.length));
    const started = performance.now();
    splitSentences(text, { start: 0, end: text.length }, 'de');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
