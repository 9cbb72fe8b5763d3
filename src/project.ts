import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The folder that holds `package.json`, whether the sources or the compiled files run. */
const ROOT = findRoot();

/** The path of a file of the project, given relative to its root. */
export const projectFile = (path: string): string => join(ROOT, path);
