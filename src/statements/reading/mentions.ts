import { fold } from '../../language/fold.ts';
import { LANGUAGES, type Language } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { Name } from '../../language/name.ts';
import { stem } from '../../language/stem.ts';
import { isStopWord } from '../../language/stop-words.ts';
import { isAcronym, type Token, tokenize } from '../../language/tokens.ts';
import { isCapital, type TokenizedSentence } from './sentence.ts';

/** A name of the lexicon in a sentence: the half-open range of its words. */
export interface Mention {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
}

/** Of overlapping names the one that is most a speaker counts, then the longest. */
const RANK = { person: 3, institution: 2, medium: 2, country: 1, place: 0 } as const;

/** MentionFinder is responsible for the persons, institutions and countries of the lexicon that a sentence names. */
export class MentionFinder {
  readonly #lexicon: Lexicon;
  readonly #byMetonym = new Map<string, Name>();
  readonly #offices: ReadonlySet<string>;
  readonly #governments = new Map<string, Name>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#offices = new Set(LANGUAGES.flatMap((language) => lexicon.cues.offices[language].map(fold)));
    for (const name of lexicon.names.values()) {
      for (const spelling of name.metonyms) {
        for (const token of tokenize(spelling)) this.#byMetonym.set(token.folded, name);
      }
      if (name.metonyms.length > 0 && name.side !== null) this.#governments.set(name.side, name);
    }
  }

  /** The names in a sentence, in order and without overlap; a capital stands for its government. */
  find({ words, language, text }: TokenizedSentence): readonly Mention[] {
    const allCapitals = text === text.toUpperCase();
    const content = words.flatMap((word, at) =>
      !isStopWord(word.folded, language) || (!allCapitals && isAcronym(word.surface)) ? [at] : [],
    );
    const stems = content.map((at) => {
      const word = words[at];
      return { stem: stem(this.#nominative(word, language), language), surface: word?.surface ?? '' };
    });
    const found: Mention[] = [];
    for (const match of this.#lexicon.phrases[language].find(stems)) {
      const from = content[match.from];
      const last = content[match.to - 1];
      if (from === undefined || last === undefined) continue;
      for (const term of match.terms) {
        const name = term.startsWith('@') ? this.#lexicon.names.get(term.slice(1)) : undefined;
        const speaker = name?.kind === 'place' ? this.#byMetonym.get(this.#nominative(words[from], language)) : name;
        // `The Russian president` has the stem of the Russian presidency.
        const isHolder = speaker?.kind === 'institution' && this.#offices.has(words[last]?.folded ?? '');
        if (speaker !== undefined && !isHolder) found.push({ name: speaker, from, to: last + 1 });
      }
    }
    const size = ({ from, to }: Mention): number => to - from;
    const apart: Mention[] = [];
    for (const next of found.sort((a, b) => RANK[b.name.kind] - RANK[a.name.kind] || size(b) - size(a))) {
      if (!apart.some((other) => next.from < other.to && other.from < next.to)) apart.push(next);
    }
    return apart.sort((a, b) => a.from - b.from);
  }

  /** A word as it is listed: Snowball leaves the genitive of `Moskaus`, `Kiews` and `Rubios` as it stands. */
  #nominative(word: Token | undefined, language: Language): string {
    const folded = word?.folded ?? '';
    if (language === 'en' || !isCapital(word) || !folded.endsWith('s')) return folded;
    const bare = folded.slice(0, -1);
    const known = this.#lexicon.words.de;
    return known.has(bare) && !known.has(folded) ? bare : folded;
  }

  /** The side of a name, by its id; null for whoever is in no list. */
  sideOf(id: string): string | null {
    return this.#lexicon.names.get(id)?.side ?? null;
  }

  /** The government of a side: the institution that its capital stands for. */
  governmentOf(side: string | null): Name | undefined {
    return side === null ? undefined : this.#governments.get(side);
  }
}
