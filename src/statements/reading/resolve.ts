import { FUNCTION_WORDS, PREPOSITIONS } from './grammar.ts';
import type { Mention, MentionFinder } from './mentions.ts';
import type { NounBook } from './nouns.ts';
import type { PeopleBook } from './people.ts';
import { knownPerson, personIn } from './person-names.ts';
import { type NounPhrase, QUANTITY } from './phrase.ts';
import { isCapital, type TokenizedSentence, textOf, wordAt } from './sentence.ts';
import { personNamed, type Speaker, type SpeakerKind, speakerInWords, speakerOf } from './speaker.ts';
import type { NounClass, Vocabulary } from './vocabulary.ts';

/** Whom a phrase means, with what pronouns are told apart by. */
export interface Referent {
  readonly speakers: readonly Speaker[];
  readonly gender: 'm' | 'f' | 'n' | null;
  readonly plural: boolean;
  /** Whether they can speak by nature: a person, a body, a group. */
  readonly animate: boolean;
  readonly medium: boolean;
}

/** Everything that is known about a sentence when its sources are looked for. */
export interface SentenceReading {
  readonly sentence: TokenizedSentence;
  readonly phrases: readonly NounPhrase[];
  readonly mentions: readonly Mention[];
  /** Words that belong to verbs. */
  readonly verbs: ReadonlySet<number>;
  /** Its place in the article, counted from 0. */
  readonly index: number;
  /** Whether the sentence says that its source stays without a name. */
  readonly unnamed: boolean;
}

/** Resolver is responsible for whom a noun phrase means: a name of the lexicon, a person of the article, or its words. */
export class Resolver {
  readonly #finder: MentionFinder;
  readonly #vocabulary: Vocabulary;
  readonly #people: PeopleBook;
  readonly #nouns: NounBook;
  /** Sentences are read several times over: for their sources, their actors, their subject. */
  readonly #known = new WeakMap<NounPhrase, Referent | null>();

  constructor(finder: MentionFinder, vocabulary: Vocabulary, people: PeopleBook, nouns: NounBook) {
    this.#finder = finder;
    this.#vocabulary = vocabulary;
    this.#people = people;
    this.#nouns = nouns;
  }

  /** Whom a phrase means; null where it is a time, a thing in form only, or an office that several have. */
  resolve(phrase: NounPhrase, reading: SentenceReading): Referent | null {
    const known = this.#known.get(phrase);
    if (known !== undefined) return known;
    const referent = this.#resolve(phrase, reading);
    this.#known.set(phrase, referent);
    return referent;
  }

  #resolve(phrase: NounPhrase, reading: SentenceReading): Referent | null {
    const { sentence, mentions } = reading;
    if (phrase.pronoun !== null) return null;
    const kind = this.classOf(phrase, sentence);
    if (kind === 'time') return null;
    if (phrase.shared !== null) return this.#withSharedNoun(phrase, phrase.shared, sentence);
    const medium = this.#vocabulary.isMedium(sentence.words[phrase.head]);
    if (kind === 'anonymous') return inWords(phrase, sentence, 'anonymous', true, medium);
    const person = this.#person(phrase, reading);
    if (person !== null) return person;
    if (reading.unnamed && (kind === 'office' || kind === 'group')) return inWords(phrase, sentence, 'anonymous', true);
    // `Ein Sprecher des Kreml`, `eine Mitteilung der Polizei`: who speaks is whom they speak for.
    const isRepresentative = this.#vocabulary.isRepresentative(sentence.words[phrase.head]);
    const speaksFor = phrase.joined;
    if (speaksFor !== null && (kind === 'document' || kind === 'account' || isRepresentative)) {
      const issuer = this.resolve(speaksFor, reading);
      const known = issuer?.speakers.every(({ id }) => !id.startsWith('phrase:')) === true;
      if (issuer !== null && (known || kind === 'account')) return { ...issuer, gender: 'm' };
    }
    const issuer = kind === 'document' || kind === 'account' ? issuerIn(phrase, mentions, kind === 'account') : null;
    if (issuer !== null) return referentOf(issuer);
    const name = nameOf(phrase, mentions, this.#vocabulary, sentence);
    if (name !== null) return referentOf(name);
    const office = kind === 'office' ? this.#holder(phrase, reading) : undefined;
    if (office !== undefined) return office;
    const isOne = kind === 'body' || kind === 'office' || kind === 'medium';
    const named =
      isOne && !isFollowedByName(phrase, reading) ? this.#nouns.meant(phrase, sentence, reading.index) : null;
    if (named !== null) return referentOf(named);
    if (kind === 'abstract') return null;
    return inWords(phrase, sentence, speakerKind(kind, phrase, sentence), kind !== null && ANIMATE.has(kind), medium);
  }

