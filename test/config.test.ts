import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { ConfigProblem } from '../src/errors.ts';
import { describeProblem } from '../src/messages/index.ts';
import { projectFile } from '../src/project.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';
const ID = '123456789012345678';

const folder = mkdtempSync(join(tmpdir(), 'wortlaut-config-'));
const file = join(folder, 'file.txt');
writeFileSync(file, 'x');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the configuration', () => {
  it('needs no variable at all: without a token it is the sandbox with the articles that come along', () => {
    expect(readConfig({})).toEqual({
      token: null,
      apiUrl: null,
      operatorIds: [],
      articlesDir: projectFile('corpus/articles'),
      lexiconDir: projectFile('corpus/lexicon'),
      dictionary: null,
      indexCache: projectFile('cache'),
      logLevel: 'info',
      sandboxPort: 0,
    });
  });

  it('takes a variable that is empty or blank for one that is not there, as .env files have them', () => {
    const names = ['TOKEN', 'API_URL'].map((name) => `DISCORD_${name}`);
    const rest = ['OPERATOR_IDS', 'ARTICLES_DIR', 'LEXICON_DIR', 'DICTIONARY', 'LOG_LEVEL', 'SANDBOX_PORT'];
    for (const blank of ['', '  ', '\t']) {
      const environment = Object.fromEntries([...names, ...rest].map((name) => [name, blank]));
      expect(readConfig(environment)).toEqual(readConfig({}));
    }
  });

  it('takes no notice of what else is in the environment', () => {
    expect(readConfig({ PATH: '/bin', LANG: 'de_DE.UTF-8', DISCORD: 'x' })).toEqual(readConfig({}));
  });

  it.each([
    ['DISCORD_TOKEN', TOKEN, { token: TOKEN }],
    ['DISCORD_TOKEN', ` ${TOKEN}\n`, { token: TOKEN }],
    ['OPERATOR_IDS', ID, { operatorIds: [ID] }],
    ['OPERATOR_IDS', `${ID}, ${ID}1;${ID}22`, { operatorIds: [ID, `${ID}1`, `${ID}22`] }],
    ['OPERATOR_IDS', `,${ID},`, { operatorIds: [ID] }],
    ['ARTICLES_DIR', folder, { articlesDir: folder }],
    ['ARTICLES_DIR', relative(process.cwd(), folder), { articlesDir: folder }],
    ['LEXICON_DIR', folder, { lexiconDir: folder }],
    ['DICTIONARY', file, { dictionary: file }],
    ['DICTIONARY', relative(process.cwd(), file), { dictionary: file }],
    ['DICTIONARY', '/nowhere', { dictionary: '/nowhere' }],
    ['INDEX_CACHE', folder, { indexCache: folder }],
    ['INDEX_CACHE', 'cache', { indexCache: join(process.cwd(), 'cache') }],
    ['INDEX_CACHE', '/nowhere', { indexCache: '/nowhere' }],
    ['INDEX_CACHE', '', { indexCache: null }],
    ['INDEX_CACHE', '  ', { indexCache: null }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['SANDBOX_PORT', '0', { sandboxPort: 0 }],
    ['SANDBOX_PORT', '65535', { sandboxPort: 65_535 }],
  ])('reads %s=%j', (variable, value, expected) => {
    expect(readConfig({ [variable]: value })).toEqual({ ...readConfig({}), ...expected });
  });

  it.each([
    ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
    ['https://proxy.example/api/', 'https://proxy.example/api'],
    ['http://127.0.0.1:8080/api/v10', 'http://127.0.0.1:8080/api'],
    ['http://127.0.0.1:8080/api/v10/', 'http://127.0.0.1:8080/api'],
    ['HTTP://localhost', 'HTTP://localhost'],
  ])('hands the address %s to discord.js without slash and version', (value, apiUrl) => {
    expect(readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: value }).apiUrl).toBe(apiUrl);
  });

  it('takes tokens of any form for another server than Discord', () => {
    expect(readConfig({ DISCORD_TOKEN: 'x', DISCORD_API_URL: 'http://127.0.0.1:1' }).token).toBe('x');
  });

  it.each<[string, string, ConfigProblem]>([
    ['DISCORD_TOKEN', 'abc', 'token-malformed'],
    ['DISCORD_TOKEN', `Bot ${TOKEN}`, 'token-malformed'],
    ['DISCORD_TOKEN', `"${TOKEN}"`, 'token-malformed'],
    ['DISCORD_TOKEN', TOKEN.replaceAll('.', ' '), 'token-malformed'],
    ['OPERATOR_IDS', 'me', 'not-ids'],
    ['OPERATOR_IDS', '1234', 'not-ids'],
    ['OPERATOR_IDS', `${ID},@someone`, 'not-ids'],
    ['OPERATOR_IDS', `<@${ID}>`, 'not-ids'],
    ['ARTICLES_DIR', join(folder, 'missing'), 'not-a-folder'],
    ['ARTICLES_DIR', file, 'not-a-folder'],
    ['LEXICON_DIR', file, 'not-a-folder'],
    ['LEXICON_DIR', '\u0000', 'not-a-folder'],
    ['LOG_LEVEL', 'loud', 'not-a-level'],
    ['LOG_LEVEL', 'INFO', 'not-a-level'],
    ['SANDBOX_PORT', '65536', 'not-a-port'],
    ['SANDBOX_PORT', '-1', 'not-a-port'],
    ['SANDBOX_PORT', '80.5', 'not-a-port'],
    ['SANDBOX_PORT', 'http', 'not-a-port'],
    ['SANDBOX_PORT', '1e3', 'not-a-port'],
  ])('refuses %s=%j', (variable, value, problem) => {
    expect(() => readConfig({ [variable]: value })).toThrow(
      expect.objectContaining({ id: 'config.invalid', facts: { variable, problem } }),
    );
  });

  it.each(['ftp://a.example', 'localhost:8080', 'http://', 'nonsense', 'http://a b', '//a.example'])(
    'refuses the address %j',
    (value) => {
      expect(() => readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: value })).toThrow(
        expect.objectContaining({ facts: { variable: 'DISCORD_API_URL', problem: 'not-a-url' } }),
      );
    },
  );

  it('refuses the address of a server without a token for it', () => {
    expect(() => readConfig({ DISCORD_API_URL: 'http://127.0.0.1:1' })).toThrow(
      expect.objectContaining({ facts: { variable: 'DISCORD_TOKEN', problem: 'token-missing' } }),
    );
  });

  it('says in both languages which variable is wrong, and never shows a token', () => {
    const secret = `${TOKEN} oops`;
    try {
      readConfig({ DISCORD_TOKEN: secret });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(TOKEN);
      for (const locale of ['de', 'en'] as const) {
        const facts = { variable: 'DISCORD_TOKEN', problem: 'token-malformed' } as const;
        const sentence = describeProblem({ id: 'config.invalid', facts }, locale);
        expect(sentence).toMatch(/^DISCORD_TOKEN .*Developer Portal/);
      }
    }
  });
});
