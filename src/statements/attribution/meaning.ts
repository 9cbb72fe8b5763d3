import { AUXILIARIES } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadArticle, ReadSentence } from '../reading/reader.ts';
import type { Referent } from '../reading/resolve.ts';
import { distinct } from '../reading/speaker.ts';
import { History } from './anaphora.ts';
import { withOthers } from './coordination.ts';
import type { IssuerMemory } from './issuers.ts';
import { isPair, type PairMemory, pairMeant } from './pairs.ts';

/** What is known of an article beyond its sections. */
export interface Memories {
  readonly pairs: PairMemory;
  /** Who issued a text: its source. */
  readonly issuers: IssuerMemory;
  /** Whose act a text is, where the text itself is the source: `the Russian memorandum`. */
  readonly authors: IssuerMemory;
}

/** Meaning is responsible for whom phrases mean by what the sentences before have said. */
export class Meaning {
  readonly article: ReadArticle;
  readonly #history = new History();
  readonly #memories: Memories;
  /** The source of the sentence before, if it has one: whose text `this statement` is. */
  #source: Referent | null = null;

  constructor(article: ReadArticle, memories: Memories) {
    this.article = article;
    this.#memories = memories;
  }

  /** Whom several phrases mean together; null where one of them cannot be told. `verb` is the index of theirs. */
  of(phrases: readonly NounPhrase[], read: ReadSentence, verb: number | null): Referent | null {
    const referents = phrases.map((phrase) => {
      if (phrase.pronoun !== null)
        return this.#history.resolve(isPlural(phrase, read, verb) ? 'plural' : phrase.pronoun);
      return this.#said(phrase, read) ?? this.article.resolver.resolve(phrase, read);
    });
    const known = referents.filter((referent) => referent !== null);
    const [first] = known;
    if (first === undefined || known.length < referents.length) return null;
    if (known.length === 1) return first;
    const speakers = distinct(known.flatMap((referent) => referent.speakers));
    return { speakers, gender: null, plural: true, animate: true, medium: known.every(({ medium }) => medium) };
  }

  /** Who speaks on where a sentence says `demnach`: the source before, or the only one named. */
  before(): Referent | null {
    return this.#source ?? this.onlyOne();
  }

  /** The only one whom the sentence before names and who could speak; null where there is none, or two. */
  onlyOne(): Referent | null {
    return this.#history.onlyOne();
  }

  /** Whose act what nobody does alone is: of the only two who could agree, or else of the two named last. */
  partners(): Referent | null {
    return this.#memories.pairs.partners() ?? this.#pair();
  }

  /** Who speaks by a text that is a source of its own: Russia by `the Russian memorandum`, and then by `the memorandum`. */
  authorOf(text: NounPhrase, read: ReadSentence): Referent | null {
    const { resolver } = this.article;
    if (text.pronoun !== null || !resolver.isProposal(text, read.sentence)) return null;
    return resolver.authorOf(text, read) ?? this.#memories.authors.of(text, read.sentence);
  }

  /** Keeps the source that a sentence names by a phrase, at once: `both governments` may mean it in the same sentence. */
  learnSource(source: Referent, text: NounPhrase | undefined, read: ReadSentence): void {
    this.#memories.pairs.add(source);
    if (text?.pronoun === null && text.joined !== null && this.#isText(text, read))
      this.#memories.issuers.add(text, source, read.sentence);
  }

  /** Keeps what a sentence tells for those that follow; `carried` is whose words a medium as source hands on. */
  learn(read: ReadSentence, source: Referent | null, carried: Referent | null, actor: Referent | null): void {
    const named = [source, carried, this.#subject(read), source === null ? actor : null].filter(
      (each) => each !== null,
    );
    if (actor !== null) this.#memories.pairs.add(actor);
    this.#history.add(named, this.#animate(read));
    for (const referent of named) this.#memories.pairs.add(referent);
    for (const phrase of read.phrases) {
      if (phrase.pronoun !== null || !this.article.resolver.isProposal(phrase, read.sentence)) continue;
      const author = this.article.resolver.authorOf(phrase, read);
      if (author !== null) this.#memories.authors.add(phrase, author, read.sentence);
    }
    this.#source = source;
  }

  /** Whom a phrase means by what was said before: `beide Regierungen`, `in dieser Erklärung`. */
  #said(phrase: NounPhrase, read: ReadSentence): Referent | null {
    const isText = this.#isText(phrase, read);
    for (const own of isText && phrase.joined !== null ? [phrase, phrase.joined] : [phrase]) {
      if (!isPair(own, read.sentence)) continue;
      for (const two of this.#pairsBefore(own, read)) {
        const pair = pairMeant(own, read.sentence, two, this.article.resolver);
        if (pair !== null) return pair;
      }
    }
    if (!isText || phrase.joined !== null) return null;
    if (BACK.test(phrase.determiner ?? '')) return this.#source;
    return this.#memories.issuers.of(phrase, read.sentence);
  }

  #isText(phrase: NounPhrase, { sentence }: ReadSentence): boolean {
    const kind = this.article.resolver.classOf(phrase, sentence);
    return kind === 'document' || kind === 'account';
  }

  /** Whom a pair may mean, in the order in which they are tried: two of the sentence itself, then those before. */
  *#pairsBefore(phrase: NounPhrase, read: ReadSentence): Generator<Referent | null> {
    for (const other of read.phrases) {
      if (other.from >= phrase.from) break;
      if (other.pronoun !== null) continue;
      const two = withOthers(other, read, this.article.resolver);
      if (two.length === 2 && !two.includes(phrase)) yield this.of(two, read, null);
    }
    yield this.#pair();
    yield this.#memories.pairs.onlyPersons();
  }

  /** Who `the sides` or `both countries` are: the two named together last, or the only ones of the article so far. */
  #pair(): Referent | null {
    const last = this.#history.resolve('plural');
    return last?.speakers.length === 2 ? last : this.#memories.pairs.only();
  }

  /** The first who could speak and stands free: the sentence's subject in most cases. */
  #subject(read: ReadSentence): Referent | null {
    for (const phrase of read.phrases) {
      if (phrase.preposition !== null || !phrase.nominative) continue;
      const referent = this.of(withOthers(phrase, read, this.article.resolver), read, null);
      if (referent?.animate === true) return referent;
    }
    return null;
  }

  /** All who could speak, wherever they stand. */
  #animate(read: ReadSentence): readonly Referent[] {
    return read.phrases.flatMap((phrase) => {
      const referent = this.of([phrase], read, null);
      return referent?.animate === true ? [referent] : [];
    });
  }
}

/** Words by which a text is one that was spoken of. */
const BACK = /^(?:diese[rmns]?|seine[rmn]?|ihre[rmn]?|jene[rmn]?|this|that|these|those|his|her|its|their)$/;

/** Whether a pronoun means several, in German by its verb: `sie sagten`, `wollen sie`. */
export function isPlural(phrase: NounPhrase, { sentence }: ReadSentence, verb: number | null): boolean {
  if (phrase.pronoun === 'plural') return true;
  if (sentence.language !== 'de' || phrase.pronoun !== 'f' || verb === null) return false;
  const finite = [phrase.to, phrase.from - 1].find((at) => AUXILIARIES.has(sentence.words[at]?.folded ?? ''));
  return /(?:en|sind|seien)$/.test(sentence.words[finite ?? verb]?.folded ?? '');
}
