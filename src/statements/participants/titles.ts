import { fold } from '../../language/fold.ts';
import { LANGUAGES, type Language, type Localised } from '../../language/language.ts';
import type { Office } from '../../language/name.ts';
import type { PartCues } from '../../language/part-cues.ts';
import { tokenize } from '../../language/tokens.ts';

type TitleKind = keyof PartCues['titles'];

/** Words that open what an office is for: `Präsident der Ukraine`. */
const BELONGING: ReadonlySet<string> = new Set(['der', 'des', 'von', 'of', 'for']);

/** Titles is responsible for what an office makes of its holder: a head of state or government, an envoy, a spokesperson. */
export class Titles {
  readonly #titles: Readonly<Record<TitleKind, Localised<readonly string[]>>>;

  constructor({ titles }: PartCues) {
    const byLength = (a: string, b: string): number => a.length - b.length;
    const padded = (kind: TitleKind): Localised<readonly string[]> => ({
      de: titles[kind].de.map(padWords).sort(byLength),
      en: titles[kind].en.map(padWords).sort(byLength),
    });
    this.#titles = {
      heads: padded('heads'),
      not_heads: padded('not_heads'),
      envoys: padded('envoys'),
      spokespeople: padded('spokespeople'),
    };
  }

  /** Whether an office is a head of state's or government's; `Vizepräsident` and `president of the commission` are not. */
  isHead(office: string, language: Language): boolean {
    // `The president’s son` is no president.
    const own = padWords(office.replace(/^.*['’]s\s/u, ''));
    const title = this.#titles.heads[language].findLast((each) => own.includes(each));
    // `Gesandter des Präsidenten`: whom an office is for is somebody else.
    if (title === undefined || own.indexOf(title) > placeOfBelonging(own)) return false;
    // `NATO Secretary General`: the words of the title itself make it nobody else’s.
    return !this.#has('not_heads', padWords(office).replace(title, '  '), language);
  }

  /** Whether one of the offices that the lexicon knows of somebody makes them a head on a day. */
  isHeadBy(offices: readonly Office[], date: string | null): boolean {
    return offices.some(
      ({ title, from, until }) =>
        LANGUAGES.some((language) => this.isHead(title[language], language)) &&
        (date === null || ((from === null || from.slice(0, date.length) <= date) && (until === null || date <= until))),
    );
  }

  isEnvoy(office: string, language: Language): boolean {
    return this.#has('envoys', padWords(office), language, true);
  }

  /** Whether any spokesperson can be meant in a text: a look that saves reading it closely. */
  mayNameSpokesperson(text: string, language: Language): boolean {
    const folded = fold(text);
    return this.#titles.spokespeople[language].some((title) => folded.includes(title.trim()));
  }

  isSpokesperson(office: string, language: Language): boolean {
    // `Der Sprecher des Ministers`: the title itself, not whom it is for.
    const words = padWords(office).trim().split(' ');
    const end = words.findIndex((word) => BELONGING.has(word));
    return this.#has('spokespeople', ` ${words.slice(0, end < 1 ? words.length : end).join(' ')} `, language, true);
  }

  /** @param inCompounds whether a German title may be the end of a word: `Kremlsprecher` */
  #has(kind: TitleKind, words: string, language: Language, inCompounds = false): boolean {
    return this.#titles[kind][language].some((title) =>
      words.includes(inCompounds && language === 'de' ? title.slice(1) : title),
    );
  }
}

/** Where the words begin that say what an office is for; behind its end where there are none. */
function placeOfBelonging(words: string): number {
  const places = [...BELONGING].map((word) => words.indexOf(` ${word} `)).filter((at) => at > 0);
  return Math.min(words.length, ...places);
}

/** Folded words between blanks, so that only whole words are found. */
const padWords = (text: string): string =>
  ` ${tokenize(text)
    .map(({ surface }) => fold(surface))
    .join(' ')} `;
