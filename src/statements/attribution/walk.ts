import type { Span } from '../../span.ts';
import { AUXILIARIES } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadArticle, ReadSentence } from '../reading/reader.ts';
import type { Referent } from '../reading/resolve.ts';
import { distinct } from '../reading/speaker.ts';
import { actsIn } from './actors.ts';
import { History } from './anaphora.ts';
import { withOthers } from './coordination.ts';
import type { Evidence } from './evidence.ts';
import type { IssuerMemory } from './issuers.ts';
import { isPair, type PairMemory, pairMeant } from './pairs.ts';
import { findEvidence } from './sources.ts';
import type { Act, Attribution, Form } from './types.ts';
import { isAct } from './verb-evidence.ts';

/** A source is carried over at most so many sentences: measured in `talks/attribution.md`, section 4.1. */
const LONGEST_CARRY = 3;

/** For who says a speech nobody looks further: in sentences. */
const LONGEST_SPEECH = 12;

/** The source that sentences without one of their own go on with. */
interface Chain {
  readonly referent: Referent;
  readonly steps: number;
}

/** What a sentence itself tells about its source. */
interface Own {
  /** Who it is; null where nobody is named, or who is meant cannot be told. */
  readonly referent: Referent | null;
  readonly evidence: Evidence | null;
  /** Whether it names somebody who cannot be told, so that nobody else may be taken for the source. */
  readonly lost: boolean;
  /** Whose words the source hands on: Putin in `Dem Kreml zufolge sagte Putin …`. */
  readonly inner: Referent | null;
}

/** What the walks through all sections of an article share. */
export interface Memories {
  readonly pairs: PairMemory;
  /** Who issued a text: its source. */
  readonly issuers: IssuerMemory;
  /** Whose act a text is, where the text itself is the source: `the Russian memorandum`. */
  readonly authors: IssuerMemory;
}

/** Walk is responsible for what is carried from sentence to sentence within a section. */
export class Walk {
  readonly #article: ReadArticle;
  readonly #history = new History();
  readonly #pairs: PairMemory;
  readonly #issuers: IssuerMemory;
  readonly #authors: IssuerMemory;
  #chain: Chain | null = null;
  #speech: { readonly within: number; readonly referent: Referent } | null = null;
  #passageBegins = true;

  constructor(article: ReadArticle, { pairs, issuers, authors }: Memories) {
    this.#article = article;
    this.#pairs = pairs;
    this.#issuers = issuers;
    this.#authors = authors;
  }

  startPassage(): void {
    this.#speech = null;
    this.#passageBegins = true;
  }

