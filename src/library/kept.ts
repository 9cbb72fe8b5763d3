import { z } from 'zod';
import type { KnowledgeData } from '../answer/knowledge.ts';
import type { Article } from '../corpus/article.ts';
import { blocksOf, type Engine, type EngineData, loadEngine } from '../search/engine.ts';
import type { Span } from '../span.ts';
import type { Participant } from '../statements/participants/participants.ts';
import type { Statement } from '../statements/statement.ts';

/**
 * What is kept of a revision, as the cache takes it. That the bytes are those that this very code wrote is known by their
 * checksum and their key; here it is checked that they are what is expected and that they fit the articles.
 */

/** The parts in which it is written: each is made while nobody is answered, so none may be too large. */
export const toParts = ({ index, statements, participants }: KnowledgeData): readonly unknown[] => [
  index.vocabulary,
  index.words,
  index.sentences,
  index.engine.toJSON(),
  statements,
  participants,
];

/** A copy: what V8 reads is a view that keeps the whole file in memory. */
const numbers = z.instanceof(Uint32Array).transform((view) => view.slice());
const words = z.array(z.string());
/** Not value by value: that would copy the largest part of it. */
const mapTo = <Value>() => z.custom<ReadonlyMap<string, Value>>((value) => value instanceof Map);
const isEngine = (value: unknown): boolean =>
  z.object({ documentCount: z.int(), index: z.array(z.unknown()) }).safeParse(value).success;

const partsSchema = z.tuple([
  z.strictObject({ terms: words, frequencies: numbers, relations: words, starts: numbers, related: numbers }),
  z.strictObject({ de: words, en: words }),
  z.strictObject({ terms: numbers, sentences: numbers, passages: numbers }),
  z.custom<EngineData>(isEngine),
  mapTo<readonly Statement[]>(),
  mapTo<readonly Participant[]>(),
]);

/** What was kept of these articles; null where the parts are something else, or were made of other articles. */
export function fromParts(parts: readonly unknown[], articles: readonly Article[]): KnowledgeData | null {
  const parsed = partsSchema.safeParse(parts);
  if (!parsed.success) return null;
  const [vocabulary, known, sentences, kept, statements, participants] = parsed.data;
  const engine = toEngine(kept);
  if (engine === null) return null;
  const data = { index: { vocabulary, words: known, sentences, engine }, statements, participants };
  return fits(data, articles) ? data : null;
}

/** The engine checks what it loads as it goes. */
function toEngine(kept: EngineData): Engine | null {
  try {
    return loadEngine(kept);
  } catch {
    return null;
  }
}

function fits({ index, statements, participants }: KnowledgeData, articles: readonly Article[]): boolean {
  const { vocabulary, sentences, engine } = index;
  const passages = articles.flatMap((article) => article.sections.flatMap((section) => section.passages));
  return (
    vocabulary.terms.length === vocabulary.frequencies.length &&
    vocabulary.relations.length + 1 === vocabulary.starts.length &&
    sentences.passages.length === passages.length + 1 &&
    sentences.sentences.length === passages.reduce((sum, passage) => sum + passage.sentences.length, 1) &&
    engine.documentCount === blocksOf(passages.length) &&
    articles.every((article) => Array.isArray(participants.get(article.id)) && isStated(article, statements))
  );
}

/** Whether there is a statement of each sentence of an article, and of nothing else. */
function isStated({ id, sections }: Article, statements: KnowledgeData['statements']): boolean {
  const stated = statements.get(id) ?? [];
  const sentences = sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
  return stated.length === sentences.length && sentences.every((span, at) => isSame(span, stated[at]?.sentence));
}

const isSame = (a: Span, b: Span | undefined): boolean => a.start === b?.start && a.end === b.end;
