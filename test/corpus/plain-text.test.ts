import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseArticle } from '../../src/corpus/parse.ts';
import { expectTruePlaces, outline, parse, refusal } from './articles.ts';

const PARAGRAPH = 'Die Gespräche begannen am Mittag. Sie endeten am Abend.';

describe('the date of a plain text', () => {
  it.each([
    ['date 2025-03 Die Gespräche begannen.', '2025-03'],
    [' date 2025-03 Die Gespräche begannen.', '2025-03'],
    ['date 2025-03-18\nDie Gespräche begannen.', '2025-03-18'],
    ['\n\ndate 2025\r\n\r\nDie Gespräche begannen.', '2025'],
    ['\uFEFFdate 2024-02-29 Die Gespräche begannen.', '2024-02-29'],
  ])('is read off %j, and is no part of the passage', (text, date) => {
    const article = parse('a.txt', text);
    expect(article.date).toBe(date);
    expect(outline(article)).toEqual([[null, 'Die Gespräche begannen.']]);
    expect(article.text).toBe(text);
  });

  it.each(['Die Gespräche begannen. date 2025-03', 'date of the talks is open.', 'Die Gespräche begannen.'])(
    'is unknown in %j',
    (text) => {
      expect(parse('a.txt', text).date).toBeNull();
    },
  );

  it('is shown in part where it is endless', () => {
    const { problem } = refusal('a.txt', `date 2${'0'.repeat(5000)}`);
    expect(JSON.stringify(problem).length).toBeLessThan(200);
  });

  it.each(['2025-13', '2025-02-29', '2025-3', '18.03.2025', '2025-03-18T10:00', '20250318'])(
    'is refused as %s',
    (date) => {
      expect(refusal('a.txt', `\n\ndate ${date} Die Gespräche begannen.`)).toEqual({
        line: 3,
        problem: { id: 'article.front-matter', facts: { field: 'date', expected: 'date', found: date } },
      });
    },
  );
});

describe('headings of a plain text', () => {
  it('are short lines between blank lines and before a paragraph', () => {
    expect(
      outline(parse('a.txt', `${PARAGRAPH}\n\nWie weiter?\n \t\n${PARAGRAPH}\r\n\r\n"Nein!"\r\n\r\n${PARAGRAPH}`)),
    ).toEqual([
      [null, PARAGRAPH],
      ['Wie weiter?', PARAGRAPH],
      ['"Nein!"', PARAGRAPH],
    ]);
  });

  it.each([
    'Ein Satz.',
    'Er nannte drei Punkte:',
    'Und dann,',
    'Er sagte: „Nein.“',
    'Zwei\nZeilen',
    'lang '.repeat(21),
  ])('are no lines like %j', (line) => {
    expect(outline(parse('a.txt', `${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}`))).toEqual([
      [null, PARAGRAPH, line.trim(), PARAGRAPH],
    ]);
  });

  it('do not stand last: a short line there is what the article says', () => {
    expect(outline(parse('a.txt', `${PARAGRAPH}\n\nEnde`))).toEqual([[null, PARAGRAPH, 'Ende']]);
  });

  it('are not a row of short lines, of which only the last leads on', () => {
    expect(outline(parse('a.txt', `${PARAGRAPH}\n\nBirnen\n\nÄpfel\n\nWaffen\n\n${PARAGRAPH}`))).toEqual([
      [null, PARAGRAPH, 'Birnen', 'Äpfel'],
      ['Waffen', PARAGRAPH],
    ]);
  });
});

describe('the title of a plain text', () => {
  it('is the heading before any text', () => {
    const article = parse('a.txt', `date 2025-03\n\nTelefonat der Präsidenten\n\nDer Anlass\n\n${PARAGRAPH}`);
    expect(article.title).toBe('Telefonat der Präsidenten');
    expect(outline(article)).toEqual([['Telefonat der Präsidenten'], ['Der Anlass', PARAGRAPH]]);
  });

  it('is the first sentence where there is no heading', () => {
    expect(parse('a.txt', PARAGRAPH).title).toBe('Die Gespräche begannen am Mittag.');
  });

  it('is cut between two words where the first sentence is long', () => {
    const { title } = parse('a.txt', `${'Die Präsidenten\nsprachen, '.repeat(9)}und gingen.`);
    expect(title).toBe('Die Präsidenten sprachen, Die Präsidenten sprachen, Die Präsidenten sprachen…');
  });

  it('keeps whole characters where there is no word to end with', () => {
    const { title } = parse('a.txt', `a${'😀'.repeat(90)}`);
    expect(title.isWellFormed()).toBe(true);
    expect(title.length).toBeLessThanOrEqual(81);
  });
});

it('has no outlet, address, event or sources, and a language of its own', () => {
  const english = parse('a.txt', 'The talks were held in the palace and ended without a deal.');
  expect(english).toMatchObject({ language: 'en', outlet: null, url: null, event: null, sources: [] });
  expect(parse('a.txt', PARAGRAPH).language).toBe('de');
});

it('keeps every word of any plain text in a heading or a passage', () => {
  const part = fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      ' \n\t\n',
      ' ',
      'Titel',
      'Ein Satz. ',
      'date 2025 ',
      '\u2028',
      '🕊️',
      '\ud83d',
      '"',
      '…',
      'e\u0301',
    ],
    ...['\ufeff', '\u200b', '\u0085', 'z. B. ', 'lang '.repeat(25)],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40, size: 'max' }), (parts) => {
      const text = `${parts.join('')}\n\nDas Ende.`.toWellFormed();
      const article = parse('a.txt', text);
      expectTruePlaces(article, (between) => /^\s*(?:date[ \t]+2025)?\s*$/.test(between));
    }),
    { numRuns: 1_000 },
  );
});

const SEED = new URL('../../../shared/seed/000_fbae6da8cd196471.txt', import.meta.url);

describe.skipIf(!existsSync(SEED))('the first article', () => {
  it('is read as it is', () => {
    const article = parseArticle('000_fbae6da8cd196471.txt', readFileSync(SEED));
    expect(article).toMatchObject({ id: '000_fbae6da8cd196471', date: '2025-03', language: 'de' });
    expect(article.title).toBe('US-Präsident Donald Trump und sein russischer Amtskollege Wladimir Putin haben…');
    expect(outline(article).map(([heading]) => heading)).toEqual([
      null,
      '30 Tage keine Schläge gegen Energieanlagen in der Ukraine',
      'Putin stellt Trump weitere Bedingungen',
      'Weißes Haus drängt auf Waffenruhe',
      'Trump wollte Krieg binnen 24 Stunden beenden',
    ]);
    const sentences = article.sections.map((section) => section.passages.map((passage) => passage.sentences.length));
    expect(sentences).toEqual([[2], [4, 2], [3, 3], [2, 4], [3]]);
  });
});