  /** The class of a phrase's noun. */
  classOf(phrase: NounPhrase, sentence: TokenizedSentence): NounClass | null {
    const { joined } = phrase;
    const isQuantity = joined !== null && sentence.language === 'en' && QUANTITY.test(wordAt(sentence, phrase.head));
    if (isQuantity) return this.classOf(joined, sentence);
    return this.#vocabulary.classOf(sentence.words[phrase.head], sentence.language);
  }

  /** Whether a phrase's noun tells an act: `der Vorschlag der USA`. */
  isActNoun(phrase: NounPhrase, sentence: TokenizedSentence): boolean {
    return this.#vocabulary.isActNoun(sentence.words[phrase.head]);
  }

  /** Whether a phrase means a text by which somebody proposes or demands: a draft, but no report. */
  isProposal(phrase: NounPhrase, sentence: TokenizedSentence): boolean {
    return PROPOSAL.test(wordAt(sentence, phrase.head));
  }

  /** Whose text a phrase names: `the Russian memorandum`, `US-Entwurf`; null where it does not. */
  authorOf(phrase: NounPhrase, { mentions }: SentenceReading): Referent | null {
    const author = issuerIn(phrase, mentions, true);
    return author === null || author.kind === 'medium' ? null : referentOf(author);
  }

  /** The two governments of `beide Regierungen`: of the two sides that were named before. */
  governmentsOf(speakers: readonly Speaker[]): readonly Speaker[] {
    const found = speakers.map(({ id }) => this.#finder.governmentOf(this.#finder.sideOf(id)));
    return found.flatMap((name) => (name === undefined ? [] : [speakerOf(name)]));
  }

  #person(phrase: NounPhrase, { sentence, mentions }: SentenceReading): Referent | null {
    const known = knownPerson(phrase, mentions);
    const named = known === undefined ? personIn(phrase, sentence, mentions, this.#vocabulary) : null;
    const surname = wordAt(sentence, phrase.core - 1);
    const inArticle =
      known === undefined && isNameOnly(phrase, named !== null, sentence) ? this.#people.bySurname(surname) : null;
    const full = named === null ? null : speakerNamed(sentence, named.from, named.to, this.#people);
    const speaker = known === undefined ? (inArticle?.speaker ?? full) : speakerOf(known.name);
    if (speaker === null) return null;
    const learnt = this.#people.byId(speaker.id);
    const gender =
      known?.name.gender ?? learnt?.gender ?? this.#vocabulary.genderOf(named?.office ?? undefined, sentence.language);
    return {
      speakers: [speaker],
      gender: named?.office === null && learnt === null ? null : gender,
      plural: false,
      animate: true,
      medium: false,
    };
  }

  /** `The Russian` in `the Russian and Ukrainian governments`: read as if its noun stood behind it. */
  #withSharedNoun(phrase: NounPhrase, noun: number, sentence: TokenizedSentence): Referent | null {
    const words = [phrase.nouns, noun].flatMap((at) => sentence.words[at] ?? []);
    const text = words.map(({ surface }) => surface).join(' ');
    const [mention] = this.#finder.find({ ...sentence, text, words });
    if (mention !== undefined && mention.to === words.length && mention.name.kind === 'institution')
      return referentOf(mention.name);
    const kind = this.#vocabulary.classOf(words.at(-1), sentence.language);
    const isAnimate = kind !== null && ANIMATE.has(kind);
    const speakers = [speakerInWords(text, speakerKind(kind, phrase, sentence), sentence.language)];
    return { speakers, gender: 'n', plural: false, animate: isAnimate, medium: false };
  }

  /** Who holds an office that is named without its holder (`the judge`); null where several do. */
  #holder(phrase: NounPhrase, { sentence, mentions, index }: SentenceReading): Referent | null | undefined {
    const isBare = phrase.joined === null && phrase.core === phrase.head + 1;
    if (!isBare || !DEFINITE.test(phrase.determiner ?? '')) return undefined;
    // `Der ukrainische Präsident`: of several presidents the one of that side.
    const side = mentions.find(({ name, from }) => name.kind !== 'person' && from >= phrase.from && from <= phrase.head)
      ?.name.side;
    const people = this.#people.withOffice(sentence.words[phrase.head], sentence.language, index);
    const gender = this.#vocabulary.genderOf(sentence.words[phrase.head], sentence.language);
    const fitting = people.filter(
      (person) =>
        (person.gender === null || gender === null || person.gender === gender) &&
        (side === undefined || side === null || person.side === side),
    );
    const [only, second] = fitting;
    if (only === undefined) return undefined;
    if (second !== undefined) return null;
    return { speakers: [only.speaker], gender: only.gender ?? gender, plural: false, animate: true, medium: false };
  }
}

