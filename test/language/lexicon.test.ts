import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Problem, WortlautError } from '../../src/errors.ts';
import { fold } from '../../src/language/fold.ts';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { type Lexicon, loadLexicon } from '../../src/language/lexicon.ts';
import { stem } from '../../src/language/stem.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { projectFile } from '../../src/project.ts';

const SHIPPED = projectFile('corpus/lexicon');
const FILES = ['names.yaml', 'glosses.yaml', 'related.yaml', 'light.yaml', 'cues.yaml', 'statuses.yaml', 'topics.yaml'];

/** Small files that are all right; the cues are those that come with the bot, since every kind must be there. */
const LEAST: Readonly<Record<string, string>> = {
  'names.yaml': 'persons: {}\n',
  'glosses.yaml': '[]\n',
  'related.yaml': '[]\n',
  'light.yaml': 'de: []\nen: []\n',
  'cues.yaml': readFileSync(join(SHIPPED, 'cues.yaml'), 'utf8'),
  'statuses.yaml': 'statuses: {}\nmarks: {}\n',
  'topics.yaml': '[]\n',
  'parts.yaml': readFileSync(join(SHIPPED, 'parts.yaml'), 'utf8'),
};

/** The beginning of a file of statuses; German cues of `agreed` follow, from line 5 on. */
const AGREED = 'statuses:\n  agreed:\n    strong:\n      de:\n';

/** A folder with a small lexicon, changed as given; null leaves a file out. */
async function folderWith(files: Readonly<Record<string, string | null>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wortlaut-lexicon-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, content] of Object.entries({ ...LEAST, ...files })) {
    if (content !== null) await writeFile(join(folder, file), content);
  }
  return folder;
}

async function problemOf(files: Readonly<Record<string, string | null>>): Promise<Problem> {
  const error: unknown = await loadLexicon(await folderWith(files)).then(
    () => null,
    (reason) => reason,
  );
  if (error instanceof WortlautError) return error.problem;
  throw new Error(`expected a complaint, got ${String(error)}`);
}

const invalid = (file: string, line: number, detail: unknown = expect.any(String)): unknown => ({
  id: 'lexicon.invalid',
  facts: { file, line, detail },
});

/** The terms that a text stands for as a whole. */
function termsOf(lexicon: Lexicon, text: string, language: Language): string[] {
  const words = tokenize(text).map(({ folded, surface }) => ({ stem: stem(folded, language), surface }));
  return lexicon.phrases[language]
    .find(words)
    .filter(({ from, to }) => from === 0 && to === words.length)
    .flatMap((match) => match.terms);
}

