import { COORDINATORS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import { isCapital, type Segment, segmentAt, type TokenizedSentence } from '../reading/sentence.ts';

/** Phrases that are the subject of a verb together; empty where none can be found. */
export type Subject = readonly NounPhrase[];

/** Whether a phrase is all that stands in a segment, but for a conjunction. */
export const fills = (phrase: NounPhrase, { from, to }: Segment): boolean => phrase.from <= from + 1 && phrase.to >= to;

/** Of a phrase and its apposition the one that is somebody's name. */
export function named(
  phrase: NounPhrase,
  apposition: NounPhrase,
  reading: SentenceReading,
  resolver: Resolver,
): NounPhrase {
  const isName = (own: NounPhrase): boolean => {
    const speakers = resolver.resolve(own, reading)?.speakers ?? [];
    return speakers.some(({ id, kind }) => kind === 'person' && !id.startsWith('phrase:'));
  };
  return !isName(phrase) && isName(apposition) ? apposition : phrase;
}

/** A phrase with those that are joined to it by `und` or a list, and as the name behind its comma. */
export function withOthers(phrase: NounPhrase | undefined, reading: SentenceReading, resolver: Resolver): Subject {
  if (phrase === undefined) return [];
  const { phrases, sentence } = reading;
  const at = phrases.indexOf(phrase);
  // A part of a phrase stands for itself: `Washington` in `Washington's request`.
  if (at === -1) return [phrase];
  const found: NounPhrase[] = [...listFrom(at, reading, resolver)];
  for (let index = at; ; index--) {
    const [own, previous] = [phrases[index], phrases[index - 1]];
    if (own === undefined || previous === undefined || previous.preposition !== null) break;
    // `Macron, Starmer und Merz`: by a comma only where the list goes on with a coordinator.
    const isBefore =
      found.length > 1 && previous.to === own.from && fills(previous, segmentAt(sentence, previous.from));
    if (isBefore && areAllJoined(previous, found, reading, resolver)) return [previous];
    const byComma =
      isBefore &&
      (isName(previous, reading, resolver) || !isName(own, reading, resolver)) &&
      !areNamesOf(previous, found, reading, resolver);
    if (!isListed(previous, own, sentence) && !byComma) break;
    found.unshift(previous);
  }
  if (found.length > 1) return found;
  const apposition = appositionOf(phrase, reading, resolver);
  const [next, second] = apposition;
  if (next === undefined) return found;
  if (second === undefined) return [named(phrase, next, reading, resolver)];
  return areNamesOf(phrase, apposition, reading, resolver) ? apposition : found;
}

/** `Leaders of Germany, France and Britain`: the list belongs to what is joined to the first noun. */
function areAllJoined({ joined }: NounPhrase, list: Subject, reading: SentenceReading, resolver: Resolver): boolean {
  if (joined === null) return false;
  const isCountry = (phrase: NounPhrase): boolean =>
    phrase.joined === null && resolver.resolve(phrase, reading)?.speakers[0]?.kind === 'country';
  return [joined, ...list].every(isCountry);
}

/** The phrases of a list from an index on: `Egypt, Chad and Kenya`. Behind a comma one belongs to it where the list ends in a coordinator. */
function listFrom(at: number, reading: SentenceReading, resolver: Resolver): Subject {
  const { phrases, sentence } = reading;
  const found = phrases.slice(at, at + 1);
  let certain = 1;
  for (let index = at; ; index++) {
    const [own, next] = [phrases[index], phrases[index + 1]];
    if (own === undefined || next === undefined) break;
    const isEnd = isListed(own, next, sentence);
    if (!isEnd && !isNextInList(own, next, reading, resolver)) break;
    found.push(next);
    if (isEnd) certain = found.length;
  }
  return found.slice(0, certain);
}

/** Whether a phrase behind a comma may go on a list: one of the same kind, since an apposition says what somebody is. */
function isNextInList(own: NounPhrase, next: NounPhrase, reading: SentenceReading, resolver: Resolver): boolean {
  const { sentence } = reading;
  const segment = segmentAt(sentence, next.from);
  const isBehindComma = next.from === own.to && segment.from === next.from && segment.before === ',';
  if (!isBehindComma || next.preposition !== null || next.pronoun !== null || next.determiner !== null) return false;
  return [own, next].every((phrase) => isName(phrase, reading, resolver));
}

/** Whether a phrase is a name: one of the lexicon, or capitals that mean nothing else. */
export function isName(phrase: NounPhrase, reading: SentenceReading, resolver: Resolver): boolean {
  const { sentence } = reading;
  const referent = resolver.resolve(phrase, reading);
  if (referent?.speakers.every(({ id }) => !id.startsWith('phrase:')) === true) return true;
  const isPlain = phrase.joined === null && resolver.classOf(phrase, sentence) === null;
  return isPlain && sentence.words.slice(phrase.nouns, phrase.core).every(isCapital);
}

/** Whether a list only names whom the phrase before it means: `Ukraine's allies, Britain and France`. */
function areNamesOf(phrase: NounPhrase, list: Subject, reading: SentenceReading, resolver: Resolver): boolean {
  if (resolver.resolve(phrase, reading)?.plural !== true) return false;
  return list.every((own) => resolver.resolve(own, reading)?.speakers.every(({ id }) => !id.startsWith('phrase:')));
}

const isCoordinator = ([word = '', ...rest]: readonly string[]): boolean =>
  rest.length === 0 ? COORDINATORS.has(word) : LONGER_COORDINATOR.test([word, ...rest].join(' '));

const LONGER_COORDINATOR = /^(?:als auch|as well as|ebenso wie|und auch|and also|but also|sondern auch)$/;

/** Whether two phrases are joined: `Trump und Putin`, or by commas where a coordinator follows. */
function isListed(first: NounPhrase, second: NounPhrase, sentence: TokenizedSentence): boolean {
  // `He and Trump`, but not `… Trump, and they …`
  if ([first, second].some(({ pronoun }) => pronoun !== null && pronoun !== 'm' && pronoun !== 'f')) return false;
  if (first.pronoun !== null && second.pronoun !== null) return false;
  const between = sentence.words.slice(first.to, second.from).map(({ folded }) => folded);
  // `Confirmed by Kyiv and by Moscow`: the preposition is said twice.
  const isRepeated = second.preposition !== null && second.preposition === first.preposition;
  if (isRepeated && between.at(-1) === second.preposition) between.pop();
  const isGoverned = second.preposition !== null && !isRepeated && between.join(' ') !== 'as well as';
  if (isGoverned || !isCoordinator(between)) return false;
  const [own, next] = [segmentAt(sentence, first.from), segmentAt(sentence, second.from)];
  // `The US, Mexico, and Canada`: the last one of a list may stand behind a comma too.
  return own === next || (next.from === first.to && next.before === ',' && own.before === ',' && fills(first, own));
}

/** What a phrase's comma adds: one name, or the names of several (`the two leaders, X and Y, said`); else nothing. */
function appositionOf(phrase: NounPhrase, reading: SentenceReading, resolver: Resolver): Subject {
  const { phrases, sentence } = reading;
  const next = phrases[phrases.indexOf(phrase) + 1];
  if (next === undefined || next.preposition !== null || next.pronoun !== null) return [];
  const segment = segmentAt(sentence, next.from);
  if (segment.before === ':') return namesBehindColon(phrases.slice(phrases.indexOf(next)), reading, resolver);
  if (segment.before !== ',' || next.from > segment.from + 1) return [];
  const second = phrases[phrases.indexOf(next) + 1];
  const list = second !== undefined && isListed(next, second, sentence) ? [next, second] : [next];
  // `Das gaben beide Leiter bekannt, Umerow und Medinski`: the verb's other half may stand between.
  const isNear = next.from === phrase.to || (list.length > 1 && next.from === phrase.to + 1);
  return isNear && (list.at(-1)?.to ?? 0) >= segment.to ? list : [];
}

/** `Das gaben beide Leiter bekannt: Umerow, der Minister, und Medinski`: names that stand alone between their commas. */
function namesBehindColon(phrases: readonly NounPhrase[], reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence } = reading;
  const names = phrases.filter(
    (phrase) => fills(phrase, segmentAt(sentence, phrase.from)) && isName(phrase, reading, resolver),
  );
  return names.length > 1 ? names : [];
}
