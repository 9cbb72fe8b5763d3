import { COORDINATORS } from '../reading/grammar.ts';
import type { Mention } from '../reading/mentions.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';

const FROM = /^(?:aus|from|of|von)$/;

/** The countries of a group of people: `russische und ukrainische Unterhändler`, `negotiators from Canada and Japan`. */
export function countriesBeside(phrase: NounPhrase, { sentence, mentions, phrases }: ReadSentence): readonly Mention[] {
  const segment = sentence.segmentOf[phrase.from];
  const next = phrases.find(
    ({ from, preposition }) => from >= phrase.core && preposition !== null && !FROM.test(preposition),
  );
  const end = next?.from ?? sentence.words.length;
  const isBeside = ({ from, to }: Mention): boolean => {
    if (sentence.segmentOf[from] !== segment) return false;
    const isAdjective = from >= phrase.from && to <= phrase.core;
    // `US and Ukrainian delegations`: the first one stands before the phrase, joined to it.
    const isJoined = to <= phrase.from && /^(?:und|and)$/.test(wordAt(sentence, to)) && to + 1 >= phrase.from;
    const isOrigin =
      from >= phrase.core && from < end && (FROM.test(wordAt(sentence, phrase.core)) || phrase.to > phrase.core);
    return isAdjective || isJoined || isOrigin;
  };
  const found: Mention[] = [];
  for (const mention of mentions) {
    if (mention.name.kind !== 'country') continue;
    // `Die Berater Großbritanniens, Frankreichs und Deutschlands`: a list goes on over its commas.
    const before = found.at(-1);
    const goesOn =
      before !== undefined &&
      mention.from < end &&
      sentence.words.slice(before.to, mention.from).every(({ folded }) => COORDINATORS.has(folded));
    if (goesOn || isBeside(mention)) found.push(mention);
  }
  return found;
}
