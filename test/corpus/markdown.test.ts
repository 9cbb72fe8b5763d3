import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sliceOf } from '../../src/span.ts';
import { expectTruePlaces, outline, parse, refusal } from './articles.ts';

const FIELDS = ['title: Telefonat', 'date: 2025-03-18', 'language: de', 'outlet: Dossier'];

function article(body: string, fields: readonly string[] = FIELDS): string {
  return `---\n${fields.join('\n')}\n---\n${body}`;
}

/** The four required fields, with one replaced or left out, and others added. */
function fields(changes: Readonly<Record<string, string | null>>): readonly string[] {
  const kept = FIELDS.filter((line) => !(line.replace(/:.*/, '') in changes));
  return [...kept, ...Object.values(changes).filter((line) => line !== null)];
}

describe('the data of a Markdown article', () => {
  it('is what the front matter says', () => {
    const text = article('Ein Satz.', [
      ...FIELDS,
      'event: call-2025-03-18',
      'url: https://example.org/a?b=c',
      'sources:',
      '  - { outlet: Reuters, url: https://example.org/r, date: 2025-03 }',
      '  - outlet: Kreml',
      'participants:',
      '  - Donald Trump',
      '  - { name: Wladimir Putin, side: russia }',
    ]);
    const { sections: _, hash, ...data } = parse('telefonat.md', text);
    expect(hash).toMatch(/^[\da-f]{64}$/);
    expect(data).toEqual({
      id: 'telefonat',
      file: 'telefonat.md',
      text,
      title: 'Telefonat',
      date: '2025-03-18',
      language: 'de',
      outlet: 'Dossier',
      url: 'https://example.org/a?b=c',
      event: 'call-2025-03-18',
      sources: [
        { outlet: 'Reuters', url: 'https://example.org/r', date: '2025-03' },
        { outlet: 'Kreml', url: null, date: null },
      ],
    });
  });

  it('has nothing where an optional field is empty', () => {
    const text = article('Ein Satz.', [...FIELDS, 'event:', 'url: ~', 'sources: null', 'participants:']);
    expect(parse('a.md', text)).toMatchObject({ event: null, url: null, sources: [] });
  });

  it.each(['2025', '2025-03', '2025-03-18', '"2025-03-18"', '2024-02-29'])('has the date as exact as %s', (date) => {
    expect(parse('a.md', article('Ein Satz.', fields({ date: `date: ${date}` }))).date).toBe(date.replaceAll('"', ''));
  });

  it('takes a title of digits as it is written', () => {
    expect(parse('a.md', article('Ein Satz.', fields({ title: 'title: 007' }))).title).toBe('007');
  });
});

