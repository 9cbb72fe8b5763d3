import { DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, type PronounForm } from './grammar.ts';
import type { Mention } from './mentions.ts';
import { isCapital, segmentAt, type TokenizedSentence } from './sentence.ts';

/** A noun with what belongs to it, or a pronoun; ranges are half-open, of the sentence's words. */
export interface NounPhrase {
  readonly from: number;
  /** Behind what is joined to it: `ein Sprecher des Ministeriums`. */
  readonly to: number;
  /** Where its nouns begin, behind determiner and adjectives. */
  readonly nouns: number;
  /** Behind its own nouns, before what is joined to it. */
  readonly core: number;
  /** The noun that it is about, by index: `Einsatzleiter` of `Einsatzleiter Holger Brandl`. */
  readonly head: number;
  readonly determiner: string | null;
  /** The preposition before it: then it is where, about whom or to whom, but not who. */
  readonly preposition: string | null;
  /** Whether its form can be a subject's. */
  readonly nominative: boolean;
  readonly pronoun: PronounForm | null;
  /** The phrase that is joined to it, if any. */
  readonly joined: NounPhrase | null;
  /** Where its noun stands if it is another phrase's too (`the Thai` in `the Thai and Cambodian governments`): its `head`. */
  readonly shared: number | null;
}

/** What the phrases of a sentence are found by. */
export interface Reading {
  readonly sentence: TokenizedSentence;
  readonly mentions: readonly Mention[];
  /** Words at which no phrase goes on: verbs that are cues. */
  readonly verbs: ReadonlySet<number>;
  /** Folded words that the article writes small elsewhere: no nouns, although a sentence begins with them. */
  readonly small: ReadonlySet<string>;
}

/** Words for some of those who are named behind `of`. */
export const QUANTITY = /^(?:one|two|three|four|some|many|several|most|all|both|none|another)$/;
/** Whether a word begins a clause, so that its capital letter tells nothing. */
export const opens = (sentence: TokenizedSentence, at: number): boolean =>
  at === 0 || (/[:"]/.test(segmentAt(sentence, at).before) && isFirst(sentence, at));

/** Whether a word is the first one of its segment. */
const isFirst = (sentence: TokenizedSentence, at: number): boolean => segmentAt(sentence, at).from === at;

export function prepositionBefore(sentence: TokenizedSentence, at: number): string | null {
  const before = sentence.words[at - 1]?.folded;
  if (before === undefined || isFirst(sentence, at)) return null;
  if (PREPOSITIONS[sentence.language].has(before)) return before;
  // `Bei günstigeren Versicherungen`: an adjective that nobody took for one stands between.
  const farther = isFirst(sentence, at - 1) ? undefined : sentence.words[at - 2]?.folded;
  const isAdjective = sentence.language === 'de' && /e[mnrs]$/.test(before) && !isCapital(sentence.words[at - 1]);
  if (farther === undefined || !isAdjective || FUNCTION_WORDS.de.has(before) || DETERMINERS.de.has(before)) return null;
  return PREPOSITIONS.de.has(farther) ? farther : null;
}

/** A phrase with nothing joined to it yet. */
export function phrase(
  sentence: TokenizedSentence,
  range: Pick<NounPhrase, 'from' | 'nouns' | 'core' | 'head'>,
  determiner: string | null,
  nominative: boolean,
): NounPhrase {
  const preposition = prepositionBefore(sentence, range.from);
  return { ...range, to: range.core, determiner, preposition, nominative, pronoun: null, joined: null, shared: null };
}

/** Whether a name begins right behind another one: `Putin Uschakow zufolge`; a country may stand before a body's. */
export const beginsOther = (mentions: readonly Mention[], at: number): boolean => {
  const next = mentions.find(({ from }) => from === at);
  const last = mentions.find(({ to }) => to === at);
  return next !== undefined && last !== undefined && (last.name.kind !== 'country' || next.name.kind === 'person');
};
