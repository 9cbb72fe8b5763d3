import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadCorpus, MAX_ARTICLE_BYTES } from '../../src/corpus/load.ts';
import { WortlautError } from '../../src/errors.ts';

const MARKDOWN = '---\ntitle: T\ndate: 2025-03\nlanguage: de\noutlet: O\n---\nEin Satz.\n';

describe('a corpus', () => {
  let folder = '';
  const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has the articles of a folder, sorted by id', async () => {
    await put('b.md', MARKDOWN);
    await put('a.txt', 'Ein Satz.');
    await put('ä.MD', MARKDOWN);
    const { articles, refused } = await loadCorpus(folder);
    expect(articles.map(({ id, file }) => [id, file])).toEqual([
      ['a', 'a.txt'],
      ['b', 'b.md'],
      ['ä', 'ä.MD'],
    ]);
    expect(refused).toEqual([]);
  });

  it('leaves out other files, hidden ones, subfolders and the README', async () => {
    await put('README.md', '# Hier liegen Artikel');
    await put('.hidden.md', MARKDOWN);
    await put('.md', MARKDOWN);
    await put('bild.png', 'x');
    await put('text', 'x');
    await mkdir(join(folder, 'unter'));
    await writeFile(join(folder, 'unter', 'c.md'), MARKDOWN);
    expect(await loadCorpus(folder)).toEqual({ articles: [], refused: [] });
  });

  it('refuses a faulty file alone, with its line and the reason', async () => {
    await put('gut.md', MARKDOWN);
    await put('latin1.txt', Buffer.from('Erste Zeile.\nZweite für alle.', 'latin1'));
    await put('leer.txt', ' \n\t\n');
    await put('leer.md', '\uFEFF\n');
    await put('titel.md', MARKDOWN.replace('language: de', 'language: xx'));
    await mkdir(join(folder, 'ordner.md'));
    await symlink(join(folder, 'nirgends'), join(folder, 'verweis.md'));
    await symlink(join(folder, 'kreis.md'), join(folder, 'kreis.md'));
    const { articles, refused } = await loadCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['gut']);
    expect(refused).toEqual([
      { file: 'kreis.md', line: 1, problem: { id: 'article.unreadable', facts: { cause: 'ELOOP' } } },
      { file: 'latin1.txt', line: 2, problem: { id: 'article.not-utf8', facts: { offset: 21 } } },
      { file: 'leer.md', line: 1, problem: { id: 'article.empty', facts: {} } },
      { file: 'leer.txt', line: 1, problem: { id: 'article.empty', facts: {} } },
      { file: 'ordner.md', line: 1, problem: { id: 'article.unreadable', facts: { cause: 'EISDIR' } } },
      {
        file: 'titel.md',
        line: 4,
        problem: { id: 'article.front-matter', facts: { field: 'language', expected: 'language', found: 'xx' } },
      },
      { file: 'verweis.md', line: 1, problem: { id: 'article.unreadable', facts: { cause: 'ENOENT' } } },
    ]);
  });

  it('refuses what is no file, and a file that no parser can take', async () => {
    await put('gut.md', MARKDOWN);
    await put('tief.md', MARKDOWN + '> '.repeat(10_000));
    await put('wirr.md', MARKDOWN.replace('title: T', `title: ${'['.repeat(20_000)}`));
    await symlink('/dev/null', join(folder, 'rohr.txt'));
    const { articles, refused } = await loadCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['gut']);
    expect(refused.map(({ file, problem }) => [file, problem.id])).toEqual([
      ['rohr.txt', 'article.unreadable'],
      ['tief.md', 'article.unreadable'],
      ['wirr.md', expect.stringMatching(/^article\./)],
    ]);
    expect(refused[0]?.problem.facts).toEqual({ cause: 'ENOTSUP' });
  });

  it('follows a link to a file', async () => {
    await put('ziel', MARKDOWN);
    await symlink(join(folder, 'ziel'), join(folder, 'a.md'));
    expect((await loadCorpus(folder)).articles.map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps the first readable file of two with one id', async () => {
    await put('a.md', MARKDOWN);
    await put('a.txt', 'Ein Satz.');
    await put('b.md', 'ohne Angaben');
    await put('b.txt', 'Ein Satz.');
    const { articles, refused } = await loadCorpus(folder);
    expect(articles.map(({ file }) => file)).toEqual(['a.md', 'b.txt']);
    expect(refused.map(({ file, problem }) => [file, problem.id])).toEqual([
      ['a.txt', 'article.duplicate-id'],
      ['b.md', 'article.front-matter'],
    ]);
    expect(refused[0]?.problem.facts).toEqual({ id: 'a', other: 'a.md' });
  });

  it('takes a file of the largest size and refuses a larger one', async () => {
    await put('a.txt', 'Ein Satz. '.repeat(MAX_ARTICLE_BYTES).slice(0, MAX_ARTICLE_BYTES));
    await put('b.txt', '');
    const bytes = 50 * MAX_ARTICLE_BYTES;
    await truncate(join(folder, 'b.txt'), bytes);
    const { articles, refused } = await loadCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    const facts = { bytes, limit: MAX_ARTICLE_BYTES };
    expect(refused).toEqual([{ file: 'b.txt', line: 1, problem: { id: 'article.too-large', facts } }]);
  });

  it.each([
    ['a truncated character', [0x61, 0x0a, 0xe2, 0x82], 2, 2],
    ['a truncated character before others', [0xef, 0xbf, 0x41], 0, 1],
    ['a replacement character that is meant, before a fault', [0xef, 0xbf, 0xbd, 0xff], 3, 1],
    ['half a surrogate pair', [0x0d, 0x0a, 0xed, 0xa0, 0x80], 2, 2],
    ['UTF-16', [0xff, 0xfe, 0x41, 0x00], 0, 1],
  ])('names the first byte that is not UTF-8: %s', async (_, bytes, offset, line) => {
    await put('a.txt', new Uint8Array(bytes));
    const { refused } = await loadCorpus(folder);
    expect(refused).toEqual([{ file: 'a.txt', line, problem: { id: 'article.not-utf8', facts: { offset } } }]);
  });

  it('cannot be read without a folder', async () => {
    await put('datei', 'x');
    const failure = (path: string): Promise<unknown> => loadCorpus(path).catch((error: unknown) => error);
    const missing = await failure(join(folder, 'nirgends'));
    const file = await failure(join(folder, 'datei'));
    expect(missing).toBeInstanceOf(WortlautError);
    expect(missing).toMatchObject({
      id: 'corpus.unreadable',
      facts: { path: join(folder, 'nirgends'), cause: 'ENOENT' },
    });
    expect(file).toMatchObject({ id: 'corpus.unreadable', facts: { cause: 'ENOTDIR' } });
  });
});
