import { findNounPhrases } from './noun-phrases.ts';
import type { NounPhrase } from './phrase.ts';
import type { ReadSentence } from './reader.ts';
import { segmentAt, wordAt } from './sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A sentence with its phrases as participation needs them: they end where a cue's verb stands (attribution does not
 * know all of these verbs), and nobody is hidden in another phrase.
 * @param cueVerbs the verbs among the words of the sentence's cues
 * @param small folded words that the article writes small elsewhere
 */
export function withPhrases(
  read: ReadSentence,
  cueVerbs: ReadonlySet<number>,
  small: ReadonlySet<string>,
  vocabulary: Vocabulary,
): ReadSentence {
  const { sentence, mentions } = read;
  const verbs = new Set([...read.verbs, ...cueVerbs]);
  const found =
    verbs.size === read.verbs.size
      ? read.phrases
      : findNounPhrases({ sentence, mentions, verbs, small }, vocabulary);
  return { ...read, verbs, phrases: found.flatMap((phrase) => partsOf(phrase, read)) };
}

function partsOf(phrase: NounPhrase, read: ReadSentence): readonly NounPhrase[] {
  const { joined, from, to, core, preposition } = phrase;
  // `für Frankreich der Berater Bonne`: no genitive, since a country has no adviser behind it without an article.
  if (joined?.determiner === 'der' && isCountry(phrase, read) && endsWithName(joined, read)) {
    return [{ ...phrase, to: core, joined: null }, { ...joined, nominative: true }];
  }
  // `zu der Jared Kushner zählte`: the pronoun opens the clause and belongs to no name.
  const segment = segmentAt(read.sentence, from);
  const isOpening = segment.opening === 'relative' && from === segment.from + 1 && to > from + 1;
  if (isOpening && preposition !== null && RELATIVE.test(wordAt(read.sentence, from)) && endsWithName(phrase, read)) {
    return [{ ...phrase, from: from + 1, nouns: Math.max(phrase.nouns, from + 1), determiner: null, preposition: null }];
  }
  return [phrase];
}

const RELATIVE = /^(?:der|denen|dem)$/;

const isCountry = ({ from, core }: NounPhrase, { mentions }: ReadSentence): boolean =>
  mentions.some((mention) => mention.name.kind === 'country' && mention.from === from && mention.to === core);

/** Two capitals at the end are a name; `der Minister` alone may be a genitive. */
const endsWithName = ({ nouns, core }: NounPhrase, { sentence }: ReadSentence): boolean =>
  core - nouns > 1 && !sentence.words.slice(nouns, core).every(({ hyphenated }) => hyphenated);
