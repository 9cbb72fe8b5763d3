import type { Language } from '../../language/language.ts';
import { stem } from '../../language/stem.ts';
import type { Token } from '../../language/tokens.ts';
import type { Mention } from './mentions.ts';
import { knownPerson, officeBefore, personIn } from './person-names.ts';
import type { NounPhrase } from './phrase.ts';
import { segmentAt, type TokenizedSentence, textOf, wordAt } from './sentence.ts';
import { personNamed, type Speaker, speakerOf } from './speaker.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Someone whom an article names: from the lexicon, or by an office, an apposition or first and last name. */
export interface Person {
  readonly speaker: Speaker;
  readonly gender: 'm' | 'f' | null;
  /** Stems of the offices that the article gives them, with the index of the sentence that does first. */
  readonly offices: ReadonlyMap<string, number>;
  /** The side of the lexicon's name, or of the country in their title: `the Danish minister`. */
  readonly side: string | null;
}

/** PeopleBook is responsible for who is meant where an article names a person again: by the surname, by the office. */
export class PeopleBook {
  readonly #people = new Map<string, Person & { readonly offices: Map<string, number> }>();
  readonly #bySurname = new Map<string, Set<string>>();

  /** Learns the persons that a sentence names; `index` is its place in the article. */
  learn(
    sentence: TokenizedSentence,
    phrases: readonly NounPhrase[],
    mentions: readonly Mention[],
    vocabulary: Vocabulary,
    index: number,
  ): void {
    for (const phrase of allOf(phrases)) {
      const known = knownPerson(phrase, mentions);
      if (known !== undefined) {
        const office = officeBefore(phrase, known.from, sentence, vocabulary);
        const { gender, side } = known.name;
        this.#add({ speaker: speakerOf(known.name), gender, side }, office, sentence.language, index);
        continue;
      }
      const person = personIn(phrase, sentence, mentions, vocabulary);
      if (person === null || person.to - person.from < 2) continue;
      const speaker = personNamed(textOf(sentence, person.from, person.to));
      const country = mentions.find(
        ({ name, from }) => name.kind === 'country' && from >= phrase.from && from < phrase.core,
      );
      const gender = person.office === null ? null : vocabulary.genderOf(person.office, sentence.language);
      const own = { speaker, gender, side: country?.name.side ?? null };
      this.#add(own, person.office, sentence.language, index);
      this.#nameAgain(wordAt(sentence, person.to - 1), speaker.id);
    }
    this.#learnAppositions(sentence, phrases, mentions, vocabulary, index);
  }

  /** The person of a surname; null where nobody or several have it. */
  bySurname(folded: string): Person | null {
    const bare = [folded, folded.replace(/s$/, '')].find((form) => this.#bySurname.has(form));
    return this.#only([...(this.#bySurname.get(bare ?? '') ?? [])]);
  }

  /** The person of a full name that was learnt. */
  byId(id: string): Person | null {
    return this.#people.get(id) ?? null;
  }

  /**
   * All whom the article gives an office that ends in a word: `Ministerpräsident` for `präsident`.
   * @param until the index of the sentence up to which they must be introduced
   */
  withOffice(word: Token | undefined, language: Language, until: number): readonly Person[] {
    const folded = stem(word?.folded ?? '', language);
    const has = ({ offices }: Person): boolean =>
      [...offices].some(([office, since]) => since <= until && (office === folded || isHeadOf(folded, office)));
    return [...this.#people.values()].filter(has);
  }

  /** `Ihr Vorsitzender, Kurt Wehner,` and `Peter Quayle, a neurologist,` give an office behind a comma. */
  #learnAppositions(
    sentence: TokenizedSentence,
    phrases: readonly NounPhrase[],
    mentions: readonly Mention[],
    vocabulary: Vocabulary,
    index: number,
  ): void {
    for (const [at, phrase] of phrases.entries()) {
      const next = phrases[at + 1];
      if (next === undefined || next.from !== phrase.to) continue;
      if (segmentAt(sentence, next.from).before !== ',') continue;
      for (const [named, office] of [
        [phrase, next],
        [next, phrase],
      ] as const) {
        const person = this.#personOf(named, sentence, mentions, vocabulary);
        const word = sentence.words[office.head];
        if (person === null || word === undefined || vocabulary.classOf(word, sentence.language) !== 'office') continue;
        const gender = person.gender ?? vocabulary.genderOf(word, sentence.language);
        this.#add({ ...person, gender }, word, sentence.language, index);
      }
    }
  }

  #personOf(
    phrase: NounPhrase,
    sentence: TokenizedSentence,
    mentions: readonly Mention[],
    vocabulary: Vocabulary,
  ): Person | null {
    const known = knownPerson(phrase, mentions);
    if (known !== undefined) return this.byId(known.name.id);
    const person = personIn(phrase, sentence, mentions, vocabulary);
    return person === null ? null : this.byId(personNamed(textOf(sentence, person.from, person.to)).id);
  }

  #add(
    { speaker, gender, side }: Omit<Person, 'offices'>,
    office: Token | null,
    language: Language,
    index: number,
  ): void {
    const known = this.#people.get(speaker.id);
    const offices = known?.offices ?? new Map<string, number>();
    const word = office === null ? null : stem(office.folded, language);
    if (word !== null && !offices.has(word)) offices.set(word, index);
    this.#people.set(speaker.id, { speaker, gender: known?.gender ?? gender, offices, side: known?.side ?? side });
  }

  #nameAgain(surname: string, id: string): void {
    const ids = this.#bySurname.get(surname) ?? new Set<string>();
    this.#bySurname.set(surname, ids.add(id));
  }

  #only(ids: readonly string[]): Person | null {
    const [id, second] = ids;
    return id === undefined || second !== undefined ? null : this.byId(id);
  }
}

/** `Der Mann` means no fireman. */
const isHeadOf = (word: string, office: string): boolean => word.length > 4 && office.endsWith(word);

function* allOf(phrases: readonly NounPhrase[]): Generator<NounPhrase> {
  for (const phrase of phrases) {
    for (let own: NounPhrase | null = phrase; own !== null; own = own.joined) yield own;
  }
}
