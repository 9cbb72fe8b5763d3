import type { Language } from '../../language/language.ts';
import type { Mention } from '../reading/mentions.ts';
import { isChance } from '../reading/person-names.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { isCapital, segmentAt, textOf, wordAt } from '../reading/sentence.ts';
import { type Speaker, speakerInWords } from '../reading/speaker.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** Somebody whom an article calls by their office alone. */
export interface Unnamed {
  readonly speaker: Speaker;
  readonly side: string | null;
}

const DEFINITE = /^(?:der|die|dem|den|des|the)$/;
/** `Turkey’s foreign minister` needs no article. */
const POSSESSIVE = /['’]s$/u;

/** The only one of a country whom an office without a name can mean: `the Turkish foreign minister`; null for others. */
export function unnamedHolder(phrase: NounPhrase, read: ReadSentence, vocabulary: Vocabulary): Unnamed | null {
  const { sentence, mentions } = read;
  const { determiner, head, core, from, to } = phrase;
  const office = sentence.words[head];
  if (head !== core - 1 || !isOneOffice(phrase, read, vocabulary)) return null;
  if (vocabulary.isRepresentative(office) || isPlural(phrase, read, vocabulary) || isBesideName(phrase, read))
    return null;
  const country = mentions.find(
    (mention) =>
      mention.name.kind === 'country' && mention.from >= from && mention.to <= to && !isChance(mention, sentence),
  );
  if (country === undefined) return null;
  const isOwned = country.from === from && POSSESSIVE.test(textOf(sentence, country.from, country.to + 1));
  if (determiner === null ? !isOwned : !DEFINITE.test(determiner)) return null;
  const words = textOf(sentence, determiner === null ? from : from + 1, to).replace(/\s+/g, ' ');
  return holder(nominative(words, vocabulary.genderOf(office, sentence.language), sentence.language), country, read);
}

/** Articles before the office of one: not `die`, which may be several too. */
export const SINGULAR = /^(?:der|des|dem|(?:ein|sein|ihr)(?:e[nrms]?)?)$/;

/** `Der Außenminister`: a German word for several is one's office behind an article in the singular. */
function isOneOffice({ determiner, head }: NounPhrase, { sentence }: ReadSentence, vocabulary: Vocabulary): boolean {
  const kind = vocabulary.classOf(sentence.words[head], sentence.language);
  return kind === 'office' || (kind === 'group' && sentence.language === 'de' && SINGULAR.test(determiner ?? ''));
}

/** Offices that a country has many of; one alone can be nobody’s title. */
const COMMON =
  /^(?:officials?|representatives?|negotiators?|diplomats?|experts?|envoys?|vertretern?|unterhandlern?|diplomaten|experten)$/;

/** The office of each country whose holders are named together: `the security advisers of Britain and France`. */
export function unnamedHolders(
  { nouns, head, core, determiner, from }: NounPhrase,
  countries: readonly Mention[],
  read: ReadSentence,
  vocabulary: Vocabulary,
): readonly Unnamed[] {
  const { sentence } = read;
  const own = countries.filter(({ from: start }) => start > head && isCapital(sentence.words[start]));
  const [first] = own;
  const word = sentence.words[head];
  const english = sentence.language === 'en';
  const singular = word === undefined || !english ? word : { ...word, folded: word.folded.replace(/s$/, '') };
  const isOffice = vocabulary.classOf(singular, sentence.language) === 'office';
  // `Advisers` alone may be many of each; what kind of advisers tells whose title it is.
  const isTitle = head > (determiner === null ? from : from + 1) || head > nouns;
  if (first === undefined || !isOffice || !isTitle || COMMON.test(word?.folded ?? '')) return [];
  const office = textOf(sentence, determiner === null ? from : from + 1, head + 1);
  const title = english ? office.replace(/s$/, '') : nominative(office, vocabulary.genderOf(word, 'de'), 'de');
  const link = first.from > core ? textOf(sentence, core, first.from) : '';
  return own.map((country) =>
    holder(
      [title, link, textOf(sentence, country.from, country.to)].filter((part) => part !== '').join(' '),
      country,
      read,
    ),
  );
}

const holder = (name: string, country: Mention, { sentence: { language } }: ReadSentence): Unnamed => ({
  speaker: { ...speakerInWords(name, 'person', language), name: { de: name, en: name } },
  side: country.name.side,
});

const COPULA = /^(?:is|was|ist|war|wurde|became)$/;

/** `Fidan, the Turkish foreign minister,` and `Fidan is the …`: the name stands beside the office. */
function isBesideName({ from, to }: NounPhrase, { sentence, phrases, mentions, verbs }: ReadSentence): boolean {
  const before = COPULA.test(wordAt(sentence, from - 1)) ? from - 1 : from;
  const isName = (other: NounPhrase): boolean =>
    other.pronoun === null &&
    [other.nouns, other.core - 1].every((at) => isCapital(sentence.words[at])) &&
    !mentions.some(({ name, from, to }) => name.kind === 'country' && from === other.nouns && to === other.core);
  const own = segmentAt(sentence, from);
  // `X took part, the Turkish foreign minister`: what stands between commas without a verb is said of somebody.
  const isInserted =
    own.from === from && own.before === ',' && ![...verbs].some((verb) => own.from <= verb && verb < own.to);
  return isInserted || phrases.some((other) => (other.to === before || other.from === to) && isName(other));
}

/** `Die Sicherheitsberater`: an article in the plural before a man's office. */
const isPlural = ({ determiner, head }: NounPhrase, { sentence }: ReadSentence, vocabulary: Vocabulary): boolean =>
  sentence.language === 'de' && determiner === 'die' && vocabulary.genderOf(sentence.words[head], 'de') !== 'f';

/** A German office as it stands without its article: `türkische Außenminister` becomes `türkischer Außenminister`. */
function nominative(words: string, gender: 'm' | 'f' | null, language: Language): string {
  if (language === 'en') return words;
  const ending = gender === 'f' ? 'e' : 'er';
  return words.replace(/^(?:\p{Ll}+e[nrms]? )+/u, (adjectives) => adjectives.replace(/e[nrms]? /g, `${ending} `));
}
