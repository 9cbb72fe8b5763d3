import type { Article } from '../../corpus/article.ts';
import { fold } from '../../language/fold.ts';
import type { Localised } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { PARTS, type Part, type Role } from '../../language/part-cues.ts';
import type { Span } from '../../span.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import { ArticleReader, type ReadArticle, type ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { Antecedents, type Named, once } from './antecedents.ts';
import { repeated, withEchoes } from './ellipsis.ts';
import type { Who } from './lists.ts';
import { type Somebody, SomebodyFinder } from './names.ts';
import { withPhrases } from './phrases.ts';
import { type Related, relatedTo } from './relations.ts';
import { type RoleCue, RoleFinder } from './roles.ts';
import { spokespeopleIn } from './spokespeople.ts';
import { Titles } from './titles.ts';

export type { Part } from '../../language/part-cues.ts';

/** Somebody who took part in what an article tells. Spans are in the article's text. */
export interface Participant {
  /** A name's id in the lexicon, or made from the words of the text: `person:jane-doe`. */
  readonly id: string;
  readonly name: Localised;
  readonly kind: 'person' | 'institution' | 'country' | 'group';
  /** The side of the lexicon's name, or of the country that the article gives them; null where neither tells. */
  readonly side: string | null;
  /** As the article writes it: `ukrainischer Verteidigungsminister`. */
  readonly office: Span | null;
  readonly part: Part;
  /** The sentence that says so. */
  readonly sentence: Span;
}

/** Parts of those who negotiate themselves: a head of state or government in one of them is a principal. */
const NEGOTIATING: ReadonlySet<Part> = new Set<Part>(['delegation_lead', 'delegate', 'envoy', 'signatory']);

/** Parts in which somebody acts for their side. */
const ACTING: ReadonlySet<Part> = new Set<Part>([...NEGOTIATING, 'principal', 'announcer']);

/** ParticipantFinder is responsible for who took part in the event that an article tells of, and as what. */
export class ParticipantFinder {
  readonly #reader: ArticleReader;
  readonly #roles: RoleFinder;
  readonly #titles: Titles;
  readonly #names: SomebodyFinder;
  readonly #vocabulary: Vocabulary;
  readonly #events: Localised<ReadonlySet<string>>;

  constructor(lexicon: Lexicon) {
    this.#reader = new ArticleReader(lexicon);
    this.#roles = new RoleFinder(lexicon);
    this.#titles = new Titles(lexicon.parts);
    this.#vocabulary = new Vocabulary(lexicon.cues);
    const { de, en } = lexicon.parts.events;
    this.#events = { de: new Set(de.map(fold)), en: new Set(en.map(fold)) };
    this.#names = new SomebodyFinder(lexicon, this.#titles);
  }

