import { Encoder, Index } from 'flexsearch';
import german from 'flexsearch/lang/de';
import type { BuildEngine } from '../contract.ts';

/** With its German stop words and endings; without `suggest` every word must match, and nothing is found. */
export const build: BuildEngine = (passages) => {
  const index = new Index({ encoder: new Encoder(german) });
  for (const { id, text } of passages) index.add(id, text);
  return { search: (question, _asking, limit) => index.search(question, { limit, suggest: true }).map(String) };
};
