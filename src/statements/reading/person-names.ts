import type { Token } from '../../language/tokens.ts';
import { PREPOSITIONS } from './grammar.ts';
import type { Mention } from './mentions.ts';
import type { NounPhrase } from './phrase.ts';
import { isCapital, type TokenizedSentence, wordAt } from './sentence.ts';
import type { NounClass, Vocabulary } from './vocabulary.ts';

/** Which words of a phrase are somebody's name, and which are the office before it. */

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
  const title = phrase.pronoun === null ? behindTitle(phrase, sentence, vocabulary) : null;
  const from = title === null ? null : behindCountry(title.from, phrase, sentence, taken);
  if (title === null || from === null) return null;
  const office = title.office ?? officeBefore(phrase, from, sentence, vocabulary);
  const person = { from, to: behindName(phrase, sentence), office };
  return isName(person, phrase, sentence) ? person : null;
}

/** Where a name may begin behind a title, with the office in that; null where a word stands there that no name has. */
function behindTitle(
  phrase: NounPhrase,
  sentence: TokenizedSentence,
  vocabulary: Vocabulary,
): Pick<NamedPerson, 'from' | 'office'> | null {
  const { words, language } = sentence;
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
  return { from, office };
}

/** Where a name begins behind the country of its office (`Danish midfielder`); null where another name stands in it. */
function behindCountry(
  from: number,
  phrase: NounPhrase,
  sentence: TokenizedSentence,
  taken: readonly Mention[],
): number | null {
  const names = taken.filter(
    (mention) => mention.from < phrase.core && mention.to > from && !isChance(mention, sentence),
  );
  const country = names.find(({ name, to }) => name.kind === 'country' && to < phrase.core);
  const begin = Math.max(from, country?.to ?? from);
  return names.some((mention) => mention !== country && mention.to > begin) ? null : begin;
}

/** Whether words behind an office, or alone, can be a person's name: in capitals, neither too many nor those of things. */
function isName({ from, to, office }: NamedPerson, phrase: NounPhrase, sentence: TokenizedSentence): boolean {
  const { words, language } = sentence;
  const own = words.slice(from, to);
  const length = own.filter(({ hyphenated }) => !hyphenated).length;
  if (length < (office === null ? 2 : 1) || length > LONGEST_NAME) return false;
  // Behind an office the first word of a name is rarely a thing: `Minister Park Joon-ho`.
  const whole = own.filter((_, at) => own[at + 1]?.hyphenated !== true);
  const mayBeThing = office === null || length === 1 ? whole : whole.slice(1);
  if (mayBeThing.some(({ folded }) => NO_PERSON.test(folded)) || own.some(({ folded }) => folded === 's')) return false;
  if (!own.every((word) => isCapital(word) || PARTICLE.test(word.folded) || word.hyphenated)) return false;
  if (office !== null) return true;
  // `Kurze Feuerpausen von …`: where a sentence begins, capitals tell less.
  if (from === 0 && PREPOSITIONS[language].has(wordAt(sentence, to))) return false;
  return isBareName(phrase, from, sentence, own);
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
export function officeBefore(
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
