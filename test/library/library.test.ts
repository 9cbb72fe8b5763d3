import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Library } from '../../src/library/library.ts';
import { projectFile } from '../../src/project.ts';
import { Articles, article } from './folders.ts';

const OLD = 'Trump und Putin haben sich nicht auf eine Waffenruhe verständigt.';
const NEW = 'Trump und Putin haben sich doch auf eine Waffenruhe verständigt.';
const QUESTION = 'Haben sich Trump und Putin auf eine Waffenruhe verständigt?';

async function firstQuotation(library: Library) {
  const answer = await library.request('ask', { question: QUESTION, locale: 'de' });
  const [first] = answer.quotations;
  if (first === undefined) throw new Error('no answer');
  return first;
}

/** Makes the worker of a library stumble over a message that nobody should send, and die of it. */
const kill = (library: Library): Promise<unknown> =>
  Promise.resolve(Reflect.apply(library.request, library, ['x', {}]));

describe('a library', () => {
  it('answers from its articles, with texts by which a quotation can be checked', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    const { text, ref } = await firstQuotation(library);
    expect(text).toBe(OLD);
    expect(library.textOf(ref.revision)?.slice(ref.start, ref.end)).toBe(OLD);
    expect(library.textOf('0'.repeat(64))).toBeUndefined();
    expect(library.summary).toMatchObject({ articles: [{ id: 'a', title: 'Probe' }], refused: [] });
  });

  it('refuses a broken article alone, with file, line and reason', async () => {
    const articles = await Articles.of({
      'a.md': article(OLD),
      'b.md': '---\ntitle: B\ndate: gestern\nlanguage: de\noutlet: C\n---\nText.\n',
      'c.txt': new Uint8Array([0x54, 0xff, 0xfe]),
      'a.txt': 'Ein zweiter Artikel mit derselben Kennung.',
    });
    const library = await articles.open();
    expect(library.summary.refused).toEqual([
      { file: 'a.txt', line: 1, problem: { id: 'article.duplicate-id', facts: { id: 'a', other: 'a.md' } } },
      { file: 'b.md', line: 3, problem: expect.objectContaining({ id: 'article.front-matter' }) },
      { file: 'c.txt', line: 1, problem: { id: 'article.not-utf8', facts: { offset: 1 } } },
    ]);
    expect((await firstQuotation(library)).text).toBe(OLD);
  });

  it.each([
    ['missing', async (articles: Articles) => articles.remove(), 'corpus.unreadable'],
    ['empty', async (articles: Articles) => articles.remove('a.md'), 'corpus.empty'],
    ['without a readable article', async (articles: Articles) => articles.write({ 'a.md': '' }), 'corpus.empty'],
  ])('does not open where the folder is %s', async (_, spoil, id) => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    await spoil(articles);
    await expect(articles.open()).rejects.toMatchObject({ id });
  });

  it('does not open where the lexicon is broken', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    await expect(
      Library.open({ articles: articles.folder, lexicon: articles.folder, dictionary: null }),
    ).rejects.toMatchObject({
      id: 'corpus.unreadable',
    });
  });

  it('maps what is wrong with a request to the error that the request throws', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    await expect(library.request('article', { article: 'nirgends' })).rejects.toMatchObject({
      id: 'article.unknown',
      facts: { value: 'nirgends' },
    });
  });
});