describe('the lexicon that comes with the bot', async () => {
  const lexicon = await loadLexicon(SHIPPED);

  it('knows names by every spelling, in both languages', () => {
    for (const language of LANGUAGES) {
      for (const spelling of ['Wolodymyr Selenskyj', 'Volodymyr Zelensky', 'Zelenskyy', 'Selenski']) {
        expect(termsOf(lexicon, spelling, language), `${spelling} (${language})`).toContain('@zelensky');
      }
    }
    expect(lexicon.names.get('zelensky')).toMatchObject({ kind: 'person', side: 'UA', gender: 'm' });
  });

  it('tells a name that is only one in capitals from the word', () => {
    expect(termsOf(lexicon, 'us', 'en').filter((term) => term.startsWith('@'))).toEqual([]);
    expect(termsOf(lexicon, 'US', 'en').some((term) => term.startsWith('@'))).toBe(true);
  });

  it('gives words of one meaning one term across the languages', () => {
    const meaning = (word: string, language: Language): string[] =>
      termsOf(lexicon, word, language).filter((term) => term.startsWith('~'));
    expect(meaning('Waffenruhe', 'de')).toEqual(expect.arrayContaining(meaning('ceasefire', 'en')));
    expect(meaning('ceasefire', 'en')).not.toEqual([]);
    expect(meaning('Waffenruhe', 'de').some((term) => meaning('prisoner', 'en').includes(term))).toBe(false);
  });

  it.each([
    ['outage', 'Stromausfall'],
    ['presser', 'Pressekonferenz'],
    ['dealbreaker', 'rote Linie'],
    ['unlawful', 'rechtswidrig'],
    ['full truce', 'allgemeine Waffenruhe'],
    ['withdraw troops', 'Truppenabzug'],
    ['hung up', 'Anruf'],
    ['dragging feet', 'hinauszögern'],
    ['sign away land', 'Gebietsabtretung'],
    ['traded prisoners', 'Gefangenenaustausch'],
    ['foreign affairs minister', 'Außenminister'],
    ['war prisoners', 'Kriegsgefangene'],
    ['readouts', 'Stellungnahme'],
    ['altering borders', 'gewaltsame Grenzverschiebung'],
    ['Tomahawk missiles', 'Tomahawk'],
    ['big freeze', 'Kältewelle'],
  ])('gives the everyday word “%s” a meaning of what reports call “%s”', (everyday, reported) => {
    const meanings = termsOf(lexicon, everyday, 'en').filter((term) => term.startsWith('~'));
    expect(termsOf(lexicon, reported, 'de').some((term) => meanings.includes(term))).toBe(true);
  });

  it.each([
    ['accept', 'reject'],
    ['allow', 'ban'],
    ['escalate', 'de-escalate'],
    ['freeze', 'unfreeze'],
    ['increase', 'reduce'],
    ['legal', 'illegal'],
    ['optimistic', 'pessimistic'],
    ['strengthen', 'weaken'],
    ['trust', 'mistrust'],
    ['victory', 'defeat'],
    ['unilateral', 'bilateral'],
    ['temporary', 'permanent'],
    ['suspend', 'resume'],
    ['ceasefire', 'energy pause'],
    ['public', 'confidential'],
    ['billion', 'trillion'],
  ])('keeps “%s” and “%s” apart', (one, other) => {
    const meanings = (word: string): string[] => termsOf(lexicon, word, 'en').filter((term) => term.startsWith('~'));
    expect(meanings(one)).not.toEqual([]);
    expect(meanings(other)).not.toEqual([]);
    expect(meanings(one).filter((term) => meanings(other).includes(term))).toEqual([]);
  });

  it('tells an English verb with its particle from the verb alone', () => {
    const failing = termsOf(lexicon, 'collapse', 'en');
    expect(termsOf(lexicon, 'fell apart', 'en').some((term) => failing.includes(term))).toBe(true);
    expect(termsOf(lexicon, 'fell', 'en').filter((term) => failing.includes(term))).toEqual([]);
  });

  it('knows its words folded, so that a word typed in any way is found', () => {
    for (const language of LANGUAGES) {
      const unfolded = [...lexicon.words[language]].filter((word) => fold(word) !== word);
      expect(unfolded).toEqual([]);
    }
  });

  it('relates only names that it knows, to a degree that is none or all of neither', () => {
    for (const [term, relatives] of lexicon.relatives) {
      expect(lexicon.names.has(term.slice(1)), term).toBe(true);
      for (const relative of relatives) {
        expect(lexicon.names.has(relative.term.slice(1)), relative.term).toBe(true);
        expect(relative.weight).toBeGreaterThan(0);
        expect(relative.weight).toBeLessThan(1);
        expect(relative.term).not.toBe(term);
      }
    }
  });

  it('has cues of every kind for German', () => {
    for (const [kind, lists] of Object.entries(lexicon.cues)) expect(lists.de.length, kind).toBeGreaterThan(0);
  });

  it.each(FILES)('is refused with file and line when %s is cut off in its middle', async (file) => {
    const folder = await folderWith({});
    await cp(SHIPPED, folder, { recursive: true });
    const lines = (await readFile(join(SHIPPED, file), 'utf8')).split('\n');
    const broken = [...lines.slice(0, 20), 'x: [unclosed', ...lines.slice(20)].join('\n');
    await writeFile(join(folder, file), broken);
    const error: unknown = await loadLexicon(folder).catch((reason) => reason);
    expect(error).toBeInstanceOf(WortlautError);
    expect(error).toMatchObject({ id: 'lexicon.invalid', facts: { file, line: expect.any(Number) } });
  });
});

