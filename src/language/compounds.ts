/** Shorter pieces (`ein`, `aus`, `rat`) stand inside too many words by chance. */
const SHORTEST_PART = 4;
/** German compounds in news are rarely longer; a bound keeps hostile words cheap. */
const LONGEST_COMPOUND = 40;
/** Bounds the memo below: a natural vocabulary is far smaller, and a flood of invented words must not grow it. */
const MEMO_LIMIT = 200_000;
/** Letters that join the parts of a German compound: Waffenstillstand-s-verhandlung, Frieden-s-plan, Straße-n-bau. */
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'] as const;

/** What a compound consists of: `kriegsgefangene` is `krieg` (what kind) and `gefangene` (what it is). */
export interface Compound {
  readonly modifier: string;
  readonly head: string;
}

/**
 * CompoundSplitter is responsible for taking German compounds apart into words that the corpus or the lexicon uses on
 * their own (after Koehn and Knight, 2003: a split is only as good as the vocabulary that supports it).
 */
export class CompoundSplitter {
  readonly #vocabulary: ReadonlySet<string>;
  readonly #known = new Map<string, Compound | null>();

  /** @param vocabulary Folded words. */
  constructor(vocabulary: ReadonlySet<string>) {
    this.#vocabulary = vocabulary;
  }

  /** The two parts of a folded word, the head as long as possible; null where the vocabulary supports no split. */
  split(folded: string): Compound | null {
    if (folded.length < 2 * SHORTEST_PART || folded.length > LONGEST_COMPOUND) return null;
    const known = this.#known.get(folded);
    if (known !== undefined) return known;
    const result = this.#search(folded);
    if (this.#known.size >= MEMO_LIMIT) this.#known.clear();
    this.#known.set(folded, result);
    return result;
  }

  #search(word: string): Compound | null {
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      const head = word.slice(cut);
      if (!this.#vocabulary.has(head)) continue;
      const left = word.slice(0, cut);
      for (const link of LINKS) {
        if (!left.endsWith(link)) continue;
        const modifier = left.slice(0, left.length - link.length);
        if (modifier.length >= SHORTEST_PART && this.#vocabulary.has(modifier)) return { modifier, head };
        // Waffenruhe-vorschlag: some first parts lose a final e.
        if (link === '' && this.#vocabulary.has(`${left}e`)) return { modifier: `${left}e`, head };
      }
    }
    return null;
  }
}