  /** The attribution of a passage's sentence at an index; to be asked for one after the other. */
  next(read: ReadSentence, passage: readonly ReadSentence[], at: number): Attribution {
    const own = this.#own(read);
    if (own.referent !== null) this.#pairs.add(own.referent);
    const [text] = own.evidence?.subject ?? [];
    if (own.referent !== null && text?.pronoun === null && text.joined !== null && this.#isText(text, read))
      this.#issuers.add(text, own.referent, read.sentence);
    const found = own.referent ?? (own.lost ? null : this.#carried(read, own, passage, at));
    const actor = this.#actor(read, found);
    if (actor !== null) this.#pairs.add(actor);
    const author = found === null || found !== own.referent ? null : this.#speaking(own.evidence, read);
    const carried = found !== null && own.referent === null;
    const isReport = own.evidence !== null || read.mood.subjunctive !== null || read.sentence.speech.length > 0;
    const marks = {
      actor: (actor ?? own.inner ?? author ?? found)?.speakers ?? [],
      form: formOf(read, own, carried),
      cue: cueOf(read, own),
    };
    const subject = this.#subject(read);
    this.#remember([found, subject, found === null ? actor : null], read);
    this.#passageBegins = false;
    if (found === null) {
      this.#chain = null;
      return isReport
        ? { voice: 'unclear', source: [], ...marks }
        : { voice: 'article', source: [], ...marks, form: 'none', cue: null };
    }
    this.#chain = { referent: found, steps: carried ? (this.#chain?.steps ?? 0) + 1 : 0 };
    if (read.within !== null) this.#speech = { within: read.within, referent: found };
    else this.#rememberOpenSpeech(read, found, passage[at + 1]);
    return { voice: 'source', source: found.speakers, ...marks };
  }

  /** Who the sentence itself says it is: the outermost source that is not only a medium. */
  #own(read: ReadSentence): Own {
    const all = findEvidence(read, read.cues, read.mood, this.#article.resolver);
    let medium: Own | null = null;
    for (const [at, evidence] of all.entries()) {
      if (!evidence.anaphoric && evidence.subject.length === 0) continue;
      // `Ukraine rejects the plan, Reuters reported`: an act is told by who reports it, words are handed on.
      if (medium !== null && evidence.act && read.sentence.speech.length === 0) continue;
      const referent = evidence.anaphoric ? this.#before() : this.#meant(evidence.subject, read, evidence.from);
      if (referent === null) return medium ?? { referent, evidence, lost: true, inner: null };
      const own = { referent, evidence, lost: false, inner: this.#inner(evidence, all.slice(at + 1), read) };
      // `Reuters reported, citing sources`: who is left without any name is vouched for by the medium alone.
      const isNobody =
        evidence.subject.length === 1 && evidence.subject.every((phrase) => this.#isNobody(phrase, read));
      if (isNobody && medium !== null) return medium;
      if (!isNobody && !this.#isMedium(referent)) return own;
      medium ??= own;
    }
    return medium ?? { referent: null, evidence: all[0] ?? null, lost: false, inner: null };
  }

  /** Whose words are handed on: the subject of a verb that a preposition governs. */
  #inner(outer: Evidence, others: readonly Evidence[], read: ReadSentence): Referent | null {
    const inner = outer.verb ? undefined : others.find(({ verb, subject }) => verb && subject.length > 0);
    const referent = inner === undefined ? null : this.#meant(inner.subject, read, inner.from);
    const isOther =
      referent?.animate === true &&
      !this.#isMedium(referent) &&
      !outer.subject.some((phrase) => inner?.subject.includes(phrase));
    return isOther ? referent : null;
  }

  #isNobody(phrase: NounPhrase, read: ReadSentence): boolean {
    return phrase.joined === null && this.#article.resolver.classOf(phrase, read.sentence) === 'anonymous';
  }

  #isMedium({ medium, speakers }: Referent): boolean {
    return medium || speakers.every(({ id }) => this.#article.media.has(id));
  }

  #before(): Referent | null {
    return this.#chain?.referent ?? this.#history.onlyOne();
  }

  /** Whom several phrases mean together; null where one of them cannot be told. */
  #meant(phrases: readonly NounPhrase[], read: ReadSentence, verb: number | null): Referent | null {
    const referents = phrases.map((phrase) => {
      if (phrase.pronoun !== null)
        return this.#history.resolve(isPlural(phrase, read, verb) ? 'plural' : phrase.pronoun);
      return this.#said(phrase, read) ?? this.#article.resolver.resolve(phrase, read);
    });
    const known = referents.filter((referent) => referent !== null);
    const [first] = known;
    if (first === undefined || known.length < referents.length) return null;
    if (known.length === 1) return first;
    const speakers = distinct(known.flatMap((referent) => referent.speakers));
    return { speakers, gender: null, plural: true, animate: true, medium: known.every(({ medium }) => medium) };
  }

  /** Whom a phrase means by what was said before: `beide Regierungen`, `in dieser Erklärung`. */
  #said(phrase: NounPhrase, read: ReadSentence): Referent | null {
    const isText = this.#isText(phrase, read);
    for (const own of isText && phrase.joined !== null ? [phrase, phrase.joined] : [phrase]) {
      if (!isPair(own, read.sentence)) continue;
      for (const two of this.#pairsBefore(own, read)) {
        const pair = pairMeant(own, read.sentence, two, this.#article.resolver);
        if (pair !== null) return pair;
      }
    }
    if (!isText || phrase.joined !== null) return null;
    if (BACK.test(phrase.determiner ?? '')) return this.#chain?.referent ?? null;
    return this.#issuers.of(phrase, read.sentence);
  }

  #isText(phrase: NounPhrase, { sentence }: ReadSentence): boolean {
    const kind = this.#article.resolver.classOf(phrase, sentence);
    return kind === 'document' || kind === 'account';
  }