describe('a complaint about a lexicon', () => {
  it('is not made about a small lexicon without any name', async () => {
    const lexicon = await loadLexicon(await folderWith({}));
    expect(lexicon.names.size).toBe(0);
  });

  it.each(FILES)('names a missing %s and the system’s reason', async (file) => {
    const folder = await folderWith({ [file]: null });
    await expect(loadLexicon(folder)).rejects.toMatchObject({
      id: 'corpus.unreadable',
      facts: { path: join(folder, file), cause: 'ENOENT' },
    });
  });

  it.each<[string, string, string, number, unknown?]>([
    ['bad indentation', 'names.yaml', 'persons:\n  a:\n    name: { de: A, en: A }\n   side: US\n', 4],
    ['an unclosed bracket', 'light.yaml', 'de: [a,\nen: [b]\n', 2],
    ['a key that stands twice', 'light.yaml', 'de: [a]\nen: [b]\nde: [c]\n', 3, 'DUPLICATE_KEY'],
    ['an alias without its anchor', 'light.yaml', 'de: []\nen: *nowhere\n', 2, 'BAD_ALIAS'],
    ['an unknown kind of name', 'names.yaml', 'persons: {}\nanimals: {}\n', 2],
    ['an unknown field', 'names.yaml', 'persons:\n  a:\n    name: { de: A, en: A }\n    colour: red\n', 4],
    ['a name in one language only', 'names.yaml', 'persons:\n  a:\n    side: US\n    name: { de: A }\n', 4],
    ['an empty name', 'names.yaml', 'persons:\n  a:\n    name: { de: A, en: "" }\n', 3],
    ['a list where a text belongs', 'names.yaml', 'persons:\n  a:\n    name:\n      de: [A]\n      en: A\n', 4],
    ['a text where a list belongs', 'names.yaml', 'persons:\n  a:\n    name: { de: A, en: A }\n    aliases: B\n', 4],
    ['a gender that is none', 'names.yaml', 'persons:\n  a:\n    name: { de: A, en: A }\n    gender: x\n', 4],
    [
      'a malformed date of an office',
      'names.yaml',
      'persons:\n  a:\n    name: { de: A, en: A }\n    offices:\n      - title: { de: B, en: B }\n        from: May 2025\n',
      6,
    ],
    [
      'an id that stands for two',
      'names.yaml',
      'persons:\n  kiev:\n    name: { de: A, en: A }\nplaces:\n  kiev:\n    name: { de: B, en: B }\n',
      5,
    ],
    [
      'a spelling of two names',
      'names.yaml',
      'persons:\n  a:\n    name: { de: A, en: A }\n  b:\n    name: { de: B, en: B }\n    aliases:\n      - C\n      - a\n',
      8,
      expect.stringContaining('“a” is a spelling of a already'),
    ],
    [
      'two names that are aliases of each other',
      'names.yaml',
      'persons:\n  a:\n    name: { de: A, en: A }\n    aliases: [B]\nplaces:\n  b:\n    name: { de: B, en: B }\n    aliases: [A]\n',
      7,
      expect.stringContaining('“B” is a spelling of a already'),
    ],
    [
      'one name under two ids',
      'names.yaml',
      'persons:\n  a:\n    name: { de: A, en: A }\n  b:\n    name: { de: A, en: B }\n',
      5,
      expect.stringContaining('“A” is a spelling of a already'),
    ],
    [
      'aliases of aliases without end',
      'light.yaml',
      `de: []\nen: []\nx:\n${['a', 'b', 'c', 'd', 'e', 'f']
        .map((name, at) => `  - &${name} [${at === 0 ? 'x' : Array(9).fill(`*${'abcdef'[at - 1]}`)}]\n`)
        .join('')}`,
      1,
    ],
    ...['(', 'sagt.*', '(a+)+$'].map((cue): [string, string, string, number] => [
      `a regular expression among the cues of attribution: ${cue}`,
      'cues.yaml',
      `reporting:\n  de: [sagt]\n  en:\n    - '${cue}'\n`,
      4,
    ]),
    ['a group that is no list', 'glosses.yaml', '# groups\n- { de: [a], en: [b] }\n- { de: c, en: [d] }\n', 3],
    ['a number among words', 'glosses.yaml', '- de: [a]\n  en:\n    - b\n    - 12\n', 4],
    ['a topic without a name', 'related.yaml', '- { topic: a }\n- { de: [b] }\n', 2],
    ['a missing language', 'related.yaml', '- { topic: a }\n- topic: b\n  de: [c]\n  en:\n', 4],
    ['a missing kind of cue', 'cues.yaml', 'reporting: { de: [], en: [] }\n', 1],
    ['nothing at all', 'cues.yaml', '', 1],
    ['a status that is none', 'statuses.yaml', 'statuses:\n  agreed: {}\n  hoped: {}\nmarks: {}\n', 3],
    ['a mark that is none', 'statuses.yaml', 'statuses: {}\nmarks:\n  irony: { de: [], en: [] }\n', 3],
    [
      'an empty cue',
      'statuses.yaml',
      `${AGREED}      - einig\n      - ''\nmarks: {}\n`,
      6,
      expect.stringContaining('empty'),
    ],
    [
      'a cue that stands twice under one status',
      'statuses.yaml',
      `${AGREED}      - einig\n      - Einig\nmarks: {}\n`,
      6,
      expect.stringContaining('“Einig”'),
    ],
    [
      'a cue that stands under two statuses',
      'statuses.yaml',
      `${AGREED}      - einig\n  accepted:\n    weak:\n      de: [Ja, einig]\nmarks: {}\n`,
      8,
      expect.stringContaining('“einig”'),
    ],
    ['a number among cues', 'statuses.yaml', `${AGREED}      - 12\nmarks: {}\n`, 5],
    ...['einig.*', '(ja|nein)', '[a-z]', 'einig?', '^einig$', String.raw`\bja`, 'ja{3}'].map(
      (cue): [string, string, string, number] => [
        `a regular expression: ${cue}`,
        'statuses.yaml',
        `${AGREED}      - einig\n      - '${cue}'\nmarks: {}\n`,
        6,
      ],
    ),
    ...['…', '… ab', 'lehnt …', 'a … … b', '|', 'ab|', 'lehnt ab|wies', 'kein/', '/', 'Kind +', '+', '='].map(
      (cue): [string, string, string, number] => [
        `a sign of a cue in the wrong place: ${cue}`,
        'statuses.yaml',
        `${AGREED}      - '${cue}'\nmarks: {}\n`,
        5,
      ],
    ),
    [
      'a cue that would stand for more patterns than memory holds',
      'statuses.yaml',
      `${AGREED}      - '${'ab|c + '.repeat(24)}d'\nmarks: {}\n`,
      5,
      expect.stringContaining('separable'),
    ],
    ['a cue without end', 'topics.yaml', `- { id: a, name: { de: A, en: A }, de: [${'b '.repeat(200)}] }\n`, 1],
    [
      'two topics of one id',
      'topics.yaml',
      '- { id: a, name: { de: A, en: A } }\n- { id: a, name: { de: B, en: B } }\n',
      2,
    ],
    ['an id with a blank', 'topics.yaml', '- id: a b\n  name: { de: A, en: A }\n', 1],
    ['a topic’s name in one language only', 'topics.yaml', '- id: a\n  name: { de: A }\n', 2],
    [
      'a cue of two topics',
      'topics.yaml',
      '- { id: a, name: { de: A, en: A }, de: [Wahl] }\n- id: b\n  name: { de: B, en: B }\n  light: { de: [Wahl] }\n',
      4,
      expect.stringContaining('“Wahl”'),
    ],
    ['a list where fields belong', 'cues.yaml', '- a\n', 1],
  ])('names file and line: %s', async (_, file, content, line, detail) => {
    expect(await problemOf({ [file]: content })).toEqual(invalid(file, line, detail));
  });

  it('names the field', async () => {
    const names = 'persons:\n  a:\n    name: { de: A, en: A }\n    colour: red\n';
    expect(await problemOf({ 'names.yaml': names })).toEqual(
      invalid('names.yaml', 4, expect.stringContaining('persons.a.colour')),
    );
  });
});
