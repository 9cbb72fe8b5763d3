import type { Document, Node, Pair } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

import type { FrontMatterExpectation } from '../errors.ts';
import { LANGUAGES } from '../language/language.ts';
import { isCalendarDate } from './calendar-date.ts';
import { ArticleFault, excerptOf } from './fault.ts';

const text = z.string().trim().min(1);
const date = z.string().refine(isCalendarDate);
// The pattern as well, because a URL parser is content with "https:example.org".
const url = z.url({ protocol: /^https?$/ }).regex(/^https?:\/\//i);
const source = z.strictObject({ outlet: text, url: url.nullish(), date: date.nullish() });

/** An article's data; a field that is not named here is refused, as a typing error would go unnoticed otherwise. */
const FrontMatter = z.strictObject({
  title: text,
  date,
  language: z.enum(LANGUAGES),
  outlet: text,
  event: text.nullish(),
  url: url.nullish(),
  sources: z.array(source).nullish(),
  /** For readers and checks of the corpus: not part of an article, where the sentences say who took part. */
  participants: z.array(z.union([text, z.record(z.string(), z.unknown())])).nullish(),
});

export type FrontMatter = z.infer<typeof FrontMatter>;

/** What the fields of that name hold, wherever they stand. */
const EXPECTED: Readonly<Record<string, FrontMatterExpectation>> = {
  date: 'date',
  language: 'language',
  url: 'url',
  sources: 'sources',
  participants: 'participants',
};

type Path = readonly PropertyKey[];

/**
 * Reads YAML front matter.
 *
 * @param yaml what stands between the fences, which are lines of their own
 * @param fenceLine the line of the opening fence, counted from 1; a missing field is reported there
 * @throws ArticleFault `article.front-matter` with the line of the field
 */
export function readFrontMatter(yaml: string, fenceLine: number): FrontMatter {
  const lines = new LineCounter();
  // Every scalar stays the string that was written (2025 and 2025-03 are no numbers); only "nothing" is null.
  const document = parseDocument(yaml, {
    lineCounter: lines,
    schema: 'failsafe',
    customTags: ['null'],
    logLevel: 'error',
  });
  const lineOf = (offset: number): number => fenceLine + lines.linePos(offset).line;

  const [broken] = document.errors;
  if (broken !== undefined) throw fault(lineOf(broken.pos[0]), null, 'yaml', broken.code);
  if (document.contents !== null && !isMap(document.contents)) throw fault(fenceLine, null, 'fields', null);

  const result = FrontMatter.safeParse(toPlain(document, fenceLine) ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw result.error;

  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown];
  const place = locate(document, path);
  const expected = unknown.length > 0 ? 'known-field' : expectationOf(path);
  throw fault(place.offset === null ? fenceLine : lineOf(place.offset), fieldName(path), expected, place.found);
}

function fault(
  line: number,
  field: string | null,
  expected: FrontMatterExpectation,
  found: string | null,
): ArticleFault<'article.front-matter'> {
  return new ArticleFault(line, 'article.front-matter', { field, expected, found });
}

function toPlain(document: Document, fenceLine: number): unknown {
  try {
    return document.toJS();
  } catch {
    // An alias without its anchor, or aliases that multiply beyond the parser's limit.
    throw fault(fenceLine, null, 'yaml', 'BAD_ALIAS');
  }
}

/** The innermost named field tells what is expected; an item of a list is what its list expects. */
function expectationOf(path: Path): FrontMatterExpectation {
  const name = path.findLast((step) => typeof step === 'string') ?? '';
  return EXPECTED[String(name)] ?? 'text';
}

/** `sources[0].url` */
function fieldName(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** Where in the YAML a field stands, or else the innermost thing around it; and what the field holds, if anything. */
function locate(document: Document, path: Path): { offset: number | null; found: string | null } {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === step) : undefined;
    const next = pair === undefined && isSeq(node) ? node.items[Number(step)] : pair?.value;
    if (next === undefined) return { offset, found: null };
    offset = startOf(pair?.key) ?? startOf(next) ?? offset;
    node = next;
  }
  return { offset, found: path.length === 0 ? null : shown(node) };
}

function keyOf(pair: Pair): unknown {
  return isScalar(pair.key) ? pair.key.value : undefined;
}

function startOf(node: unknown): number | undefined {
  return isNodeWithRange(node) ? node.range[0] : undefined;
}

function isNodeWithRange(node: unknown): node is Node & { range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function shown(node: unknown): string | null {
  const value = isScalar(node) ? node.value : node;
  return value === null || value === undefined ? null : excerptOf(String(value));
}
