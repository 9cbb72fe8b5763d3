import type { Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Name, NameKind } from '../language/name.ts';
import { stem } from '../language/stem.ts';
import { isStopWord } from '../language/stop-words.ts';
import { isAcronym, type Token, tokenize } from '../language/tokens.ts';
import type { Span } from '../span.ts';
import { findFamilies } from './families.ts';

/** Someone or something of the lexicon that a text names. */
export interface NameMention extends Span {
  /** Who may be meant; all that stand for one state have one key. */
  readonly keys: readonly string[];
  /** `medium` where it only passes on what others say. */
  readonly kind: NameKind;
  /**
   * What else names it, where it is a state's (`Ukrainian army`): all of the state's key together with one of these
   * keys, for words that mean what its other words mean (`Armee der Ukraine`, `Ukraine's soldiers`).
   */
  readonly described: { readonly state: readonly string[]; readonly words: readonly string[] } | null;
}

interface Match {
  /** The half-open range of the tokens that name it. */
  readonly from: number;
  readonly to: number;
  readonly names: readonly Name[];
}

/** These lengths tell a name within a German compound (`Kremlsprecher`, `Ukrainegespräche`) from chance. */
const SHORTEST_NAME_IN_COMPOUND = 5;
const SHORTEST_REST_OF_COMPOUND = 4;

/** NameReader is responsible for the names in a text, by any spelling of the lexicon. */
export class NameReader {
  readonly #lexicon: Lexicon;
  readonly #families: ReadonlyMap<string, string>;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#families = findFamilies(lexicon.names.values());
  }

  /** The names of a text in order, the longest where one stands within another (`Russian defence ministry`). */
  mentions(text: string, language: Language): readonly NameMention[] {
    const tokens = contentTokens(text, language);
    const matches = this.#find(tokens, language);
    return matches
      .filter((match) => !matches.some((other) => isWithin(match, other)))
      .flatMap((match) => {
        const [first, last] = [tokens[match.from], tokens[match.to - 1]];
        const [name] = match.names;
        if (first === undefined || last === undefined || name === undefined) return [];
        return [
          {
            start: first.start,
            end: last.end,
            keys: this.#keysOf(match.names),
            kind: name.kind,
            described: this.#describe(match, matches, tokens, language),
          },
        ];
      });
  }

  /**
   * The keys of all that a text names, also within longer names, in the genitive and at the beginning of compounds, and
   * those of what its words mean.
   */
  named(text: string, language: Language): ReadonlySet<string> {
    const tokens = contentTokens(text, language);
    const readings = [tokens];
    if (language === 'de') {
      // The stemmer leaves the genitive of many foreign names (`Selenskyjs`) as it is.
      readings.push(tokens.map((token) => ({ ...token, folded: token.folded.replace(/s$/, '') })));
      readings.push(...tokens.flatMap(beginnings).map((beginning) => [beginning]));
    }
    const names = readings.flatMap((reading) => this.#find(reading, language)).flatMap((match) => match.names);
    return new Set([...this.#keysOf(names), ...this.#meanings(tokens, language)]);
  }

  /** `Ukrainian army`, a name that holds that of a state, by the state and by the rest of its words. */
  #describe(match: Match, matches: readonly Match[], tokens: readonly Token[], language: Language) {
    const state = matches.find((other) => isWithin(other, match) && other.names.some(({ kind }) => kind === 'country'));
    if (state === undefined) return null;
    const rest = tokens.slice(match.from, match.to).filter((_, index) => {
      const at = match.from + index;
      return at < state.from || at >= state.to;
    });
    return { state: this.#keysOf(state.names), words: this.#meanings(rest, language) };
  }

  #keysOf(names: readonly Name[]): readonly string[] {
    return names.map(({ id }) => this.#families.get(id) ?? id);
  }

  #find(tokens: readonly Token[], language: Language): readonly Match[] {
    return this.#phrases(tokens, language)
      .map(({ from, to, terms }) => ({ from, to, names: terms.flatMap((term) => this.#nameOf(term)) }))
      .filter(({ names }) => names.length > 0);
  }

  /** The terms of the lexicon for what words mean and for their topic. */
  #meanings(tokens: readonly Token[], language: Language): readonly string[] {
    return this.#phrases(tokens, language).flatMap(({ terms }) => terms.filter((term) => !term.startsWith('@')));
  }

  #phrases(tokens: readonly Token[], language: Language) {
    const words = tokens.map(({ folded, surface }) => ({ stem: stem(folded, language), surface }));
    return this.#lexicon.phrases[language].find(words);
  }

  #nameOf(term: string): readonly Name[] {
    const name = term.startsWith('@') ? this.#lexicon.names.get(term.slice(1)) : undefined;
    return name === undefined ? [] : [name];
  }
}

/** What the lexicon looks at: no function words, but acronyms that are written like one (`US`). */
function contentTokens(text: string, language: Language): readonly Token[] {
  return tokenize(text).filter(({ folded, surface }) => !isStopWord(folded, language) || isAcronym(surface));
}

/** What a word may begin with if it is a compound. */
function beginnings(token: Token): readonly Token[] {
  const beginning: Token[] = [];
  const longest = token.folded.length - SHORTEST_REST_OF_COMPOUND;
  for (let length = SHORTEST_NAME_IN_COMPOUND; length <= longest; length++) {
    beginning.push({ ...token, folded: token.folded.slice(0, length) });
  }
  return beginning;
}

const isWithin = (inner: Match, outer: Match): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
