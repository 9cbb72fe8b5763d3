import type { Language } from '../../language/language.ts';
import { stem } from '../../language/stem.ts';
import type { Token } from '../../language/tokens.ts';
import { PREPOSITIONS } from './grammar.ts';
import type { Mention } from './mentions.ts';
import type { NounPhrase } from './phrase.ts';
import { isCapital, segmentAt, type TokenizedSentence, textOf, wordAt } from './sentence.ts';
import { personNamed, type Speaker, speakerOf } from './speaker.ts';
import type { NounClass, Vocabulary } from './vocabulary.ts';

/** Someone whom an article names: from the lexicon, or by an office, an apposition or first and last name. */
export interface Person {
  readonly speaker: Speaker;
  readonly gender: 'm' | 'f' | null;
  /** Stems of the offices that the article gives them, with the index of the sentence that does first. */
  readonly offices: ReadonlyMap<string, number>;
  /** The side of the lexicon's name, or of the country in their title: `the Danish minister`. */
  readonly side: string | null;
}

/** The person of the lexicon whose name ends a phrase: `US-Präsident Trump`, but not `Trumps Berater`. */
export const knownPerson = (phrase: NounPhrase, mentions: readonly Mention[]): Mention | undefined =>
  mentions.findLast(({ name, from, to }) => name.kind === 'person' && from >= phrase.from && to === phrase.core);

/** A name of a person in a phrase, with the office before it. */
interface NamedPerson {
  readonly from: number;
  readonly to: number;
  readonly office: Token | null;
}

/** Classes of nouns that are part of no person's name. */
const NO_NAME: ReadonlySet<NounClass | null> = new Set<NounClass>(['body', 'group', 'time', 'document']);
/** English words for relatives, written as names are. */
const FAMILY = /^(?:Son|Daughter|Father|Mother|Brother|Sister)$/;
/** Longer runs of capitals are titles of films or laws. */
const LONGEST_NAME = 4;
/** Marks of clubs, companies and laws, which look like names of persons. */
const NO_PERSON =
  /^(?:fc|sv|tsv|vfb|sc|ag|gmbh|se|inc|ltd|plc|llc|air|bank|street|road|park|river|city|university|times|post|news|herald|tribune|telegraph|daily|united|rovers|county|town|act|lane|court|crown|house|report|cup|weather|service|national|line|media|wire|today|review|journal|monitor|globe|star|sun|mirror|bridge|lake|island|islands|valley|mountain|coast)$/;

/**
 * The person's name in a phrase, if it holds one: what stands in capitals behind an office (`Einsatzleiter Holger
 * Brandl`, `lead author Ingrid Solheim`), or two or three capitals alone.
 */
export function personIn(
  phrase: NounPhrase,
  sentence: TokenizedSentence,
  taken: readonly Mention[],
  vocabulary: Vocabulary,
): NamedPerson | null {
  const { words, language } = sentence;
  if (phrase.pronoun !== null) return null;
  let from = phrase.core;
  while (from > phrase.nouns && isNamePart(words[from - 1], words[from - 2])) from--;
  let office: Token | null = null;
  const isOfficeAt = (at: number): boolean => vocabulary.classOf(words[at], language) === 'office';
  // `Defence Minister Hulusi Demir`: what the office is for stands before it.
  const isOfficeBehind = (at: number): boolean =>
    words.slice(at + 1, phrase.core - 1).some((_, step) => isOfficeAt(at + 1 + step));
  // `Der PKK-Gründer Abdullah Öcalan`: nouns with hyphens are one.
  const isFirstNoun = (at: number): boolean =>
    words.slice(phrase.nouns + 1, at + 1).every(({ hyphenated }) => hyphenated);
  for (let at = from; at < phrase.core; at++) {
    // `Grünen-Chef`: a compound means what its last part means.
    if (at + 1 < phrase.core && words[at + 1]?.hyphenated === true) continue;
    const word = words[at];
    const kind = vocabulary.classOf(word, language);
    // `Außenminister Ararat Mirsojan`: a word for several is an office where a first and a last name follow.
    const isPlural = kind === 'group' && phrase.core - at > 2;
    const title =
      kind === 'office' ||
      isPlural ||
      (language === 'de' && isFirstNoun(at) && phrase.determiner !== null && phrase.core - at > 1);
    // `Ri Son Gwon`: within a name a word for a relative is none.
    const isRelative = at > from && FAMILY.test(word?.surface ?? '') && !isOfficeAt(at - 1);
    if (title && !isRelative && at < phrase.core - 1) {
      if (kind === 'office' || isPlural) office = word ?? null;
      from = at + 1;
    } else if (NO_NAME.has(kind) && !isOfficeBehind(at)) return null;
  }
  // `Minister of Defence Jane Doe`: what the office is for is no name.
  if (from > phrase.nouns && wordAt(sentence, from - 1) === 'of') from++;
  // An adjective of a country belongs to the office: `Danish midfielder`.
  const names = taken.filter(
    (mention) => mention.from < phrase.core && mention.to > from && !isChance(mention, sentence),
  );
  const country = names.find(({ name, to }) => name.kind === 'country' && to < phrase.core);
  if (country !== undefined) from = Math.max(from, country.to);
  if (names.some((mention) => mention !== country && mention.to > from)) return null;
  office ??= officeBefore(phrase, from, sentence, vocabulary);
  const to = behindName(phrase, sentence);
  const own = words.slice(from, to);
  const length = own.filter(({ hyphenated }) => !hyphenated).length;
  if (length < (office === null ? 2 : 1) || length > LONGEST_NAME) return null;
  // Behind an office the first word of a name is rarely a thing: `Minister Park Joon-ho`.
  const whole = own.filter((_, at) => own[at + 1]?.hyphenated !== true);
  const mayBeThing = office === null || length === 1 ? whole : whole.slice(1);
  if (mayBeThing.some(({ folded }) => NO_PERSON.test(folded)) || own.some(({ folded }) => folded === 's')) return null;
  if (!own.every((word) => isCapital(word) || PARTICLE.test(word.folded) || word.hyphenated)) return null;
  // `Kurze Feuerpausen von …`: where a sentence begins, capitals tell less.
  if (office === null && from === 0 && PREPOSITIONS[language].has(wordAt(sentence, to))) return null;
  if (office === null && !isBareName(phrase, from, sentence, own)) return null;
  return { from, to, office };
}

