import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONDITION_STATUSES, TERM_STATUSES } from '../../src/answer/listing-schemas.ts';
import type { ConfigProblem, FrontMatterExpectation, Problem } from '../../src/errors.ts';
import { LANGUAGES } from '../../src/language/language.ts';
import { whereItStands, whoSays } from '../../src/messages/citation.ts';
import { dateIn } from '../../src/messages/dates.ts';
import { describeProblem, languageOfLocale, messagesIn } from '../../src/messages/index.ts';
import { headingOf } from '../../src/messages/listing.ts';

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every text of a catalogue by its path, e.g. `answer.missing`; errors are looked at on their own. */
function leavesOf(tree: object, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]): [string, unknown][] =>
    isTree(value) ? leavesOf(value, `${path}${key}.`) : [[path + key, value]],
  );
}

/** Facts of every problem there is: the type makes a missing one a compile error. */
const FACTS: { readonly [Id in Problem['id']]: Extract<Problem, { id: Id }>['facts'] } = {
  'config.invalid': { variable: 'DISCORD_TOKEN', problem: 'token-malformed' },
  'corpus.unreadable': { path: 'ordner', cause: 'ENOENT' },
  'corpus.empty': { path: 'ordner', refused: 1 },
  'article.unreadable': { cause: 'EISDIR' },
  'article.not-utf8': { offset: 7 },
  'article.empty': {},
  'article.too-large': { bytes: 52_428_800, limit: 1_048_576 },
  'article.front-matter': { field: 'date', expected: 'date', found: 'gestern' },
  'article.duplicate-id': { id: 'a', other: 'a.md' },
  'lexicon.invalid': { file: 'names.yaml', line: 3, detail: 'BAD_INDENT' },
  'dictionary.unreadable': { path: 'de-en', cause: 'ENOENT' },
  'dictionary.not-utf8': { path: 'de-en' },
  'dictionary.not-ding': { path: 'de-en' },
  'dictionary.truncated': { path: 'de-en' },
  'library.unavailable': {},
  'library.reindex-running': {},
  'library.invalid-revision': { detail: 'a.md: 1–2' },
  'question.empty': {},
  'option.invalid-date': { option: 'since', value: 'gestern' },
  'option.date-order': { since: '2025-04', until: '2025-03' },
  'option.unknown-source': { value: 'Bote' },
  'option.unknown-topic': { value: 'Bote' },
  'option.unknown-party': { value: 'Bote' },
  'option.unknown-event': { value: 'Bote' },
  'option.unknown-choice': { option: 'status', value: 'x', choices: [{ de: 'vereinbart', en: 'agreed' }] },
  'option.ambiguous': {
    option: 'event',
    value: 'genf',
    choices: [{ value: 'a', label: { de: 'Genf I', en: 'Geneva I' }, key: null }],
    more: 3,
  },
  'compare.same-side': { a: { de: 'Russland', en: 'Russia' }, b: { de: 'der Kreml', en: 'the Kremlin' } },
  'event.undated': { event: 'a' },
  'timeline.undated': { count: 2 },
  'option.missing': { option: 'question' },
  'option.unknown': { option: 'x' },
  'option.malformed': { option: 'question' },
  'article.unknown': { value: 'x' },
  'command.unknown': { name: 'x' },
  'permission.operators-only': {},
  'permission.not-yours': {},
  'button.unknown': {},
  'button.outdated': {},
  'page.outdated': {},
  'message.nothing-to-search': {},
  'guard.not-verbatim': { article: 'a' },
  'usage.invalid': { detail: '--x' },
  'line.not-json': {},
  'line.malformed': { expected: '{"id"}' },
  internal: { reference: 'abc123' },
};

