import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { TermNumber } from './vocabulary.ts';

/**
 * The engine finds blocks of so many neighbouring passages, which are then scored one by one: neighbours share most of
 * their words, and what the engine spends on one found document is a hundred times what scoring a passage costs.
 */
const BLOCK = 2;

/**
 * Terms in at most so many passages share this many names: most terms are that rare, and for each name the engine keeps
 * a tree and two maps. A block that is found by another term's name is told from the others when it is scored.
 */
const RARE = 2;
const SHARED_NAMES = 2 ** 14;

/** A block as the engine sees it: names of terms, separated by spaces. */
interface IndexedBlock {
  readonly id: number;
  readonly terms: string;
}

export type Engine = MiniSearch<IndexedBlock>;
export type EngineData = AsPlainObject;

const OPTIONS: Options<IndexedBlock> = {
  fields: ['terms'],
  // Terms are made by our own analysis; the engine only has to keep them apart.
  tokenize: (joined) => (joined === '' ? [] : joined.split(' ')),
  processTerm: (term) => term,
};

/** In how many passages a term stands. */
type FrequencyOf = (term: TermNumber) => number;

/** A term's name for the engine: short, and without a space. */
const nameOf = (term: TermNumber, frequencyOf: FrequencyOf): string =>
  frequencyOf(term) <= RARE ? `~${(term % SHARED_NAMES).toString(36)}` : term.toString(36);

const namesOf = (terms: Iterable<TermNumber>, frequencyOf: FrequencyOf): string =>
  [...new Set([...terms].map((term) => nameOf(term, frequencyOf)))].join(' ');

/** How many blocks so many passages are. */
export const blocksOf = (passages: number): number => Math.ceil(passages / BLOCK);

/**
 * Indexes passages.
 * @param passages The terms by which each can be found, in the order of their numbers.
 */
export function buildEngine(passages: Iterable<Iterable<TermNumber>>, frequencyOf: FrequencyOf): Engine {
  const engine = new MiniSearch<IndexedBlock>(OPTIONS);
  let block: TermNumber[] = [];
  let count = 0;
  const addBlock = (): void => engine.add({ id: engine.documentCount, terms: namesOf(block, frequencyOf) });
  for (const terms of passages) {
    block.push(...terms);
    if (++count % BLOCK !== 0) continue;
    addBlock();
    block = [];
  }
  if (count % BLOCK !== 0) addBlock();
  return engine;
}

/** An engine that was built before. */
export const loadEngine = (data: EngineData): Engine => MiniSearch.loadJS<IndexedBlock>(data, OPTIONS);

/**
 * Visits the numbers of all passages with one of the terms, each once, and of some of their neighbours.
 *
 * The engine asks for each document of each term how much it counts, and makes no result of one that does not: to be
 * asked is to be found, and making results would cost ten times as much.
 */
export function findPassages(
  engine: Engine,
  terms: Iterable<TermNumber>,
  frequencyOf: FrequencyOf,
  visit: (passage: number) => void,
): void {
  const visited = new Uint8Array(engine.documentCount);
  engine.search(namesOf(terms, frequencyOf), {
    boostDocument: (id) => {
      const block = Number(id);
      if (visited[block] === 0) {
        visited[block] = 1;
        for (let at = 0; at < BLOCK; at++) visit(block * BLOCK + at);
      }
      return 0;
    },
  });
}
