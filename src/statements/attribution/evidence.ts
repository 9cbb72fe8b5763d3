import type { TokenizedSentence } from '../reading/sentence.ts';
import type { Subject } from './coordination.ts';

/** A place where a sentence tells whose words it has. */
export interface Evidence {
  /** Who it names; empty where the words before say it (`demnach`) or nobody does (`angeblich`). */
  readonly subject: Subject;
  /** Of those the ones whose act it is: not with whom a text is issued together. */
  readonly acting: Subject;
  /** Whether the source is the one of the sentence before. */
  readonly anaphoric: boolean;
  /** The half-open range of words that marks it. */
  readonly from: number;
  readonly to: number;
  /** Whether it tells of an act of speech instead of giving its content. */
  readonly act: boolean;
  /** Whether it is a verb with its subject. */
  readonly verb: boolean;
  /** Whether it is a tag without such a verb: `…, so der Kreml`. */
  readonly tag: boolean;
  /** The lower, the more of the sentence it governs. */
  readonly rank: number;
}

/** A tag behind the message, or a clause with `wie`, governs all the rest. */
export const OUTERMOST = 0;
/** Who tells of a tag's speaker governs even that. */
export const BEYOND = -1;
/** Within one clause a preposition governs the verb: `Dem Kreml zufolge verlangte Putin …`. */
export const IN_CLAUSE = {
  preposition: 0,
  impersonal: 1,
  verb: 2,
  thinking: 3,
  act: 3,
  message: 5,
  hearsay: 6,
} as const;
export const PER_SEGMENT = 10;
/** What stands in a relative clause or in the subjunctive is told by somebody else. */
export const INNER = 1000;

/** Evidence of a rank that names a subject, marked by the words of a range. */
export const evidence = (
  subject: Subject,
  from: number,
  to: number,
  rank: number,
  more: Partial<Evidence> = {},
): Evidence => ({
  subject,
  acting: subject,
  anaphoric: false,
  act: false,
  verb: false,
  tag: false,
  from,
  to,
  rank,
  ...more,
});

/** The rank of what stands at a word: the earlier its clause, the more it governs. */
export const rankIn = (sentence: TokenizedSentence, at: number, own: number): number =>
  (1 + (sentence.segmentOf[at] ?? 0)) * PER_SEGMENT + own;
