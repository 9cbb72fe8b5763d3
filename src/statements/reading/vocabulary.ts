import { fold } from '../../language/fold.ts';
import { LANGUAGES, type Language, type Localised } from '../../language/language.ts';
import type { Cues } from '../../language/lexicon.ts';
import type { Token } from '../../language/tokens.ts';

/** What a noun tells about whom it means. */
export type NounClass =
  | 'office'
  | 'body'
  | 'medium'
  | 'group'
  | 'anonymous'
  | 'document'
  | 'account'
  | 'time'
  | 'abstract'
  | 'message';

/** The lists of the lexicon that classify nouns; where a noun stands in several, the first one counts. */
const LISTS: readonly (readonly [NounClass, keyof Cues])[] = [
  ['time', 'times'],
  ['anonymous', 'anonymous'],
  ['account', 'accounts'],
  ['medium', 'media'],
  ['office', 'offices'],
  ['office', 'representatives'],
  ['body', 'bodies'],
  ['group', 'groups'],
  ['document', 'documents'],
  ['message', 'messages'],
  ['abstract', 'abstract'],
];

/** Shorter words end others by chance: `Rat` in `Apparat`. */
const SHORTEST_HEAD = 4;

/** Vocabulary is responsible for telling what nouns mean: `Einsatzleiter` is an office since `Leiter` is one. */
export class Vocabulary {
  readonly #classes: Localised<ReadonlyMap<string, NounClass>>;
  readonly #representatives: ReadonlySet<string>;
  readonly #media: ReadonlySet<string>;
  readonly #actNouns: ReadonlySet<string>;
  readonly #feminine: ReadonlySet<string>;
  readonly #memo: Localised<Map<string, NounClass | null>> = { de: new Map(), en: new Map() };

  constructor(cues: Cues) {
    const classes = { de: new Map<string, NounClass>(), en: new Map<string, NounClass>() };
    for (const [kind, list] of LISTS) {
      for (const language of LANGUAGES) {
        for (const word of cues[list][language].map(fold)) {
          if (!classes[language].has(word)) classes[language].set(word, kind);
        }
      }
    }
    this.#classes = classes;
    this.#media = new Set(LANGUAGES.flatMap((language) => cues.media[language].map(fold)));
    this.#actNouns = new Set(LANGUAGES.flatMap((language) => cues.act_nouns[language].map(fold)));
    this.#representatives = new Set(LANGUAGES.flatMap((language) => cues.representatives[language].map(fold)));
    const offices = new Set(cues.offices.de.map(fold));
    this.#feminine = new Set([...offices].filter((word) => isFeminineOf(word, offices)));
  }

  /** The class of a noun, or null; a German compound has the class of its head. */
  classOf(word: Token | undefined, language: Language): NounClass | null {
    if (word === undefined) return null;
    const known = this.#memo[language].get(word.folded);
    if (known !== undefined) return known;
    const found = this.#find(word.folded, language);
    this.#memo[language].set(word.folded, found);
    return found;
  }

  /** Whether a noun means somebody who speaks for the body named behind it: `Sprecher`, `Regierungssprecherin`. */
  isRepresentative(word: Token | undefined): boolean {
    return word !== undefined && this.#headIn(word.folded, this.#representatives) !== null;
  }

  /** Whether a noun means somebody who only passes on what others say: `Medienberichten`, `newspaper`. */
  isMedium(word: Token | undefined): boolean {
    return word !== undefined && this.#headIn(word.folded, this.#media) !== null;
  }

  /** Whether a noun tells what one side does alone: `Gegenvorschlag`, `demand`. */
  isActNoun(word: Token | undefined): boolean {
    return word !== undefined && this.#headIn(word.folded, this.#actNouns) !== null;
  }

  /** The gender of an office: `Ministerin` and `spokeswoman` are women's. */
  genderOf(word: Token | undefined, language: Language): 'm' | 'f' | null {
    if (word === undefined) return null;
    if (language === 'en') {
      if (FEMALE.test(word.folded)) return 'f';
      return MALE.test(word.folded) ? 'm' : null;
    }
    return this.#headIn(word.folded, this.#feminine) !== null || word.folded === 'frau' ? 'f' : 'm';
  }

  #find(word: string, language: Language): NounClass | null {
    const classes = this.#classes[language];
    for (const form of language === 'de' ? germanForms(word) : [word]) {
      const whole = classes.get(form);
      if (whole !== undefined) return whole;
    }
    if (language === 'en') return AGENTS.test(word) ? 'group' : null;
    for (const form of germanForms(word)) {
      for (let cut = 2; cut <= form.length - SHORTEST_HEAD; cut++) {
        const head = classes.get(form.slice(cut));
        if (head !== undefined && head !== 'abstract') return head;
      }
    }
    return null;
  }

  #headIn(word: string, heads: ReadonlySet<string>): string | null {
    for (const form of germanForms(word)) {
      for (let cut = 0; cut <= form.length - SHORTEST_HEAD; cut++) {
        if (heads.has(form.slice(cut))) return form.slice(cut);
      }
    }
    return null;
  }
}

/** A German noun as it stands, and without the endings of its cases: `Sprechers`, `Vorständen`. */
function germanForms(word: string): readonly string[] {
  return [word, ...['s', 'es', 'n', 'en'].filter((end) => word.endsWith(end)).map((end) => word.slice(0, -end.length))];
}

const isFeminineOf = (word: string, offices: ReadonlySet<string>): boolean => {
  if (!word.endsWith('in')) return false;
  const masculine = word.slice(0, -2);
  return offices.has(masculine) || offices.has(`${masculine}e`) || word.length > 5;
};

/** English words for people by what they do, in the plural. */
const AGENTS =
  /(?:isers|izers|ists|icians|makers|holders|keepers|goers|owners|writers|builders|growers|sellers|buyers|riders|drivers|users)$/;

const FEMALE =
  /(?:woman|women)$|^(?:mrs|ms|miss|lady|dame|queen|princess|mother|sister|daughter|widow|actress|baroness)$/;
const MALE =
  /(?:spokesman|chairman|councilman|congressman)$|^(?:mr|lord|sir|king|prince|pope|cardinal|father|brother|son|patriarch)$/;
