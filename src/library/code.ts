import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { projectFile } from '../project.ts';

/** The compiled code that decides what is made of an article and kept of it, as folders and files of `dist/src/`. */
export const MAKERS: readonly string[] = [
  'corpus',
  'language',
  'search',
  'statements',
  'answer/knowledge.js',
  'library/kept.js',
  'span.js',
];

/** Names the pinned versions of the libraries that the makers use. */
const PACKAGE = 'package.json';

/**
 * SHA-256 over all code that makes the index, in hexadecimal: this project's, its libraries' versions, and Node's, whose
 * regular expressions know another Unicode in another version. Null where nobody can tell what code runs: where the
 * sources run and not the compiled files, or these cannot be read. Never throws.
 */
export async function hashOfCode(): Promise<string | null> {
  if (import.meta.url.endsWith('.ts')) return null;
  try {
    return await hashOfFiles(projectFile('dist/src'));
  } catch {
    return null;
  }
}

async function hashOfFiles(root: string): Promise<string> {
  const listed = await Promise.all(MAKERS.map((maker) => filesOf(root, maker)));
  const hash = createHash('sha256').update(`${process.version}\0`);
  hash.update(await readFile(projectFile(PACKAGE)));
  for (const file of listed.flat()) {
    hash.update(`\0${file.replaceAll(sep, '/')}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

/** The compiled files of a maker in an order that is always the same. */
async function filesOf(root: string, maker: string): Promise<string[]> {
  if (maker.endsWith('.js')) return [maker];
  const names = await readdir(join(root, maker), { recursive: true });
  return names
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => join(maker, name));
}
