import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFile } from '../src/project.ts';

/** Where each folder of the house must not look; what is not named is allowed. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  'src/language':
    'check picture corpus search statements answer library command messages discord sandbox cli commands'.split(' '),
  'src/corpus': 'check picture search statements answer library command messages discord sandbox cli commands'.split(
    ' ',
  ),
  'src/search': 'check picture answer library command messages discord sandbox cli commands'.split(' '),
  'src/statements': 'check picture answer library command messages discord sandbox cli commands'.split(' '),
  'src/check': 'picture search statements answer library command messages discord sandbox cli commands'.split(' '),
  'src/answer': 'check picture library command messages discord sandbox cli commands'.split(' '),
  'src/library': 'check picture command messages discord sandbox cli commands'.split(' '),
  'src/command': 'check picture discord sandbox cli commands'.split(' '),
  'src/messages': 'check picture discord sandbox cli commands'.split(' '),
  'src/picture': 'check corpus search statements answer library command discord sandbox cli commands'.split(' '),
  commands: 'check picture discord sandbox cli'.split(' '),
  'src/discord': 'check sandbox commands search statements'.split(' '),
  'src/cli': 'check sandbox commands search statements'.split(' '),
  'src/sandbox': 'check picture corpus search statements answer library command discord cli commands'.split(' '),
};
/** What each may look at, so that a rule that forbids everything does not pass for a good one. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/language': ['errors'],
  'src/corpus': ['language'],
  'src/search': ['language', 'corpus'],
  'src/statements': ['language', 'corpus'],
  'src/check': ['language', 'corpus'],
  'src/answer': ['search', 'statements', 'language', 'corpus'],
  'src/library': ['answer', 'corpus', 'search'],
  'src/command': ['answer', 'library'],
  'src/messages': ['language'],
  'src/picture': ['language', 'messages'],
  commands: ['command', 'answer'],
  'src/discord': ['answer', 'command', 'messages', 'library', 'picture'],
  'src/cli': ['answer', 'command', 'messages', 'library'],
  'src/sandbox': ['language', 'messages'],
};
/** Only what shows things on Discord knows its library. */
const WITHOUT_DISCORD_JS = Object.keys(FORBIDDEN).filter((from) => !['src/discord', 'src/cli'].includes(from));

const RULE = 'lint/style/noRestrictedImports';
const Report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }) }),
  ),
});

/** How a file of one folder imports from another. */
function pathTo(from: string, to: string): string {
  if (to === 'discord.js') return to;
  const isTop = from === 'commands';
  if (to === 'commands') return '../../commands/x.ts';
  const file = to === 'errors' ? 'errors.ts' : `${to}/x.ts`;
  return isTop ? `../src/${file}` : `../${file}`;
}

/** Runs the linter with the project's own settings on files that import, a line each; tells which lines it reports. */
function linted(files: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wortlaut-arrows-'));
  try {
    copyFileSync(projectFile('biome.json'), join(folder, 'biome.json'));
    for (const [file, imports] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      const lines = imports.map((path, index) => `export { x as x${index} } from '${path}';\n`);
      writeFileSync(join(folder, file), lines.join(''));
    }
    const biome = projectFile('node_modules/@biomejs/biome/bin/biome');
    const options = ['--vcs-enabled=false', `--only=${RULE.replace('lint/', '')}`, '--max-diagnostics=none'];
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, '--reporter=json', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = Report.parse(JSON.parse(stdout));
    const lines = new Map<string, number[]>();
    for (const { category, location } of diagnostics) {
      if (category !== RULE) continue;
      lines.set(location.path, [...(lines.get(location.path) ?? []), location.start.line - 1]);
    }
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the arrows of the house', () => {
  const folders = Object.keys(FORBIDDEN);
  const importsOf = (from: string): readonly string[] => [
    ...(FORBIDDEN[from] ?? []),
    ...(WITHOUT_DISCORD_JS.includes(from) ? ['discord.js'] : []),
  ];
  const fileOf = (kind: string, from: string): string => `${from}/${kind}.ts`;
  const reported = linted(
    Object.fromEntries(
      folders.flatMap((from) => [
        [fileOf('forbidden', from), importsOf(from).map((to) => pathTo(from, to))],
        [fileOf('allowed', from), (ALLOWED[from] ?? []).map((to) => pathTo(from, to))],
      ]),
    ),
  );

  it.each(folders.flatMap((from) => importsOf(from).map((to, line) => ({ from, to, line }))))(
    'an import of $to in $from is reported',
    ({ from, line }) => {
      expect(reported.get(fileOf('forbidden', from)) ?? []).toContain(line);
    },
  );

  it.each(folders)('an import that %s may use is not reported', (from) => {
    expect(reported.get(fileOf('allowed', from)) ?? []).toEqual([]);
  });
});
