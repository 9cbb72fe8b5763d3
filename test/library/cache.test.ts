import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadQuestionSets } from '../../bench/questions.ts';
import { runRequest } from '../../src/answer/handlers.ts';
import type { Knowledge } from '../../src/answer/knowledge.ts';
import type { RequestName, RequestParams } from '../../src/answer/requests.ts';
import { IndexCache } from '../../src/library/cache.ts';
import { fromParts } from '../../src/library/kept.ts';
import { Library } from '../../src/library/library.ts';
import { buildRevision, type Folders } from '../../src/library/revision.ts';
import { projectFile } from '../../src/project.ts';
import { TALKS } from '../support/talks.ts';
import { Articles } from './folders.ts';

/** The sources that run here have no hash; this stands for it. */
const CODE = 'code';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wortlaut-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function foldersOf(articles: string): Promise<Folders & { readonly cache: string }> {
  const cache = join(await temporaryFolder(), 'deep', 'cache');
  return { articles, lexicon: projectFile('corpus/lexicon'), dictionary: null, cache };
}

const someFolders = async () => foldersOf((await Articles.of(TALKS)).folder);

/** Builds or loads a revision, and keeps it. */
async function start(folders: Folders, code = CODE) {
  const revision = await buildRevision(folders, code);
  expect(await revision.keep()).toBeNull();
  return revision;
}

/** The one file in a cache. */
async function fileIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

const keyIn = async (folder: string): Promise<string> => basename(await fileIn(folder), '.bin');

const ask = (knowledge: Knowledge, question: string) => runRequest(knowledge, 'ask', { question, locale: 'de' });

/** Everything that can be listed, in both languages. */
function listingsOf(knowledge: Knowledge): unknown[] {
  const list = <Name extends RequestName>(name: Name, params: RequestParams<Name>) =>
    runRequest(knowledge, name, params);
  const { events, articles, topics, parties } = knowledge;
  const [a, b] = parties.parties.filter(({ side }) => side !== null);
  return (['de', 'en'] as const).flatMap((locale) => [
    list('terms', { locale, limit: 1_000 }),
    list('conditions', { locale, limit: 1_000 }),
    list('timeline', { locale, limit: 1_000 }),
    events.map(({ id }) => list('participants', { locale, event: id, limit: 1_000 })),
    topics.map(({ id }) => list('compare', { locale, topic: id, a: a?.id ?? '', b: b?.id ?? '' })),
    [...articles.keys()].map((article) => list('article', { article })),
    list('about', {}),
  ]);
}

/** Each start reads the whole lexicon; some tests need a dozen, on machines that do other things as well. */
const MANY_STARTS = { timeout: 90_000 };

