import type { NounPhrase } from '../reading/phrase.ts';
import type { Referent, Resolver } from '../reading/resolve.ts';
import type { TokenizedSentence } from '../reading/sentence.ts';
import { distinct, keyOf } from '../reading/speaker.ts';

/** What two of can be: `beide Präsidenten` are persons, `both countries` none, governments may be meant by either. */
const NOUNS: readonly (readonly ['persons' | 'bodies' | 'governments' | 'any', RegExp])[] = [
  ['governments', /regierungen$|^governments$/],
  ['persons', /(?:prasidenten|chefs|minister|politiker|manner)$|^(?:presidents|leaders|ministers|men|women)$/],
  ['bodies', /(?:lander|landern|staaten|staates)$|^(?:countries|states|nations)$/],
  ['any', /^(?:seiten?|partei(?:en)?|delegationen|sides?|part(?:y|ies)|delegations)$/],
];
const BOTH = /^(?:beide[rn]?|both)$/;

/**
 * Whom `beide Regierungen` or `the two presidents` means, a phrase of which {@link isPair} holds.
 * @param before somebody named before; null is returned where they are not two of that kind
 */
export function pairMeant(
  phrase: NounPhrase,
  sentence: TokenizedSentence,
  before: Referent | null,
  resolver: Resolver,
): Referent | null {
  if (before === null || before.speakers.length !== 2) return null;
  const own = sentence.words.slice(phrase.nouns, phrase.core).map(({ folded }) => folded);
  const kind = NOUNS.find(([, pattern]) => own.some((word) => pattern.test(word)))?.[0];
  if (kind === undefined) return null;
  if (kind === 'governments') {
    const speakers = resolver.governmentsOf(before.speakers);
    // Those whom no list knows are meant as they were called.
    if (speakers.length > 0) return speakers.length === 2 ? { ...before, speakers } : null;
    return before.speakers.some((speaker) => speaker.kind === 'person') ? null : before;
  }
  const arePersons = before.speakers.every((speaker) => speaker.kind === 'person');
  return kind === 'any' || arePersons === (kind === 'persons') ? before : null;
}

/** `The sides`, `die Seiten` without a number are those spoken of, too. */
const SIDES = /^(?:seiten|delegationen|prasidenten|sides|parties|delegations|presidents)$/;
/** `Each side` is both. */
const EACH = /^(?:jede[rsnm]?|each)$/;
const SIDE = /^(?:seite|partei|side|party)$/;

/** Whether a phrase means two who were spoken of: `both countries`, `die Seiten`. */
export function isPair({ from, nouns, core, determiner }: NounPhrase, sentence: TokenizedSentence): boolean {
  if (BOTH.test(determiner ?? '')) return true;
  if (EACH.test(determiner ?? '')) return SIDE.test(sentence.words[nouns]?.folded ?? '');
  if (/^(?:die|der|the)$/.test(determiner ?? '') && core === nouns + 1 && nouns === from + 1)
    return SIDES.test(sentence.words[nouns]?.folded ?? '');
  return sentence.words
    .slice(from, nouns + 1)
    .some(({ folded }) => BOTH.test(folded) || (folded === 'two' && determiner === 'the'));
}

/** PairMemory is responsible for whom an article names two together, so that `the sides` can be told later on. */
export class PairMemory {
  readonly #resolver: Resolver;
  /** Those that the lexicon knows, by the governments they stand for: Kyiv and Moscow are Ukraine and Russia. */
  readonly #names = new Map<string, Referent>();
  /** Two of whom one at least has no name: `the union and the employers`, but also `the embassies and Moscow`. */
  readonly #others = new Map<string, Referent>();
  /** Two persons of different sides, by the governments of these. */
  readonly #persons = new Map<string, Referent>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** Keeps two bodies, or two persons of different sides. */
  add(referent: Referent): void {
    const { speakers, medium } = referent;
    if (medium || speakers.length !== 2) return;
    const governments = distinct(this.#resolver.governmentsOf(speakers));
    const key = keyOf(governments.length === 2 ? governments : speakers);
    const persons = speakers.filter(({ kind }) => kind === 'person').length;
    if (persons > 0 && (persons < 2 || governments.length < 2)) return;
    const isNamed = speakers.every(({ id }) => !id.startsWith('phrase:'));
    const pairs = persons > 0 ? this.#persons : isNamed ? this.#names : this.#others;
    if (!pairs.has(key)) pairs.set(key, referent);
  }

  /** The only two bodies so far; null where there are none, or several. Names go before those who have none. */
  only(): Referent | null {
    return onlyOf(this.#names.size > 0 ? this.#names : this.#others);
  }

  /** The only two persons of different sides so far, or null. */
  onlyPersons(): Referent | null {
    return onlyOf(this.#persons);
  }

  /** The only two who could agree on something, be they bodies or persons of the same two sides; else null. */
  partners(): Referent | null {
    return onlyOf(new Map([...this.#persons, ...this.#names])) ?? this.only();
  }
}

function onlyOf(pairs: ReadonlyMap<string, Referent>): Referent | null {
  const [only, second] = pairs.values();
  return only === undefined || second !== undefined ? null : only;
}
