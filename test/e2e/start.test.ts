import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project.ts';
import { quotesIn, replyOf } from '../support/bot.ts';
import { TEST_CACHE } from '../support/cache.ts';
import { startCheckedSandbox, withSandbox } from '../support/sandbox.ts';

/** The promise is that a stop takes no longer than two seconds. */
const STOP_WITHIN_MS = 2_000;
const START_WITHIN_MS = 15_000;

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  /** Everything that was printed, on either stream, once it holds `text`. */
  waitFor(text: string): Promise<string>;
  /** The exit code. */
  ended(): Promise<number | null>;
}

const started: Started[] = [];
/** Somewhere without a `.env`, which belongs to whoever works here and not to the tests. */
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wortlaut-start-'));
});
afterAll(async () => {
  for (const { child } of started) if (child.exitCode === null) child.kill('SIGKILL');
  await Promise.all(started.map((each) => each.ended()));
  await rm(folder, { recursive: true });
});

/** Starts the compiled bot as a process of its own, without a terminal and with no other variables than these. */
function start(variables: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [projectFile('dist/src/main.js')], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', INDEX_CACHE: TEST_CACHE, ...variables },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  const waitFor = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (output.includes(text)) done(() => resolve(output));
        else if (child.exitCode !== null) done(() => reject(new Error(`Ended without "${text}":\n${output}`)));
      };
      const timer = setTimeout(() => done(() => reject(new Error(`No "${text}" in:\n${output}`))), START_WITHIN_MS);
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        child.stdout.off('data', look);
        child.stderr.off('data', look);
        child.off('close', look);
        settle();
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.on('close', look);
      look();
    });
  const result = { child, output: () => output, waitFor, ended: () => ended };
  started.push(result);
  return result;
}

describe('without a token', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('it serves the sandbox until %s, which ends it cleanly', async (signal) => {
    const { child, waitFor, ended } = start();
    const output = await waitFor('Serving until stopped');
    expect(output).toMatch(/Wortlaut is ready: \d+ articles, \d+\.\d s\./);
    expect(output).toMatch(/Sandbox on http:\/\/127\.0\.0\.1:\d+\/api/);
    const stopped = performance.now();
    child.kill(signal);
    expect(await ended()).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(STOP_WITHIN_MS);
  });

  it.concurrent.each([
    [{ LANG: 'de_DE.UTF-8' }, 'Läuft, bis es beendet wird'],
    [{ LC_ALL: 'de_AT.UTF-8', LANG: 'en_US.UTF-8' }, 'Läuft, bis es beendet wird'],
    [{ LANG: 'fr_FR.UTF-8' }, 'Serving until stopped'],
  ])("it speaks the operator's language: %o", async (variables, text) => {
    const { child, waitFor } = start(variables);
    await waitFor(text);
    child.kill('SIGTERM');
  });

  it('it names the articles that it refuses, and serves the others', async () => {
    const articles = await mkdtemp(join(folder, 'articles-'));
    await writeFile(join(articles, 'good.txt'), 'The harbour master counted forty grain barges.\n');
    await writeFile(join(articles, 'bad.md'), 'No head.\n');
    const output = await start({ ARTICLES_DIR: articles }).waitFor('Serving until stopped');
    expect(output).toContain('Refused: bad.md, line 1: ');
    expect(output).toContain('ready: 1 article,');
  });

  it('it stops at once where there is no article at all, and says so', async () => {
    const articles = await mkdtemp(join(folder, 'empty-'));
    const { ended, output } = start({ ARTICLES_DIR: articles });
    expect(await ended()).toBe(1);
    expect(output()).toContain(`${articles} holds no article. Put a .md or .txt file into it.`);
  });

  it('it stops while it is still starting', async () => {
    const { child, ended } = start();
    await once(child, 'spawn');
    child.kill('SIGTERM');
    // Before Node runs any of our code, the system itself ends the process.
    expect([0, null]).toContain(await ended());
  });
});

