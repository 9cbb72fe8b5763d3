import { type CuePattern, type CueSequence, type CueSlot, parseCue } from './cue-pattern.ts';

/** A word of a sentence as cues see it. */
export interface PatternWord {
  readonly folded: string;
  /** The forms under which it is known: the word itself, or its stem and those of its parts. */
  readonly forms: readonly string[];
  /** The clause that it stands in; a gap of a cue ends with its clause. */
  readonly clause: number;
}

/** A cue that was found: what it stands for, and the indices of its words in order. */
export interface PatternMatch<T> {
  readonly value: T;
  readonly words: readonly number[];
  /** How many words the cue has: the parts of a compound count, though they stand in one word. */
  readonly size: number;
}

/** Most words are plain; the others take ten times as long. */
const ASCII = /^[\x20-\x7E]*$/;

/** A word as it is compared where its form counts: umlauts stay, since they tell `würden` (a plan) from `wurden` (a fact). */
export function exactForm(word: string): string {
  const written = word.startsWith('=') ? word.slice(1) : word;
  if (ASCII.test(written)) return written.toLowerCase();
  return written.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss');
}

interface Entry<T> {
  readonly value: T;
  readonly pattern: CuePattern;
  /** The words of all its slots but the first. */
  readonly others: readonly (readonly string[])[];
}

/** Between the two halves of a German verb stand hardly more words; the bound keeps long sentences cheap. */
const WIDEST_GAP = 24;
/** Words behind which a clause goes on although its verb is complete. */
const COORDINATORS: ReadonlySet<string> = new Set(['und', 'oder', 'aber', 'sondern', 'sowie', 'als', 'wie']);

/** PatternBook is responsible for finding cues in the words of a sentence; it looks them up by their first word. */
export class PatternBook<T> {
  readonly #byFirstWord = new Map<string, Entry<T>[]>();
  readonly #formOf: (word: string) => string;

  /** @param formOf In which form words are compared: as they are, or their stem. */
  constructor(formOf: (word: string) => string = exactForm) {
    this.#formOf = formOf;
  }

  /** Teaches a cue, written as `cue-pattern.ts` says; what is malformed is not learnt. */
  add(cue: string, value: T): void {
    for (const written of parseCue(cue) ?? []) {
      const pattern = written.map((sequence) =>
        sequence.map((slot) => ({ ...slot, words: [...new Set(slot.words.map(this.#formOf))] })),
      );
      const entry = {
        value,
        pattern,
        others: pattern
          .flat()
          .slice(1)
          .map((slot) => slot.words),
      };
      for (const first of pattern[0]?.[0]?.words ?? []) {
        const known = this.#byFirstWord.get(first);
        if (known === undefined) this.#byFirstWord.set(first, [entry]);
        else known.push(entry);
      }
    }
  }

  /** The cues in the words, in order of the first word; one whose words are all part of a longer one is not among them. */
  find(words: readonly PatternWord[]): PatternMatch<T>[] {
    const present = new Set(words.flatMap(({ forms }) => forms));
    const found: PatternMatch<T>[] = [];
    for (const [at, word] of words.entries()) {
      for (const form of word.forms) {
        for (const { value, pattern, others } of this.#byFirstWord.get(form) ?? []) {
          // Most cues of several words fail for a word that is nowhere: cheaper to see than to search for.
          if (!others.every((slot) => slot.some((other) => present.has(other)))) continue;
          const match = matchPattern(pattern, words, at);
          if (match !== null) found.push({ value, words: match, size: others.length + 1 });
        }
      }
    }
    return found.filter((match) => !found.some((other) => covers(other, match)));
  }
}

/** `agreed on` is not also `agreed`, and `Oster-Waffenruhe` not also `Waffenruhe`. */
const covers = <T>(long: PatternMatch<T>, short: PatternMatch<T>): boolean =>
  long.size > short.size && short.words.every((word) => long.words.includes(word));

function matchPattern(
  [first, ...others]: CuePattern,
  words: readonly PatternWord[],
  at: number,
): readonly number[] | null {
  const found = first === undefined ? null : matchSequence(first, words, at);
  if (found === null) return null;
  const all = new Set(found);
  for (const sequence of others) {
    const place = firstMatch(sequence, words);
    if (place === null) return null;
    for (const index of place) all.add(index);
  }
  return [...all].sort((a, b) => a - b);
}

function firstMatch(sequence: CueSequence, words: readonly PatternWord[]): readonly number[] | null {
  for (let at = 0; at < words.length; at++) {
    const match = matchSequence(sequence, words, at);
    if (match !== null) return match;
  }
  return null;
}

/** The nearest place for each word of a sequence that begins at an index. */
function matchSequence(sequence: CueSequence, words: readonly PatternWord[], at: number): readonly number[] | null {
  const found: number[] = [];
  let next = at;
  for (const slot of sequence) {
    const place = slot.afterGap ? beyondGap(slot, words, next) : fits(slot.words, words[next]) ? next : null;
    if (place === null) return null;
    found.push(place);
    next = place + 1;
  }
  return found;
}

const fits = (expected: readonly string[], word: PatternWord | undefined): boolean =>
  word?.forms.some((form) => expected.includes(form)) === true;

/** Where a word stands behind a gap: in the same clause, or resuming it behind others that were put in between. */
function beyondGap(slot: CueSlot, words: readonly PatternWord[], from: number): number | null {
  const clause = words[from - 1]?.clause;
  for (let at = from; at < Math.min(words.length, from + WIDEST_GAP); at++) {
    const word = words[at];
    if (!fits(slot.words, word)) continue;
    const next = words[at + 1];
    const closes = next?.clause !== word?.clause || COORDINATORS.has(next?.folded ?? '');
    if (slot.closing && !closes) continue;
    const resumes = closes && words[at - 1]?.clause !== word?.clause;
    if (word?.clause === clause || resumes) return at;
  }
  return null;
}
