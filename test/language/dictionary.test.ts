import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Dictionary, loadDictionary } from '../../src/language/dictionary.ts';
import { fold } from '../../src/language/fold.ts';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { stem } from '../../src/language/stem.ts';
import { describeProblem } from '../../src/messages/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wortlaut-dictionary-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${files++}`);
  writeFileSync(path, content);
  return path;
}

const everything = (_language: Language, _stem: string): boolean => true;

async function dictionaryOf(lines: readonly string[], keeps = everything): Promise<Dictionary> {
  const { dictionary, problem } = await loadDictionary(fileOf(lines.map((line) => `${line}\n`).join('')), keeps);
  expect(problem).toBeNull();
  if (dictionary === null) throw new Error('no dictionary');
  return dictionary;
}

const stemsOf = (phrase: string, language: Language): string =>
  phrase
    .split(' ')
    .map((word) => stem(fold(word), language))
    .join(' ');

/** Asks for a word or phrase as it is written; answers with stems, likeliest first. */
const meanings = (dictionary: Dictionary, phrase: string, from: Language): string[] =>
  dictionary.translate(stemsOf(phrase, from), from).map((translation) => translation.stem);
const weightOf = (dictionary: Dictionary, phrase: string, from: Language, to: string): number =>
  dictionary
    .translate(stemsOf(phrase, from), from)
    .find(({ stem: found }) => found === stemsOf(to, from === 'de' ? 'en' : 'de'))?.weight ?? 0;