describe('with the address of a Discord and its token', () => {
  it('it logs in there, registers its commands, prints the invitation and answers; the token stays secret', async () => {
    await withSandbox(async (sandbox) => {
      const variables = { DISCORD_API_URL: `${sandbox.apiUrl}/v10/`, DISCORD_TOKEN: sandbox.token, LOG_LEVEL: 'trace' };
      const { child, waitFor, output, ended } = start(variables);
      const printed = await waitFor('Serving until stopped');
      const invitation = new URL(/^Invite: (\S+)$/m.exec(printed)?.[1] ?? '');
      expect(invitation.pathname).toMatch(/\/oauth2\/authorize$/);
      expect(invitation.searchParams.get('client_id')).toBe(sandbox.application.id);
      expect(invitation.searchParams.get('scope')?.split(/[ +]/).sort()).toEqual(['applications.commands', 'bot']);
      expect(sandbox.registeredCommands.map(({ name }) => name)).toContain('ask');

      const question = 'Wer vermittelte im Dolmabahçe-Palast?';
      const anna = sandbox.createUser({ name: 'anna', locale: 'de' });
      expect(quotesIn(replyOf(await anna.command('ask', { question }))).join()).toContain('Dolmabahçe');
      const message = await anna.sendDirectMessage(question);
      await sandbox.waitFor(() => anna.directMessages().find(({ reference }) => reference === message.id));
      sandbox.faults.rest.next({ method: 'PATCH', path: '/webhooks/', status: 500, times: 10 });
      await anna.command('ask', { question }, 'dm', { wait: 'nothing' });
      await waitFor('"msg":"failed"');

      child.kill('SIGTERM');
      expect(await ended()).toBe(0);
      expect(output()).toContain('"interaction":"/ask"');
      expect(output()).not.toContain(sandbox.token);
      expect(output()).not.toContain('Dolmabah');
    });
  });

  it('it gives up where the token is refused, without showing it', async () => {
    const sandbox = await startCheckedSandbox();
    try {
      const token = `${sandbox.token}x`;
      const { ended, output } = start({ DISCORD_API_URL: sandbox.apiUrl, DISCORD_TOKEN: token });
      expect(await ended()).toBe(1);
      expect(output()).toContain('DISCORD_TOKEN is not accepted by Discord.');
      expect(output()).not.toContain(token);
    } finally {
      await sandbox.close();
    }
  });

  it('it gives up where nobody answers', async () => {
    const sandbox = await startCheckedSandbox();
    const { apiUrl, token } = sandbox;
    await sandbox.close();
    const { ended, output } = start({ DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token });
    expect(await ended()).toBe(1);
    expect(output()).toContain('DISCORD_API_URL names a server that does not answer.');
    expect(output()).not.toContain(token);
  });
});

describe.concurrent('a malformed variable', () => {
  const SECRET = 'not-a-token-but-secret-all-the-same';

  it.each([
    ['DISCORD_TOKEN', { DISCORD_TOKEN: SECRET }, 'DISCORD_TOKEN ist kein Bot-Token.'],
    [
      'DISCORD_TOKEN',
      { DISCORD_API_URL: 'http://127.0.0.1:9/api' },
      'DISCORD_TOKEN fehlt, obwohl DISCORD_API_URL gesetzt ist.',
    ],
    ['DISCORD_API_URL', { DISCORD_API_URL: 'discord', DISCORD_TOKEN: SECRET }, 'DISCORD_API_URL ist keine Adresse.'],
    ['OPERATOR_IDS', { OPERATOR_IDS: 'me' }, 'OPERATOR_IDS enthält etwas anderes'],
    ['ARTICLES_DIR', { ARTICLES_DIR: '/nowhere' }, 'ARTICLES_DIR nennt keinen lesbaren'],
    ['LEXICON_DIR', { LEXICON_DIR: '/nowhere' }, 'LEXICON_DIR nennt keinen lesbaren'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL ist keine Protokollstufe.'],
    ['SANDBOX_PORT', { SANDBOX_PORT: '65536' }, 'SANDBOX_PORT ist kein Port.'],
  ])('stops it with a sentence that names %s, in German', async (_, variables, sentence) => {
    const { ended, output } = start({ ...variables, LANG: 'de_DE.UTF-8' });
    expect(await ended()).toBe(1);
    expect(output()).toContain(sentence);
    expect(output()).not.toContain(SECRET);
    expect(output().trim().split('\n'), 'a line, and no stack trace').toHaveLength(1);
  });

  it('is named in English where the system speaks another language than German', async () => {
    const { ended, output } = start({ DISCORD_TOKEN: SECRET, LANG: 'en_GB.UTF-8' });
    expect(await ended()).toBe(1);
    expect(output()).toContain('DISCORD_TOKEN is not a bot token.');
    expect(output()).not.toContain(SECRET);
  });
});
