import type { Token } from '../../language/tokens.ts';
import { DETERMINERS, FUNCTION_WORDS, OBLIQUE, PLAIN_ADJECTIVE, PREPOSITIONS } from './grammar.ts';
import type { Mention } from './mentions.ts';
import { beginsOther, type NounPhrase, opens, phrase, type Reading } from './phrase.ts';
import { isCapital } from './sentence.ts';
import type { NounClass, Vocabulary } from './vocabulary.ts';

/** Lower-case words between the nouns of a name: `Sara van Dijk`. */
const PARTICLES: ReadonlySet<string> = new Set('van de di da del della bin ben al el la le du dos ten'.split(' '));
/** Adjectives that need no determiner to be told from verbs. */
const ADJECTIVE =
  /(?:isch|lich|ig|al|ell|iv|ar|os|haft|sam|bar|los|tig|end|iert|gen|vertraut|nah|ost|west|sud|nord)(?:e|er|en|es|em)$/;
const INFLECTED = /(?:e|er|en|es|em)$/;
const NUMERAL = /^\d|^(?:zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|hunderte|tausende)$/;
const AGE = /^(?:jahre|jahren|jahrige|jahriger|jahrigen)$/;

/** The German phrase that begins at a word, or null; nouns are known by their capitals. */
export function germanCore(
  { sentence, small, verbs, mentions }: Reading,
  from: number,
  inName: ReadonlySet<number>,
  vocabulary: Vocabulary,
): NounPhrase | null {
  const { words, segmentOf } = sentence;
  const segment = segmentOf[from];
  const within = (at: number): boolean => at < words.length && segmentOf[at] === segment;
  const isNoun = (at: number): boolean => {
    if (!within(at) || (at > from && beginsOther(mentions, at))) return false;
    if (inName.has(at)) return true;
    const word = words[at];
    if (!isCapital(word) || word === undefined) return false;
    if (!opens(sentence, at)) return true;
    const isGrammar = FUNCTION_WORDS.de.has(word.folded) || PREPOSITIONS.de.has(word.folded);
    return !isGrammar && !PLAIN_ADJECTIVE.test(word.folded) && !small.has(word.folded) && !verbs.has(at);
  };
  const first = words[from];
  if (first === undefined) return null;
  let at = from;
  const determiner = DETERMINERS.de.has(first.folded) && !inName.has(from) ? first.folded : null;
  if (determiner !== null) at++;
  while (within(at) && !inName.has(at)) {
    const step = verbs.has(at)
      ? 0
      : modifierLength(words, at, determiner !== null || at > from, isNoun(at), opens(sentence, at));
    if (step === 0 || !within(at + step)) break;
    at += step;
  }
  let nouns = at;
  while (isNoun(at) || (at > nouns && PARTICLES.has(words[at]?.folded ?? '') && isNoun(at + 1))) {
    // Two nouns in a row are one phrase only where the second one is a name: no time, no `Berichten zufolge`.
    if (at > nouns && !inName.has(at) && isApart(words, at, mentions, vocabulary)) break;
    at++;
    // `Putins außenpolitischer Berater`, `Putins Forderung`: a name in the genitive takes the place of the article.
    if (!inName.has(at - 1) || inName.has(at) || !/s$/.test(words[at - 1]?.folded ?? '')) continue;
    const further = modifiersBeforeNoun(words, at, isNoun, verbs);
    const isOwner =
      further > 0 || (isNoun(at) && words[at]?.hyphenated === false && !isApart(words, at, mentions, vocabulary));
    if (isOwner) nouns = at += further;
  }
  if (at === nouns) return null;
  // `Die Gewerkschaft Verkehr und Dienste` is one: a name goes on behind `und` where no article begins another.
  const isNamedBody = at - nouns > 1 && vocabulary.classOf(words[nouns], 'de') === 'body' && !inName.has(at - 1);
  if (isNamedBody && words[at]?.folded === 'und' && isNoun(at + 1) && !inName.has(at + 1)) at += 2;
  // `US-Außenminister Marco Rubio` is about a minister: a compound's head is its last part.
  let head = nouns;
  while (head + 1 < at && words[head + 1]?.hyphenated === true) head++;
  const isPlaced = ADJECTIVAL.test(words[head]?.folded ?? '') && vocabulary.classOf(words[head], 'de') === null;
  if (isPlaced && head + 1 < at && vocabulary.classOf(words[head + 1], 'de') !== null) head++;
  const nominative =
    determiner === null || !(OBLIQUE.has(determiner) || (determiner === 'der' && isFeminine(words[head])));
  return phrase(sentence, { from, nouns, core: at, head }, determiner, nominative);
}

