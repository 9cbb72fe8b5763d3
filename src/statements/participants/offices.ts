import type { Span } from '../../span.ts';
import type { Mention } from '../reading/mentions.ts';
import { personIn } from '../reading/person-names.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** Where words of a sentence stand in the article. */
export function placeOf({ words }: TokenizedSentence, sentence: Span, from: number, to: number): Span {
  return { start: sentence.start + (words[from]?.start ?? 0), end: sentence.start + (words[to - 1]?.end ?? 0) };
}

const POSSESSIVE =
  /^(?:that|dass|der|die|das|dem|den|des|ein|eine|einer|einem|einen|the|an?|its|his|her|their|s|sein|seine|ihr|ihre|seinem|ihrem|seinen|ihren|deren|dessen)$/;

/** The office that a sentence gives the person of a phrase, before the name or behind a comma; null where it gives none. */
export function findOffice(phrase: NounPhrase, read: ReadSentence, vocabulary: Vocabulary): Span | null {
  const { sentence, span } = read;
  const name = nameStart(phrase, read, vocabulary);
  if (name === null) return null;
  const from = skipDeterminers(phrase.from, name, sentence);
  if (hasOffice(from, name, read, vocabulary) && !isPossessed(from, name, read))
    return placeOf(sentence, span, from, name);
  const apposition = appositionOf(phrase, read, vocabulary);
  if (apposition === null) return null;
  const start = skipDeterminers(apposition.from, apposition.core, sentence);
  return placeOf(sentence, span, start, endOfOffice(apposition, phrase, read));
}

/** `Jared Kushner, son-in-law and envoy of the president,`: an office behind a name goes on to the comma. */
function endOfOffice(apposition: NounPhrase, { to }: NounPhrase, { sentence, verbs }: ReadSentence): number {
  const own = segmentAt(sentence, apposition.from);
  const isOnlyOffice = apposition.from === to && ![...verbs].some((verb) => own.from <= verb && verb < own.to);
  return isOnlyOffice ? Math.max(apposition.to, Math.min(own.to, apposition.from + LONGEST_OFFICE)) : apposition.to;
}

/** What goes on longer without a comma is another clause. */
const LONGEST_OFFICE = 14;

/** Where a person's name in a phrase begins, behind the office; null where there is none. */
export function nameStart(
  phrase: NounPhrase,
  { sentence, mentions }: ReadSentence,
  vocabulary: Vocabulary,
): number | null {
  const known = mentions.findLast(
    ({ name, from, to }) => name.kind === 'person' && from >= phrase.from && to === phrase.core,
  );
  if (known !== undefined) return known.from;
  return personIn(phrase, sentence, mentions, vocabulary)?.from ?? null;
}

function skipDeterminers(from: number, to: number, sentence: TokenizedSentence): number {
  let at = from;
  while (at < to && POSSESSIVE.test(wordAt(sentence, at))) at++;
  return at;
}

/** `US President Donald Trump’s envoy Jared Kushner`: the title before the possessive is somebody else's. */
function isPossessed(from: number, to: number, { sentence, mentions }: ReadSentence): boolean {
  const isOther = mentions.some(
    (mention) => mention.name.kind === 'person' && mention.from >= from && mention.to <= to,
  );
  const isAlias = mentions.some((mention) => mention.from === to && hasPossessive(mention, sentence));
  return isOther || isAlias || hasPossessive({ from, to }, sentence);
}

/** `President Trump’s son-in-law`, where that is one of his names. */
const hasPossessive = ({ from, to }: Pick<Mention, 'from' | 'to'>, { words }: TokenizedSentence): boolean =>
  words.slice(from, to).some(({ folded }) => folded === 's');

function hasOffice(from: number, to: number, { sentence }: ReadSentence, vocabulary: Vocabulary): boolean {
  // `US-Außenminister Marco Rubio`: before a name a word for several is one's office.
  return sentence.words
    .slice(from, to)
    .some((word) => /^(?:office|group)$/.test(vocabulary.classOf(word, sentence.language) ?? ''));
}

/** The phrase beside a name that only adds an office: `Yuri Ushakov, a foreign policy aide,`. */
function appositionOf(phrase: NounPhrase, read: ReadSentence, vocabulary: Vocabulary): NounPhrase | null {
  const { sentence, phrases } = read;
  const at = phrases.indexOf(phrase);
  const isBeside = (left: NounPhrase | undefined, right: NounPhrase | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    left.to === right.from &&
    segmentAt(sentence, right.from).before === ',';
  const isOffice = (other: NounPhrase | undefined): other is NounPhrase =>
    other !== undefined &&
    other.pronoun === null &&
    nameStart(other, read, vocabulary) === null &&
    vocabulary.classOf(sentence.words[other.head], sentence.language) === 'office';
  const [before, behind] = [phrases[at - 1], phrases[at + 1]];
  if (isOffice(behind) && isBeside(phrase, behind)) return behind;
  return isOffice(before) && isBeside(before, phrase) ? before : null;
}