describe('a second start', MANY_STARTS, () => {
  it('takes what the first one made, and answers all the same', async () => {
    const folders = await foldersOf(projectFile('corpus/articles'));
    const first = await start(folders);
    const second = await start(folders);
    expect([first.fromCache, second.fromCache]).toEqual([false, true]);
    const sets = await loadQuestionSets();
    const questions = sets.flatMap((set) => set.questions).filter((_, at) => at % 15 === 0);
    expect(questions.length).toBeGreaterThanOrEqual(20);
    for (const { question } of questions) {
      expect(ask(second.knowledge, question), question).toEqual(ask(first.knowledge, question));
    }
    const listings = listingsOf(first.knowledge);
    expect(JSON.stringify(listings)).toContain('"quotation"');
    expect(listingsOf(second.knowledge)).toEqual(listings);
    expect(second.knowledge.parties.parties).toEqual(first.knowledge.parties.parties);
  });

  it('builds again where articles, lexicon or code changed, and finds the earlier state when they change back', async () => {
    const articles = await Articles.of(TALKS);
    const lexicon = join(articles.folder, '..', 'lexicon');
    await cp(projectFile('corpus/lexicon'), lexicon, { recursive: true });
    const folders = { ...(await foldersOf(articles.folder)), lexicon };
    const isKept = async (code = CODE) => (await start(folders, code)).fromCache;
    expect([await isKept(), await isKept()]).toEqual([false, true]);
    expect([await isKept('other code'), await isKept('other code')]).toEqual([false, true]);

    await articles.write({ 'anruf.md': TALKS['anruf.md'].replace('30 Tagen', '40 Tagen') });
    expect([await isKept(), await isKept()]).toEqual([false, true]);
    await articles.write({ 'anruf.md': TALKS['anruf.md'] });
    const glosses = await readFile(join(lexicon, 'glosses.yaml'), 'utf8');
    await writeFile(join(lexicon, 'glosses.yaml'), `${glosses}\n- { de: [Probewort], en: [testword] }\n`);
    expect([await isKept(), await isKept()]).toEqual([false, true]);
    await writeFile(join(lexicon, 'glosses.yaml'), glosses);
    await isKept();
    expect(await isKept()).toBe(true);
  });

  it('builds again where a file is read in another way under another name', async () => {
    const articles = await Articles.of(TALKS);
    const folders = await foldersOf(articles.folder);
    await start(folders);
    await rename(join(articles.folder, 'anruf.md'), join(articles.folder, 'anruf.txt'));
    expect((await start(folders)).fromCache).toBe(false);
  });

  it.each([
    ['no cache is wished', { cache: null }, CODE],
    ['nobody names the code that runs', {}, undefined],
  ])('builds again where %s', async (_, changes, code) => {
    const kept = await someFolders();
    const folders = { ...kept, ...changes };
    for (let times = 0; times < 2; times++) {
      const revision = await buildRevision(folders, code);
      expect(revision.fromCache).toBe(false);
      expect(await revision.keep()).toBeNull();
    }
    await expect(readdir(kept.cache)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

/** Ways to spoil a file of the cache. */
const SPOILS: Readonly<Record<string, (path: string, bytes: Buffer) => Promise<unknown>>> = {
  empty: (path) => writeFile(path, ''),
  'broken off in its head': (path, bytes) => writeFile(path, bytes.subarray(0, 20)),
  'broken off in its middle': (path, bytes) => writeFile(path, bytes.subarray(0, bytes.length / 2)),
  'one byte short': (path, bytes) => writeFile(path, bytes.subarray(0, -1)),
  'followed by more': (path, bytes) => writeFile(path, Buffer.concat([bytes, Buffer.from('x')])),
  'of another format': (path, bytes) => writeFile(path, Buffer.concat([Buffer.from('another!'), bytes.subarray(8)])),
  garbage: (path, bytes) => writeFile(path, Buffer.from(bytes.map((_, at) => (at * 7919) % 251))),
  text: (path) => writeFile(path, 'Hier steht etwas anderes.'),
};

describe('a file of the cache that cannot be trusted', MANY_STARTS, () => {
  it.each(Object.entries(SPOILS))('being %s is made anew', async (_, spoil) => {
    const folders = await someFolders();
    const first = await start(folders);
    const path = await fileIn(folders.cache);
    const bytes = await readFile(path);
    await spoil(path, bytes);
    const second = await start(folders);
    expect(second.fromCache).toBe(false);
    expect(listingsOf(second.knowledge)).toEqual(listingsOf(first.knowledge));
    expect(await fileIn(folders.cache)).toBe(path);
    expect((await start(folders)).fromCache).toBe(true);
  });

  it('holding something else, or what was made of other articles, is nothing', async () => {
    const folders = await someFolders();
    const { knowledge } = await start(folders);
    const articles = [...knowledge.articles.values()];
    const parts = (await new IndexCache(folders.cache, await keyIn(folders.cache)).load()) ?? [];
    expect(fromParts(parts, articles)).not.toBeNull();
    const [vocabulary, words, sentences, engine, statements, participants] = parts;
    const wrong: (readonly unknown[])[] = [
      [],
      parts.slice(0, -1),
      [...parts, participants],
      [{}, words, sentences, engine, statements, participants],
      [{ ...Object(vocabulary), frequencies: new Uint32Array() }, words, sentences, engine, statements, participants],
      [vocabulary, words, { ...Object(sentences), passages: [] }, engine, statements, participants],
      [vocabulary, words, sentences, { documentCount: 0, index: [] }, statements, participants],
      [vocabulary, words, sentences, engine, new Map(), participants],
      [vocabulary, words, sentences, engine, statements, new Map()],
    ];
    for (const [at, each] of wrong.entries()) expect(fromParts(each, articles), String(at)).toBeNull();
    expect(fromParts(parts, articles.slice(1))).toBeNull();
    const [first, ...others] = articles;
    const shorter = first?.sections.map((section) => ({ ...section, passages: section.passages.slice(1) })) ?? [];
    expect(fromParts(parts, first === undefined ? [] : [{ ...first, sections: shorter }, ...others])).toBeNull();
  });

  it('of which nothing can be made is made anew', async () => {
    const folders = await someFolders();
    await start(folders);
    const cache = new IndexCache(folders.cache, await keyIn(folders.cache));
    const [vocabulary, words, sentences, engine, ...rest] = (await cache.load()) ?? [];
    await cache.store([vocabulary, words, sentences, { ...Object(engine), index: ['x'] }, ...rest]);
    expect((await start(folders)).fromCache).toBe(false);
    expect((await start(folders)).fromCache).toBe(true);
  });
});

describe('a cache that cannot be written', () => {
  it('tells why and leaves a revision that answers', async () => {
    const folders = await someFolders();
    const place = join(folders.cache, '..');
    await writeFile(place, 'a file, and no folder');
    const revision = await buildRevision(folders, CODE);
    expect(await revision.keep()).toBe('ENOTDIR');
    expect(ask(revision.knowledge, 'Was forderte Putin?')).toMatchObject({ status: 'answered' });
    expect(await readFile(place, 'utf8')).toBe('a file, and no folder');
  });
});

describe('a library', MANY_STARTS, () => {
  async function open(folders: Folders): Promise<Library> {
    const library = await Library.open(folders);
    onTestFinished(() => library.close());
    return library;
  }

  /** The index is kept after the library serves, so whoever wants to see it waits. */
  const untilKept = (folder: string) =>
    expect.poll(() => readdir(folder).catch(() => []), { timeout: 30_000 }).toEqual([expect.stringMatching(/\.bin$/)]);

  it('serves from the cache at the next start, and after a reindex of unchanged articles', async () => {
    const folders = await someFolders();
    const question = { question: 'Was forderte Putin?', locale: 'de' } as const;
    const first = await open(folders);
    const answer = await first.request('ask', question);
    await untilKept(folders.cache);
    const second = await open(folders);
    expect([first.summary.fromCache, second.summary.fromCache]).toEqual([false, true]);
    expect(await second.request('ask', question)).toEqual(answer);
    await first.reindex({ dryRun: false });
    expect(first.summary.fromCache).toBe(true);
    expect(await first.request('ask', question)).toEqual(answer);
  });

  it('says once why it cannot keep its index, and serves', async () => {
    const folders = await someFolders();
    await writeFile(join(folders.cache, '..'), 'a file, and no folder');
    const library = await open(folders);
    const causes: string[] = [];
    library.onUnkept = (cause) => causes.push(cause);
    await expect.poll(() => causes, { timeout: 30_000 }).toEqual(['ENOTDIR']);
    await expect(library.request('about', {})).resolves.toMatchObject({ articles: Object.keys(TALKS).length });
  });

  it('opened twice at once harms neither', async () => {
    const folders = await someFolders();
    const libraries = await Promise.all([open(folders), open(folders)]);
    await untilKept(folders.cache);
    const cards = await Promise.all(libraries.map((library) => library.request('about', {})));
    expect(cards[0]).toEqual(cards[1]);
    expect((await open(folders)).summary.fromCache).toBe(true);
  });
});