  /** Whose act a sentence tells; null where it tells none, or that of a pronoun for the one who speaks. */
  #actor(read: ReadSentence, source: Referent | null): Referent | null {
    for (const act of actsIn(read, this.#article.resolver)) {
      if (act.mentioned && source !== null) return null;
      // Behind others of its own sentence a pronoun may mean one of them: where somebody speaks, most likely this one.
      const isInner = ({ pronoun, from }: NounPhrase): boolean =>
        pronoun !== null && read.phrases.some((other) => other.pronoun === null && other.from < from);
      const others = act.subject.filter((phrase) => !isInner(phrase));
      if (others.length < act.subject.length) return this.#together(others, source, read);
      const referent = this.#whoDoes(act, read);
      if (referent !== null) return referent;
    }
    return null;
  }

  /** `Zelensky said he and Trump agreed`: the one who speaks, with the others; null where he is all of them. */
  #together(others: readonly NounPhrase[], source: Referent | null, read: ReadSentence): Referent | null {
    const named = others.length === 0 ? null : this.#meant(others, read, null);
    if (named === null || source?.speakers[0]?.kind !== 'person' || source.plural) return null;
    return { ...named, speakers: distinct([...source.speakers, ...named.speakers]), plural: true };
  }

  #whoDoes({ subject, verb }: Act, read: ReadSentence): Referent | null {
    const [text] = subject;
    if (text === undefined) return this.#pairs.partners() ?? this.#pair();
    const author = this.#authorOf(text, read);
    if (author !== null) return author;
    return this.#meant(subject, read, verb);
  }

  /** Whose act a source's words are, if not all the source's: the author's of a text, or who speaks for others too. */
  #speaking(evidence: Evidence | null, read: ReadSentence): Referent | null {
    const [text] = evidence?.subject ?? [];
    if (evidence === null || text === undefined) return null;
    if (evidence.acting.length < evidence.subject.length) return this.#meant(evidence.acting, read, evidence.from);
    return this.#authorOf(text, read);
  }

  /** Who speaks by a text that is a source of its own: Russia by `the Russian memorandum`, and then by `the memorandum`. */
  #authorOf(text: NounPhrase, read: ReadSentence): Referent | null {
    const { resolver } = this.#article;
    if (text.pronoun !== null || !resolver.isProposal(text, read.sentence)) return null;
    return resolver.authorOf(text, read) ?? this.#authors.of(text, read.sentence);
  }

  /** Keeps who was named for the sentences that follow. */
  #remember(named: readonly (Referent | null)[], read: ReadSentence): void {
    const referents = named.filter((referent) => referent !== null);
    this.#history.add(referents, this.#animate(read));
    for (const referent of referents) this.#pairs.add(referent);
    for (const phrase of read.phrases) {
      if (phrase.pronoun !== null || !this.#article.resolver.isProposal(phrase, read.sentence)) continue;
      const author = this.#article.resolver.authorOf(phrase, read);
      if (author !== null) this.#authors.add(phrase, author, read.sentence);
    }
  }

  /** Who `the sides` or `both countries` are: the two named together last, or the only ones of the article so far. */
  #pair(): Referent | null {
    const last = this.#history.resolve('plural');
    if (last?.speakers.length === 2) return last;
    return this.#pairs.only();
  }

  /** Whom a pair may mean, in the order in which they are tried: two of the sentence itself, then those before. */
  *#pairsBefore(phrase: NounPhrase, read: ReadSentence): Generator<Referent | null> {
    for (const other of read.phrases) {
      if (other.from >= phrase.from) break;
      if (other.pronoun !== null) continue;
      const two = withOthers(other, read, this.#article.resolver);
      if (two.length === 2 && !two.includes(phrase)) yield this.#meant(two, read, null);
    }
    yield this.#pair();
    yield this.#pairs.onlyPersons();
  }

  /** The first who could speak and stands free: the sentence's subject in most cases. */
  #subject(read: ReadSentence): Referent | null {
    for (const phrase of read.phrases) {
      if (phrase.preposition !== null || !phrase.nominative) continue;
      const referent = this.#meant(withOthers(phrase, read, this.#article.resolver), read, null);
      if (referent?.animate === true) return referent;
    }
    return null;
  }

  /** All who could speak, wherever they stand. */
  #animate(read: ReadSentence): readonly Referent[] {
    return read.phrases.flatMap((phrase) => {
      const referent = this.#meant([phrase], read, null);
      return referent?.animate === true ? [referent] : [];
    });
  }

  /** The source before, where a sentence goes on with it. */
  #carried(read: ReadSentence, own: Own, passage: readonly ReadSentence[], at: number): Referent | null {
    if (read.within !== null) {
      const speaker =
        this.#speech?.within === read.within
          ? this.#speech.referent
          : this.#speakerBehind(read.within, passage, at + 1);
      if (speaker !== null) return speaker;
    }
    const { subjunctive, ambiguous } = read.mood;
    const isSpeech = read.sentence.speech[0]?.start === 0;
    const goesOn =
      subjunctive !== null || isSpeech || (ambiguous !== null && !read.cues.some((cue) => isAct(cue, read.sentence)));
    if (!goesOn || own.evidence?.act === true) return null;
    if (this.#chain !== null) return this.#chain.steps < LONGEST_CARRY ? this.#chain.referent : null;
    return subjunctive !== null && !this.#passageBegins ? this.#history.onlyOne() : null;
  }

  /** Who says a speech of several sentences, where only a later one of them tells. */
  #speakerBehind(within: number, passage: readonly ReadSentence[], from: number): Referent | null {
    const last = passage.slice(from, from + LONGEST_SPEECH).find((later) => later.within !== within);
    return last?.sentence.speech[0]?.start === 0 ? this.#own(last).referent : null;
  }

  /** `X sagte: „A. B. C.“`: the speech that begins at a sentence's end goes on in the next ones. */
  #rememberOpenSpeech(read: ReadSentence, referent: Referent, next: ReadSentence | undefined): void {
    const { speech, text } = read.sentence;
    const within = next?.within ?? null;
    if (within !== null && speech.at(-1)?.end === text.length) this.#speech = { within, referent };
  }
}

