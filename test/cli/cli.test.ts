import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TALKS } from '../support/talks.ts';
import { type CallOptions, call as callWith, folderOf } from './run.ts';

const GEFANGENE = 'Am Mittwoch tauschen Russland und die Ukraine jeweils 175 Kriegsgefangene aus, sagte Uschakow.';
const BODY = `Trump und Putin telefonierten am Dienstag.\r\n\r\n## Austausch\r\n\r\n${GEFANGENE} Mehr war nicht zu hören.\r\n`;
const FILES = {
  'a.md': `\uFEFF---\r\ntitle: Das Gespräch 🇺🇦\r\ndate: 2025-03\r\nlanguage: de\r\noutlet: Bote\r\nevent: call\r\nurl: https://a.example/b\r\n---\r\n${BODY}`,
  'b.md':
    '---\ntitle: The call\ndate: 2025-04-01\nlanguage: en\noutlet: Courier\n---\nThe Kremlin said the attacks on energy sites would stop for 30 days.\n',
};
const ARTICLES_DIR = folderOf(FILES);

const ANSWERED = 'Wie viele Kriegsgefangene werden ausgetauscht?';
const ABSTAINED = 'Wie heißt die Hauptstadt von Australien?';

const call = (args: readonly string[], options: CallOptions = {}) =>
  callWith(args, { ...options, environment: { ARTICLES_DIR, LANG: 'C', ...options.environment } });

const Quote = z.strictObject({
  text: z.string(),
  article: z.string(),
  event: z.string().nullable(),
  title: z.string(),
  outlet: z.string().nullable(),
  date: z.string().nullable(),
  section: z.string().nullable(),
  paragraph: z.number(),
  start: z.number(),
  end: z.number(),
  voice: z.enum(['source', 'article', 'unclear']),
  source: z.array(z.string()),
  actor: z.array(z.string()),
  statement: z.string().nullable(),
});
const Id = z.union([z.string(), z.number(), z.null()]);
const Result = z.strictObject({
  id: Id,
  status: z.enum(['answered', 'abstained']),
  quotes: z.array(Quote),
  missing: z.array(z.string()),
  details: z.unknown().optional(),
  ms: z.number().min(0),
});
const Failed = z.strictObject({ id: Id, error: z.string().min(1) });
const Line = z.union([Result, Failed]);
type Line = z.infer<typeof Line>;

const linesOf = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => Line.parse(JSON.parse(line)));

const jsonl = async (input: string, args: readonly string[] = []): Promise<Line[]> => {
  const { code, stdout, stderr } = await call(['--jsonl', ...args], { input });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return linesOf(stdout);
};
const only = async (line: unknown): Promise<Line | undefined> => (await jsonl(`${JSON.stringify(line)}\n`))[0];

