import { PREPOSITIONS } from '../reading/grammar.ts';
import { findNounPhrases } from '../reading/noun-phrases.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { RoleCues } from './roles.ts';

/**
 * A sentence with its phrases as participation needs them: they end where a cue's verb stands (attribution does not
 * know all of these verbs), and nobody is hidden in another phrase.
 * @param found the sentence's cues
 * @param small folded words that the article writes small elsewhere
 */
export function withPhrases(
  read: ReadSentence,
  found: RoleCues,
  small: ReadonlySet<string>,
  vocabulary: Vocabulary,
): ReadSentence {
  const { sentence, mentions } = read;
  const verbs = new Set([...read.verbs, ...found.verbs]);
  const phrases =
    verbs.size === read.verbs.size ? read.phrases : findNounPhrases({ sentence, mentions, verbs, small }, vocabulary);
  const ofCues = new Set(found.cues.flatMap(({ words }) => words));
  const governed = phrases.map((phrase) => behindPreposition(phrase, sentence));
  return { ...read, verbs, phrases: governed.flatMap((phrase) => partsOf(phrase, read, ofCues, vocabulary)) };
}

/** `zwischen Trump und Putin`: a preposition with an adjective’s ending is none. */
function behindPreposition(phrase: NounPhrase, sentence: TokenizedSentence): NounPhrase {
  const { from, nouns } = phrase;
  const word = wordAt(sentence, from);
  const isPreposition = from < nouns && phrase.preposition === null && PREPOSITIONS.de.has(word);
  return isPreposition && sentence.language === 'de' ? { ...phrase, from: from + 1, preposition: word } : phrase;
}

function partsOf(
  phrase: NounPhrase,
  read: ReadSentence,
  ofCues: ReadonlySet<number>,
  vocabulary: Vocabulary,
): readonly NounPhrase[] {
  const { joined, from, core, nouns, head, determiner } = phrase;
  // `unter Vermittlung der Emirate`: what is part of a cue hides nobody.
  if (joined !== null && ofCues.has(head)) {
    const inner = partsOf(joined, read, ofCues, vocabulary).map((part) => ({ ...part, nominative: false }));
    return [{ ...phrase, to: core, joined: null }, ...inner];
  }
  // `für Frankreich der Berater Bonne`, `für Baku dessen Kollege Bajramow`: no genitive, since a country has no adviser behind it without an article.
  const isOther =
    joined?.determiner === 'der' ? isCountryAlone(phrase, read) : /^(?:dessen|deren)$/.test(joined?.determiner ?? '');
  if (joined !== null && isOther && endsWithName(joined, read)) {
    return [
      { ...phrase, to: core, joined: null },
      { ...joined, nominative: true },
    ];
  }
  // `zu der Jared Kushner zählte`: a pronoun that is part of the cue belongs to no name.
  if (ofCues.has(from - 1) && ofCues.has(from) && nouns > from) {
    return [{ ...phrase, from: from + 1, determiner: null, preposition: null, nominative: true }];
  }
  // `Sein Gast Kanzler Friedrich Merz`: what the cue holds is no part of the name.
  const start = determiner === null ? from : behindCue(from, core, ofCues);
  if (start > nouns && start < core) {
    return [{ ...phrase, from: start, nouns: start, determiner: null, preposition: null, nominative: true }];
  }
  return isBehindAdverbial(phrase, read, vocabulary)
    ? [
        { ...phrase, to: nouns + 1, core: nouns + 1, head: nouns, joined: null },
        { ...phrase, from: nouns + 1, nouns: nouns + 1, head: nouns + 1, determiner: null, preposition: null },
      ]
    : [phrase];
}

/** The first word of a phrase that belongs to no cue. */
function behindCue(from: number, to: number, ofCues: ReadonlySet<number>): number {
  let at = from;
  while (at < to && ofCues.has(at)) at++;
  return at;
}

const WHEN_OR_WHERE: ReadonlySet<string> = new Set(['am', 'im', 'in', 'aus', 'nach', 'fur']);

/** `am Mittwoch Rubio`, `in Davos US-Präsident …`, `für Indien Minister …`: a person behind a time, a place, a country. */
function isBehindAdverbial(
  { preposition, nouns, core }: NounPhrase,
  { sentence, mentions }: ReadSentence,
  vocabulary: Vocabulary,
): boolean {
  const { words, language } = sentence;
  if (language !== 'de' || !WHEN_OR_WHERE.has(preposition ?? '') || nouns + 1 >= core) return false;
  const kind = vocabulary.classOf(words[nouns], language);
  // A country, or the government that its capital stands for: `für Moskau Berater …`.
  const isSide = mentions.some(
    ({ name, from, to }) => name.kind !== 'person' && name.side !== null && from === nouns && to === nouns + 1,
  );
  if (kind !== 'time' && kind !== null && !isSide) return false;
  if (!isSide && mentions.some(({ from, to }) => from <= nouns && to > nouns)) return false;
  const end = nouns + 1;
  const isKnown = mentions.some(({ name, from, to }) => name.kind === 'person' && from === end && to === core);
  let title = end;
  while (words[title + 1]?.hyphenated === true) title++;
  const titleKind = vocabulary.classOf(words[title], language);
  return isKnown || (title + 1 < core && (titleKind === 'office' || titleKind === 'group'));
}

const isCountryAlone = ({ from, core }: NounPhrase, { mentions }: ReadSentence): boolean =>
  mentions.some((mention) => mention.name.kind === 'country' && mention.from === from && mention.to === core);

/** Two capitals at the end are a name; `der Minister` alone may be a genitive. */
const endsWithName = ({ nouns, core }: NounPhrase, { sentence }: ReadSentence): boolean =>
  core - nouns > 1 && !sentence.words.slice(nouns, core).every(({ hyphenated }) => hyphenated);
