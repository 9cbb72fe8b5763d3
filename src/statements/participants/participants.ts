import type { Article } from '../../corpus/article.ts';
import { fold } from '../../language/fold.ts';
import type { Localised } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { Part, Role } from '../../language/part-cues.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import { ArticleReader, type ReadArticle, type ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { Antecedents, type Named, once } from './antecedents.ts';
import type { Related } from './clause.ts';
import { repeated, withEchoes } from './ellipsis.ts';
import type { Who } from './lists.ts';
import { type Somebody, SomebodyFinder } from './names.ts';
import { withPhrases } from './phrases.ts';
import { relatedTo } from './relations.ts';
import { type RoleCue, RoleFinder } from './roles.ts';
import { type Claim, type Collectives, NEGOTIATING, type Participant, settle, sidesOf } from './settle.ts';
import { isForSide, isNamedAhead } from './sides.ts';
import { spokespeopleIn } from './spokespeople.ts';
import { Titles } from './titles.ts';

export type { Participant } from './settle.ts';

/** ParticipantFinder is responsible for who took part in the event that an article tells of, and as what. */
export class ParticipantFinder {
  readonly #reader: ArticleReader;
  readonly #roles: RoleFinder;
  readonly #titles: Titles;
  readonly #names: SomebodyFinder;
  readonly #vocabulary: Vocabulary;
  readonly #events: Localised<ReadonlySet<string>>;
  readonly #treaties: Localised<ReadonlySet<string>>;
  readonly #collectives: Collectives;

  constructor(lexicon: Lexicon) {
    this.#reader = new ArticleReader(lexicon);
    this.#roles = new RoleFinder(lexicon);
    this.#titles = new Titles(lexicon.parts);
    this.#vocabulary = new Vocabulary(lexicon.cues);
    const { events, treaties, collectives } = lexicon.parts;
    this.#collectives = collectives;
    this.#events = foldedWords(events);
    this.#treaties = foldedWords(treaties);
    this.#names = new SomebodyFinder(lexicon, this.#titles, this.#vocabulary);
  }

  /**
   * All who took part by the article's own words, everybody once with their strongest part, in the order of the
   * sentences that say so. Those who only comment, are spoken about or belong to another event are none.
   * @param read The same article as {@link ArticleReader} gives it, where somebody has read it already.
   */
  find(article: Article, read: ReadArticle = this.#reader.read(article)): readonly Participant[] {
    const passages = article.sections.flatMap(({ heading }, at) =>
      this.#roles.isElsewhere(article, heading) ? [] : (read.sections[at] ?? []),
    );
    const found = settle(this.#claims(passages, article, read), this.#collectives);
    return [...found, ...this.#spokespeople(passages, found, article, read)].sort(
      (a, b) => a.sentence.start - b.sentence.start,
    );
  }

  /** What the cues of an article's passages say, in order. */
  #claims(passages: readonly Passage[], article: Article, read: ReadArticle): readonly Claim[] {
    const antecedents = new Antecedents();
    return passages.flatMap((passage) => {
      antecedents.startPassage();
      let before: readonly RoleCue[] = [];
      return passage.flatMap((sentence) => {
        const cues = this.#roles.find(sentence, article);
        const own = cues.cues.length > 0 ? withEchoes(sentence, cues.cues, before) : repeated(sentence, before);
        const whom = once(() => this.#whom(withPhrases(sentence, cues, read.small, this.#vocabulary), article, read));
        const claims = own.length === 0 ? [] : this.#inSentence(whom(), own, antecedents, read);
        antecedents.learn(() => whom().named);
        before = own;
        return claims;
      });
    });
  }

  /** Those who report as spokespeople of a side that took part, and are nobody else yet. */
  #spokespeople(
    passages: readonly Passage[],
    found: readonly Participant[],
    article: Article,
    read: ReadArticle,
  ): readonly Participant[] {
    if (!this.#titles.mayNameSpokesperson(article.text, article.language)) return [];
    const sides = sidesOf(found);
    const known = new Set(found.map(({ id }) => id));
    return passages.flat().flatMap((sentence) =>
      spokespeopleIn(sentence, article, read, this.#names, this.#titles).flatMap((somebody): readonly Participant[] => {
        const { id, name, kind, side, office } = somebody;
        if (known.has(id) || (side !== null && !sides.has(side))) return [];
        known.add(id);
        return [{ id, name, kind, side, office, part: 'spokesperson', sentence: sentence.span }];
      }),
    );
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
  ): readonly Claim[] {
    const all = new Map<NounPhrase, readonly Somebody[]>();
    const whoIs = (phrase: NounPhrase): readonly Somebody[] => {
      const known = all.get(phrase);
      if (known !== undefined) return known;
      const own = named.filter((each) => each.phrase === phrase).map(({ somebody }) => somebody);
      const meant = own.length > 0 ? own : antecedents.of(phrase, sentence, named);
      all.set(phrase, meant);
      return meant;
    };
    const found = cues.flatMap((cue) => this.#byCue(cue, cues, sentence, read, whoIs));
    return found.filter((one) => !found.some((other) => isNarrower(other, one)));
  }

  /** Everybody whom one cue makes a participant. */
  #byCue(
    cue: RoleCue,
    all: readonly RoleCue[],
    sentence: ReadSentence,
    read: ReadArticle,
    named: (phrase: NounPhrase) => readonly Somebody[],
  ): readonly Claim[] {
    const whoIs = (phrase: NounPhrase): Who => {
      const [somebody] = named(phrase);
      return somebody === undefined ? null : somebody.kind === 'person' ? 'person' : 'body';
    };
    const { role } = cue;
    const related = relatedTo(cue, sentence, read.resolver, whoIs, all);
    const objects = related.filter(({ as }) => as === 'object').map(({ phrase }) => phrase);
    if (role.mutual && !(['doer', 'object'] as const).every((as) => hasPerson(related, as, whoIs))) return [];
    const isOfEvent = objects.some((phrase) => this.#isEvent(phrase, sentence));
    const context: Context = {
      isMeeting: role.object !== undefined && !isOfEvent && !isSummit(objects.flatMap(named)),
      isOfTreaty: [...cue.words, ...related.map(({ phrase }) => phrase.head)].some((at) =>
        this.#isTreaty(at, sentence),
      ),
      isOfSide: role.ofSide || (role.object === undefined && isForSide(sentence)),
    };
    // `Putin received a letter`: nobody is a host of a text.
    const isOfText = objects.some((phrase) => this.#names.isText(phrase, sentence));
    return related.flatMap(({ phrase, as, certain }) => {
      const part = role[as];
      if (part === undefined || (part === 'host' && isOfText)) return [];
      return named(phrase)
        .filter(({ kind }) => kind === 'person' || (certain && isOwnAct(role, as, isOfEvent)))
        .map((somebody) => ({
          somebody,
          part: fitted(
            isNamedAhead(phrase, sentence) && part === 'delegate' ? 'delegation_lead' : part,
            somebody,
            context,
          ),
          sentence: sentence.span,
          role,
          isOfSide: context.isOfSide,
        }));
    });
  }

  #isTreaty(at: number, { sentence }: ReadSentence): boolean {
    return this.#treaties[sentence.language].has(wordAt(sentence, at));
  }

  #isEvent({ head }: NounPhrase, { sentence }: ReadSentence): boolean {
    return this.#events[sentence.language].has(wordAt(sentence, head));
  }
}