describe('front matter is refused', () => {
  const facts = (line: number, field: string | null, expected: string, found: string | null): object => ({
    line,
    problem: { id: 'article.front-matter', facts: { field, expected, found } },
  });

  it.each([
    ['a missing title', fields({ title: null }), facts(1, 'title', 'text', null)],
    ['an empty title', fields({ title: 'title: " "' }), facts(5, 'title', 'text', '')],
    ['a missing date', fields({ date: null }), facts(1, 'date', 'date', null)],
    ['a day that the calendar lacks', fields({ date: 'date: 2025-02-29' }), facts(5, 'date', 'date', '2025-02-29')],
    ['a month that the calendar lacks', fields({ date: 'date: 2025-13' }), facts(5, 'date', 'date', '2025-13')],
    ['a time', fields({ date: 'date: 2025-03-18T10:00' }), facts(5, 'date', 'date', '2025-03-18T10:00')],
    ['another language', fields({ language: 'language: fr' }), facts(5, 'language', 'language', 'fr')],
    ['an address that is none', fields({ url: 'url: example.org' }), facts(6, 'url', 'url', 'example.org')],
    ['an address of another kind', fields({ url: 'url: "javascript:a()"' }), facts(6, 'url', 'url', 'javascript:a()')],
    ['an unknown field', fields({ titel: 'titel: Doppelt' }), facts(6, 'titel', 'known-field', 'Doppelt')],
    ['sources that are no list', fields({ sources: 'sources: Reuters' }), facts(6, 'sources', 'sources', 'Reuters')],
    [
      'a wrong address within the sources',
      fields({ sources: 'sources:\n  - outlet: A\n  - outlet: B\n    url: ftp://b' }),
      facts(9, 'sources[1].url', 'url', 'ftp://b'),
    ],
    [
      'an unknown field within the sources',
      fields({ sources: 'sources:\n  - outlet: A\n    link: b' }),
      facts(8, 'sources[0].link', 'known-field', 'b'),
    ],
    [
      'a source without an outlet',
      fields({ sources: 'sources:\n  - url: https://a.de' }),
      facts(7, 'sources[0].outlet', 'text', null),
    ],
    ['a list', ['- a'], facts(1, null, 'fields', null)],
    ['a field that is there twice', [...FIELDS, 'title: Noch einer'], facts(6, null, 'yaml', 'DUPLICATE_KEY')],
    ['an alias of nothing', fields({ event: 'event: *nothing' }), facts(1, null, 'yaml', 'BAD_ALIAS')],
    ['nothing', [], facts(1, 'title', 'text', null)],
  ])('for %s', (_, lines, expected) => {
    expect(refusal('a.md', article('Ein Satz.', lines))).toEqual(expected);
    expect(refusal('a.md', `\uFEFF${article('Ein Satz.', lines).replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });

  it('where it is not YAML, with the line of the fault', () => {
    const { line, problem } = refusal('a.md', article('Ein Satz.', ['title: A', 'sources: [', 'date: 2025']));
    expect(problem).toMatchObject({ id: 'article.front-matter', facts: { field: null, expected: 'yaml' } });
    expect(line).toBeGreaterThanOrEqual(3);
  });

  it('where it is missing, or does not end', () => {
    expect(refusal('a.md', '# Titel\n\nEin Satz.')).toEqual(facts(1, null, 'front-matter', null));
    expect(refusal('a.md', '\n---\ntitle: A\n---\nEin Satz.')).toEqual(facts(1, null, 'front-matter', null));
    expect(refusal('a.md', '---\ntitle: A\n\nEin Satz.')).toEqual(facts(1, null, 'closing-fence', null));
  });
});

describe('the text of a Markdown article', () => {
  const body = [
    'Vorspann.',
    '',
    '# Erster **Titel** #',
    'Ein Absatz, der über',
    'zwei Zeilen geht.',
    '',
    '- ein Punkt',
    '- noch einer',
    '',
    '  mit Absatz',
    '> Zitat.',
    '> ## Darin',
    '> Noch ein Zitat.',
    '',
    'Unterstrichen',
    '-------------',
    '```js',
    'const a = 1;',
    '```',
    '',
    '    eingerückt',
    '',
    '***',
    '[marke]: https://example.org',
    '',
    '<!-- nichts davon -->',
    '',
    '<p>Ein Block.</p>',
    '',
    '<br>',
    '',
    'Schluss mit [Marke][marke].',
    '##',
    'Nachwort.',
  ];
  const expected = [
    [null, 'Vorspann.'],
    ['Erster **Titel**', 'Ein Absatz, der über\nzwei Zeilen geht.', 'ein Punkt', 'noch einer', 'mit Absatz', 'Zitat.'],
    ['Darin', 'Noch ein Zitat.'],
    ['Unterstrichen', 'const a = 1;', 'eingerückt', '<p>Ein Block.</p>', 'Schluss mit [Marke][marke].'],
    [null, 'Nachwort.'],
  ];

  it.each([
    ['with line feeds', '\n', ''],
    ['with carriage returns', '\r\n', ''],
    ['with a byte order mark', '\n', '\uFEFF'],
    ['with both', '\r\n', '\uFEFF'],
  ])('is cut into sections and passages %s', (_, lineEnd, mark) => {
    const text = mark + article(body.join('\n')).replaceAll('\n', lineEnd);
    const read = parse('a.md', text);
    expect(read.text).toBe(text);
    expect(outline(read).map((section) => section.map((part) => part?.replaceAll('\r\n', '\n') ?? null))).toEqual(
      expected,
    );
  });

  it('keeps its places behind tabs and NUL', () => {
    const read = parse('a.md', article('\0Ein\tSatz.\n\n-\tPunkt'));
    expect(outline(read)).toEqual([[null, '\0Ein\tSatz.', 'Punkt']]);
  });

  it('counts the sentences of its language', () => {
    const read = parse('a.md', article('Am 18. März war es. Danach nicht.'));
    const sentences = read.sections[0]?.passages[0]?.sentences.map((sentence) => sliceOf(read.text, sentence));
    expect(sentences).toEqual(['Am 18. März war es.', 'Danach nicht.']);
  });

  it.each(['', '# Nur ein Titel', '<!-- nichts -->', '```\n```', '***'])(
    'is refused where it says nothing: %j',
    (nothing) => {
      expect(refusal('a.md', article(nothing))).toEqual({ line: 1, problem: { id: 'article.empty', facts: {} } });
    },
  );

  it('keeps every word in a heading or a passage, whatever the markup', () => {
    const word = fc.constantFrom(
      'Wort',
      'Satz. ',
      '*kursiv*',
      '`code`',
      '🕊️',
      'z. B. ',
      '„Ja!“ ',
      '\\# ',
      '&amp;',
      'e\u0301',
      '\ufeff',
    );
    const markup = fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '\r\n',
        '# ',
        '> ',
        '- ',
        '1. ',
        '\t',
        '    ',
        '---\n',
        '\n===\n',
        '```\n',
        '***',
        '\n## ',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, markup), { maxLength: 40, size: 'max' }), (parts) => {
        const front = article('');
        const read = parse('a.md', `${front}Anfang.\n\n${parts.join('')}`);
        expectTruePlaces(read, (between) => !/\p{L}/u.test(between), front.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
