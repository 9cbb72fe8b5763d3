import { isAcronym } from '../../language/tokens.ts';
import { DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from './grammar.ts';
import { beginsOther, type NounPhrase, opens, phrase, QUANTITY, type Reading } from './phrase.ts';
import { isCapital } from './sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The English phrase that begins at a word, or null: all words up to one that no noun phrase can hold. */
export function englishCore(
  { sentence, verbs, small, mentions }: Reading,
  from: number,
  inName: ReadonlySet<number>,
  vocabulary: Vocabulary,
): NounPhrase | null {
  const { words, segmentOf } = sentence;
  const segment = segmentOf[from];
  const first = words[from];
  if (first === undefined) return null;
  // `One of the people said`: it stands for a noun.
  const isPronoun = QUANTITY.test(first.folded) && words[from + 1]?.folded === 'of';
  if (isPronoun) return phrase(sentence, { from, nouns: from, core: from + 1, head: from }, null, true);
  const determiner = DETERMINERS.en.has(first.folded) && !inName.has(from) ? first.folded : null;
  let nouns = determiner === null ? from : from + 1;
  // `The two presidents`, `its other allies`: a number or `other` belongs to the article before it.
  while (nouns > from && NUMBER.test(words[nouns]?.folded ?? '') && segmentOf[nouns] === segment) nouns++;
  const goesOn = (at: number): boolean => {
    const word = words[at];
    if (word === undefined || segmentOf[at] !== segment) return false;
    if (at > nouns && beginsOther(mentions, at)) return false;
    if (inName.has(at)) return true;
    if (at > nouns && word.folded === 's') return true;
    // `Secretary of State Marco Rubio`: the title goes on behind `of`, since a name without an article follows.
    if (word.folded === 'of' && at > nouns)
      return [at - 1, at + 1, at + 2].every((near) => isCapital(words[near]) && segmentOf[near] === segment);
    if (verbs.has(at) || DETERMINERS.en.has(word.folded) || PREPOSITIONS.en.has(word.folded)) return false;
    if (FUNCTION_WORDS.en.has(word.folded) && !isAcronym(word.surface)) return false;
    if (vocabulary.classOf(word, 'en') === 'time' && !isCapital(words[at - 1])) return false;
    if (ADVERB.test(word.folded) && !isCapital(word)) return false;
    return !(at === from && opens(sentence, at) && small.has(word.folded) && PARTICIPLE.test(word.folded));
  };
  let to = nouns;
  while (goesOn(to)) to++;
  // `A report published by …`: the participle begins what is said about it.
  while (
    to - nouns > 1 &&
    PARTICIPLE.test(words[to - 1]?.folded ?? '') &&
    !isCapital(words[to - 1]) &&
    !inName.has(to - 1)
  )
    to--;
  while (to > nouns && words[to - 1]?.folded === 's' && !inName.has(to - 1)) to--;
  // Without a determiner a small word at the end is rather an adverb: `residents long complained`.
  const isNoun = (at: number): boolean =>
    inName.has(at) ||
    isCapital(words[at]) ||
    /s$/.test(words[at]?.folded ?? '') ||
    vocabulary.classOf(words[at], 'en') !== null;
  // Behind a genitive the noun is certain: `Washington's initiative`.
  const hasOwner = words.slice(nouns, to - 1).some(({ folded }, step) => step > 0 && folded === 's');
  while (determiner === null && !hasOwner && to > nouns && !isNoun(to - 1)) to--;
  return to === nouns ? null : phrase(sentence, { from, nouns, core: to, head: to - 1 }, determiner, true);
}

const NUMBER = /^(?:two|three|four|five|six|few|other|many|most|several)$/;
const ADVERB = /[a-z]{2}ly$(?<!family|ally|assembly|supply|anomaly|bully|reply|monopoly)/;
const PARTICIPLE = /[a-z]{2}(?:ed|ing)$|^(?:seen|written|sent|made|given|held|known|drawn|shown|taken)$/;
