import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { WortlautError } from '../errors.ts';

/**
 * Reads one file of the lexicon.
 * @throws WortlautError `corpus.unreadable`, `lexicon.invalid` with the line of the fault.
 */
export async function parseFile<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WortlautError('corpus.unreadable', { path: join(folder, file), cause }, { cause: error });
  }
  const fast = parseFast(text, schema);
  if (fast !== null) return fast;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const invalid = (offset: number, detail: string): WortlautError =>
    new WortlautError('lexicon.invalid', { file, line: lines.linePos(offset).line, detail });
  const fault = document.errors[0];
  if (fault !== undefined) throw invalid(fault.pos[0], fault.code);
  const strayAlias = findStrayAlias(document);
  if (strayAlias !== null) throw invalid(strayAlias, 'BAD_ALIAS');
  const result = schema.safeParse(plainOf(document, invalid));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].map(String);
  throw invalid(offsetOf(document, path), `${path.join('.')}: ${issue?.message ?? ''}`);
}

/** @throws WortlautError where aliases of aliases stand for more than any file holds. */
function plainOf(document: Document, invalid: (offset: number, detail: string) => WortlautError): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) throw invalid(0, error.message);
    throw error;
  }
}

/**
 * What a sound file holds, or null: js-yaml reads these large files in a quarter of the time and a third of the memory
 * that `yaml` needs, which alone can tell where a fault stands.
 */
function parseFast<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(load(text)).data ?? null;
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

/** The offset of an alias (`*a`) whose anchor (`&a`) is nowhere before it, or null. */
function findStrayAlias(document: Document): number | null {
  let offset: number | null = null;
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document) !== undefined) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return offset;
}

/** The offset of the deepest thing on a path that exists: a missing field is reported where it should stand. */
function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === step)
      : undefined;
    node = isSeq(node) ? node.items[Number(step)] : pair?.value;
    const place = pair?.key ?? node;
    if (!isNode(place)) break;
    offset = place.range?.[0] ?? offset;
  }
  return offset;
}
