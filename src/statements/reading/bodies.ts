import type { Name } from '../../language/name.ts';
import type { Mention } from './mentions.ts';
import type { NounPhrase } from './phrase.ts';
import { type TokenizedSentence, wordAt } from './sentence.ts';

/** Shorter words end others by chance. */
const SHORTEST = 4;

/** BodyBook is responsible for which body an article means where it leaves out half of the name: `the Commission`. */
export class BodyBook {
  /** By the last word of the name; with the index of the sentence that names it first. */
  readonly #byNoun = new Map<string, Map<string, { readonly name: Name; readonly since: number }>>();

  /** Learns the institutions that a sentence names in full; `index` is its place in the article. */
  learn(sentence: TokenizedSentence, mentions: readonly Mention[], index: number): void {
    for (const { name, from, to } of mentions) {
      const noun = wordAt(sentence, to - 1);
      if (name.kind !== 'institution' || to - from < 2 || noun.length < SHORTEST) continue;
      const known = this.#byNoun.get(noun) ?? new Map<string, { readonly name: Name; readonly since: number }>();
      if (!known.has(name.id)) known.set(name.id, { name, since: index });
      this.#byNoun.set(noun, known);
    }
  }

  /** The body that a phrase of an article and a noun means in the sentence of an index; null where none or several were named. */
  meant(phrase: NounPhrase, sentence: TokenizedSentence, index: number): Name | null {
    const isBare = phrase.joined === null && phrase.nouns === phrase.from + 1 && phrase.core === phrase.nouns + 1;
    if (!isBare || !/^(?:der|die|das|dem|the)$/.test(phrase.determiner ?? '')) return null;
    const known = [...(this.#byNoun.get(wordAt(sentence, phrase.head))?.values() ?? [])];
    const [only, second] = known.filter(({ since }) => since <= index);
    return only === undefined || second !== undefined ? null : only.name;
  }
}
