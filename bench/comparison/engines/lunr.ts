import lunr from 'lunr';
import german from 'lunr-languages/lunr.de';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support';
import type { BuildEngine } from '../contract.ts';

stemmerSupport(lunr);
german(lunr);

/** What lunr's query language gives a meaning: fields, weights, distances, wildcards, must and must not. */
const OPERATORS = /[:^~*+-]/g;

/** With the German trimmer, stop words and stemmer of lunr-languages. */
export const build: BuildEngine = (passages) => {
  const index = lunr((builder) => {
    builder.use(lunr.de);
    builder.ref('id');
    builder.field('text');
    for (const passage of passages) builder.add(passage);
  });
  return {
    search: (question, _asking, limit) =>
      index
        .search(question.replace(OPERATORS, ' '))
        .slice(0, limit)
        .map((found) => found.ref),
  };
};
