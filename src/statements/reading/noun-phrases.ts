import { englishCore } from './english-phrases.ts';
import { germanCore } from './german-phrases.ts';
import { PRONOUNS } from './grammar.ts';
import { joinPhrases } from './joined-phrases.ts';
import { type NounPhrase, prepositionBefore, type Reading } from './phrase.ts';
import type { TokenizedSentence } from './sentence.ts';
import { phraseWithoutNoun } from './shared-nouns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Finds the noun phrases of a sentence, in order. */
export function findNounPhrases(reading: Reading, vocabulary: Vocabulary): readonly NounPhrase[] {
  const { sentence, mentions } = reading;
  const inName = new Set(
    mentions.flatMap(({ name, from, to }) =>
      name.kind === 'country' ? [] : Array.from({ length: to - from }, (_, step) => from + step),
    ),
  );
  const find = sentence.language === 'de' ? germanCore : englishCore;
  const found: NounPhrase[] = [];
  for (let at = 0; at < sentence.words.length; ) {
    const pronoun = pronounAt(sentence, at);
    const core = phraseWithoutNoun(reading, at, vocabulary) ?? find(reading, at, inName, vocabulary);
    if (core !== null) {
      found.push(core);
      at = core.to;
      continue;
    }
    if (pronoun !== null) found.push(pronoun);
    at++;
  }
  return joinPhrases(found, sentence, vocabulary);
}

function pronounAt(sentence: TokenizedSentence, at: number): NounPhrase | null {
  const word = sentence.words[at];
  const pronoun = PRONOUNS[sentence.language].get(word?.folded ?? '');
  if (pronoun === undefined || word === undefined) return null;
  const nominative = !/^(?:ihm|ihr|ihnen|him|them)$/.test(word.folded);
  const preposition = prepositionBefore(sentence, at);
  const range = { from: at, to: at + 1, nouns: at, core: at + 1, head: at };
  return { ...range, determiner: null, preposition, nominative, pronoun, joined: null, shared: null };
}