/** Where a name ends: `Kim Dae-sung` goes on behind the noun that the hyphen cuts off. */
function behindName({ core }: NounPhrase, { words, segmentOf }: TokenizedSentence): number {
  let to = core;
  while (words[to]?.hyphenated === true && isCapital(words[core - 1]) && segmentOf[to] === segmentOf[core - 1]) to++;
  return to;
}

/** Shorter words, if no acronyms, have the stem of a country's people by chance: `Dan` that of `Danes`. */
const SHORTEST_COUNTRY = 4;

/** Whether a country is named by chance only. */
export const isChance = ({ name, from, to }: Mention, { words }: TokenizedSentence): boolean => {
  const surface = words[from]?.surface ?? '';
  const isShort = to - from === 1 && surface.length < SHORTEST_COUNTRY && surface !== surface.toUpperCase();
  return name.kind === 'country' && isShort;
};

const PARTICLE = /^(?:van|von|de|di|da|del|della|bin|ben|al|el|la|le|du|dos|der|ten)$/;
const isNamePart = (word: Token | undefined, before: Token | undefined): boolean =>
  isCapital(word) || ((PARTICLE.test(word?.folded ?? '') || word?.hyphenated === true) && isCapital(before));

/** An office in small letters before the name: `former mayor Jonas Reik`, `der frühere Bürgermeister …`. */
function officeBefore(
  phrase: NounPhrase,
  from: number,
  sentence: TokenizedSentence,
  vocabulary: Vocabulary,
): Token | null {
  for (let at = from - 1; at >= phrase.nouns; at--) {
    const word = sentence.words[at];
    if (word !== undefined && vocabulary.classOf(word, sentence.language) === 'office') return word;
  }
  return null;
}

/** Without an office only capitals alone are a person's name, and none that are an acronym or a common noun. */
function isBareName(
  phrase: NounPhrase,
  from: number,
  { text, words, language }: TokenizedSentence,
  own: readonly Token[],
): boolean {
  // Initials (`J.R. Tolwin`) are read as one word too, but are written with full stops.
  const isAcronym = ({ surface, start, end, hyphenated }: Token): boolean =>
    surface.length > 1 && surface === surface.toUpperCase() && !hyphenated && text.slice(start, end) === surface;
  if (own.some(isAcronym)) return false;
  if (language === 'de')
    return (phrase.determiner === null || from > phrase.nouns) && !own.some(({ folded }) => GERMAN_NOUN.test(folded));
  return phrase.determiner !== 'the' || from > phrase.nouns || isCapital(words[from - 1]);
}

const GERMAN_NOUN =
  /(?:ung|heit|keit|schaft|tion|ismus|tag|krieg|land|welt|haus|platz|strasse|werk|gesetz|plan|zeit)(?:en|s|es)?$/;

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
