import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { segmentAt, wordAt } from '../reading/sentence.ts';
import type { Who } from './lists.ts';
import type { RoleCue } from './roles.ts';

/** Words before an office that make it another's, or one of the past. */
const NOT_NOW =
  /^(?:former|ex|previous|then|deputy|vice|ehemalige[nrs]?|fruhere[nrs]?|bisherige[nrs]?|stellvertretende[nrs]?)$/;
/** `head of the Ukrainian delegation`: with more words between, the cue's words are of different phrases. */
const WIDEST_OFFICE = 6;
/** How far before an office `former` may stand: `the former Russian chief negotiator`. */
const REACH = 3;

/** Who bears the office that a cue names: the name behind it, or beside it between commas; nobody where none is near. */
export function bearersOf(
  { words }: RoleCue,
  read: ReadSentence,
  whoIs: (phrase: NounPhrase) => Who,
): readonly NounPhrase[] {
  const { sentence, phrases, verbs } = read;
  const first = words[0] ?? 0;
  const last = words.at(-1) ?? first;
  const own = segmentAt(sentence, first);
  const isSplit = last - first > WIDEST_OFFICE || [...verbs].some((verb) => first < verb && verb < last);
  if (isSplit || [...Array(REACH).keys()].some((step) => isFormer(first - 1 - step, own.from, read))) return [];
  const persons = phrases.filter((phrase) => whoIs(phrase) === 'person');
  // `Russia’s lead negotiator Vladimir Medinsky`, `Head of the Ukrainian delegation Rustem Umerov`.
  const named = persons.find(({ from, to }) => from <= last + 1 && to > last + 1 && from < own.to);
  if (named !== undefined) return [named];
  const before = own.before === ',' ? persons.find(({ to }) => to === own.from) : undefined;
  const behind = last + 1 >= own.to && own.behind === ',' ? persons.find(({ from }) => from === own.to) : undefined;
  return [before ?? behind].filter((phrase) => phrase !== undefined);
}

const isFormer = (at: number, from: number, { sentence }: ReadSentence): boolean =>
  at >= from && NOT_NOW.test(wordAt(sentence, at));
