import type { PronounForm } from '../reading/grammar.ts';
import type { Referent } from '../reading/resolve.ts';
import { distinct, keyOf } from '../reading/speaker.ts';

/** Further back nobody looks for whom a pronoun means (`talks/attribution.md`, section 4.5). */
const SENTENCES = 2;

/** History is responsible for who was a subject or a source in the sentences before: whom a pronoun can mean. */
export class History {
  #sentences: readonly (readonly Referent[])[] = [];

  #last: readonly Referent[] = [];

  /** Adds a sentence's subject and sources, behind all others, and all whom it names. */
  add(referents: readonly Referent[], named: readonly Referent[]): void {
    this.#sentences = [...this.#sentences, referents].slice(-SENTENCES);
    this.#last = named;
  }

  /**
   * Whom a pronoun means: the only one of its gender and number; null where there is none, or two. Persons go before
   * bodies of the same gender (`Die Bank … Präsidentin Venn … Sie …`).
   */
  resolve(form: PronounForm): Referent | null {
    const all = this.#sentences.flat().filter((referent) => fits(referent, form));
    const persons = all.filter(({ speakers }) => speakers[0]?.kind === 'person');
    const fitting = persons.length > 0 ? persons : all;
    const byIds = new Map(fitting.map((referent) => [keyOf(referent.speakers), referent]));
    const [only, second] = byIds.values();
    return only === undefined || second !== undefined ? null : only;
  }

  /** The only one whom the sentence before names and who could speak; null where there is none, or two. */
  onlyOne(): Referent | null {
    const speakers = distinct(this.#last.flatMap((referent) => referent.speakers));
    return speakers.length === 1 ? (this.#last[0] ?? null) : null;
  }
}

function fits({ speakers, gender, plural }: Referent, form: PronounForm): boolean {
  const isPerson = speakers[0]?.kind === 'person';
  switch (form) {
    case 'm':
    case 'f':
      return !plural && speakers.length === 1 && (gender === form || (gender === null && isPerson));
    case 'n':
      return !plural && speakers.length === 1 && !isPerson;
    case 'plural':
      return plural || speakers.length > 1;
    default:
      return false;
  }
}
