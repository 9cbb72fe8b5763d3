import { create, insertMultiple, search } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import type { BuildEngine } from '../contract.ts';

/** As its documentation sets up a language: tokenizer, stemmer and stop words. */
export const build: BuildEngine = async (passages) => {
  const index = create({
    schema: { text: 'string' },
    components: { tokenizer: { language, stemming: true, stemmer, stopWords: stopwords } },
  });
  await insertMultiple(
    index,
    passages.map(({ id, text }) => ({ id, text })),
  );
  return {
    search: async (question, _asking, limit) => {
      const { hits } = await search(index, { term: question, limit });
      return hits.map((hit) => hit.id);
    },
  };
};
