import type { Lexicon } from '../language/lexicon.ts';
import { stem } from '../language/stem.ts';
import type { TokenizedSentence } from './reading/sentence.ts';

/** The indices of a sentence's words that are a name in the lexicon, or part of one. */
export function namedWords({ words, language }: TokenizedSentence, lexicon: Lexicon): readonly number[] {
  const stems = words.map(({ folded, surface }) => ({ stem: stem(folded, language), surface }));
  return lexicon.phrases[language]
    .find(stems)
    .filter(({ terms }) => terms.some((term) => term.startsWith('@')))
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step));
}
