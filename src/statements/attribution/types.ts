import type { Span } from '../../span.ts';
import type { Speaker } from '../reading/speaker.ts';
import type { Subject } from './coordination.ts';

/** Whose words a sentence is in: a named source's, the article's own, or somebody's who cannot be told for sure. */
export type Voice = 'source' | 'article' | 'unclear';

/**
 * How a report is marked: `direct` in quotation marks, `indirect` by a cue beside the message, `reported` where an act
 * of speech is told (`verlangte Putin …`), `bare` by the subjunctive alone, `none` where the article itself speaks.
 */
export type Form = 'direct' | 'indirect' | 'reported' | 'bare' | 'none';

/** Who says a sentence. `source` is empty unless the voice is a source's. */
export interface Attribution {
  readonly voice: Voice;
  /** Who reports it. */
  readonly source: readonly Speaker[];
  /** Whose act it is. */
  readonly actor: readonly Speaker[];
  readonly form: Form;
  /** The words that mark it, as a place in the article's text; null where there are none. */
  readonly cue: Span | null;
}

/** What is known of a sentence that nobody has attributed. */
export const UNATTRIBUTED: Attribution = { voice: 'unclear', source: [], actor: [], form: 'none', cue: null };

/** An act that a sentence tells. */
export interface Act {
  /** Who does it; empty where that was said before: `The swap was agreed in May` is an act of the two sides. */
  readonly subject: Subject;
  /** Its verb, by index; null where a noun tells it. */
  readonly verb: number | null;
  /** Whether it is only spoken of (`Kyiv's demand remained open`): then another's words are rather that other's act. */
  readonly mentioned: boolean;
}