/** Words by which a text is one that was spoken of. */
const BACK = /^(?:diese[rmns]?|seine[rmn]?|ihre[rmn]?|jene[rmn]?|this|that|these|those|his|her|its|their)$/;

/** Whether a pronoun means several by its verb: `sie sagten`, `wollen sie`. */
function isPlural(phrase: NounPhrase, { sentence }: ReadSentence, verb: number | null): boolean {
  if (sentence.language !== 'de' || phrase.pronoun !== 'f' || verb === null) return false;
  const finite = [phrase.to, phrase.from - 1].find((at) => AUXILIARIES.has(sentence.words[at]?.folded ?? ''));
  return /(?:en|sind|seien)$/.test(sentence.words[finite ?? verb]?.folded ?? '');
}

function formOf({ sentence, mood }: ReadSentence, { evidence }: Own, carried: boolean): Form {
  if (sentence.speech.length > 0) return 'direct';
  if (evidence !== null) return evidence.act ? 'reported' : 'indirect';
  return carried || mood.subjunctive !== null ? 'bare' : 'none';
}

/** Where the words that mark a report stand in the article. */
function cueOf({ sentence, span, mood }: ReadSentence, { evidence }: Own): Span | null {
  const verb = mood.subjunctive ?? mood.ambiguous;
  const range = evidence ?? (verb === null ? null : { from: verb, to: verb + 1 });
  if (range === null) return null;
  const [first, last] = [sentence.words[range.from], sentence.words[range.to - 1]];
  return first === undefined || last === undefined
    ? null
    : { start: span.start + first.start, end: span.start + last.end };
}
