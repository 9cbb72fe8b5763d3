import type { CompoundSplitter } from './compounds.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { germanRoot, stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { isAcronym, isNumber, type Token, tokenize } from './tokens.ts';

/**
 * What is indexed and searched: a plain string is a stem; `√` a German root, `^` the head and `+` the modifier of a
 * compound (of a word or of a meaning), `@` a name, `~` a meaning and `≈` a topic of the lexicon.
 */
export type Term = string;

export const rootTerm = (root: string): Term => `√${root}`;
export const headTerm = (stemmed: string): Term => `^${stemmed}`;
export const modifierTerm = (stemmed: string): Term => `+${stemmed}`;

/** German roots are only told from stems in words that are long enough to have an ending. */
const SHORTEST_INFLECTED = 5;

/** A content word of a text with the terms that it brings by itself. */
export interface Word {
  readonly token: Token;
  readonly stem: string;
  readonly terms: readonly Term[];
}

/** A text as search sees it. */
export interface Analysis {
  /** Content words in order; function words are left out. */
  readonly words: readonly Word[];
  /** Everything the text can be found by, with the words that bring each term (indices into `words`, half-open). */
  readonly occurrences: readonly { readonly term: Term; readonly from: number; readonly to: number }[];
}

/** Analyzer is responsible for turning a text of a known language into terms, at indexing and for questions alike. */
export class Analyzer {
  readonly #lexicon: Lexicon;
  readonly #compounds: CompoundSplitter;

  constructor(lexicon: Lexicon, compounds: CompoundSplitter) {
    this.#lexicon = lexicon;
    this.#compounds = compounds;
  }

  analyze(text: string, language: Language): Analysis {
    const words = contentTokens(text, language).map((token) => this.#word(token, language));
    const occurrences = words.flatMap((word, index) =>
      word.terms.map((term) => ({ term, from: index, to: index + 1 })),
    );
    for (const { joined, from, to } of joinedByHyphens(words)) {
      occurrences.push({ term: stem(joined, language), from, to });
    }
    const phraseWords = words.map((word) => ({ stem: word.stem, surface: word.token.surface }));
    for (const match of this.#lexicon.phrases[language].find(phraseWords)) {
      for (const term of match.terms) occurrences.push({ term, from: match.from, to: match.to });
    }
    return { words, occurrences };
  }

  #word(token: Token, language: Language): Word {
    const stemmed = stem(token.folded, language);
    const terms = [stemmed];
    if (language === 'de' && !isNumber(token)) {
      if (token.folded.length >= SHORTEST_INFLECTED) terms.push(rootTerm(germanRoot(token.folded)));
      const compound = this.#compounds.split(token.folded);
      if (compound !== null) {
        for (const term of this.#partTerms(compound.head)) terms.push(headTerm(term));
        for (const term of this.#partTerms(compound.modifier)) terms.push(modifierTerm(term));
      }
    }
    return { token, stem: stemmed, terms };
  }

  /** A part of a compound by its stem and by what it means. */
  #partTerms(part: string): Term[] {
    const stemmed = stem(part, 'de');
    const meanings = this.#lexicon.phrases.de.find([{ stem: stemmed, surface: part }]).flatMap((match) => match.terms);
    return [stemmed, ...meanings];
  }
}

/** Tokens that are not function words; an acronym (`US`) is none, except in a text that is all in capitals. */
export function contentTokens(text: string, language: Language): Token[] {
  const allCapitals = text === text.toUpperCase();
  return tokenize(text).filter(
    (token) => !isStopWord(token.folded, language) || (!allCapitals && isAcronym(token.surface)),
  );
}

function* joinedByHyphens(words: readonly Word[]): Generator<{ joined: string; from: number; to: number }> {
  for (let from = 0; from < words.length; from++) {
    let joined = words[from]?.token.folded ?? '';
    let to = from + 1;
    for (; words[to]?.token.hyphenated === true; to++) joined += words[to]?.token.folded ?? '';
    if (to > from + 1) yield { joined, from, to };
    from = to - 1;
  }
}
