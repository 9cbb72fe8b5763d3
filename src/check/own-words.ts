import { fold } from '../language/fold.ts';
import { LANGUAGES, type Language, type Localised } from '../language/language.ts';
import { isNumber, tokenize } from '../language/tokens.ts';
import type { NameReader } from './names.ts';

/**
 * OwnWords is responsible for telling a writer's own words from those that are the same in every article: names,
 * numbers and the offices of those who are named.
 */
export class OwnWords {
  readonly #names: NameReader;
  readonly #offices: ReadonlySet<string>;

  /** @param offices Nouns for offices, one or two words each. */
  constructor(names: NameReader, offices: Localised<readonly string[]>) {
    this.#names = names;
    this.#offices = new Set(
      LANGUAGES.flatMap((language) => offices[language].flatMap((words) => words.split(' '))).map(fold),
    );
  }

  /** The folded words of a text that are its writer's own, in order. */
  of(text: string, language: Language): readonly string[] {
    const names = this.#names.mentions(text, language);
    return tokenize(text)
      .filter((token) => !isNumber(token) && !this.#offices.has(token.folded))
      .filter((token) => !names.some((name) => name.start <= token.start && token.end <= name.end))
      .map(({ folded }) => folded);
  }
}
