import { COORDINATORS, DETERMINERS, OBLIQUE } from './grammar.ts';
import { type NounPhrase, phrase, type Reading } from './phrase.ts';
import { isCapital, type TokenizedSentence, wordAt } from './sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Adjectives of countries and peoples, which lists of bodies go by. */
const OF_PEOPLE = {
  de: /isch(?:e|er|en|em|es)$/,
  en: /(?:ian|ean|can|man|ish|ese|[a-z]i|french|dutch|swiss|greek|czech)$/,
} as const;

/**
 * The phrase at a word whose noun stands with a later one: `die russische` in `die russische und die ukrainische
 * Regierung`, `the Thai` in `the Thai and Cambodian governments`; null where there is none.
 */
export function phraseWithoutNoun(reading: Reading, from: number, vocabulary: Vocabulary): NounPhrase | null {
  const { sentence } = reading;
  const own = adjectiveAt(sentence, from);
  if (own === -1) return null;
  const noun = nounBehind(sentence, own, vocabulary);
  if (noun === -1) return null;
  const determiner = own > from ? wordAt(sentence, from) : null;
  const isOblique = determiner !== null && (OBLIQUE.has(determiner) || /^(?:der|einer)$/.test(determiner));
  const range = { from, nouns: own, core: own + 1, head: noun };
  return { ...phrase(sentence, range, determiner, !isOblique), shared: noun };
}

/** The index of the adjective that begins at a word or behind its determiner, or -1. */
function adjectiveAt(sentence: TokenizedSentence, from: number): number {
  const { language, words } = sentence;
  const at = DETERMINERS[language].has(wordAt(sentence, from)) ? from + 1 : from;
  const isOne = OF_PEOPLE[language].test(wordAt(sentence, at));
  // A German sentence may begin with the adjective.
  return isOne && (language === 'de' ? !isCapital(words[at]) || at === 0 : isCapital(words[at])) ? at : -1;
}

/** The index of the noun that the adjectives of a list share, from one of them that another must follow; else -1. */
function nounBehind(sentence: TokenizedSentence, adjective: number, vocabulary: Vocabulary): number {
  const { language, words, segmentOf } = sentence;
  const isSplit = segmentOf[adjective] !== segmentOf[adjective + 1];
  const gap = isSplit ? 0 : coordinatorLength(sentence, adjective + 1);
  if (!isSplit && gap === 0) return -1;
  const next = adjectiveAt(sentence, adjective + 1 + gap);
  if (next === -1) return -1;
  // `The French and German foreign ministers`
  for (let at = next + 1; !isSplit && at <= next + LONGEST_NOUN && segmentOf[at] === segmentOf[next]; at++) {
    const isNoun = language === 'de' ? isCapital(words[at]) : !isCapital(words[at]);
    if (isNoun && vocabulary.classOf(words[at], language) !== null) return at;
  }
  // `The Russian, Ukrainian and American delegations`
  return nounBehind(sentence, next, vocabulary);
}

/** A noun's words: `foreign ministers`. */
const LONGEST_NOUN = 2;

/** How many words a coordinator takes: `und`, or `als auch` behind `sowohl`. */
function coordinatorLength(sentence: TokenizedSentence, at: number): number {
  if (COORDINATORS.has(wordAt(sentence, at))) return 1;
  return wordAt(sentence, at) === 'als' && wordAt(sentence, at + 1) === 'auch' ? 2 : 0;
}
