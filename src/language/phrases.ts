import { isAcronym } from './tokens.ts';

interface Node {
  readonly next: Map<string, Node>;
  readonly terms: Entry[];
}

interface Entry {
  readonly term: string;
  readonly onlyCapitals: boolean;
}

/** A word as the phrase book sees it. */
export interface PhraseWord {
  readonly stem: string;
  /** As written: some aliases (`US`) are only names in capitals. */
  readonly surface: string;
}

/** A phrase that was found: the half-open range of words that it covers, and the terms that it stands for. */
export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
  readonly terms: readonly string[];
}

/** PhraseBook is responsible for finding words and phrases of the lexicon in a sequence of stems. */
export class PhraseBook {
  readonly #root: Node = { next: new Map(), terms: [] };

  /** Teaches that a sequence of stems stands for a term. */
  add(stems: readonly string[], term: string, onlyCapitals = false): void {
    let node = this.#root;
    for (const stem of stems) {
      let next = node.next.get(stem);
      if (next === undefined) {
        next = { next: new Map(), terms: [] };
        node.next.set(stem, next);
      }
      node = next;
    }
    const known = node.terms.findIndex((entry) => entry.term === term);
    if (known < 0) node.terms.push({ term, onlyCapitals });
    // Whoever teaches it once without that condition means it without.
    else if (!onlyCapitals) node.terms[known] = { term, onlyCapitals };
  }

  /** Whether a single stem is known. */
  has(stem: string): boolean {
    return (this.#root.next.get(stem)?.terms.length ?? 0) > 0;
  }

  /** Every phrase in the words, also those inside longer ones (`Weißes Haus` and `Haus`), in order of their start. */
  find(words: readonly PhraseWord[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < words.length; from++) {
      let node: Node | undefined = this.#root;
      for (let to = from; to < words.length; to++) {
        const word = words[to];
        node = word === undefined ? undefined : node.next.get(word.stem);
        if (node === undefined) break;
        const terms = node.terms
          .filter((entry) => !entry.onlyCapitals || words.slice(from, to + 1).some((w) => isAcronym(w.surface)))
          .map((entry) => entry.term);
        if (terms.length > 0) matches.push({ from, to: to + 1, terms });
      }
    }
    return matches;
  }
}