describe('a question on the command line', () => {
  it('is answered readably: quotation, who, where; exit code 0', async () => {
    const { code, stdout, stderr } = await call([ANSWERED]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [quotation, who, where, link] = stdout.split('\n');
    expect(quotation).toBe(GEFANGENE);
    expect(who).toContain('Uschakow');
    expect(where).toMatch(/Bote.*Das Gespräch.*März 2025.*Austausch.*1/);
    expect(link?.trim()).toBe('https://a.example/b');
  });

  it('names the source whose address it shows, where the article has none of its own', async () => {
    const sources = 'sources:\n  - { outlet: Agentur, url: https://c.example/d, date: 2025-03 }\n';
    const folder = folderOf({
      'a.md': `---\ntitle: A\ndate: 2025-03\nlanguage: de\noutlet: Bote\n${sources}---\n${BODY}`,
    });
    const { stdout } = await call([ANSWERED], { environment: { ARTICLES_DIR: folder } });
    expect(stdout).toMatch(/Aus den Quellen des Artikels: Agentur.*https:\/\/c\.example\/d/);
  });

  it('may come as several words', async () => {
    expect((await call(ANSWERED.split(' '))).stdout).toContain(GEFANGENE);
  });

  it('that the articles do not answer says so, with what is missing and how far they reach; exit code 3', async () => {
    const { code, stdout } = await call([ABSTAINED]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Darauf antworten die Artikel nicht\.\n/);
    expect(stdout).toContain('Australien');
    expect(stdout).toMatch(/2 Artikel.*1\. April 2025/);
  });

  it('is answered in its own language, or in the one that was asked for', async () => {
    expect((await call(['How many prisoners of war will be exchanged?'])).stdout).toContain('March 2025');
    expect((await call(['--locale', 'en', ANSWERED])).stdout).toContain('March 2025');
    expect((await call(['--locale=de', 'How many prisoners of war will be exchanged?'])).stdout).toContain('März 2025');
  });

  it('with --json is answered by one JSON object', async () => {
    const { code, stdout } = await call(['--json', ANSWERED]);
    expect(code).toBe(0);
    const [result, ...rest] = stdout.trimEnd().split('\n');
    expect(rest).toEqual([]);
    const { status, quotes } = Result.omit({ id: true }).parse(JSON.parse(result ?? ''));
    expect(status).toBe('answered');
    expect(quotes[0]).toMatchObject({ text: GEFANGENE, article: 'a', event: 'call', outlet: 'Bote', date: '2025-03' });
    expect((await call(['--json', ABSTAINED])).code).toBe(3);
  });

  it.each([
    [[]],
    [['']],
    [['   ']],
    [['--nonsense', ANSWERED]],
    [['--json']],
    [['--locale', 'fr', ANSWERED]],
    [['--locale']],
    [['--jsonl', ANSWERED]],
    [['--json', '--jsonl']],
    [['-x', ANSWERED]],
  ])('called as %j is wrong usage: exit code 2, nothing on standard output, no stack', async (args) => {
    const { code, stdout, stderr } = await call(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm run --silent ask');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('that is longer than any question is refused as wrong usage', async () => {
    const { code, stderr } = await call(['x '.repeat(4_000)]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    [ANSWERED, 0, 'Outcome: answered.', 'answered'],
    [ABSTAINED, 3, 'Outcome: not in the articles.', 'abstained'],
  ])(
    'with --explain is explained, and its exit code tells the outcome as without: %s',
    async (question, code, outcome, status) => {
      const shown = await call(['--explain', question]);
      expect(shown).toMatchObject({ code, stderr: '' });
      expect(shown.stdout).toContain(outcome);
      const json = await call(['--explain', '--json', question]);
      expect(json.code).toBe(code);
      expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'explanation', status });
    },
  );

  it('explains itself with --help', async () => {
    const { code, stdout } = await call(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--jsonl');
    expect((await call(['-h'], { environment: { LANG: 'de_DE.UTF-8' } })).stdout).toContain('Aufruf');
  });

  it.each([
    ['missing', { ARTICLES_DIR: join(tmpdir(), 'wortlaut-nowhere') }, /ARTICLES_DIR/],
    ['empty', { ARTICLES_DIR: folderOf({}) }, /\.md/],
    [
      'wrong for the lexicon',
      { LEXICON_DIR: ARTICLES_DIR },
      /names\.yaml|glosses\.yaml|related\.yaml|light\.yaml|cues\.yaml/,
    ],
  ])('where the folder is %s is told what to do, without a stack', async (_, environment, message) => {
    const { code, stdout, stderr } = await call([ANSWERED], { environment });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('does not mind a Discord token that is malformed', async () => {
    expect((await call([ANSWERED], { environment: { DISCORD_TOKEN: 'x' } })).code).toBe(0);
  });

  it('reports articles that were refused, with file, line and reason, and is answered from the rest', async () => {
    const folder = folderOf({ ...FILES, 'c.md': '---\ntitle: x\n---\ntext' });
    const { code, stdout, stderr } = await call([ANSWERED], { environment: { ARTICLES_DIR: folder } });
    expect(code).toBe(0);
    expect(stdout).toContain(GEFANGENE);
    expect(stderr).toMatch(/c\.md.*1/);
  });

  it('whose answer nobody reads ends quietly', async () => {
    const { stderr } = await call([ANSWERED], { readOnly: 0 });
    expect(stderr).toBe('');
  });
});

/** Lines that cannot be answered, and what is wrong with them. */
const BAD_LINES: readonly (readonly [string, string])[] = [
  ['no JSON', '{"id": 1, "question": '],
  ['no object', '[1]'],
  ['a bare text', '"question"'],
  ['null', 'null'],
  ['no id', '{"question": "Wer?"}'],
  ['an id that is none', '{"id": {"a": 1}, "question": "Wer?"}'],
  ['no question', '{"id": "x"}'],
  ['a question that is none', '{"id": "x", "question": 7}'],
  ['an empty question', '{"id": "x", "question": ""}'],
  ['a language that is none', '{"id": "x", "question": "Wer?", "locale": "fr"}'],
  ['an endless question', JSON.stringify({ id: 'x', question: 'wer '.repeat(3_000) })],
  ['an unknown command', '{"id": "x", "command": {"name": "nonsense"}}'],
  ['a command without a name', '{"id": "x", "command": {}}'],
  ['a command that is none', '{"id": "x", "command": "ask"}'],
  ['an unknown option', '{"id": "x", "command": {"name": "about", "options": {"a": 1}}}'],
  ['an option of the wrong type', '{"id": "x", "command": {"name": "ask", "options": {"question": 1}}}'],
  ['options that are none', '{"id": "x", "command": {"name": "ask", "options": "question"}}'],
  ['a missing option', '{"id": "x", "command": {"name": "ask", "options": {}}}'],
  ['a malformed date', '{"id": "x", "command": {"name": "ask", "options": {"question": "Wer?", "since": "bald"}}}'],
  ['an unknown source', '{"id": "x", "command": {"name": "ask", "options": {"question": "Wer?", "source": "?"}}}'],
  ['an article that does not exist', '{"id": "x", "command": {"name": "article", "options": {"article": "?"}}}'],
  ['a name from Object', '{"id": "x", "command": {"name": "constructor", "options": {"__proto__": 1}}}'],
];

describe('commands that list statements, in JSON lines', () => {
  const folder = folderOf(TALKS);
  const lines = async (...asked: readonly object[]): Promise<Line[]> => {
    const input = asked.map((line, id) => `${JSON.stringify({ id, locale: 'de', ...line })}\n`).join('');
    const { code, stdout, stderr } = await call(['--jsonl'], { input, environment: { ARTICLES_DIR: folder } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return linesOf(stdout);
  };

  it('are answered with quotations that tell source, actor and status, grouped in the details', async () => {
    const [terms, conditions, participants, compare, timeline] = (
      await lines(
        { command: { name: 'terms', options: { topic: 'territory' } } },
        { command: { name: 'conditions', options: { by: 'Putin' } } },
        { command: { name: 'participants', options: { event: 'geneva', side: 'USA' } } },
        { command: { name: 'compare', options: { topic: 'ceasefire_energy', a: 'usa', b: 'russia' } } },
        { command: { name: 'timeline', options: { until: '2025-05' } } },
      )
    ).map((line) => Result.parse(line));
    expect(terms?.quotes).toMatchObject([{ statement: 'not_agreed', source: ['Juri Uschakow'], article: 'anruf' }]);
    expect(terms?.details).toMatchObject({
      command: 'terms',
      groups: [{ heading: { de: 'Gebiete und Grenzen' }, lines: [{ quote: 0 }] }],
    });
    expect(conditions?.quotes).toMatchObject([{ statement: 'demanded', actor: ['Wladimir Putin'] }]);
    expect(participants?.quotes).toHaveLength(1);
    expect(participants?.details).toMatchObject({
      groups: [{ side: 'US', lines: [{ quote: 0, people: [{ id: 'rubio', part: 'delegation_lead' }] }] }],
    });
    expect(compare?.details).toMatchObject({ groups: [{ lines: [{ side: 'a' }, { side: 'b' }] }] });
    expect(timeline?.quotes.map(({ article }) => article)).toEqual(['anruf', 'swap']);
  });

  it('may have their options beside the command, where other keys are notes', async () => {
    const [listed] = await lines({
      command: 'terms',
      topic: 'territory',
      event: 'call',
      note: 'of mine',
      private: true,
    });
    expect(listed).toMatchObject({ status: 'answered', quotes: [{ statement: 'not_agreed' }] });
  });

  it('abstain where nothing fits, with what there would be instead', async () => {
    const [nothing] = await lines({ command: 'terms', topic: 'elections', event: 'call' });
    expect(nothing).toMatchObject({ status: 'abstained', quotes: [], details: { instead: [{ filter: 'topic' }] } });
  });

  it('say in one sentence what is wrong with an option, and go on', async () => {
    const [unknown, choice, missing, fine] = await lines(
      { command: 'terms', topic: 'Kochen' },
      { command: 'terms', status: 'gewünscht' },
      { command: 'compare', topic: 'territory', a: 'usa' },
      { command: 'timeline' },
    );
    expect(unknown).toMatchObject({ error: expect.stringContaining('„Kochen“') });
    expect(choice).toMatchObject({ error: expect.stringContaining('„gewünscht“') });
    expect(missing).toMatchObject({ error: expect.stringContaining('„b“') });
    expect(fine).toMatchObject({ status: 'answered' });
  });
});

describe('JSON lines', () => {
  // One process for all of them: after each bad line comes a good one.
  const answers = jsonl(
    BAD_LINES.map(([, bad], index) => `${bad}\n${JSON.stringify({ id: 2 * index, question: ANSWERED })}\n`).join(''),
  );

  it('are answered one by one in order, each text being the slice of its file', async () => {
    const lines = await jsonl(
      [
        { id: 'one', question: ANSWERED },
        { id: 2, question: ABSTAINED, locale: 'en' },
        { id: 'three', question: 'What did the Kremlin say on energy sites?', locale: 'en' },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    );
    expect(lines.map(({ id }) => id)).toEqual(['one', 2, 'three']);
    const [first, second, third] = lines.map((line) => Result.parse(line));
    expect(first?.status).toBe('answered');
    expect(first?.quotes[0]).toMatchObject({ voice: 'source', source: ['Juri Uschakow'] });
    expect(second).toMatchObject({ status: 'abstained', quotes: [] });
    expect(second?.missing).toContain('Australien');
    expect(third?.quotes[0]).toMatchObject({ article: 'b', source: ['the Kremlin'] });
    for (const { text, article, start, end } of [first, third].flatMap((line) => line?.quotes ?? [])) {
      expect(text).toBe((article === 'a' ? FILES['a.md'] : FILES['b.md']).slice(start, end));
    }
  });

  it.each(BAD_LINES)('with %s yield an error, and the rest goes on', async (_, bad) => {
    const lines = await answers;
    expect(lines).toHaveLength(2 * BAD_LINES.length);
    const at = 2 * BAD_LINES.findIndex(([, line]) => line === bad);
    expect(Failed.parse(lines[at]).id).toBe(/"id": ?"x"/.test(bad) ? 'x' : null);
    expect(Result.parse(lines[at + 1])).toMatchObject({ id: at, status: 'answered' });
  });

  it('name people in the language of the line or the call, else in the question’s own', async () => {
    const line = JSON.stringify({ id: 1, question: ANSWERED });
    const named = async (args: readonly string[], input = line) =>
      Result.parse((await jsonl(`${input}\n`, args))[0]).quotes[0]?.source;
    expect(await named([])).toEqual(['Juri Uschakow']);
    expect(await named(['--locale', 'en'])).toEqual(['Yuri Ushakov']);
    expect(await named(['--locale', 'en'], line.replace('}', ', "locale": "de"}'))).toEqual(['Juri Uschakow']);
  });

  it('tell an error in the language of the line', async () => {
    const bad = { id: 1, command: { name: 'nonsense' } };
    expect(await only({ ...bad, locale: 'de' })).toMatchObject({ error: expect.stringContaining('Befehl') });
    expect(await only({ ...bad, locale: 'en' })).toMatchObject({ error: expect.stringContaining('command') });
  });

  it('run commands with their options', async () => {
    const question = { question: ANSWERED };
    const lines = await jsonl(
      [
        { id: 1, command: { name: 'ask', options: question } },
        { id: 2, command: { name: 'ask', options: { ...question, since: '2025-04' } } },
        { id: 3, command: { name: 'ask', options: { ...question, source: 'bote', private: true, until: null } } },
        { id: 4, command: { name: 'article', options: { article: 'a' } } },
        { id: 5, command: { name: 'about' } },
        { id: 6, command: { name: 'help', options: {} } },
        { id: 7, command: { name: 'reindex', options: { 'dry-run': true } } },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const results = lines.map((line) => Result.parse(line));
    expect(results.map(({ status }) => status)).toEqual([
      'answered',
      'abstained',
      ...Array.from({ length: 5 }, () => 'answered'),
    ]);
    expect(results[3]?.quotes[0]).toMatchObject({ article: 'a', text: 'Trump und Putin telefonierten am Dienstag.' });
    expect(results[4]?.details).toMatchObject({ kind: 'about', articles: 2 });
    expect(results[6]?.details).toMatchObject({ kind: 'report', dryRun: true, added: [] });
  });

  it('may end in CRLF, begin with a byte order mark, have blank ones between, and lack the last line end', async () => {
    const line = (id: number): string => JSON.stringify({ id, question: ANSWERED });
    const lines = await jsonl(`\uFEFF${line(1)}\r\n\r\n   \n${line(2)}\n\n${line(3)}`);
    expect(lines.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(lines.every((each) => 'status' in each && each.status === 'answered')).toBe(true);
  });

  it('may hold what only looks like a line end', async () => {
    const lines = await jsonl(`${JSON.stringify({ id: 1, question: `${ANSWERED}\u2028\u2029\u0085` })}\n`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ id: 1, status: 'answered' });
  });

  it('may hold any text as a question', async () => {
    const questions = ['👍', '\u0000', '\uD800', '漢字', '@everyone', '```js', '\\', '>>> x', '"', '\u202E', '١٢٣'];
    const lines = await jsonl(questions.map((question, id) => `${JSON.stringify({ id, question })}\n`).join(''));
    expect(lines.map(({ id }) => id)).toEqual(questions.map((_, id) => id));
    for (const line of lines) expect(line).toMatchObject({ status: 'abstained' });
  });

  it('keep notes of their own without harm', async () => {
    expect(await only({ id: 1, question: ANSWERED, expected: 'x', tags: [] })).toMatchObject({ status: 'answered' });
  });

  it('come out as many and in the same order as they came in, also 300 of them', async () => {
    const ids = Array.from({ length: 300 }, (_, id) => id);
    const question = (id: number): string => (id % 2 === 0 ? ANSWERED : ABSTAINED);
    const lines = await jsonl(ids.map((id) => `${JSON.stringify({ id, question: question(id) })}\n`).join(''));
    expect(lines.map(({ id }) => id)).toEqual(ids);
    expect(lines.every((line, id) => 'status' in line && line.status === (id % 2 ? 'abstained' : 'answered'))).toBe(
      true,
    );
  });

  it('without any line are no answer and no error', async () => {
    expect(await jsonl('')).toEqual([]);
    expect(await jsonl('\n\n')).toEqual([]);
  });

  it('whose reader goes away end soon and without a stack', async () => {
    const line = `${JSON.stringify({ id: 1, question: ANSWERED })}\n`;
    const { stderr } = await call(['--jsonl'], { input: line.repeat(2_000), readOnly: 1 });
    expect(stderr).toBe('');
  });
});
