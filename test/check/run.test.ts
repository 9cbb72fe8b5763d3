import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project.ts';
import { ARTICLES, ENGLISH, edited, FACTS, folderOf, GERMAN } from './corpus.ts';

/** Calls the check as `npm run check:corpus` does, in a process of its own. */
function call(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [projectFile('dist/src/check-corpus.js'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const factsFile = async (): Promise<string> => join(await folderOf({ 'f.yaml': JSON.stringify(FACTS) }), 'f.yaml');

describe('npm run check:corpus', () => {
  it('ends with 0 and a summary where there is nothing to mend', async () => {
    const { status, stdout, stderr } = call('--articles', await folderOf(ARTICLES), '--facts', await factsFile());
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Articles: 2 \(de: 1 with \d+ words, en: 1 with \d+ words\) on 1 event\n/);
    expect(stdout).toMatch(/high and medium confidence 2 of 2\n.*first article 0 of 0\n.*low confidence 0 of 1/);
    expect(stdout).toMatch(/Findings: 0 errors, 0 warnings\n$/);
    expect(status).toBe(0);
  });

  it('ends with 1 where there is, a line each by file, with the path to it', async () => {
    const folder = await folderOf(edited(GERMAN, '1.200', '1.300'));
    const { status, stdout } = call('--articles', folder, '--facts', await factsFile());
    const [first, blank] = stdout.split('\n');
    expect(first).toMatch(new RegExp(`^[^ ]*/${GERMAN}: error: .*#1 \\(high\\) lacks the number “1,200”`));
    expect(blank).toBe('');
    expect(stdout).toContain('Findings: 1 error, 0 warnings');
    expect(status).toBe(1);
  });

  it('ends with 0 where there are only warnings', async () => {
    const short = (ARTICLES[ENGLISH] ?? '').replace(/ They talked[\s\S]*?\n\n/, ' They talked for 90 minutes.\n\n');
    const folder = await folderOf({ ...ARTICLES, [ENGLISH]: short.replace(/He called it[\s\S]*?\n\n/, '\n') });
    const { status, stdout } = call('--articles', folder, '--facts', await factsFile());
    expect(stdout).toMatch(/warning: The article has \d+ words; usual are/);
    expect(status).toBe(0);
  });

  it.each([
    ['an option that is not known', ['--fact', 'x'], /^Wrong usage: .*\nUsage: /s],
    ['a folder that is not there', ['--articles', join(tmpdir(), 'nowhere-at-all')], /nowhere-at-all cannot be read/],
  ])('ends with 2 and says why: %s', (_, args, message) => {
    const { status, stdout, stderr } = call(...args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('ends with 2 where a file of facts that is named is not there', async () => {
    const { status, stderr } = call('--articles', await folderOf(ARTICLES), '--facts', 'no-facts.yaml');
    expect(stderr).toMatch(/no-facts.yaml cannot be read \(ENOENT\)/);
    expect(status).toBe(2);
  });

  it('ends with 2 where there is nothing to check', async () => {
    const { status, stderr } = call('--articles', await folderOf({ 'notes.yaml': 'x' }));
    expect(stderr).toMatch(/holds no article/);
    expect(status).toBe(2);
  });

  it('says how it is called', () => {
    expect(call('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: /), stderr: '' });
  });
});
