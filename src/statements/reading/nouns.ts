import type { Name } from '../../language/name.ts';
import { tokenize } from '../../language/tokens.ts';
import type { Mention } from './mentions.ts';
import type { NounPhrase } from './phrase.ts';
import { type TokenizedSentence, wordAt } from './sentence.ts';

/** Shorter words end others by chance. */
const SHORTEST = 4;

/** Nouns for media that have authors; a digest or a channel has no name. */
const MEDIUM =
  /^(?:newspaper|paper|daily|agency|broadcaster|magazine|(?:tages)?zeitung|blatt|(?:nachrichten)?agentur|(?:fernseh)?sender|magazin)$/;

/** Stands for all nouns for media. */
const ANY_MEDIUM = '*medium';

/** NounBook is responsible for whom of those it has named an article means by a noun alone: `the Commission`, `the chancellor`. */
export class NounBook {
  /** By the noun; with the index of the sentence that names them first. */
  readonly #byNoun = new Map<string, Map<string, { readonly name: Name; readonly since: number }>>();

  /** Learns the institutions that a sentence names in full, and the offices of its persons; `index` is its place. */
  learn(sentence: TokenizedSentence, mentions: readonly Mention[], index: number): void {
    for (const { name, from, to } of mentions) {
      if (name.kind === 'institution' && to - from > 1) this.#add(wordAt(sentence, to - 1), name, index);
      if (name.kind === 'medium') this.#add(ANY_MEDIUM, name, index);
      if (name.kind !== 'person') continue;
      for (const { title } of name.offices) this.#add(nounOf(title[sentence.language]), name, index);
    }
  }

  #add(noun: string, name: Name, since: number): void {
    if (noun.length < SHORTEST) return;
    const known = this.#byNoun.get(noun) ?? new Map<string, { readonly name: Name; readonly since: number }>();
    if (!known.has(name.id)) known.set(name.id, { name, since });
    this.#byNoun.set(noun, known);
  }

  /** Whom a phrase of an article and a noun means in the sentence of an index; null where none or several were named. */
  meant(phrase: NounPhrase, sentence: TokenizedSentence, index: number): Name | null {
    const isMedium = MEDIUM.test(wordAt(sentence, phrase.head));
    // `The news agency`, but not `der Sender Nordfunk`.
    const isAlone = phrase.joined === null && phrase.nouns === phrase.from + 1 && phrase.core === phrase.head + 1;
    const isBare = isAlone && (isMedium || phrase.head === phrase.nouns);
    if (!isBare || !/^(?:der|die|das|dem|the)$/.test(phrase.determiner ?? '')) return null;
    const noun = isMedium ? ANY_MEDIUM : wordAt(sentence, phrase.head);
    const known = [...(this.#byNoun.get(noun)?.values() ?? [])];
    const [only, second] = known.filter(({ since }) => since <= index);
    return only === undefined || second !== undefined ? null : only.name;
  }
}

/** What a title is about: `Präsident` of `Präsident der Ukraine`, `secretary` of `US secretary of state`, else its last noun. */
function nounOf(title: string): string {
  const words = tokenize(title);
  const genitive = words.findIndex(({ folded }) => /^(?:of|der|des|von|fur|for)$/.test(folded));
  return words.at(genitive > 0 ? genitive - 1 : -1)?.folded ?? '';
}
