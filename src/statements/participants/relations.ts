import type { Part } from '../../language/part-cues.ts';
import { subjectOf } from '../attribution/subjects.ts';
import { AUXILIARIES, COORDINATORS, PASSIVE, PREPOSITIONS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { segmentAt, wordAt } from '../reading/sentence.ts';
import { bearersOf } from './bearers.ts';
import { endsList, isSameList, prepositionOf, type Who } from './lists.ts';
import type { RoleCue } from './roles.ts';
import { ADVERBIAL, FOR_SIDE, isList, phrasesInScope } from './scope.ts';

/** A phrase as a cue relates to it. */
export interface Related {
  readonly phrase: NounPhrase;
  readonly as: 'doer' | 'object' | 'listed' | 'bearer';
  /** Whether its place or case says so; a person near the cue is taken without, a country is not. */
  readonly certain: boolean;
}

/** A phrase with the preposition that governs it, and whom it names. */
interface Governed {
  readonly phrase: NounPhrase;
  readonly preposition: string | null;
  readonly who: Who;
}

/** A cue in its sentence, with the phrases that can belong to it. */
interface Clause {
  readonly cue: RoleCue;
  readonly read: ReadSentence;
  readonly governed: readonly Governed[];
  /** Where the next cue of a list begins. */
  readonly until: number;
  /** The first and the last of the cue's words. */
  readonly first: number;
  readonly last: number;
}

/** Prepositions behind which somebody stands who does the same. */
const COMPANY: ReadonlySet<string> = new Set(
  'mit samt mitsamt neben with alongside besides including wie like'.split(' '),
);
/** Prepositions behind which those stand whom a noun lists: `Gespräche zwischen …`, `talks with …`. */
const LISTING: ReadonlySet<string> = new Set([
  ...COMPANY,
  ...'zwischen between by von durch bei um of from vom aus'.split(' '),
]);
/** Prepositions behind which the doer of a passive stands. */
const AGENT: ReadonlySet<string> = new Set(['by', 'von', 'vom', 'durch']);

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
  const { segments, segmentOf } = read.sentence;
  const own = segments[segmentOf[first] ?? 0];
  const opening = segments[0];
  if (own?.from !== first || own.before !== ',' || opening === undefined || !isList(opening, read, read.verbs))
    return [];
  return read.phrases
    .filter(({ from, preposition }) => from < opening.to && preposition === null)
    .map((phrase): Related => ({ phrase, as: 'doer', certain: true }));
}

const isFree = ({ preposition }: Governed): boolean => preposition === null;
const isCompany = ({ preposition }: Governed): boolean => COMPANY.has(preposition ?? '');
const isAgent = ({ preposition, who }: Governed): boolean => AGENT.has(preposition ?? '') && who !== null;

/** Parts that nobody shares who is only there with their bearer. */
const ALONE: ReadonlySet<Part | undefined> = new Set<Part>(['delegation_lead', 'host', 'announcer']);

/** Who comes with a head of delegation, a host or who announces is none; in all other parts they are the same. */
const shares = ({ cue: { role }, read, first }: Clause): boolean =>
  role.object !== undefined || !ALONE.has(role.doer) || ADVERBIAL.test(wordAt(read.sentence, first));

/** A phrase as related by its place: in the clause of the cue, or in a list that reaches beyond it. */
const placed =
  ({ cue, read }: Clause, as: Related['as']) =>
  ({ phrase }: Governed): Related => {
    const segmentOf = (at: number): number | undefined => read.sentence.segmentOf[at];
    const isOwn = cue.words.some((word) => segmentOf(word) === segmentOf(phrase.from));
    return { phrase, as, certain: isOwn || endsList(phrase, read) || isInterrupted(phrase, cue, read) };
  };

/** `Qatar, whose envoy attended, mediated`: the subject of a clause that goes on behind a relative one. */
function isInterrupted({ from, to }: NounPhrase, { words }: RoleCue, { sentence }: ReadSentence): boolean {
  const { segments, segmentOf } = sentence;
  const [low = 0, high = 0] = [segmentOf[from], segmentOf[words[0] ?? 0]];
  const between = segments.slice(low + 1, high);
  return segments[low]?.to === to && between.length > 0 && between.every(({ opening }) => opening === 'relative');
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

/** `wurde von X geleitet`, `led by X`: who does it stands behind a preposition. */
function passive(clause: Clause, antecedent: Related | null): readonly Related[] {
  const { governed } = clause;
  const objects: readonly Related[] =
    antecedent === null ? governed.filter(isFree).map(placed(clause, 'object')) : [{ ...antecedent, as: 'object' }];
  return [...governed.filter(isAgent).map(placed(clause, 'doer')), ...objects];
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

/** Participles of German verbs: `geleitet`, `empfangen`, `begleitet`, `organisiert`. */
const PARTICIPLE = /^(?:.*ge.+(?:t|en)|(?:be|ver|emp|ent|unter).+(?:t|en)|.*iert)$/;
/** `Ließ sich von X begleiten`. */
const LET = /^liess(?:en)?$/;
const HAVE = /^(?:hat|haben|hatte|hatten|habe)$/;
const BE = /^(?:ist|sind|war|waren)$/;
/** How far behind an English participle `by` may stand: `led jointly by`. */
const BY_REACH = 2;

/** Whether what a verb is done to is its subject. */
function isPassive({ cue, read: { sentence }, governed, first, last }: Clause): boolean {
  const agents = governed.filter(isAgent);
  if (sentence.language === 'en') {
    const isBy = (at: number): boolean => wordAt(sentence, at) === 'by';
    return agents.length > 0 && [last, last + 1, last + BY_REACH].some(isBy);
  }
  if (agents.length === 0 || !cue.words.some((word) => PARTICIPLE.test(wordAt(sentence, word)))) return false;
  const { from, to } = segmentAt(sentence, first);
  const own = sentence.words.slice(from, to).map(({ folded }) => folded);
  if (own.some((word) => HAVE.test(word))) return false;
  const isBeside = [last, last + 1].some((at) => AGENT.has(wordAt(sentence, at)));
  return isBeside || own.some((word) => LET.test(word)) || own.some((word) => PASSIVE.de.has(word) || BE.test(word));
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
