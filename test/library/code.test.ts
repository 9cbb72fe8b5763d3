import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { hashOfCode, MAKERS } from '../../src/library/code.ts';
import { projectFile } from '../../src/project.ts';

const ROOT = projectFile('dist/src');

/** Used by the makers, but nothing that is kept depends on them: errors, and what is assembled anew at every start. */
const WITHOUT_EFFECT = ['errors.js', 'answer/events.js', 'answer/parties.js'];

const isHashed = (file: string): boolean => MAKERS.some((maker) => file === maker || file.startsWith(`${maker}/`));

/** The files of `dist/src` that a compiled file loads. */
async function importsOf(file: string): Promise<string[]> {
  const code = await readFile(join(ROOT, file), 'utf8');
  const targets = [...code.matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return targets.map((target) => relative(ROOT, join(ROOT, dirname(file), target)));
}

it('all code that makes the index is part of its key, so that no other code’s index is ever served', async () => {
  const files = (await readdir(ROOT, { recursive: true })).filter((file) => file.endsWith('.js') && isHashed(file));
  // A file whose source is gone stays in an old `dist`.
  const present = files.filter((file) => existsSync(projectFile(`src/${file.replace(/\.js$/, '.ts')}`)));
  expect(present.length).toBeGreaterThan(MAKERS.length);
  const used = new Set((await Promise.all(present.map(importsOf))).flat());
  expect([...used].filter((file) => !isHashed(file) && !WITHOUT_EFFECT.includes(file))).toEqual([]);
});

it('the compiled code has a hash, the sources have none', async () => {
  const url = pathToFileURL(join(ROOT, 'library/code.js')).href;
  const script = `process.stdout.write(String(await (await import(${JSON.stringify(url)})).hashOfCode()))`;
  const hash = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOfCode()).toBeNull();
});
