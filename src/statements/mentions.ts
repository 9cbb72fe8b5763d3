import { contentTokens } from '../language/analysis.ts';
import { fold } from '../language/fold.ts';
import { LANGUAGES, type Language, type Localised } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Name } from '../language/name.ts';
import { stem } from '../language/stem.ts';
import { type Token, tokenize } from '../language/tokens.ts';

/** Someone or something that a sentence names, as a possible source or actor. */
export interface Mention {
  readonly id: string;
  readonly name: Localised;
  /** The half-open range of the sentence's tokens that names it. */
  readonly from: number;
  readonly to: number;
  /** Whether a preposition stands before it: then it is where, about whom or to whom, but not who. */
  readonly governed: boolean;
}

/** A sentence as attribution looks at it. */
export interface TokenizedSentence {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
}

const GOVERNING: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    'in im nach bei beim von vom mit uber zu zum zur gegenuber an am auf fur gegen durch zwischen um ohne seit vor wegen trotz ins ans unter'.split(
      ' ',
    ),
  ),
  en: new Set('in at to with about of for from against on between by into over near without through under'.split(' ')),
};
/** Words that may stand between a preposition and the name that it governs. */
const BETWEEN: ReadonlySet<string> = new Set(
  'der die das dem den des ein eine einen einem einer the a an its his her their seinem seinen seiner beiden'.split(
    ' ',
  ),
);
const MOST_BETWEEN = 3;
/** Words of an office between a state and a person: `Russian foreign policy aide`. */
const LONGEST_OFFICE = 3;

/** MentionFinder is responsible for the persons, institutions and countries that a sentence names. */
export class MentionFinder {
  readonly #lexicon: Lexicon;
  readonly #byMetonym = new Map<string, Name>();
  readonly #offices: ReadonlySet<string>;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#offices = new Set(LANGUAGES.flatMap((language) => lexicon.cues.offices[language]).map(fold));
    for (const name of lexicon.names.values()) {
      for (const spelling of name.metonyms)
        for (const token of tokenize(spelling)) this.#byMetonym.set(token.folded, name);
    }
  }

  read(text: string, language: Language): TokenizedSentence {
    const tokens = tokenize(text);
    return { text, language, tokens, mentions: this.#mentions(text, tokens, language) };
  }

  #mentions(text: string, tokens: readonly Token[], language: Language): Mention[] {
    const content = contentTokens(text, language);
    const words = content.map((token) => ({ stem: stem(token.folded, language), surface: token.surface }));
    const found: { name: Name; from: number; to: number }[] = [];
    for (const match of this.#lexicon.phrases[language].find(words)) {
      const first = content[match.from];
      const last = content[match.to - 1];
      if (first === undefined || last === undefined) continue;
      const from = tokens.findIndex((token) => token.start === first.start);
      const to = tokens.findIndex((token) => token.start === last.start) + 1;
      for (const term of match.terms) {
        const name = term.startsWith('@') ? this.#lexicon.names.get(term.slice(1)) : undefined;
        const speaker = name === undefined ? undefined : this.#asSpeaker(name, first);
        if (speaker !== undefined) found.push({ name: speaker, from, to });
      }
    }
    // `US-Außenminister Marco Rubio` names one person, not a country and a person; the longest name of a place wins.
    const apart: typeof found = [];
    for (const next of found.sort((a, b) => rank(b.name) - rank(a.name) || b.to - b.from - (a.to - a.from))) {
      if (!apart.some((other) => next.from < other.to && other.from < next.to)) apart.push(next);
    }
    return apart
      .sort((a, b) => a.from - b.from)
      .filter((mention, at, all) => !isApposition(mention, all[at + 1], tokens, text))
      .map(({ name, from, to }) => ({
        id: name.id,
        name: name.name,
        from,
        to,
        governed: isGoverned(tokens, from, to, language, this.#offices),
      }));
  }

  /** Who speaks when this name does: a place never speaks, but may stand for who does; a medium only passes on. */
  #asSpeaker(name: Name, token: Token): Name | undefined {
    if (name.kind === 'medium') return undefined;
    if (name.kind !== 'place') return name;
    return this.#byMetonym.get(token.folded);
  }
}

/** `der ukrainische Präsident Selenskyj` names one person: the country before it only says of which state. */
function isApposition(
  mention: { readonly name: Name; readonly to: number },
  next: { readonly name: Name; readonly from: number } | undefined,
  tokens: readonly Token[],
  text: string,
): boolean {
  if (next === undefined || mention.name.kind === 'person' || next.name.kind !== 'person') return false;
  const between = text.slice(tokens[mention.to - 1]?.end, tokens[next.from]?.start);
  const words = tokens.slice(mention.to, next.from);
  return (
    words.length <= LONGEST_OFFICE &&
    !/[,;:.–]/u.test(between) &&
    !words.some((word) => /^(?:und|and)$/.test(word.folded))
  );
}

const RANK = { person: 3, institution: 2, country: 1, place: 0, medium: 0 } as const;
const rank = (name: Name): number => RANK[name.kind];

const JOINS_OFFICE: ReadonlySet<string> = new Set('des der vom von fur of for the'.split(' '));

/** Forms of the article that no subject has. */
const OBLIQUE: ReadonlySet<string> = new Set('dem den des einem einen eines seinem seinen ihrem ihren'.split(' '));

/** Whether an office and a word that joins it to its holder stand before a name. */
function isSpokenFor(tokens: readonly Token[], from: number, offices: ReadonlySet<string>): boolean {
  for (let at = from - 1; at >= Math.max(0, from - MOST_BETWEEN); at--) {
    const folded = tokens[at]?.folded ?? '';
    if (offices.has(folded)) return true;
    if (!JOINS_OFFICE.has(folded)) return false;
  }
  return false;
}

function isGoverned(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
  offices: ReadonlySet<string>,
): boolean {
  // `US-Vorschlag` is a proposal: the name is only a part of the word.
  if (tokens[to]?.hyphenated === true) return true;
  // `Ein Sprecher des Kreml` and `a spokesman for the Kremlin` speak for it.
  if (isSpokenFor(tokens, from, offices)) return false;
  if (language === 'de' && OBLIQUE.has(tokens[from - 1]?.folded ?? '')) return true;
  for (let at = from - 1, steps = 0; at >= 0 && steps <= MOST_BETWEEN; at--, steps++) {
    const folded = tokens[at]?.folded ?? '';
    if (GOVERNING[language].has(folded)) return true;
    if (!BETWEEN.has(folded)) return false;
  }
  return false;
}
