import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { WortlautError } from '../errors.ts';
import { SIDES_APART } from './ding.ts';

/** Ding's own file has six lines of comment; what has no entry after this many is another kind of file. */
const LINES_WITHOUT_ENTRY = 1_000;
/** In UTF-16 code units. Ding's longest line has 9,344; a file without line ends must not be gathered in memory. */
const LONGEST_LINE = 1_000_000;

/**
 * Reads the lines of a dictionary, some thousand at a time.
 * @throws WortlautError `dictionary.unreadable`, `dictionary.not-utf8`, `dictionary.not-ding`, `dictionary.truncated`.
 */
export async function* readDictionaryLines(path: string): AsyncGenerator<readonly string[]> {
  await requireFile(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new WortlautError(bytes === undefined ? 'dictionary.truncated' : 'dictionary.not-utf8', { path });
    }
  };

  let begun = '';
  let linesWithoutEntry = 0;
  let hasEntry = false;
  for await (const bytes of readBytes(path)) {
    const lines = (begun + decode(bytes)).split(/\r?\n/);
    begun = lines.pop() ?? '';
    if (!hasEntry) {
      hasEntry = lines.slice(0, LINES_WITHOUT_ENTRY - linesWithoutEntry).some(isEntry);
      linesWithoutEntry += lines.length;
    }
    const isOther = !hasEntry && linesWithoutEntry >= LINES_WITHOUT_ENTRY;
    if (isOther || begun.length > LONGEST_LINE) throw new WortlautError('dictionary.not-ding', { path });
    yield lines;
  }
  decode();
  if (!hasEntry && !isEntry(begun)) throw new WortlautError('dictionary.not-ding', { path });
  if (begun.trim() !== '') throw new WortlautError('dictionary.truncated', { path });
}

/** Comments of Ding's own file hold the mark of an entry, too. */
const isEntry = (line: string): boolean => line.includes(SIDES_APART) && !line.startsWith('#');

async function requireFile(path: string): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  // Before anything is opened: opening a named pipe would wait for ever.
  if (stats.isDirectory()) throw new WortlautError('dictionary.unreadable', { path, cause: 'EISDIR' });
  if (!stats.isFile()) throw new WortlautError('dictionary.unreadable', { path, cause: 'ENOTSUP' });
}

async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of createReadStream(path)) if (bytes instanceof Uint8Array) yield bytes;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): WortlautError {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new WortlautError('dictionary.unreadable', { path, cause }, { cause: error });
}
