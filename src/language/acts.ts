import { rootTerm, stemTerm, type Term } from './analysis.ts';
import { wordsOfCue } from './cue-pattern.ts';
import { fold } from './fold.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Part } from './part-cues.ts';
import { CUED_STATUSES } from './statement-cues.ts';
import { germanRoot, stem } from './stem.ts';

/** What a sentence does (`!demanded`), or as what it says that somebody took part (`%host`), as a term to be found by. */
export const actTerm = (status: string): Term => `!${status}`;
export const partTerm = (part: Part): Term => `%${part}`;

/** That a sentence passes on the words of a name (`>@putin`): he speaks, and is not only spoken of. */
export const voiceTerm = (name: Term): Term => `>${name}`;
export const isVoice = (term: Term): boolean => term.startsWith('>');

/**
 * ActBook is responsible for the words by which a question asks for an act or a part: `fordert` asks for demands, however
 * the articles word them. The words are the cues by which acts are told in sentences.
 */
export class ActBook {
  readonly #terms = new Map<Term, Set<Term>>();

  constructor({ statuses, parts }: Lexicon) {
    for (const language of LANGUAGES) {
      for (const status of CUED_STATUSES) {
        const cues = statuses.statuses[status];
        for (const cue of [...(cues?.strong[language] ?? []), ...(cues?.weak[language] ?? [])]) {
          this.#learn(cue, language, actTerm(status));
        }
      }
      for (const { doer, listed, [language]: cues } of parts.roles) {
        const part = doer ?? listed;
        if (part !== undefined) for (const cue of cues) this.#learn(cue, language, partTerm(part));
      }
    }
  }

  /** Only cues of one word: a question seldom holds the others as they stand. */
  #learn(cue: string, language: Language, term: Term): void {
    const words = wordsOfCue(cue);
    if (words.length !== 1) return;
    for (const word of words) {
      for (const key of keysOf(fold(word), language))
        this.#terms.set(key, (this.#terms.get(key) ?? new Set()).add(term));
    }
  }

  /** The acts and parts that a folded word asks for. */
  termsOf(folded: string, language: Language): ReadonlySet<Term> {
    return new Set(keysOf(folded, language).flatMap((key) => [...(this.#terms.get(key) ?? [])]));
  }
}

const keysOf = (folded: string, language: Language): Term[] => {
  const own = stemTerm(stem(folded, language), language);
  return language === 'de' ? [own, rootTerm(germanRoot(folded))] : [own];
};
