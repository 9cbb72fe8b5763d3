import { fold } from '../../language/fold.ts';
import { COORDINATORS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';

/** What a phrase names: a person, another who can take part, or nobody. */
export type Who = 'person' | 'body' | null;

/** `Selenskyj zufolge`: it governs what stands before it. */
const POSTPOSITION = 'zufolge';

/** A phrase's preposition, or that of the list or the office it goes on: `mit A und B`, `by the premier, Dana Whitlock`. */
export function prepositionOf(
  phrase: NounPhrase,
  read: ReadSentence,
  whoIs: (phrase: NounPhrase) => Who,
): string | null {
  // `X and Y, as well as the lawyer Z`: no more than `and`.
  const isAlso = phrase.preposition === 'as' && wordAt(read.sentence, phrase.from - 2) === 'well';
  if (phrase.preposition !== null) return isAlso || isOfName(phrase, read) ? null : phrase.preposition;
  if (wordAt(read.sentence, phrase.to) === POSTPOSITION) return POSTPOSITION;
  const previous = read.phrases[read.phrases.indexOf(phrase) - 1];
  if (previous === undefined) return null;
  // `The leaders of France and Germany`: the list goes on behind what is joined.
  const { joined } = previous;
  const isJoined = read.sentence.language === 'en' && joined !== null && phrase.determiner === null;
  if (isJoined && whoIs(phrase) === 'body' && goesOn(previous, phrase, read)) return joined.preposition;
  const isMore =
    whoIs(previous) === null ? isApposition(previous, phrase, read, whoIs) : goesOn(previous, phrase, read);
  const isSameKind =
    whoIs(previous) === null ? whoIs(phrase) === 'person' : whoIs(previous) === whoIs(phrase) || isTheirs(phrase);
  return isMore && isSameKind ? prepositionOf(previous, read, whoIs) : null;
}

/** `Von der Leyen traf …`: the name itself begins like a preposition. */
const isOfName = ({ preposition, from, to }: NounPhrase, { mentions }: ReadSentence): boolean =>
  mentions.some(
    ({ name, from: start, to: end }) =>
      name.kind === 'person' && start >= from && end <= to && fold(name.name.de).includes(` ${preposition} `),
  );

/** Prepositions behind which an office may stand with the name behind a comma. */
const WITH_OFFICE: ReadonlySet<string> = new Set(['by', 'with', 'von', 'vom', 'mit', 'durch']);

function isApposition(
  previous: NounPhrase,
  phrase: NounPhrase,
  read: ReadSentence,
  whoIs: (phrase: NounPhrase) => Who,
): boolean {
  const { segmentOf } = read.sentence;
  const isNext = previous.to === phrase.from && segmentOf[previous.to - 1] !== segmentOf[previous.to];
  return isNext && WITH_OFFICE.has(prepositionOf(previous, read, whoIs) ?? '');
}

/** `By A and his deputy, B`: the office goes on a list of persons. */
const isTheirs = ({ determiner }: NounPhrase): boolean => POSSESSIVE.test(determiner ?? '');
const POSSESSIVE = /^(?:his|her|their|its|sein|ihr)(?:e[nrms]?)?$/;

/** Whether two phrases stand in one list. */
export function isSameList(one: NounPhrase, other: NounPhrase, read: ReadSentence): boolean {
  const places = [one, other].map(({ from }) => read.phrases.findIndex((phrase) => phrase.from === from));
  const [low = -1, high = -1] = places.sort((a, b) => a - b);
  if (low < 0) return false;
  return read.phrases.slice(low, high).every((phrase, step) => {
    const next = read.phrases[low + step + 1];
    return next !== undefined && goesOn(phrase, next, read);
  });
}

/** Whether a phrase outside of a cue's clause is one of a list, and no apposition. */
export const endsList = (phrase: NounPhrase, read: ReadSentence): boolean =>
  COORDINATORS.has(wordAt(read.sentence, phrase.from - 1)) || closesWithAnd(read, read.phrases.indexOf(phrase));

/** Whether a phrase goes on a list: behind `und`, or behind a comma where the list ends with `und`. */
function goesOn(previous: NounPhrase, phrase: NounPhrase, read: ReadSentence): boolean {
  const { words, segmentOf } = read.sentence;
  const between = words.slice(previous.to, phrase.from);
  if (between.length > 0) return between.every(({ folded }) => COORDINATORS.has(folded));
  return segmentOf[previous.from] !== segmentOf[phrase.from] && closesWithAnd(read, read.phrases.indexOf(phrase));
}

/** `mit A, B und C`: by a comma only where the list ends with a coordinator. */
function closesWithAnd({ phrases, sentence }: ReadSentence, from: number): boolean {
  for (let at = from; at >= 0 && at + 1 < phrases.length; at++) {
    const between = sentence.words.slice(phrases[at]?.to ?? 0, phrases[at + 1]?.from ?? 0);
    if (between.length > 0) return between.length === 1 && COORDINATORS.has(between[0]?.folded ?? '');
  }
  return false;
}