describe('a reindex', () => {
  it('reports what was added, changed, removed and refused, and serves it', async () => {
    const articles = await Articles.of({
      'a.md': article(OLD),
      'b.md': article('Wird entfernt.'),
      'c.md': article('Bleibt.'),
    });
    const library = await articles.open();
    const before = library.summary.revision;
    await articles.write({ 'a.md': article(NEW), 'd.md': article('Kommt hinzu.', 'Neu'), 'e.md': 'ohne Kopf' });
    await articles.remove('b.md');
    const report = await library.reindex({ dryRun: false });
    expect(report).toMatchObject({
      dryRun: false,
      added: [{ id: 'd', title: 'Neu' }],
      changed: [{ id: 'a', title: 'Probe' }],
      removed: [{ id: 'b', title: 'Probe' }],
      refused: [{ file: 'e.md', line: 1 }],
      articles: 3,
    });
    expect(report.revision).not.toBe(before);
    expect(library.summary.revision).toBe(report.revision);
    expect((await firstQuotation(library)).text).toBe(NEW);
  });

  it('of unchanged articles changes nothing, not even the revision', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    const before = library.summary.revision;
    const report = await library.reindex({ dryRun: false });
    expect(report).toMatchObject({ added: [], changed: [], removed: [], refused: [], revision: before });
  });

  it('as a dry run reports the same and goes on serving the old state', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    const before = library.summary.revision;
    await articles.write({ 'a.md': article(NEW) });
    const report = await library.reindex({ dryRun: true });
    expect(report).toMatchObject({ dryRun: true, changed: [{ id: 'a' }] });
    expect(library.summary.revision).toBe(before);
    expect((await firstQuotation(library)).text).toBe(OLD);
    expect(await library.reindex({ dryRun: false })).toMatchObject({ changed: [{ id: 'a' }] });
  });

  it('is one at a time, and possible again afterwards', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    const first = library.reindex({ dryRun: false });
    await expect(library.reindex({ dryRun: true })).rejects.toMatchObject({ id: 'library.reindex-running' });
    await first;
    await expect(library.reindex({ dryRun: true })).resolves.toMatchObject({ articles: 1 });
  });

  it.each([
    ['the folder is gone', async (articles: Articles) => articles.remove(), 'corpus.unreadable'],
    ['no article is left', async (articles: Articles) => articles.remove('a.md'), 'corpus.empty'],
    ['every article is broken', async (articles: Articles) => articles.write({ 'a.md': 'x' }), 'corpus.empty'],
  ])('leaves the old state serving where %s', async (_, spoil, id) => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    const before = library.summary;
    await spoil(articles);
    await expect(library.reindex({ dryRun: false })).rejects.toMatchObject({ id });
    expect(library.summary).toBe(before);
    expect((await firstQuotation(library)).text).toBe(OLD);
  });

  it('does not disturb those who ask meanwhile: every request is answered, from the old state or the new', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    let swapping = true;
    const seen = new Set<string>();
    const ask = async (): Promise<void> => {
      while (swapping) {
        const { text, ref } = await firstQuotation(library);
        expect(library.textOf(ref.revision)?.slice(ref.start, ref.end)).toBe(text);
        seen.add(text);
      }
    };
    const asking = Promise.all(Array.from({ length: 8 }, ask));
    for (const body of [NEW, OLD, NEW]) {
      await articles.write({ 'a.md': article(body) });
      await library.reindex({ dryRun: false });
    }
    await firstQuotation(library);
    swapping = false;
    await asking;
    expect(seen).toEqual(new Set([OLD, NEW]));
  });

  it('keeps the texts of the previous state for one swap, for replies that are on their way', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    const { ref } = await firstQuotation(library);
    await articles.write({ 'a.md': article(NEW) });
    await library.reindex({ dryRun: false });
    expect(library.textOf(ref.revision)?.slice(ref.start, ref.end)).toBe(OLD);
    await articles.write({ 'a.md': article(`${NEW} Und noch etwas.`) });
    await library.reindex({ dryRun: false });
    expect(library.textOf(ref.revision)).toBeUndefined();
  });
});

describe('a worker that dies', () => {
  it('is replaced: the request is told, the next ones are answered', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    const before = library.summary.revision;
    await expect(kill(library)).rejects.toMatchObject({ id: 'library.unavailable' });
    expect((await firstQuotation(library)).text).toBe(OLD);
    expect(library.summary.revision).toBe(before);
  });

  it('does so again and again', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    for (let times = 0; times < 3; times++) {
      await expect(kill(library)).rejects.toMatchObject({ id: 'library.unavailable' });
      expect((await firstQuotation(library)).text).toBe(OLD);
    }
  });

  it('where the articles are gone meanwhile leaves a library that a later reindex mends', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    await articles.remove('a.md');
    await expect(kill(library)).rejects.toMatchObject({ id: 'library.unavailable' });
    await expect(firstQuotation(library)).rejects.toMatchObject({ id: 'corpus.empty' });
    await articles.write({ 'a.md': article(NEW) });
    await library.reindex({ dryRun: false });
    expect((await firstQuotation(library)).text).toBe(NEW);
  });
});

describe('a library that is closed', () => {
  it('tells those who are still waiting, at once', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    const asking = Array.from({ length: 20 }, () => firstQuotation(library));
    const settled = Promise.allSettled(asking);
    await library.close();
    for (const result of await settled) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ id: 'library.unavailable' });
      else expect(result.value.text).toBe(OLD);
    }
  });

  it('tells those who ask afterwards at once as well, and can be closed twice', async () => {
    const library = await (await Articles.of({ 'a.md': article(OLD) })).open();
    await library.close();
    await library.close();
    const started = performance.now();
    await expect(firstQuotation(library)).rejects.toMatchObject({ id: 'library.unavailable' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('while a reindex is running serves nothing anew', async () => {
    const articles = await Articles.of({ 'a.md': article(OLD) });
    const library = await articles.open();
    const before = library.summary;
    await articles.write({ 'a.md': article(NEW) });
    const reindexing = library.reindex({ dryRun: false });
    await library.close();
    await reindexing.catch(() => undefined);
    expect(library.summary).toBe(before);
  });
});

it('the revision changes with the lexicon, as answers do', async () => {
  const articles = await Articles.of({ 'a.md': article(OLD) });
  const lexicon = join(articles.folder, '..', 'lexicon');
  await cp(projectFile('corpus/lexicon'), lexicon, { recursive: true });
  const library = await Library.open({ articles: articles.folder, lexicon, dictionary: null });
  try {
    const before = library.summary.revision;
    await appendFile(join(lexicon, 'glosses.yaml'), '\n- { de: [Probewort], en: [testword] }\n');
    const { revision } = await library.reindex({ dryRun: true });
    expect(revision).not.toBe(before);
  } finally {
    await library.close();
  }
});
