import type { z } from 'zod';
import { WortlautError } from '../errors.ts';
import type { PassageEntry } from '../search/passages.ts';
import { spanOf, type Window } from '../search/quotation.ts';
import type { Knowledge } from './knowledge.ts';
import { quote, quotePassage } from './quote.ts';
import type { Context, contextParams, Quotations, quotationsParams } from './schemas.ts';
import { parseWindowKey } from './window-key.ts';

/** The quotations of keys, as buttons carry them; a key of another revision whose passage is gone is counted. */
export function quotations(knowledge: Knowledge, params: z.output<typeof quotationsParams>): Quotations {
  const { keys, question, locale } = params;
  const concepts = question === null ? [] : knowledge.index.read(question, locale).concepts;
  const found = keys.flatMap((key) => resolve(knowledge, key) ?? []);
  return {
    kind: 'quotations',
    quotations: found.map(({ entry, window }) => quote(knowledge, entry, window, concepts)),
    outdated: keys.length - found.length,
  };
}

function resolve(knowledge: Knowledge, key: string): { entry: PassageEntry; window: Window } | undefined {
  const parsed = parseWindowKey(key);
  const entry = parsed === null ? undefined : knowledge.index.find(parsed.passage);
  if (parsed === null || entry === undefined || parsed.window.to > entry.passage.sentences.length) return undefined;
  return { entry, window: parsed.window };
}

/**
 * The passage of a quotation with the passages before and after it in its article.
 * @throws WortlautError `button.outdated` where this revision does not have the passage.
 */
export function context(knowledge: Knowledge, params: z.output<typeof contextParams>): Context {
  const found = resolve(knowledge, params.key);
  if (found === undefined) throw new WortlautError('button.outdated', {});
  const { entry, window } = found;
  const neighbours = [entry.number - 1, entry.number, entry.number + 1]
    .flatMap((number) => knowledge.index.entries[number] ?? [])
    .filter((neighbour) => neighbour.article === entry.article);
  return {
    kind: 'context',
    passages: neighbours.map((neighbour) => {
      const passage = quotePassage(knowledge, neighbour);
      return neighbour === entry ? { ...passage, marks: [spanOf(entry, window)] } : passage;
    }),
    at: neighbours.indexOf(entry),
  };
}
