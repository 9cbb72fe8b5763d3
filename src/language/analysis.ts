import type { CompoundSplitter } from './compounds.ts';
import { withoutDigraphs } from './fold.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { endsClause, joinSeparated } from './separable.ts';
import { germanRoot, stem } from './stem.ts';
import { isStopWord, isVerbParticle } from './stop-words.ts';
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
  /**
   * What several words together stand for; the half-open range counts words. That of an English verb with a particle is
   * the verb alone: particles are no words here.
   */
  readonly phrases: readonly FoundPhrase[];
}

interface FoundPhrase {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** Analyzer is responsible for turning a text of a known language into terms, at indexing and for questions alike. */
export class Analyzer {
  readonly #lexicon: Lexicon;
  /** Roots of the lexicon's German words. */
  readonly #roots: ReadonlySet<string>;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#roots = new Set([...lexicon.words.de].map(germanRoot));
  }

  analyze(text: string, language: Language): Analysis {
    const tokens = this.#join(text, language);
    const words = contentTokens(text, tokens, language).map((token) => {
      const stemmed = stem(token.folded, language);
      return { token, stem: stemmed, term: stemTerm(stemmed, language) };
    });
    const phrases = [...joinedByHyphens(words, language)];
    if (language === 'en') {
      phrases.push(...this.#phrasalVerbs(tokens, words, language), ...this.#parted(text, tokens, words, language));
    }
    const phraseWords = words.map((word) => ({ stem: word.stem, surface: word.token.surface }));
    for (const { terms, from, to } of this.#lexicon.phrases[language].find(phraseWords)) {
      if (to > from + 1 && isTogether(words, from, to)) for (const term of terms) phrases.push({ term, from, to });
    }
    return { words, phrases };
  }

  /** All tokens, German verbs together with their particles: `sagte … ab` is read as `absagte`. */
  #join(text: string, language: Language): readonly Token[] {
    const tokens = tokenize(text);
    if (language !== 'de') return tokens;
    const { joined, particles } = joinSeparated(text, tokens, (folded) => this.#isVerb(folded));
    return tokens
      .filter(({ position }) => !particles.has(position))
      .map((token) => ({ ...token, folded: joined.get(token.position) ?? token.folded }));
  }

  #isVerb(folded: string): boolean {
    return this.#roots.has(germanRoot(folded));
  }

  /** Phrases of English with the particles of their verbs, which are no words: `call off`, `called off the talks`. */
  *#phrasalVerbs(tokens: readonly Token[], words: readonly Word[], language: Language): Generator<FoundPhrase> {
    const positions = new Map(words.map(({ token }, at) => [token.position, at]));
    const sequence = tokens
      .filter(({ folded, position }) => positions.has(position) || isVerbParticle(folded, language))
      .map((token) => ({ token, surface: token.surface, stem: stem(token.folded, language) }));
    for (const { from, to, terms } of this.#lexicon.phrases[language].find(sequence)) {
      const covered = sequence.slice(from, to).flatMap(({ token }) => positions.get(token.position) ?? []);
      const [first, last] = [covered[0], covered.at(-1)];
      if (first === undefined || last === undefined || covered.length === to - from) continue;
      if (isTogether(words, first, last + 1)) for (const term of terms) yield { term, from: first, to: last + 1 };
    }
  }

  /** English verbs whose particle stands behind their object, at the end of the clause: `turned the offer down`. */
  *#parted(text: string, tokens: readonly Token[], words: readonly Word[], language: Language): Generator<FoundPhrase> {
    for (const particle of tokens) {
      if (!isVerbParticle(particle.folded, language) || !endsClause(text, particle)) continue;
      for (const [at, { token, stem: stemmed }] of words.entries()) {
        const gap = particle.position - token.position - 1;
        if (gap < 1 || gap > LONGEST_OBJECT) continue;
        const pair = [
          { stem: stemmed, surface: token.surface },
          { stem: stem(particle.folded, language), surface: particle.surface },
        ];
        for (const { from, to, terms } of this.#lexicon.phrases[language].find(pair)) {
          if (from === 0 && to === pair.length) for (const term of terms) yield { term, from: at, to: at + 1 };
        }
      }
    }
  }

  /** What a single word can be found by, beside its own stem. */
  relationsOf({ token }: Word, language: Language, compounds: CompoundSplitter): Term[] {
    const terms = [...termsOfWord(token, language, this.#lexicon)];
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
    return [stemTerm(stem(part, 'de'), 'de'), ...termsOfWord({ folded: part, surface: part }, 'de', this.#lexicon)];
  }
}

/** A single word to be looked up. */
interface LookedUp {
  readonly folded: string;
  readonly surface: string;
}

/**
 * What the lexicon says that a single word stands for: by its stem, and as a form of a German verb by its root.
 */
export function termsOfWord(
  { folded, surface }: LookedUp,
  language: Language,
  { phrases, roots }: Lexicon,
): readonly Term[] {
  const stemmed = stem(folded, language);
  const found = phrases[language].find([{ stem: stemmed, surface }]).flatMap((match) => match.terms);
  if (language !== 'de' || folded.length < SHORTEST_INFLECTED || /^\p{Lu}/u.test(surface)) return found;
  return [...new Set([...found, ...(roots.get(germanRoot(folded)) ?? [])])];
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

/** Words between an English verb and the particle at the end of its clause: `called the whole thing off`. */
const LONGEST_OBJECT = 3;

/** What stands behind `einigen` where it is no pronoun: `konnten sie sich einigen?`, `… einigen können`. */
const ENDS_WITH_VERB = /^\s*(?:$|\p{P}|(?:k[öo]nn|woll|soll|werd|würd|müss|lass|dürf)\p{L}*)/iu;

/** Tokens that are not function words; an acronym (`US`) is none, except in a text that is all in capitals. */
function contentTokens(text: string, tokens: readonly Token[], language: Language): Token[] {
  const allCapitals = text === text.toUpperCase();
  return tokens.filter(
    (token) =>
      (!isStopWord(token.folded, language) &&
        !(language === 'de' && isStopWord(withoutDigraphs(token.folded), 'de'))) ||
      (language === 'de' && token.folded === 'einigen' && ENDS_WITH_VERB.test(text.slice(token.end))) ||
      (!allCapitals && isAcronym(token.surface)),
  );
}

function* joinedByHyphens(words: readonly Word[], language: Language): Generator<FoundPhrase> {
  for (let from = 0; from < words.length; from++) {
    let joined = words[from]?.token.folded ?? '';
    let to = from + 1;
    for (; words[to]?.token.hyphenated === true; to++) joined += words[to]?.token.folded ?? '';
    if (to > from + 1) yield { term: stemTerm(stem(joined, language), language), from, to };
    from = to - 1;
  }
}
