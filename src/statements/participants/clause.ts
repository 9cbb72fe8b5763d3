import type { Part } from '../../language/part-cues.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';
import { endsList, type Who } from './lists.ts';
import type { RoleCue } from './roles.ts';
import { ADVERBIAL } from './scope.ts';

/** A phrase as a cue relates to it. */
export interface Related {
  readonly phrase: NounPhrase;
  readonly as: 'doer' | 'object' | 'listed' | 'bearer';
  /** Whether its place or case says so; a person near the cue is taken without, a country is not. */
  readonly certain: boolean;
}

/** A phrase with the preposition that governs it, and whom it names. */
export interface Governed {
  readonly phrase: NounPhrase;
  readonly preposition: string | null;
  readonly who: Who;
}

/** A cue in its sentence, with the phrases that can belong to it. */
export interface Clause {
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
export const LISTING: ReadonlySet<string> = new Set([
  ...COMPANY,
  ...'zwischen between by von durch bei um of from vom aus'.split(' '),
]);
/** Prepositions behind which the doer of a passive stands. */
export const AGENT: ReadonlySet<string> = new Set(['by', 'von', 'vom', 'durch']);

export const isFree = ({ preposition }: Governed): boolean => preposition === null;
export const isCompany = ({ preposition }: Governed): boolean => COMPANY.has(preposition ?? '');
export const isAgent = ({ preposition, who }: Governed): boolean => AGENT.has(preposition ?? '') && who !== null;

/** Parts that nobody shares who is only there with their bearer. */
const ALONE: ReadonlySet<Part | undefined> = new Set<Part>(['delegation_lead', 'host', 'announcer']);

/** Who comes with a head of delegation, a host or who announces is none; in all other parts they are the same. */
export const shares = ({ cue: { role }, read, first }: Clause): boolean =>
  role.object !== undefined || !ALONE.has(role.doer) || ADVERBIAL.test(wordAt(read.sentence, first));

/** A phrase as related by its place: in the clause of the cue, or in a list that reaches beyond it. */
export const placed =
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