const APART: ReadonlySet<NounClass> = new Set<NounClass>(['time', 'account', 'anonymous']);

/** Whether a noun is no part of the phrase before it: `laut Kreml Unterstützung`, `Angaben Moskauer Quellen`. */
function isApart(words: readonly Token[], at: number, mentions: readonly Mention[], vocabulary: Vocabulary): boolean {
  if (words[at]?.hyphenated === true) return false;
  const own = vocabulary.classOf(words[at], 'de');
  if (
    (own !== null && APART.has(own) && !ADJECTIVAL.test(words[at - 1]?.folded ?? '')) ||
    vocabulary.classOf(words[at - 1], 'de') === 'account'
  )
    return true;
  if (own === 'office') return false;
  const last = mentions.find(({ to }) => to === at);
  if (last === undefined || last.name.kind === 'country' || last.name.kind === 'medium') return false;
  // `Trumps Unterstützung` is one phrase: the name is in the genitive.
  return !/s$/.test(words[at - 1]?.folded ?? '');
}

/** `Moskauer`, `Kiewer`: adjectives of places have capitals. */
const ADJECTIVAL = /[a-z]{3}er$/;

/** How many adjectives stand at a place before a noun; 0 where none do, or no noun follows. */
function modifiersBeforeNoun(
  words: readonly Token[],
  from: number,
  isNoun: (at: number) => boolean,
  verbs: ReadonlySet<number>,
): number {
  let at = from;
  while (!verbs.has(at) && !isCapital(words[at]) && modifierLength(words, at, true, false, false) === 1) at++;
  return isNoun(at) ? at - from : 0;
}

/** How many words an adjective, a number or an age takes at a place before a noun; 0 where there is none. */
function modifierLength(
  words: readonly Token[],
  at: number,
  behindOther: boolean,
  isNoun: boolean,
  opening: boolean,
): number {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return 0;
  if (/^\d/.test(word.folded)) return AGE.test(next.folded) ? 2 : 1;
  // `US-russischen`: what counts is the part behind the hyphen.
  if (isNoun && next.hyphenated && !isCapital(next)) return 2;
  if (isNoun && !opening) return 0;
  if (isCapital(word) && !opening) return 0;
  if (next.hyphenated) return isCapital(next) ? 0 : 2;
  if (NUMERAL.test(word.folded) || AGE.test(word.folded)) return 1;
  if (opening && isCapital(word)) return isAdjective(word) && isCapital(next) ? 1 : 0;
  const isGrammar = PREPOSITIONS.de.has(word.folded) || FUNCTION_WORDS.de.has(word.folded) || ARTICLE.test(word.folded);
  if (behindOther && INFLECTED.test(word.folded)) return isGrammar ? 0 : 1;
  // `ein namentlich nicht genannter Vertreter`: adverbs, as long as an adjective follows.
  if (behindOther && ADVERBIAL.test(word.folded)) {
    const rest = modifierLength(words, at + 1, true, false, false);
    return rest === 0 ? 0 : 1 + rest;
  }
  return isAdjective(word) && isCapital(next) ? 1 : 0;
}

/** `Zwischen` has an adjective's ending. */
const isAdjective = ({ folded }: Token): boolean =>
  (ADJECTIVE.test(folded) || PLAIN_ADJECTIVE.test(folded)) && !PREPOSITIONS.de.has(folded);

const ARTICLE = /^(?:der|die|das|dem|den|des|eine?|eine[rmns]|kein|keine[rmns]?)$/;
const ADVERBIAL = /^(?:nicht|noch|bisher|bislang|sehr|besonders|weit|fruh|neu|lange|kurz|gut|derzeit)$|lich$/;

const FEMININE =
  /(?:ung|heit|keit|schaft|ion|tat|ei|tur|enz|anz|ik|behorde|presse|seite|bank|gruppe|wehr|sprecherin|ministerin|prasidentin)$/;
const isFeminine = (word: Token | undefined): boolean => FEMININE.test(word?.folded ?? '');
