import MiniSearch, { type SearchOptions } from 'minisearch';
import type { BuildEngine } from '../contract.ts';

const withOptions =
  (searchOptions: SearchOptions): BuildEngine =>
  (passages) => {
    const index = new MiniSearch({ fields: ['text'], searchOptions });
    index.addAll(passages);
    return {
      search: (question, _asking, limit) =>
        index
          .search(question)
          .slice(0, limit)
          .map((found) => String(found.id)),
    };
  };

export const defaults = withOptions({});

/** Prefix and fuzzy matching with the values that the section "Search options" of its README shows. */
export const tutorial = withOptions({ prefix: true, fuzzy: 0.2 });
