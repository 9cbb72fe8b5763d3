import type { Span } from '../span.ts';
import { fold } from './fold.ts';
import type { Language } from './language.ts';
import type { AnswerType, Scaffold } from './scaffold.ts';

/** What a thing of the asked type is a thing of; concepts are named by their position among those of the question. */
export interface Sought {
  /** The words that ask (`how many`, `in which city`), folded; empty where a question asks for anything. */
  readonly words: string;
  /** The noun behind them with what stands before it: what is counted (`captured soldiers`), or what it must be. */
  readonly nouns: readonly number[];
  /** Whose words are asked for; null where nobody is named. */
  readonly speaker: number | null;
  /** What somebody did who is asked for, or what happened then, as far as it can be told; empty where it cannot. */
  readonly deeds: readonly number[];
}

/** Where a concept stands in the question, and what of it matters here. */
export interface Placed extends Span {
  readonly isName: boolean;
  readonly light: boolean;
}

const NOTHING: Sought = { words: '', nouns: [], speaker: null, deeds: [] };
/** Somebody, or a time, is that of what was done; lengths, places and reasons stand in sentences of their own as well. */
const WITH_DEEDS: ReadonlySet<AnswerType> = new Set(['person', 'time']);
/** A noun has seldom more than two words before it; what follows behind it is a verb. */
const LONGEST_NOUN = 3;

/** What the words that ask in a text say of the type, of a text whose concepts stand at these places, in order. */
export function findSought(
  text: string,
  scaffold: Scaffold | null,
  concepts: readonly Placed[],
  language: Language,
): Sought {
  if (scaffold === null) return NOTHING;
  const nouns = nounsBehind(scaffold, text, concepts, language);
  return {
    words: fold(text.slice(scaffold.start, scaffold.end)),
    nouns,
    deeds: WITH_DEEDS.has(scaffold.type) ? deedsBehind(scaffold, concepts, text, language) : [],
    speaker: scaffold.type === 'speech' ? speakerOf(scaffold, text, concepts) : null,
  };
}

function nounsBehind(
  { end, nextEnd, type }: Scaffold,
  text: string,
  concepts: readonly Placed[],
  language: Language,
): number[] {
  // `Which general met …`: the scaffold knows the noun. What else must follow is no noun.
  const isKnown = nextEnd > end && type !== 'speech';
  if (isKnown) return concepts.flatMap((each, at) => (each.start < nextEnd && nextEnd <= each.end ? [at] : []));
  // `Bodies returned number`: a question of keywords may end with what is asked of them.
  if (type === 'number' && concepts.every(({ start }) => start < end))
    return concepts.flatMap(({ isName, light }, at) => (isName || light ? [] : [at]));
  const nouns: number[] = [];
  let from = end;
  for (const [at, concept] of concepts.entries()) {
    if (concept.start < end) continue;
    const isBare = /^[\s\p{Pd}]*$/u.test(text.slice(from, concept.start));
    if (!isBare || nouns.length === LONGEST_NOUN) break;
    if (!concept.light) nouns.push(at);
    from = concept.end;
    // German nouns tell where they are by their capital.
    if (language === 'de' && /^\p{Lu}/u.test(text.slice(concept.start))) break;
  }
  return nouns;
}

/**
 * Verbs behind words that ask for anybody, told by their place: German ones by their small letters, an English one by
 * coming first. Where a noun says who it must be (`which general`), that is enough.
 */
function deedsBehind(
  { end, nextEnd }: Scaffold,
  concepts: readonly Placed[],
  text: string,
  language: Language,
): number[] {
  if (nextEnd > end) return [];
  const isBehind = ({ start, light, isName }: Placed): boolean => start >= end && !light && !isName;
  const first = concepts.findIndex(isBehind);
  const isVerb = (concept: Placed, at: number): boolean =>
    isBehind(concept) && (language === 'de' ? /^\p{Ll}/u.test(text.slice(concept.start)) : at === first);
  return concepts.flatMap((concept, at) => (isVerb(concept, at) ? [at] : []));
}

/** Behind the question word and a verb: who spoke is somebody unnamed (`his press lady`), or was named before (`did he say`). */
const UNNAMED =
  /^\s*(?:\p{Ll}+ )?(?:that|this|those|these|his|her|their|diese[rs]?|jene[rs]?|seine?|ihre?|deren|dessen) \p{L}/u;
const NAMED_BEFORE = /^\s*(?:\p{Ll}+ )?(?:he|she|they|er|sie)(?!\p{L})/u;

/** Before a noun of speech stands whose it is (`Lavrov's verdict`); otherwise who is named next is asked for. */
function speakerOf({ start, end }: Scaffold, text: string, concepts: readonly Placed[]): number | null {
  const isOwned = (concept: Placed): boolean =>
    concept.isName && concept.end <= start && /^(?:['’]s?)?\s*$/u.test(text.slice(concept.end, start));
  const owner = concepts.findIndex(isOwned);
  if (owner >= 0) return owner;
  const behind = text.slice(end);
  if (UNNAMED.test(behind)) return null;
  if (NAMED_BEFORE.test(behind)) {
    const before = concepts.findLastIndex((concept) => concept.isName && concept.end <= start);
    return before < 0 ? null : before;
  }
  const next = concepts.findIndex((concept) => concept.isName && concept.start >= end);
  if (next >= 0) return next;
  const last = concepts.findLastIndex((concept) => concept.isName);
  return last < 0 ? null : last;
}
