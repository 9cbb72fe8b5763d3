import type { CompoundSplitter } from './compounds.ts';
import { withoutDigraphs } from './fold.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { germanRoot, stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { isAcronym, isNumber, type Token, tokenize } from './tokens.ts';

/**
 * What is indexed and searched. A text holds stems of its language (`de:verhandl`), numbers (`175`) and phrases of the
 * lexicon. A single word can also be found by what follows from it: `√` a German root, `^` the head and `+` the
 * modifier of a compound (of a word or of a meaning), `@` a name, `~` a meaning and `≈` a topic of the lexicon.
 */
export type Term = string;

export const stemTerm = (stemmed: string, language: Language): Term =>
  /^\d/.test(stemmed) ? stemmed : `${language}:${stemmed}`;
export const rootTerm = (root: string): Term => `√${root}`;
export const headTerm = (term: Term): Term => `^${term}`;
export const modifierTerm = (term: Term): Term => `+${term}`;
export const isName = (term: Term): boolean => term.startsWith('@');
/** Whether a term comes from the lexicon: a name, a meaning or a topic. */
export const isFromLexicon = (term: Term): boolean => /^[@~≈]/.test(term);

/** German roots are only told from stems in words that are long enough to have an ending. */
const SHORTEST_INFLECTED = 5;

/** A content word of a text. */
export interface Word {
  readonly token: Token;
  readonly stem: string;
  /** What the word is indexed by. */
  readonly term: Term;
}

/** A text as search sees it. */
export interface Analysis {
  /** Content words in order; function words are left out. */
  readonly words: readonly Word[];
  /** What several words together stand for; the half-open range counts words. */
  readonly phrases: readonly { readonly term: Term; readonly from: number; readonly to: number }[];
}

/** Analyzer is responsible for turning a text of a known language into terms, at indexing and for questions alike. */
export class Analyzer {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  analyze(text: string, language: Language): Analysis {
    const words = contentTokens(text, language).map((token) => {
      const stemmed = stem(token.folded, language);
      return { token, stem: stemmed, term: stemTerm(stemmed, language) };
    });
    const phrases = [...joinedByHyphens(words, language)];
    const phraseWords = words.map((word) => ({ stem: word.stem, surface: word.token.surface }));
    for (const { terms, from, to } of this.#lexicon.phrases[language].find(phraseWords)) {
      if (to > from + 1 && isTogether(words, from, to)) for (const term of terms) phrases.push({ term, from, to });
    }
    return { words, phrases };
  }

  /** What a single word can be found by, beside its own stem. */
  relationsOf({ token, stem: stemmed }: Word, language: Language, compounds: CompoundSplitter): Term[] {
    const terms = this.#meaningsOf(stemmed, token.surface, language);
    if (language !== 'de' || isNumber(token)) return terms;
    if (token.folded.length >= SHORTEST_INFLECTED) terms.push(rootTerm(germanRoot(token.folded)));
    const compound = compounds.split(token.folded);
    if (compound === null) return terms;
    for (const term of this.#partTerms(compound.head)) terms.push(headTerm(term));
    for (const term of this.#partTerms(compound.modifier)) terms.push(modifierTerm(term));
    return terms;
  }

  /** A part of a compound by its stem and by what it means. */
  #partTerms(part: string): Term[] {
    const stemmed = stem(part, 'de');
    return [stemTerm(stemmed, 'de'), ...this.#meaningsOf(stemmed, part, 'de')];
  }

  #meaningsOf(stemmed: string, surface: string, language: Language): Term[] {
    return this.#lexicon.phrases[language].find([{ stem: stemmed, surface }]).flatMap((match) => match.terms);
  }
}

/** Function words that may stand inside a phrase, for each word of it: `end of the war`. */
const MOST_BETWEEN = 2;

/** Whether words are near enough to be a phrase: `last say on the peace` is no `lasting peace`. */
function isTogether(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const gap = (words[at]?.token.position ?? 0) - (words[at - 1]?.token.position ?? 0) - 1;
    if (gap > MOST_BETWEEN) return false;
  }
  return true;
}

/** Tokens that are not function words; an acronym (`US`) is none, except in a text that is all in capitals. */
export function contentTokens(text: string, language: Language): Token[] {
  const allCapitals = text === text.toUpperCase();
  return tokenize(text).filter(
    (token) =>
      (!isStopWord(token.folded, language) &&
        !(language === 'de' && isStopWord(withoutDigraphs(token.folded), 'de'))) ||
      (!allCapitals && isAcronym(token.surface)),
  );
}

function* joinedByHyphens(
  words: readonly Word[],
  language: Language,
): Generator<{ term: Term; from: number; to: number }> {
  for (let from = 0; from < words.length; from++) {
    let joined = words[from]?.token.folded ?? '';
    let to = from + 1;
    for (; words[to]?.token.hyphenated === true; to++) joined += words[to]?.token.folded ?? '';
    if (to > from + 1) yield { term: stemTerm(stem(joined, language), language), from, to };
    from = to - 1;
  }
}
