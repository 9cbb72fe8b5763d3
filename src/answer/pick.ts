import type { z } from 'zod';
import { type ErrorFacts, WortlautError } from '../errors.ts';
import { cardOf } from './articles.ts';
import type { Knowledge } from './knowledge.ts';
import type { Listing } from './listing-schemas.ts';
import { page } from './page.ts';
import type { ArticleCard, pickedParams } from './schemas.ts';

type Choice = ErrorFacts['option.ambiguous']['choices'][number];

/**
 * A listing that can be picked where an option fits several things: each of them gets the key of the listing that it
 * would narrow this one to, so that a button can show it.
 */
export function pickable<Params extends object>(list: (knowledge: Knowledge, params: Params) => Listing) {
  return (knowledge: Knowledge, params: Params): Listing => {
    try {
      return list(knowledge, params);
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      const { option, choices } = error.facts;
      const keyed = choices.map((choice): Choice => {
        return { ...choice, key: keyOf(() => list(knowledge, { ...params, [option]: choice.value, limit: 1 })) };
      });
      throw new WortlautError('option.ambiguous', { ...error.facts, choices: keyed });
    }
  };
}

const isAmbiguous = (error: unknown): error is WortlautError<'option.ambiguous'> =>
  error instanceof WortlautError && error.id === 'option.ambiguous';

/** No key where another option is not clear either, or nothing can be listed. */
function keyOf(list: () => Listing): string | null {
  try {
    return list().key;
  } catch (error) {
    if (error instanceof WortlautError) return null;
    throw error;
  }
}

/**
 * What a choice's key stands for: a listing from its beginning, or an article.
 * @throws WortlautError `page.outdated` where the articles have changed since.
 */
export function picked(knowledge: Knowledge, { key, limit }: z.output<typeof pickedParams>): Listing | ArticleCard {
  const article = knowledge.index.find(key)?.article;
  return article === undefined ? page(knowledge, { key, from: 0, limit }) : cardOf(knowledge, article);
}