/** The sentences of a passage. */
type Passage = readonly ReadSentence[];

/** A sentence with those whom its phrases name. */
interface Whom {
  readonly sentence: ReadSentence;
  readonly named: readonly Named[];
}

/** `nahm als Beobachter teil`, `war Gastgeber und Vermittler`: in one sentence the narrower word counts. */
function isNarrower(other: Claim, { somebody, part }: Claim): boolean {
  if (other.somebody.id !== somebody.id) return false;
  return (other.part === 'observer' && part !== 'observer') || (other.part === 'mediator' && part === 'host');
}

/**
 * A head of state or government who negotiates, receives somebody or signs a treaty is a principal, an envoy by title an
 * envoy unless they are there for a side. Who is only said to sign a statement is a signatory, whatever their office.
 */
function fitted(
  part: Part,
  { isHead, isEnvoy, isNeutral, kind, office }: Somebody,
  { isMeeting, isOfTreaty, isOfSide }: Context,
): Part {
  // `The UN envoy led the talks`: no side’s delegation.
  if (isNeutral && part === 'delegation_lead') return 'mediator';
  // Who receives a guest meets them; who hosts talks of others need not.
  const isNegotiating = NEGOTIATING.has(part) && (part !== 'signatory' || isOfTreaty);
  if (isHead && (isNegotiating || (part === 'host' && isMeeting))) return 'principal';
  // `The two ministers spoke by phone`: by their office no principals.
  const fitting = part === 'principal' && kind === 'person' && !isHead && office !== null ? 'delegate' : part;
  return isEnvoy && fitting === 'delegate' && !isOfSide ? 'envoy' : fitting;
}

/** What else a cue's clause tells. */
interface Context {
  /** Whether somebody meets somebody, other than at talks that only have a host. */
  readonly isMeeting: boolean;
  /** Whether what is signed binds those who sign it. */
  readonly isOfTreaty: boolean;
  /** Whether those whom the cue names are there for a side, as part of its delegation. */
  readonly isOfSide: boolean;
}

/** Guests of several sides are a summit, which has a host; one side's are a meeting of two. */
const isSummit = (guests: readonly Somebody[]): boolean => new Set(guests.flatMap(({ side }) => side ?? [])).size > 1;

const hasPerson = (related: readonly Related[], as: Related['as'], whoIs: (phrase: NounPhrase) => Who): boolean =>
  related.some((each) => each.as === as && whoIs(each.phrase) === 'person');

const foldedWords = ({ de, en }: Localised<readonly string[]>): Localised<ReadonlySet<string>> => ({
  de: new Set(de.map(fold)),
  en: new Set(en.map(fold)),
});

/** A country or institution takes part where it acts itself, not where somebody leads, represents or receives it. */
function isOwnAct(role: Role, as: Related['as'], isOfEvent: boolean): boolean {
  const { doer, object } = role;
  // Persons put their names to a paper, and make its outcome known.
  if (role[as] === 'signatory' || role[as] === 'announcer') return false;
  // `The leaders of France and Germany spoke by phone`: only a person is a principal.
  if (role[as] === 'principal') return false;
  if (as === 'object') return doer === object;
  if (as === 'listed') return true;
  // `Kyiv received no invitation`: a country receives nobody, but it hosts talks.
  return doer !== 'delegation_lead' && (doer !== 'host' || object === undefined || isOfEvent);
}
