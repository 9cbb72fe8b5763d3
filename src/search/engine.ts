import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { TermNumber } from './vocabulary.ts';

/** A passage as the engine sees it: names of terms, separated by spaces. */
export interface IndexedPassage {
  readonly id: number;
  readonly body: string;
  readonly heading: string;
  readonly title: string;
}

export type Engine = MiniSearch<IndexedPassage>;
export type EngineData = AsPlainObject;

const OPTIONS: Options<IndexedPassage> = {
  fields: ['body', 'heading', 'title'],
  // Terms are made by our own analysis; the engine only has to keep them apart.
  tokenize: (joined) => (joined === '' ? [] : joined.split(' ')),
  processTerm: (term) => term,
};

/** A term's name for the engine: short, and without a space. */
export const engineName = (term: TermNumber): string => term.toString(36);

/** Indexes passages. */
export function buildEngine(passages: Iterable<IndexedPassage>): Engine {
  const engine = new MiniSearch<IndexedPassage>(OPTIONS);
  for (const passage of passages) engine.add(passage);
  return engine;
}

/** An engine that was built before. */
export const loadEngine = (data: EngineData): Engine => MiniSearch.loadJS<IndexedPassage>(data, OPTIONS);
