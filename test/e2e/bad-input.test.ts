import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/sandbox.ts';
import { article, asRead, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

const BARGES = 'The harbour master of Odesa counted forty grain barges.';
const ARTICLES = { 'barges.md': article({ title: 'Barges wait' }, BARGES) };
const ASK_BARGES = { question: 'How many grain barges did the harbour master count?' };

const textOf = (exchange: Exchange): string => asRead(replyOf(exchange).text);

/** The one thing that must hold after whatever was sent. */
async function stillAnswers(scene: Scene): Promise<void> {
  const asker = scene.sandbox.createUser({ name: 'asker' });
  expect(quotesIn(replyOf(await asker.command('ask', ASK_BARGES)))[0]).toBe(BARGES);
}

describe('a question that is none', () => {
  const shared = sharedScene({ articles: ARTICLES });
  afterEach(() => stillAnswers(shared()));

  const NOTHING = {
    'en-US': 'The question holds no word that I could look for.',
    de: 'In der Frage steht kein Wort, nach dem ich suchen könnte.',
  };
  const UNANSWERED = { 'en-US': 'The articles do not answer this.', de: 'Darauf antworten die Artikel nicht.' };
  const EMPTY = { 'en-US': 'The question is empty.', de: 'Die Frage ist leer.' };
  const LOCALES = ['en-US', 'de'] as const;

  const cases: readonly (readonly [string, string, Readonly<Record<'en-US' | 'de', string>>])[] = [
    ['empty', '', EMPTY],
    ['blank', ' \n\t\u00a0 ', EMPTY],
    ['only German stop words', 'und wer ist denn das?', NOTHING],
    ['only English stop words', 'and who is that, then?', NOTHING],
    ['only emoji', '🕊️🇺🇦🤝❓', NOTHING],
    ['only punctuation', '?!… – „“ *** ```', NOTHING],
    ['only invisible characters', '\u200b\u200d\u2060\ufeff', NOTHING],
    ['in another script', 'Кто вёл переговоры о перемирии?', UNANSWERED],
    ['in a script without blanks', '谁主持了停火谈判', UNANSWERED],
    ['from right to left', '\u202eمن قاد المفاوضات؟\u202c', UNANSWERED],
    ['a mention of everyone', '@everyone @here', UNANSWERED],
    ['a single endless word', 'flamingo'.repeat(700), UNANSWERED],
    ['half a surrogate pair', 'flamingo \ud83d bratislava', UNANSWERED],
  ];

  it.each(cases.flatMap(([name, question, replies]) => LOCALES.map((locale) => ({ name, question, replies, locale }))))(
    'is told so: $name ($locale)',
    async ({ question, replies, locale }) => {
      const anna = shared().sandbox.createUser({ name: 'anna', locale });
      const exchange = await anna.command('ask', { question }, 'dm', { unchecked: true });
      expect(textOf(exchange)).toContain(replies[locale]);
      expect(replyOf(exchange).pings).toEqual([]);
    },
  );

  it('is read as far as Discord lets it be long', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const filler = 'flamingo zeppelin bratislava '.repeat(250).slice(0, 5_999);
    expect(textOf(await anna.command('ask', { question: `${filler}?` }))).toContain('The articles do not answer this.');
    const repeated = `${ASK_BARGES.question} `.repeat(200).slice(0, 6_000);
    expect(quotesIn(replyOf(await anna.command('ask', { question: repeated })))).toContain(BARGES);
  });

  it('is refused where a client sends more than Discord allows', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna', locale: 'de' });
    const exchange = await anna.command('ask', { question: 'x'.repeat(6_001) }, 'dm', { unchecked: true });
    expect(textOf(exchange)).toContain('Die Angabe „question“ hat nicht die erwartete Form.');
  });

  it.each([
    '**grain** _barges_ ~~harbour~~ ||master||',
    '```js\ngrain barges harbour master\n```',
    '# grain barges\n> harbour master\n- count',
    '[grain barges](https://evil.example) harbour master',
    '<#1234> <@&1234> <:grain:1234> grain barges of the harbour master',
    '-# Question: grain barges of the harbour master',
    '> The harbour master of Odesa never counted grain barges.',
  ])('is shown as it was written, without effect: %s', async (question) => {
    const guild = await shared().guild({ name: 'Debate' });
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('ask', { question }, { guild }));
    expect(quotesIn(message)).toEqual([BARGES]);
    const echo = message.texts.flatMap((text) => text.split('\n')).find((line) => line.startsWith('-# Question: '));
    expect(asRead(echo ?? '')).toBe(`-# Question: ${question.replace(/\s+/g, ' ')}`);
    expect(echo).not.toMatch(/(?<!\\)[*_~|`[\]<]/);
    const more = await anna.press(message, 'Context');
    expect(quotesIn(replyOf(more))).toEqual([BARGES]);
  });

  it.each([
    ['question', { question: 7 }, 'The option “question” does not have the expected form.'],
    ['private', { ...ASK_BARGES, private: 'yes' }, 'The option “private” does not have the expected form.'],
    ['a missing question', {}, 'The option “question” is missing.'],
    ['an unknown option', { ...ASK_BARGES, colour: 'red' }, 'This command has no option “colour”.'],
  ])('is refused with the name of the option: %s', async (_, options, complaint) => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    expect(textOf(await anna.command('ask', options, 'dm', { unchecked: true }))).toBe(complaint);
  });

  it('is shown the way to the help', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    expect(asRead((await shared().tell(anna, 'Hello!')).reply.text)).toContain('/help shows what I can do.');
  });

  it('in a direct message gets a reply as well', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    for (const text of ['', '🕊️', '@everyone', '```\n```']) {
      const { reply } = await shared().tell(anna, text);
      expect(asRead(reply.text)).toMatch(/question|Frage|answer|antworten/);
      expect(reply.pings).toEqual([]);
    }
  });
});

describe('an article that is asked for', () => {
  const shared = sharedScene({ articles: ARTICLES });

  it.each([
    ['en-US', 'There is no article “nothing” here.'],
    ['de', 'Einen Artikel „nothing“ gibt es hier nicht.'],
  ])('and does not exist is named (%s)', async (locale, complaint) => {
    const anna = shared().sandbox.createUser({ name: 'anna', locale });
    expect(textOf(await anna.command('article', { article: 'nothing' }))).toContain(complaint);
  });

  it('may be named by the label instead of the value', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const [choice] = await anna.autocomplete('article', { article: 'barg' }, 'article');
    expect(choice?.name).not.toBe(choice?.value);
    for (const named of [choice?.name ?? '', choice?.value ?? '']) {
      expect(textOf(await anna.command('article', { article: named }))).toContain('## Barges wait');
    }
  });

  it.each(['@everyone', '../../etc/passwd', '__proto__', 'x'.repeat(300)])('is not found as "%s"', async (value) => {
    const guild = await shared().guild({ name: 'Debate' });
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('article', { article: value }, { guild }));
    expect(asRead(message.text)).toContain('There is no article “');
    expect(message.pings).toEqual([]);
  });
});

describe('a folder of articles with something wrong in it', () => {
  const LIMIT = 50 * 1024 * 1024;
  const good = (title: string): string => article({ title }, `A sentence about ${title}.`);

  it.each([
    {
      name: 'not UTF-8',
      file: 'latin.txt',
      content: Buffer.from('Gespr\xe4che', 'latin1'),
      line: 1,
      de: /nicht in UTF-8/,
    },
    { name: 'empty', file: 'empty.md', content: '', line: 1, de: /keinen Absatz/ },
    { name: 'broken YAML', file: 'yaml.md', content: '---\ntitle: [x\n---\nText.\n', line: 2, de: /gültiges YAML/ },
    { name: 'an open head', file: 'open.md', content: '---\ntitle: x\n\nText.\n', line: 1, de: /zweite Zeile „---“/ },
    { name: 'no head', file: 'bare.md', content: 'Just text.\n', line: 1, de: /Kopf zwischen zwei Zeilen/ },
    { name: '50 MB', file: 'huge.txt', content: Buffer.alloc(LIMIT, 'a '), line: 1, de: /52\.428\.800 Byte/ },
    { name: 'an id twice', file: 'barges.txt', content: 'A text of its own.\n', line: 1, de: /hat schon barges\.md/ },
  ])('is served without it, and says so: $name', async ({ file, content, line, de }) => {
    const scene = await sceneForTest({ articles: { ...ARTICLES, [file]: content }, sandbox: { ownerLocale: 'de' } });
    await stillAnswers(scene);
    const text = textOf(await scene.sandbox.application.owner.command('reindex'));
    expect(text).toMatch(/Abgelehnt: 1/);
    const refusal = text.split('\n').find((each) => each.includes(file)) ?? '';
    expect(refusal).toMatch(new RegExp(`- ${file.replace('.', '\\.')}, Zeile ${line}: `));
    expect(refusal).toMatch(de);
    await stillAnswers(scene);
  });

  it('is served without a folder that is called like an article', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    await mkdir(join(scene.articlesDir, 'folder.md'));
    const text = textOf(await scene.sandbox.application.owner.command('reindex'));
    expect(text).toContain('folder.md, line 1: The file cannot be read (EISDIR).');
    await stillAnswers(scene);
  });

  it('goes on with the old articles where a file has taken its place', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    await rm(scene.articlesDir, { recursive: true });
    await writeFile(scene.articlesDir, 'not a folder');
    expect(textOf(await scene.sandbox.application.owner.command('reindex'))).toContain('cannot be read (ENOTDIR)');
    await stillAnswers(scene);
  });

  // The superuser may read everything: where the tests run as root there is nothing to refuse.
  it.skipIf(getuid?.() === 0)('goes on with the old articles where it may not be read', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    await chmod(scene.articlesDir, 0o000);
    try {
      const text = textOf(await scene.sandbox.application.owner.command('reindex'));
      expect(text).toContain('cannot be read (EACCES)');
      await stillAnswers(scene);
    } finally {
      await chmod(scene.articlesDir, 0o755);
    }
  });

  it('lists as many refusals as fit, and counts the others', async () => {
    const broken = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`broken-${at}.md`, '---\nx: 1\n---\nText.']),
    );
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`new-${at}.md`, good(`number ${at}`)]));
    const scene = await sceneForTest({ articles: ARTICLES });
    for (const [file, content] of Object.entries({ ...broken, ...many })) await scene.write(file, content);
    const text = textOf(await scene.sandbox.application.owner.command('reindex'));
    expect(text).toContain('Added: 60');
    expect(text).toContain('Refused: 60');
    expect(text).toMatch(/… and \d+ more/);
    await stillAnswers(scene);
  });
});