describe('a dictionary', () => {
  it('translates in both directions, whatever the form of the word', async () => {
    const dictionary = await dictionaryOf(['Brücke {f} [constr.] | Brücken {pl} :: bridge | bridges']);
    for (const form of ['Brücke', 'Brücken', 'BRÜCKE']) expect(meanings(dictionary, form, 'de')).toEqual(['bridg']);
    for (const form of ['bridge', 'Bridges']) expect(meanings(dictionary, form, 'en')).toEqual(['bruck']);
  });

  it('sets beside each other what stands between the same bars', async () => {
    const dictionary = await dictionaryOf(['gehen {vi} | gehend | gegangen | ging :: to go | going | gone | went']);
    expect(meanings(dictionary, 'went', 'en')).toEqual([stemsOf('ging', 'de')]);
    expect(meanings(dictionary, 'gegangen', 'de')).toEqual([stemsOf('gone', 'en')]);
  });

  it('takes synonyms from both sides, the earlier ones for the likelier', async () => {
    const dictionary = await dictionaryOf(['Lärm {m}; Krach {m}; Radau {m} :: noise; racket']);
    expect(meanings(dictionary, 'noise', 'en')).toEqual(['larm', 'krach', 'radau'].map((word) => stem(word, 'de')));
    expect(meanings(dictionary, 'Radau', 'de')).toEqual(['nois', 'racket']);
    expect(weightOf(dictionary, 'noise', 'en', 'Lärm')).toBe(1);
    expect(weightOf(dictionary, 'noise', 'en', 'Radau')).toBeLessThan(weightOf(dictionary, 'noise', 'en', 'Krach'));
  });

  it('leaves out gender, explanations, other forms, abbreviations and placeholders', async () => {
    const dictionary = await dictionaryOf([
      'jdm. etw. geben {vt} (in die Hand) <gab> :: to give sb. sth. (by hand) <gave>',
      'Bündnis {n} /Bd./ [pol.] :: alliance /ALL/ [pol.]',
      'sich ergeben {vr} :: to surrender',
    ]);
    expect(meanings(dictionary, 'geben', 'de')).toEqual([]);
    expect(meanings(dictionary, 'Hand', 'de')).toEqual([]);
    expect(meanings(dictionary, 'gave', 'en')).toEqual([]);
    expect(meanings(dictionary, 'alliance', 'en')).toEqual([stemsOf('Bündnis', 'de')]);
    expect(meanings(dictionary, 'surrender', 'en')).toEqual([stemsOf('ergeben', 'de')]);
  });

  it('finds a German compound by two English words, and those by the compound', async () => {
    const dictionary = await dictionaryOf(['Kraftwerk {n} | Kraftwerke {pl} :: power plant | power plants']);
    expect(meanings(dictionary, 'power plants', 'en')).toEqual(['kraftwerk']);
    expect(meanings(dictionary, 'Kraftwerke', 'de')).toEqual([stemsOf('power plant', 'en')]);
    expect(meanings(dictionary, 'power', 'en')).toEqual([]);
  });

  it('leaves out sentences and explanations in more than a few words', async () => {
    const dictionary = await dictionaryOf(['Das ist der Gipfel aller Frechheit! :: That takes the biscuit!', 'a :: b']);
    expect(dictionary.size).toBe(0);
  });

  it('knows no function word, and takes a word that needs one to mean it for less sure', async () => {
    const dictionary = await dictionaryOf([
      'mit :: with',
      'nehmen {vt}; ergreifen {vt} :: to take',
      'übernehmen :: to take over',
    ]);
    expect(meanings(dictionary, 'with', 'en')).toEqual([]);
    const [ergreifen, ubernehmen] = ['ergreifen', 'übernehmen'].map((word) => weightOf(dictionary, 'take', 'en', word));
    expect(ubernehmen).toBeGreaterThan(0);
    expect(ubernehmen).toBeLessThan(ergreifen ?? 0);
  });

  it('prefers what many entries say to what one does, and the usual meaning to that of one trade', async () => {
    const dictionary = await dictionaryOf([
      'Geschäft {n} :: shop',
      'Laden {m} :: shop',
      'Laden {m}; Buchladen {m} :: shop',
      'Zug {m} :: move',
      'Schachzug {m} [ornith.] :: move',
    ]);
    expect(meanings(dictionary, 'shop', 'en')[0]).toBe('lad');
    expect(meanings(dictionary, 'move', 'en')).toEqual(['zug', 'schachzug']);
  });

  it('prefers a word that means this to one that means everything', async () => {
    const others = ['to do', 'to close', 'to build', 'to clean', 'to tidy'];
    const dictionary = await dictionaryOf([
      'herstellen :: to make',
      'machen :: to make',
      ...others.map((en) => `machen :: ${en}`),
    ]);
    expect(meanings(dictionary, 'make', 'en')).toEqual(['herstell', 'mach']);
  });

  it('keeps only what the corpus can be found by, but every word that it may be asked by', async () => {
    const german = (language: Language, stemmed: string): boolean => language === 'de' && stemmed !== 'krach';
    const dictionary = await dictionaryOf(['Lärm {m}; Krach {m} :: noise; racket', 'lauter Lärm :: din'], german);
    expect(meanings(dictionary, 'noise', 'en')).toEqual(['larm']);
    expect(meanings(dictionary, 'racket', 'en')).toEqual(['larm']);
    expect(meanings(dictionary, 'Lärm', 'de')).toEqual([]);
    expect(dictionary.size).toBe(3);
  });

  it('keeps a phrase only where all its words can be found', async () => {
    const lines = ['Kraftwerk {n} :: power plant'];
    for (const lacking of ['power', 'plant']) {
      expect((await dictionaryOf(lines, (language, stemmed) => language === 'en' && stemmed !== lacking)).size).toBe(0);
    }
    expect((await dictionaryOf(lines, (language) => language === 'en')).size).toBe(1);
  });

  it('stems as the index does', async () => {
    const words = ['Verhandlungen', 'Straßen', 'Flüchtlinge', 'Unabhängigkeit', 'entsprechenden'];
    const dictionary = await dictionaryOf(words.map((word) => `${word} :: thing`));
    for (const word of words) expect(meanings(dictionary, word, 'de')).toEqual(['thing']);
  });

  it('weighs above 0 and up to 1, likeliest first, and gives only what was to be kept, whatever the lines are', async () => {
    const piece = fc.constantFrom(
      'Haus',
      'kalt',
      'Krieg',
      'der',
      'take',
      'over',
      'war',
      'cold',
      '|',
      ';',
      '::',
      '[old]',
      '(',
      '{f}',
      '/A',
      'ß',
    );
    const lines = fc.array(
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')),
      { maxLength: 12 },
    );
    const keeps = (_: Language, stemmed: string): boolean => stemmed.length > 3;
    await fc.assert(
      fc.asyncProperty(lines, async (written) => {
        const dictionary = await dictionaryOf(['Anfang :: begin', ...written], keeps);
        for (const [language, words] of [
          ['de', 'Haus kalt Krieg take war'],
          ['en', 'take war cold Haus Krieg'],
        ] as const) {
          for (const word of words.split(' ')) {
            const found = dictionary.translate(stemsOf(word, language), language);
            const weights = found.map(({ weight }) => weight);
            expect(weights).toEqual(weights.toSorted((a, b) => b - a));
            if (weights.length > 0) expect(weights[0]).toBe(1);
            for (const weight of weights) expect(weight).toBeGreaterThan(0);
            for (const { stem: stems } of found)
              for (const one of stems.split(' ')) expect(one.length).toBeGreaterThan(3);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the file of a dictionary', () => {
  const entries = 'Brücke {f} :: bridge\nStraße {f} :: street\n';

  it.each([
    ['line ends of Windows', entries.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${entries}`],
    ['comments first', `# Version :: devel\n# License\n${entries}`],
    ['lines that are no entry', `${entries}nonsense\n\n :: \n::::\n`],
    ['hundreds of lines before the first entry', `${'# note\n'.repeat(900)}${entries}`],
    ['more than one piece of reading', `${'Wort {n} :: word; thing\n'.repeat(9_000)}${entries}`],
  ])('may have %s', async (_, content) => {
    const { dictionary } = await loadDictionary(fileOf(content), everything);
    expect(dictionary?.translate('street', 'en').map((translation) => translation.stem)).toEqual(['strass']);
    expect(dictionary?.translate('bridg', 'en').map((translation) => translation.stem)).toEqual(['bruck']);
  });

  it.each([
    ['packed', gzipSync(entries), 'not-utf8'],
    ['in Latin-1', Buffer.from(entries, 'latin1'), 'not-utf8'],
    ['cut inside a line', entries.slice(0, -4), 'truncated'],
    ['cut inside an entry', `${entries}Hau`, 'truncated'],
    ['cut inside a letter', Buffer.from(`${entries}Brü`).subarray(0, -1), 'truncated'],
    ['empty', '', 'not-ding'],
    ['an article', 'A text about talks.\n\nAnd more of it.\n', 'not-ding'],
    ['only comments', '# a :: b\n', 'not-ding'],
    ['something else for a thousand lines', `${'x\n'.repeat(1_000)}${entries}`, 'not-ding'],
    ['one endless line', 'x'.repeat(1_200_000), 'not-ding'],
    ['an endless line behind entries', `${entries}${'x'.repeat(1_200_000)}`, 'not-ding'],
  ] as const)('that is %s is refused, and nothing is thrown', async (_, content, fault) => {
    const path = fileOf(content);
    expect(await loadDictionary(path, everything)).toEqual({
      dictionary: null,
      problem: { id: `dictionary.${fault}`, facts: { path } },
    });
  });

  it.each([
    ['is missing', () => join(folder, 'missing'), 'ENOENT'],
    ['is a folder', () => folder, 'EISDIR'],
    ['is a device', () => '/dev/null', 'ENOTSUP'],
  ])('that %s is refused with the reason', async (_, path, cause) => {
    expect(await loadDictionary(path(), everything)).toEqual({
      dictionary: null,
      problem: { id: 'dictionary.unreadable', facts: { path: path(), cause } },
    });
  });

  it('is complained about in both languages with its name, the variable and what happens', async () => {
    const path = fileOf('no dictionary\n');
    for (const { problem } of [await loadDictionary(path, everything), await loadDictionary(`${path}x`, everything)]) {
      if (problem === null) throw new Error('no problem');
      for (const language of LANGUAGES) {
        const sentence = describeProblem(problem, language);
        for (const part of [path, 'DICTIONARY']) expect(sentence).toContain(part);
        expect(sentence).toMatch(/goes on without|läuft ohne weiter/);
      }
    }
  });
});