/** `Das Portal pionerprodukt`: what stands behind, and is neither verb nor grammar, is its name. */
function isFollowedByName({ core }: NounPhrase, { sentence, verbs }: SentenceReading): boolean {
  const { language, segmentOf } = sentence;
  const word = wordAt(sentence, core);
  if (word === '' || segmentOf[core] !== segmentOf[core - 1] || verbs.has(core)) return false;
  return !FUNCTION_WORDS[language].has(word) && !PREPOSITIONS[language].has(word);
}

const PROPOSAL = /(?:memorandum|entwurf|plan|papier|vorschlag)s?$|^(?:drafts?|proposals?)$/;

const DEFINITE = /^(?:der|die|das|dem|den|des|the)$/;
const ANIMATE: ReadonlySet<NounClass> = new Set<NounClass>(['office', 'body', 'medium', 'group', 'anonymous']);

function speakerNamed(sentence: TokenizedSentence, from: number, to: number, people: PeopleBook): Speaker {
  const own = personNamed(textOf(sentence, from, to));
  return people.byId(own.id)?.speaker ?? own;
}

/** Whether a phrase is only a name, or an office and a name, so that a surname of the article can be meant by its end. */
const isNameOnly = (phrase: NounPhrase, named: boolean, sentence: TokenizedSentence): boolean =>
  isCapital(sentence.words[phrase.core - 1]) && (named || phrase.core - phrase.nouns === 1);

function nameOf(
  phrase: NounPhrase,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  sentence: TokenizedSentence,
): Mention['name'] | null {
  const whole = mentions.findLast(({ from, to }) => from >= phrase.from && to === phrase.core);
  if (whole !== undefined) {
    const isAdjective = whole.name.kind === 'country' && !isCapital(sentence.words[whole.to - 1]);
    return isAdjective || isPartOfName(whole, phrase, mentions, vocabulary, sentence) ? null : whole.name;
  }
  // `Kreml-Sprecher`, `der US-Delegation`: only who speaks officially is the body before the hyphen.
  const first = mentions.find(
    ({ from, to, name }) => from === phrase.nouns && to === phrase.core - 1 && name.kind === 'institution',
  );
  return first !== undefined && vocabulary.isRepresentative(sentence.words[phrase.core - 1]) ? first.name : null;
}

/** Capitals before a country that make one name with it: one in English (`Radio France`), where nouns are small. */
const NAME_BEFORE = { de: 2, en: 1 } as const;

