import { subjectOf } from '../attribution/subjects.ts';
import { AUXILIARIES, COORDINATORS, PREPOSITIONS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { segmentAt, wordAt } from '../reading/sentence.ts';
import { bearersOf } from './bearers.ts';
import {
  AGENT,
  type Clause,
  type Governed,
  isCompany,
  isFree,
  LISTING,
  placed,
  type Related,
  shares,
} from './clause.ts';
import { isSameList, prepositionOf, type Who } from './lists.ts';
import { isPassive, passive } from './passives.ts';
import type { RoleCue } from './roles.ts';
import { FOR_SIDE, isList, phrasesInScope } from './scope.ts';

/**
 * Whom a cue makes participants, before anybody asks who they are.
 * @param whoIs what kind of participant a phrase could name
 * @param others all cues of the sentence
 */
export function relatedTo(
  cue: RoleCue,
  read: ReadSentence,
  resolver: Resolver,
  whoIs: (phrase: NounPhrase) => Who,
  others: readonly RoleCue[],
): readonly Related[] {
  if (cue.role.bearer !== undefined)
    return bearersOf(cue, read, whoIs).map((phrase) => ({ phrase, as: 'bearer', certain: true }));
  const governed = phrasesInScope(cue, read).map(
    (phrase): Governed => ({ phrase, preposition: governing(phrase, cue, read, whoIs), who: whoIs(phrase) }),
  );
  const first = cue.words[0] ?? 0;
  const last = cue.words.at(-1) ?? first;
  // `Gastgeber war A, sein Gast B`: what another cue lists is not this one's.
  const next = others.flatMap(({ role, words }) => (role.listed === undefined ? [] : words)).filter((at) => at > last);
  const clause = { cue, read, governed, first, last, until: Math.min(...next, read.sentence.words.length) };
  if (cue.role.listed !== undefined) return listed(clause, whoIs);
  const about = antecedentOf(clause, whoIs);
  // `A team around X, dem auch Y angehörte`: what X is here no cue of this kind tells.
  const antecedent = about?.as === 'object' && cue.role.object === undefined ? null : about;
  const isSomebodysDoing = isPassive(clause);
  if (cue.role.complete && (isSomebodysDoing || !isComplete(clause))) return [];
  if (isSomebodysDoing) return passive(clause, antecedent);
  const found = read.sentence.language === 'en' ? english(clause, antecedent) : german(clause, antecedent, resolver);
  const isNamed = found.some(({ phrase, as }) => as === 'doer' && whoIs(phrase) !== null);
  return isNamed ? found : [...resumed(clause), ...found];
}

/** Words that are prepositions or begin a clause without a comma: `after Witkoff met Putin`. */
const CONJUNCTION_TOO: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until']);

/** The preposition of a phrase, but none that begins the cue's clause, nor one that is part of a cue with an object. */
function governing(
  phrase: NounPhrase,
  { words, role }: RoleCue,
  read: ReadSentence,
  whoIs: (phrase: NounPhrase) => Who,
): string | null {
  const preposition = prepositionOf(phrase, read, whoIs);
  const isOfCue = role.object !== undefined && words.includes(phrase.from - 1) && !AGENT.has(preposition ?? '');
  const isClause =
    CONJUNCTION_TOO.has(preposition ?? '') &&
    read.phrases.some((last) => last.to === words[0] && (last === phrase || isSameList(phrase, last, read)));
  return isOfCue || isClause ? null : preposition;
}

/** `Jared Kushner, son-in-law of the president, took part`: the subject stands before what is put in. */
function resumed({ read, first }: Clause): readonly Related[] {
  const own = segmentAt(read.sentence, first);
  const [opening] = read.sentence.segments;
  if (own.from !== first || own.before !== ',' || opening === undefined || !isList(opening, read, read.verbs))
    return [];
  return read.phrases
    .filter(({ from, preposition }) => from < opening.to && preposition === null)
    .map((phrase): Related => ({ phrase, as: 'doer', certain: true }));
}

/** Those behind a cue, and where its role has a doer the subject before it: `Trump sagte in einem Telefonat mit Putin`. */
function listed(clause: Clause, whoIs: (phrase: NounPhrase) => Who): readonly Related[] {
  const { cue, governed, first } = clause;
  const doers =
    cue.role.doer === undefined
      ? []
      : governed.filter((entry) => isFree(entry) && entry.who === 'person' && entry.phrase.to <= first);
  const end = listEnd(clause);
  const behind = governed.filter(
    ({ phrase, preposition }) =>
      phrase.from > first && phrase.from < end && (preposition === null || LISTING.has(preposition)),
  );
  const own = doers.slice(-1).map(placed(clause, 'doer'));
  return [...(own.length > 0 ? own : followingDoer(clause, whoIs)), ...behind.map(placed(clause, 'listed'))];
}

/** `In a phone call with Putin, Trump insisted …`: the subject of the clause behind the comma. */
function followingDoer({ cue, read, first }: Clause, whoIs: (phrase: NounPhrase) => Who): readonly Related[] {
  const { segments, segmentOf, language } = read.sentence;
  const start = segmentOf[first] === 0 ? segments[1]?.from : undefined;
  const phrase = read.phrases.find(({ from, preposition }) => from === start && preposition === null);
  if (cue.role.doer === undefined || language === 'de' || phrase === undefined || whoIs(phrase) !== 'person') return [];
  return [{ phrase, as: 'doer', certain: true }];
}

/** Where a list behind a cue ends at the latest: `unter Vermittlung der Emirate haben Russland und …`. */
function listEnd({ read: { sentence }, last, until }: Clause): number {
  const at = sentence.words.findIndex(
    ({ folded }, word) => word > last && AUXILIARIES.has(folded) && segmentAt(sentence, word).opening !== 'relative',
  );
  return Math.min(until, at < 0 ? sentence.words.length : at);
}

/** In English who does it stands before the verb. */
function english(clause: Clause, antecedent: Related | null): readonly Related[] {
  const { cue, read, governed, first } = clause;
  const before = governed.filter(
    (entry) => entry.phrase.to <= first && (isFree(entry) || (isCompany(entry) && shares(clause))),
  );
  const behind = governed.filter(({ phrase }) => phrase.from > first);
  return [
    ...(antecedent === null ? before.map(placed(clause, 'doer')) : [antecedent]),
    ...behind.filter(isFree).map(placed(clause, 'object')),
    ...behind
      .filter((entry) => isCompany(entry) && shares(clause))
      .map(placed(clause, cue.role.object === undefined ? 'doer' : 'object')),
    ...(cue.role.object === undefined
      ? behind.filter((entry) => isGapped(entry, read)).map(placed(clause, 'doer'))
      : []),
  ];
}

/** Adverbs that may stand behind an object. */
const ADVERB = /ly$|^(?:again|back|late|early|today|yesterday|directly|twice)$/;

/** Whether nothing but an adverbial stands behind the object: `called Putin on Friday`, but not `called Putin a liar`. */
function isComplete({ governed, read, last }: Clause): boolean {
  const { sentence } = read;
  const [object] = governed.filter(({ phrase }) => phrase.from === last + 1);
  const listed = governed.filter(({ phrase }) => object !== undefined && isSameList(object.phrase, phrase, read));
  const end = listed.at(-1)?.phrase.to;
  if (end === undefined) return false;
  const next = wordAt(sentence, end);
  const isEnd = sentence.segmentOf[end] !== sentence.segmentOf[end - 1];
  return isEnd || PREPOSITIONS.en.has(next) || COORDINATORS.has(next) || ADVERB.test(next);
}

/** `X took part for Germany and Y for France`, `…; on the Russian side, Y`: the second verb is left out. */
function isGapped({ phrase, preposition }: Governed, { sentence }: ReadSentence): boolean {
  if (preposition !== null) return false;
  const at = sentence.segmentOf[phrase.from] ?? 0;
  const opensSide = [at, at - 1].some((segment) => {
    const { from, before } = sentence.segments[segment] ?? { from: 0, before: '' };
    return before !== '' && FOR_SIDE.test(wordAt(sentence, from));
  });
  const opensSegment = at > 0 && sentence.segments[at]?.from === phrase.from;
  const isNext = opensSegment || COORDINATORS.has(wordAt(sentence, phrase.from - 1));
  return opensSide || (isNext && SIDE.test(wordAt(sentence, phrase.to)));
}

const SIDE = /^(?:for|from)$/;

/** In German order tells little: where only one part can be meant, everybody free has it. */
function german(clause: Clause, antecedent: Related | null, resolver: Resolver): readonly Related[] {
  const { cue, read, governed, first } = clause;
  const at = cue.words.find((word) => read.verbs.has(word)) ?? first;
  const verb = { kind: 'acts' as const, from: at, to: at + 1, text: wordAt(read.sentence, at), rest: null };
  const subject = subjectOf(verb, read, resolver);
  const isSubject = ({ phrase }: Governed): boolean => subject.some((own) => isSameList(own, phrase, read));
  const free = governed.filter(isFree);
  const company = governed.filter((entry) => isCompany(entry) && shares(clause));
  if (cue.role.object === undefined) {
    if (antecedent !== null) return [antecedent];
    const alone = free.filter(({ who }) => who !== null).length === 1;
    const doers = free.map(
      (entry): Related => ({ phrase: entry.phrase, as: 'doer', certain: alone || isSubject(entry) }),
    );
    return [...doers, ...company.map(({ phrase }): Related => ({ phrase, as: 'doer', certain: false }))];
  }
  const subjects = free.filter(isSubject);
  const doers = antecedent !== null ? [] : subjects.length > 0 ? subjects : free.slice(0, 1);
  const objects = [...free.filter((entry) => !doers.includes(entry)), ...company];
  return [
    ...(antecedent === null ? [] : [antecedent]),
    ...doers.map(placed(clause, 'doer')),
    ...objects.map(placed(clause, 'object')),
  ];
}

const OBJECT_PRONOUN = /^(?:den|dem|denen|whom)$/;

/** Whom a relative clause is about: the phrase right before it, if it names somebody whom the clause needs. */
function antecedentOf(
  { read: { sentence, phrases }, governed, first }: Clause,
  whoIs: (phrase: NounPhrase) => Who,
): Related | null {
  const { opening, from } = segmentAt(sentence, first);
  if (opening !== 'relative') return null;
  const phrase = phrases.findLast(({ to }) => to === from);
  const who = phrase === undefined ? null : whoIs(phrase);
  // `Die Delegation, der auch Witkoff angehörte`: who does it is named in the clause itself.
  const isNamed = governed.some((entry) => isFree(entry) && entry.who === 'person');
  if (phrase === undefined || who === null || (who === 'body' && isNamed)) return null;
  const isObject = [from, from + 1].some((at) => OBJECT_PRONOUN.test(wordAt(sentence, at)));
  return { phrase, as: isObject ? 'object' : 'doer', certain: true };
}