const Ids = z.enum(Object.keys(FACTS) as [Problem['id'], ...Problem['id'][]]);

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const catalogue = messagesIn(language);
  const texts = leavesOf(catalogue).filter(([path]) => !path.startsWith('errors.'));

  it('are as many and have the same names as in the other language', () => {
    const other = messagesIn(language === 'de' ? 'en' : 'de');
    expect(leavesOf(catalogue).map(([path]) => path)).toEqual(leavesOf(other).map(([path]) => path));
    expect(Object.keys(catalogue.errors).sort()).toEqual(Ids.options.toSorted());
  });

  it('name in the heading of /terms every status that it lists', () => {
    for (const status of TERM_STATUSES) expect(catalogue.listing.titles.terms).toContain(catalogue.statuses[status]);
  });

  it.each(texts)('have a text for %s, also where it is about numbers, names or nothing', (path, text) => {
    if (typeof text === 'string') {
      expect(text.trim()).not.toBe('');
      return;
    }
    if (typeof text !== 'function') throw new Error(`${path} is neither a text nor a function`);
    // A function's facts are numbers, names or lists: each takes one of these in every place.
    const samples = [
      [0, 0, 0],
      [1, 1, 1],
      [7, 7, 7],
      ['2025-03', '2025-03', '2025-03'],
      [['a', 'b'], ['a'], ['a']],
    ];
    const results = samples.flatMap((facts): unknown[] => {
      try {
        return [Reflect.apply(text, undefined, facts)];
      } catch (error) {
        // A list where a number belongs, and the other way round, is the type checker's business.
        if (error instanceof TypeError || error instanceof RangeError) return [];
        throw error;
      }
    });
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(typeof result).toBe('string');
      expect(String(result).trim()).not.toBe('');
      expect(String(result)).not.toMatch(/undefined|\[object/);
    }
  });

  it.each(Ids.options)('say what %s means', (id) => {
    const problem = { id, facts: FACTS[id] } as Problem;
    const sentence = describeProblem(problem, language);
    expect(sentence.trim()).toBe(sentence);
    expect(sentence).not.toMatch(/undefined|null|\[object/);
    for (const fact of Object.values(FACTS[id])) {
      if (typeof fact === 'string' && !['date', 'token-malformed'].includes(fact)) expect(sentence).toContain(fact);
    }
  });

  it('name a remedy for every variable and a form for every field', () => {
    const problems: readonly ConfigProblem[] = [
      'token-malformed',
      'token-missing',
      'token-refused',
      'not-a-url',
      'not-ids',
      'not-a-folder',
      'not-a-level',
      'not-a-port',
      'api-unreachable',
    ];
    const fields: readonly FrontMatterExpectation[] = [
      'front-matter',
      'closing-fence',
      'yaml',
      'fields',
      'known-field',
      'text',
      'date',
      'language',
      'url',
      'sources',
      'participants',
    ];
    const all = [
      ...problems.map((problem): Problem => ({ id: 'config.invalid', facts: { variable: 'V', problem } })),
      ...fields.flatMap((expected): Problem[] =>
        [null, 'x'].map((found) => ({ id: 'article.front-matter', facts: { field: found, expected, found } })),
      ),
    ];
    const sentences = all.map((problem) => describeProblem(problem, language));
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('a date in words', () => {
  it.each([
    ['2025-03-18', '18. März 2025', '18 March 2025'],
    ['2025-03', 'März 2025', 'March 2025'],
    ['2025', '2025', '2025'],
    ['2024-02-29', '29. Februar 2024', '29 February 2024'],
  ])('%s is %s and %s', (date, german, english) => {
    expect(dateIn(date, 'de')).toBe(german);
    expect(dateIn(date, 'en')).toBe(english);
  });

  it('is never more exact than the date, nor less', () => {
    const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom(4, 7, 10), fc.constantFrom(...LANGUAGES), (date, length, language) => {
        const iso = date.toISOString().slice(0, length);
        const [year, , day] = iso.split('-').map(Number);
        const numbers = (dateIn(iso, language).match(/\d+/g) ?? []).map(Number);
        expect(numbers).toEqual(day === undefined ? [year] : [day, year]);
        expect(/\p{L}/u.test(dateIn(iso, language))).toBe(length > 4);
      }),
    );
  });
});

describe('a citation', () => {
  const quotation = {
    voice: 'source' as const,
    source: [{ de: 'der Kreml', en: 'the Kremlin' }],
    actor: [{ de: 'Wladimir Putin', en: 'Vladimir Putin' }],
    statement: null,
    outlet: 'Bote',
    title: 'Das Gespräch',
    date: '2025-03',
    section: 'Bedingungen',
    paragraph: 2,
  };

  it('names outlet, title, date, section and paragraph, in the language of the reader', () => {
    const german = whereItStands(quotation, 'de').join(' ');
    const english = whereItStands(quotation, 'en').join(' ');
    for (const part of ['Bote', 'Das Gespräch', 'Bedingungen', '2']) {
      expect(german).toContain(part);
      expect(english).toContain(part);
    }
    expect(german).toContain('März 2025');
    expect(english).toContain('March 2025');
  });

  it('says so where there is no date, no section and no outlet', () => {
    const parts = whereItStands({ ...quotation, date: null, section: null, outlet: null }, 'de');
    expect(parts).toHaveLength(4);
    expect(parts.join(' ')).not.toMatch(/null|undefined/);
  });

  it('names who says it and, where that is somebody else, whose act it is', () => {
    expect(whoSays(quotation, 'en').join(' ')).toMatch(/the Kremlin.*Vladimir Putin/);
    expect(whoSays({ ...quotation, actor: quotation.source }, 'en')).toHaveLength(1);
    expect(whoSays(quotation, 'de').join(' ')).toMatch(/der Kreml.*Wladimir Putin/);
  });

  it.each([
    ['agreed', 'agreed, according to the Kremlin', 'vereinbart, so der Kreml'],
    ['not_agreed', 'not agreed, according to the Kremlin', 'nicht vereinbart, so der Kreml'],
    ['demanded', 'demanded, according to the Kremlin', 'gefordert, so der Kreml'],
  ] as const)('lets what is %s stand on the word of those who say so', (statement, english, german) => {
    expect(whoSays({ ...quotation, statement }, 'en')[0]).toBe(english);
    expect(whoSays({ ...quotation, statement }, 'de')[0]).toBe(german);
    const both = [...quotation.source, { de: 'die USA', en: 'the US' }];
    expect(whoSays({ ...quotation, source: both, statement }, 'en')[0]).toBe(`${english} and the US`);
  });

  it('names what is done beside an article that says so itself, and never who did not say it', () => {
    const itself = whoSays({ ...quotation, voice: 'article', source: [], actor: [], statement: 'agreed' }, 'en');
    expect(itself).toEqual(['agreed', 'Said by: the article itself']);
  });

  it.each(CONDITION_STATUSES)(
    'says that it is not known whose act something %s is, never that it is the article’s',
    (act) => {
      for (const voice of ['article', 'unclear'] as const) {
        const nobody = { ...quotation, voice, source: [], actor: [], statement: act };
        expect(whoSays(nobody, 'en').slice(0, 2)).toEqual([
          messagesIn('en').statuses[act],
          'Whose act: not recognised',
        ]);
        expect(whoSays(nobody, 'de').slice(0, 2)).toEqual([
          messagesIn('de').statuses[act],
          'Wer handelt: nicht erkannt',
        ]);
        const known = whoSays({ ...nobody, actor: quotation.actor }, 'en');
        expect(known.slice(0, 2)).toEqual([messagesIn('en').statuses[act], 'Whose act: Vladimir Putin']);
        expect(known).not.toContain('Whose act: not recognised');
      }
    },
  );

  it('quotes a source in the article’s own case behind a colon', () => {
    const source = [{ de: '„eines Vertreters des Weißen Hauses“', en: '“eines Vertreters des Weißen Hauses”' }];
    const quoted = { ...quotation, source, actor: [], statement: 'rejected' as const };
    expect(whoSays(quoted, 'de')).toEqual(['abgelehnt, laut Quelle: „eines Vertreters des Weißen Hauses“']);
  });

  it.each(['claimed', 'background'] as const)('names no act where there is none: %s', (statement) => {
    expect(whoSays({ ...quotation, statement }, 'en')).toEqual(whoSays(quotation, 'en'));
  });

  it('names first who says it where the status of no act stands before', () => {
    const told = { ...quotation, voice: 'article' as const, source: [], statement: 'background' as const };
    expect(whoSays(told, 'en')).toEqual(['Said by: the article itself', 'Whose act: Vladimir Putin']);
  });

  it('names the article itself where nobody else says it, never nobody', () => {
    const itself = whoSays({ ...quotation, voice: 'article', source: [], actor: [] }, 'en');
    expect(itself).toHaveLength(1);
    expect(itself[0]).toContain('article');
  });

  it('claims neither a source nor the article where it is not clear who says it', () => {
    const unclear = whoSays({ ...quotation, voice: 'unclear', source: [], actor: [] }, 'en');
    expect(unclear).toHaveLength(1);
    expect(unclear[0]).not.toContain('article');
  });
});

it('a name that stands as a heading begins with a capital', () => {
  const name = { de: 'die Ukraine', en: 'the Élysée' };
  expect([headingOf(name, 'de'), headingOf(name, 'en')]).toEqual(['Die Ukraine', 'The Élysée']);
  expect(headingOf({ de: '', en: 'élysée' }, 'de')).toBe('');
});

it.each([
  ['de', 'de'],
  ['de-DE', 'de'],
  ['de_AT.UTF-8', 'de'],
  ['DE', 'de'],
  ['en-US', 'en'],
  ['fr', 'en'],
  ['den', 'en'],
  ['C', 'en'],
  ['', 'en'],
  [null, 'en'],
  [undefined, 'en'],
] as const)('the locale %j is spoken to in %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});