/** Whether a country only ends the name of something else; `Gastgeber Katar` and `President of France` are no names. */
function isPartOfName(
  { name, from }: Mention,
  phrase: NounPhrase,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  sentence: TokenizedSentence,
): boolean {
  if (name.kind !== 'country' && name.kind !== 'place' && name.metonyms.length === 0) return false;
  let first = from;
  while (first > phrase.nouns && isCapital(sentence.words[first - 1]) && !mentions.some(({ to }) => to === first))
    first--;
  // A sentence begins with a capital anyway: `Neighbouring Poland`.
  if (first === 0 && sentence.language === 'en' && vocabulary.classOf(sentence.words[0], 'en') === null) first++;
  return phrase.determiner === null && from - first >= NAME_BEFORE[sentence.language];
}

/**
 * `A White House statement`, `a Reuters report`, `Kreml-Angaben`: whose text it is stands before it. A country is
 * meant only where words are, not a text: `nach ukrainischen Angaben`, but a Russian memorandum is a memorandum.
 */
function issuerIn(phrase: NounPhrase, mentions: readonly Mention[], byCountry: boolean): Mention['name'] | null {
  const issuer = mentions.find(
    ({ from, to, name }) => from >= phrase.from && to <= phrase.head && (byCountry || name.kind !== 'country'),
  );
  return issuer?.name ?? null;
}

const referentOf = (name: Mention['name']): Referent => ({
  speakers: [speakerOf(name)],
  gender: name.gender ?? genderOfName(name.name.de),
  plural: false,
  animate: true,
  medium: name.kind === 'medium',
});

const genderOfName = (german: string): 'm' | 'f' | 'n' =>
  german.startsWith('der ') ? 'm' : german.startsWith('die ') ? 'f' : 'n';

function inWords(
  phrase: NounPhrase,
  sentence: TokenizedSentence,
  kind: SpeakerKind,
  animate: boolean,
  medium = false,
): Referent {
  const text = textOf(sentence, phrase.from, phrase.to).replace(/\s+/g, ' ');
  return {
    speakers: [speakerInWords(text, kind, sentence.language)],
    gender: genderOfPhrase(phrase, sentence, kind),
    plural: kind === 'group' || kind === 'anonymous',
    animate,
    medium,
  };
}

function genderOfPhrase(
  phrase: NounPhrase,
  { language }: TokenizedSentence,
  kind: SpeakerKind,
): 'm' | 'f' | 'n' | null {
  if (language === 'en') return kind === 'person' ? null : 'n';
  if (/^(?:der|ein|sein|ihr)$/.test(phrase.determiner ?? '')) return 'm';
  if (/^(?:die|eine|seine|ihre)$/.test(phrase.determiner ?? '')) return 'f';
  return phrase.determiner === 'das' ? 'n' : null;
}

function speakerKind(kind: NounClass | null, phrase: NounPhrase, sentence: TokenizedSentence): SpeakerKind {
  if (kind === 'group') return 'group';
  if (kind === 'office') return isPlural(phrase, sentence) ? 'group' : 'person';
  if (kind === 'account' || kind === 'document' || kind === 'body') return 'institution';
  return isPlural(phrase, sentence) ? 'group' : 'institution';
}

const SEVERAL =
  /^(?:beide[rn]?|mehrere[rn]?|viele[rn]?|einige[rn]?|zahlreiche[rn]?|alle[rn]?|zwei|drei|vier|funf|both|two|three|several|all|many|some)$/;

function isPlural(phrase: NounPhrase, sentence: TokenizedSentence): boolean {
  const head = wordAt(sentence, phrase.head);
  if (sentence.language === 'en') return /[^s]s$/.test(head) || SEVERAL.test(phrase.determiner ?? '');
  const determiner = phrase.determiner ?? '';
  if (SEVERAL.test(determiner)) return true;
  // `Ukrainische Vertreter`, `die Vertreter`; a title without an adjective is one person's: `Außenminister …`.
  return determiner === ''
    ? phrase.nouns > phrase.from
    : determiner === 'die' && /(?:er|en|e)$/.test(head) && !/in$/.test(head);
}
