import type { Language } from '../../language/language.ts';
import type { PronounForm } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import type { Somebody } from './names.ts';

/** Somebody named in a sentence, with where and as what they stand there. */
export interface Named {
  readonly somebody: Somebody;
  readonly gender: 'm' | 'f' | 'n' | null;
  readonly phrase: NounPhrase;
}

/** Further back nobody looks for whom a pronoun means (as attribution does: `anaphora.ts`). */
const SENTENCES = 2;

/** Antecedents is responsible for who is meant by a pronoun, and by `die beiden Präsidenten`. */
export class Antecedents {
  /** Persons in the sentences of the passage before, the last one first. */
  #before: readonly (() => readonly Named[])[] = [];
  /** Persons in all sentences before. */
  readonly #all: (() => readonly Named[])[] = [];

  /** No pronoun reaches over the end of a passage. */
  startPassage(): void {
    this.#before = [];
  }

  /**
   * Learns whom a sentence names, once it is done with.
   * @param named asked only where a later sentence needs it: few do
   */
  learn(named: () => readonly Named[]): void {
    const persons = once(() => named().filter(({ somebody }) => somebody.kind === 'person'));
    this.#before = [persons, ...this.#before].slice(0, SENTENCES);
    this.#all.push(persons);
  }

  /**
   * Whom a phrase that names nobody itself means; nobody where several could be meant.
   * @param own those whom the phrase's own sentence names
   */
  of(phrase: NounPhrase, { sentence }: ReadSentence, own: readonly Named[]): readonly Somebody[] {
    if (phrase.pronoun === null) return this.#twoHeads(phrase, sentence);
    const form = phrase.pronoun === 'f' && isPlural(phrase, sentence) ? 'plural' : phrase.pronoun;
    const earlier = own.filter((each) => each.phrase.to <= phrase.from && each.phrase.preposition === null);
    if (earlier.length > 0) return fitting(form, earlier);
    const last = this.#before.find((named) => named().length > 0);
    return last === undefined ? [] : fitting(form, last());
  }

  #twoHeads({ determiner, from, head }: NounPhrase, sentence: TokenizedSentence): readonly Somebody[] {
    const isPair =
      BOTH.test(determiner ?? '') || sentence.words.slice(from, head).some(({ folded }) => BOTH.test(folded));
    if (!isPair || !HEADS[sentence.language].test(wordAt(sentence, head))) return [];
    const named = this.#all.flatMap((each) => each().map(({ somebody }) => somebody));
    const heads = new Map(named.filter(({ isHead }) => isHead).map((somebody) => [somebody.id, somebody]));
    return heads.size === 2 ? [...heads.values()] : [];
  }
}

/** A function that is run at most once. */
export function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

const BOTH = /^(?:beide[nr]?|both|two)$/;
const HEADS: Readonly<Record<Language, RegExp>> = {
  de: /^(?:(?:staats)?prasidenten|staats?chefs|regierungschefs|staatsoberhaupter)$/,
  en: /^(?:presidents|leaders)$/,
};

/** `Sie trafen`: a verb in the plural beside the pronoun. */
const isPlural = ({ from }: NounPhrase, sentence: TokenizedSentence): boolean =>
  [wordAt(sentence, from - 1), wordAt(sentence, from + 1)].some((word) => /^sind$|[a-z]{2}en$/.test(word));

function fitting(form: PronounForm, named: readonly Named[]): readonly Somebody[] {
  const persons = [...new Map(named.map((each) => [each.somebody.id, each])).values()];
  if (form === 'plural') return persons.length === 2 ? persons.map(({ somebody }) => somebody) : [];
  if (form !== 'm' && form !== 'f') return [];
  const [only, second] = persons.filter(({ gender }) => gender === form || gender === null);
  return only === undefined || second !== undefined ? [] : [only.somebody];
}