  /**
   * All who took part by the article's own words, everybody once with their strongest part, in the order of the
   * sentences that say so. Those who only comment, are spoken about or belong to another event are none.
   * @param read The same article as {@link ArticleReader} gives it, where somebody has read it already.
   */
  find(article: Article, read: ReadArticle = this.#reader.read(article)): readonly Participant[] {
    const found = new Map<string, Participant>();
    const passages = article.sections.flatMap(({ heading }, at) =>
      this.#roles.isElsewhere(article, heading) ? [] : (read.sections[at] ?? []),
    );
    const add = (somebody: Somebody, part: Part, sentence: Span): void => {
      const known = found.get(somebody.id);
      if (known !== undefined && PARTS.indexOf(known.part) <= PARTS.indexOf(part)) return;
      const { id, name, kind, side, office } = somebody;
      found.set(id, { id, name, kind, side: side ?? known?.side ?? null, office, part, sentence });
    };
    const small = smallWords(article);
    const antecedents = new Antecedents();
    for (const passage of passages) {
      antecedents.startPassage();
      let before: readonly RoleCue[] = [];
      for (const sentence of passage) {
        const cues = this.#roles.find(sentence, article);
        const own = cues.cues.length > 0 ? withEchoes(sentence, cues.cues) : repeated(sentence, before);
        const whom = once(() => this.#whom(withPhrases(sentence, cues, small, this.#vocabulary), article, read));
        if (own.length > 0) {
          for (const { somebody, part } of this.#inSentence(whom(), own, antecedents, read))
            add(somebody, part, sentence.span);
        }
        antecedents.learn(() => whom().named);
        before = own;
      }
    }
    const sides = new Set([...found.values()].flatMap(({ side, part }) => (part === 'announcer' ? [] : [side])));
    const hasSpokesperson = this.#titles.mayNameSpokesperson(article.text, article.language);
    for (const sentence of hasSpokesperson ? passages.flat() : []) {
      for (const somebody of spokespeopleIn(sentence, article, read, this.#names, this.#titles)) {
        if (somebody.side === null || sides.has(somebody.side)) add(somebody, 'spokesperson', sentence.span);
      }
    }
    return [...found.values()]
      .filter((one) => !isRepresented(one, found))
      .map((one) => (isLed(one, found) ? { ...one, part: 'delegate' as const } : one))
      .sort((a, b) => a.sentence.start - b.sentence.start);
  }

  /** Whom the phrases of a sentence name. */
  #whom(sentence: ReadSentence, article: Article, read: ReadArticle): Whom {
    const named = sentence.phrases.flatMap((phrase): readonly Named[] => {
      const gender = read.resolver.resolve(phrase, sentence)?.gender ?? null;
      return this.#names.all(phrase, sentence, article, read).map((somebody) => ({ somebody, gender, phrase }));
    });
    return { sentence, named };
  }

  /** Everybody whom the cues of a sentence make participants. */
  #inSentence(
    { sentence, named }: Whom,
    cues: readonly RoleCue[],
    antecedents: Antecedents,
    read: ReadArticle,
  ): readonly Found[] {
    const all = new Map<NounPhrase, readonly Somebody[]>();
    const whoIs = (phrase: NounPhrase): readonly Somebody[] => {
      const known = all.get(phrase);
      if (known !== undefined) return known;
      const own = named.filter((each) => each.phrase === phrase).map(({ somebody }) => somebody);
      const meant = own.length > 0 ? own : antecedents.of(phrase, sentence, named);
      all.set(phrase, meant);
      return meant;
    };
    const found = cues.flatMap((cue) => this.#byCue(cue, sentence, read, whoIs));
    return found.filter((one) => !found.some((other) => isNarrower(other, one)));
  }

  /** Everybody whom one cue makes a participant. */
  #byCue(
    cue: RoleCue,
    sentence: ReadSentence,
    read: ReadArticle,
    named: (phrase: NounPhrase) => readonly Somebody[],
  ): readonly Found[] {
    const whoIs = (phrase: NounPhrase): Who => {
      const [somebody] = named(phrase);
      return somebody === undefined ? null : somebody.kind === 'person' ? 'person' : 'body';
    };
    const related = relatedTo(cue, sentence, read.resolver, whoIs);
    const isOfEvent = related.some(({ phrase, as }) => as === 'object' && this.#isEvent(phrase, sentence));
    const isMeeting = cue.role.object !== undefined && !isOfEvent;
    // `Putin received a letter`: nobody is a host of a text.
    const isOfText = related.some(({ phrase, as }) => as === 'object' && this.#isText(phrase, sentence));
    return related.flatMap(({ phrase, as, certain }) => {
      const part = cue.role[as];
      if (part === undefined || (part === 'host' && isOfText)) return [];
      return named(phrase)
        .filter(({ kind }) => kind === 'person' || (certain && isOwnAct(cue.role, as, isOfEvent)))
        .map((somebody) => ({ somebody, part: fitted(part, somebody, isMeeting) }));
    });
  }

  #isText({ head }: NounPhrase, { sentence }: ReadSentence): boolean {
    const kind = this.#vocabulary.classOf(sentence.words[head], sentence.language);
    return kind === 'document' || kind === 'message' || kind === 'account';
  }

  #isEvent({ head }: NounPhrase, { sentence }: ReadSentence): boolean {
    return this.#events[sentence.language].has(wordAt(sentence, head));
  }
}

/** Whether somebody of a country's or an institution's side is named, who took part for it. */
function isRepresented({ kind, part, side }: Participant, all: ReadonlyMap<string, Participant>): boolean {
  if (kind === 'person' || !NEGOTIATING.has(part) || side === null) return false;
  return [...all.values()].some((other) => other.kind === 'person' && other.side === side && ACTING.has(other.part));
}

/** Whether an envoy belongs to a delegation that another one leads. */
function isLed({ part, side }: Participant, all: ReadonlyMap<string, Participant>): boolean {
  return part === 'envoy' && [...all.values()].some((other) => other.side === side && other.part === 'delegation_lead');
}

/** A sentence with those whom its phrases name. */
interface Whom {
  readonly sentence: ReadSentence;
  readonly named: readonly Named[];
}

interface Found {
  readonly somebody: Somebody;
  readonly part: Part;
}

/** `nahm als Beobachter teil`, `war Gastgeber und Vermittler`: in one sentence the narrower word counts. */
function isNarrower(other: Found, { somebody, part }: Found): boolean {
  if (other.somebody.id !== somebody.id) return false;
  return (other.part === 'observer' && part !== 'observer') || (other.part === 'mediator' && part === 'host');
}

/**
 * A head of state or government who negotiates or receives somebody is a principal, an envoy by title an envoy. Who is
 * only said to sign is a signatory, whatever their office.
 */
function fitted(part: Part, { isHead, isEnvoy, kind, office }: Somebody, isMeeting: boolean): Part {
  // Who receives a guest meets them; who hosts talks of others need not.
  const isNegotiating = NEGOTIATING.has(part) && part !== 'signatory';
  if (isHead && (isNegotiating || (part === 'host' && isMeeting))) return 'principal';
  // `The two ministers spoke by phone`: by their office no principals.
  const fitting = part === 'principal' && kind === 'person' && !isHead && office !== null ? 'delegate' : part;
  return isEnvoy && fitting === 'delegate' ? 'envoy' : fitting;
}

/** A country or institution takes part where it acts itself, not where somebody leads, represents or receives it. */
function isOwnAct(role: Role, as: Related['as'], isOfEvent: boolean): boolean {
  const { doer, object } = role;
  // `The leaders of France and Germany spoke by phone`: only a person is a principal.
  if (role[as] === 'principal') return false;
  if (as === 'object') return doer === object;
  if (as === 'listed') return true;
  // `Kyiv received no invitation`: a country receives nobody, but it hosts talks.
  return doer !== 'delegation_lead' && (doer !== 'host' || object === undefined || isOfEvent);
}

const WORD = /(?<=[\p{L}\d,] )\p{Ll}[\p{L}-]*/gu;

/** The words that an article writes small within its sentences: they are no nouns where a sentence begins with them. */
const smallWords = (article: Article): ReadonlySet<string> =>
  new Set(Array.from(article.text.matchAll(WORD), ([word]) => fold(word)));
