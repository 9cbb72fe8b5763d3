import type { NounPhrase } from '../reading/phrase.ts';
import type { Referent } from '../reading/resolve.ts';
import { type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { keyOf } from '../reading/speaker.ts';

const DEFINITE = /^(?:der|die|das|dem|den|the)$/;

/** IssuerMemory is responsible for whose texts an article speaks of: `the statement` is the one whose issuer it named. */
export class IssuerMemory {
  /** By the text's noun; null where several have issued one. */
  readonly #issuers = new Map<string, Referent | null>();

  /** Keeps whose a text is that is named with them: `die Erklärung der USA und der Ukraine`, `a Russian draft`. */
  add(text: NounPhrase, issuer: Referent, sentence: TokenizedSentence): void {
    const noun = wordAt(sentence, text.head);
    const known = this.#issuers.get(noun);
    const isSame = known === undefined || (known !== null && keyOf(known.speakers) === keyOf(issuer.speakers));
    this.#issuers.set(noun, isSame ? issuer : null);
  }

  /** Whose text a phrase means that names nobody; null where none or several are known. */
  of(text: NounPhrase, sentence: TokenizedSentence): Referent | null {
    if (text.joined !== null || !DEFINITE.test(text.determiner ?? '')) return null;
    return this.#issuers.get(wordAt(sentence, text.head)) ?? null;
  }
}
