import type { Article } from '../corpus/article.ts';
import { fold } from '../language/fold.ts';
import type { Localised } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { PARTS, type Part, type Role } from '../language/part-cues.ts';
import type { Span } from '../span.ts';
import { findNounPhrases } from './noun-phrases.ts';
import type { Who } from './participant-lists.ts';
import { type Somebody, SomebodyFinder } from './participant-names.ts';
import { type Related, relatedTo } from './participant-relations.ts';
import { RoleFinder } from './participant-roles.ts';
import { spokespeopleIn } from './participant-spokespeople.ts';
import { Titles } from './participant-titles.ts';
import type { NounPhrase } from './phrase.ts';
import { ArticleReader, type ReadArticle, type ReadSentence } from './reader.ts';
import { wordAt } from './sentence.ts';
import { Vocabulary } from './vocabulary.ts';

export type { Part } from '../language/part-cues.ts';

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
const ACTING: ReadonlySet<Part> = new Set<Part>([...NEGOTIATING, 'principal']);

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
    const small = smallWords(article);
    const sentences = article.sections.flatMap(({ heading }, at) =>
      this.#roles.isElsewhere(article, heading) ? [] : (read.sections[at]?.flat() ?? []),
    );
    const add = (somebody: Somebody, part: Part, sentence: Span): void => {
      const known = found.get(somebody.id);
      if (known !== undefined && PARTS.indexOf(known.part) <= PARTS.indexOf(part)) return;
      const { id, name, kind, side, office } = somebody;
      found.set(id, { id, name, kind, side: side ?? known?.side ?? null, office, part, sentence });
    };
    for (const sentence of sentences) {
      for (const { somebody, part } of this.#inSentence(sentence, article, read, small))
        add(somebody, part, sentence.span);
    }
    const sides = new Set([...found.values()].flatMap(({ side }) => (side === null ? [] : [side])));
    for (const sentence of sentences) {
      for (const somebody of spokespeopleIn(sentence, article, read, this.#names, this.#titles)) {
        if (somebody.side === null || sides.has(somebody.side)) add(somebody, 'spokesperson', sentence.span);
      }
    }
    return [...found.values()]
      .filter((one) => !isRepresented(one, found))
      .sort((a, b) => a.sentence.start - b.sentence.start);
  }

  /** Everybody whom a sentence makes a participant. */
  #inSentence(
    sentence: ReadSentence,
    article: Article,
    read: ReadArticle,
    small: ReadonlySet<string>,
  ): readonly Found[] {
    const { cues, verbs } = this.#roles.find(sentence, article);
    if (cues.length === 0) return [];
    const own = this.#withVerbs(sentence, verbs, small);
    const named = (phrase: NounPhrase): readonly Somebody[] => this.#names.all(phrase, own, article, read);
    const whoIs = (phrase: NounPhrase): Who => {
      const [somebody] = named(phrase);
      return somebody === undefined ? null : somebody.kind === 'person' ? 'person' : 'body';
    };
    const found = cues.flatMap((cue) => {
      const related = relatedTo(cue, own, read.resolver, whoIs);
      const isOfEvent = related.some(({ phrase, as }) => as === 'object' && this.#isEvent(phrase, own));
      const isMeeting = cue.role.object !== undefined && !isOfEvent;
      return related.flatMap(({ phrase, as, certain }) => {
        const part = cue.role[as];
        if (part === undefined) return [];
        return named(phrase)
          .filter(({ kind }) => kind === 'person' || (certain && isOwnAct(cue.role, as, isOfEvent)))
          .map((somebody) => ({ somebody, part: raised(part, somebody, isMeeting) }));
      });
    });
    return found.filter(
      ({ somebody, part }) => part !== 'delegate' || !found.some((other) => isOnlyWatching(other, somebody)),
    );
  }

  #isEvent({ head }: NounPhrase, { sentence }: ReadSentence): boolean {
    return this.#events[sentence.language].has(wordAt(sentence, head));
  }

  /** The sentence with phrases that end where a cue's verb stands: attribution does not know all of these verbs. */
  #withVerbs(sentence: ReadSentence, own: ReadonlySet<number>, small: ReadonlySet<string>): ReadSentence {
    const verbs = new Set([...sentence.verbs, ...own]);
    if (verbs.size === sentence.verbs.size) return sentence;
    const phrases = findNounPhrases(
      { sentence: sentence.sentence, mentions: sentence.mentions, verbs, small },
      this.#vocabulary,
    );
    return { ...sentence, verbs, phrases };
  }
}

/** Whether somebody of a country's or an institution's side is named, who took part for it. */
function isRepresented({ kind, part, side }: Participant, all: ReadonlyMap<string, Participant>): boolean {
  if (kind === 'person' || !NEGOTIATING.has(part) || side === null) return false;
  return [...all.values()].some((other) => other.kind === 'person' && other.side === side && ACTING.has(other.part));
}

interface Found {
  readonly somebody: Somebody;
  readonly part: Part;
}

/** `nahm als Beobachter teil`: in one sentence the narrower word counts. */
const isOnlyWatching = ({ somebody, part }: Found, { id }: Somebody): boolean =>
  part === 'observer' && somebody.id === id;

/** A head of state or government who negotiates or receives somebody is a principal, an envoy by title an envoy. */
function raised(part: Part, { isHead, isEnvoy }: Somebody, isMeeting: boolean): Part {
  // Who receives a guest meets them; who hosts talks of others need not.
  if (isHead && (NEGOTIATING.has(part) || (part === 'host' && isMeeting))) return 'principal';
  return isEnvoy && part === 'delegate' ? 'envoy' : part;
}

/** A country or institution takes part where it acts itself, not where somebody leads, represents or receives it. */
function isOwnAct({ doer, object }: Role, as: Related['as'], isOfEvent: boolean): boolean {
  if (as === 'object') return doer === object;
  if (as === 'listed') return true;
  // `Kyiv received no invitation`: a country receives nobody, but it hosts talks.
  return doer !== 'delegation_lead' && (doer !== 'host' || object === undefined || isOfEvent);
}

const WORD = /(?<=[\p{L}\d,] )\p{Ll}[\p{L}-]*/gu;

/** The words that an article writes small within its sentences: they are no nouns where a sentence begins with them. */
const smallWords = (article: Article): ReadonlySet<string> =>
  new Set(Array.from(article.text.matchAll(WORD), ([word]) => fold(word)));
