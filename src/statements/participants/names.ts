import type { Article } from '../../corpus/article.ts';
import { fold } from '../../language/fold.ts';
import type { Localised } from '../../language/language.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { stem } from '../../language/stem.ts';
import { type Token, tokenize } from '../../language/tokens.ts';
import { type Span, sliceOf } from '../../span.ts';
import { isChance } from '../reading/person-names.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadArticle, ReadSentence } from '../reading/reader.ts';
import { isCapital, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { type Speaker, speakerOf } from '../reading/speaker.ts';
import type { NounClass, Vocabulary } from '../reading/vocabulary.ts';
import { countriesBeside } from './countries.ts';
import { findOffice, nameStart, placeOf } from './offices.ts';
import type { Titles } from './titles.ts';
import { SINGULAR, type Unnamed, unnamedHolder, unnamedHolders } from './unnamed.ts';

/** Who a phrase means, as participation needs to know them. */
export interface Somebody {
  readonly id: string;
  readonly name: Localised;
  readonly kind: 'person' | 'institution' | 'country';
  readonly side: string | null;
  /** In the article's text. */
  readonly office: Span | null;
  readonly isHead: boolean;
  readonly isEnvoy: boolean;
  /** Whether they belong to no party, as the UN does. */
  readonly isNeutral: boolean;
}

/** SomebodyFinder is responsible for whom a phrase names: a person, a country or an institution, and their office. */
export class SomebodyFinder {
  readonly #lexicon: Lexicon;
  readonly #titles: Titles;
  readonly #vocabulary: Vocabulary;
  readonly #groups: Localised<ReadonlySet<string>>;
  /** The first office that an article gives each of its persons. */
  readonly #offices = new WeakMap<ReadArticle, ReadonlyMap<string, Span>>();

  constructor(lexicon: Lexicon, titles: Titles, vocabulary: Vocabulary) {
    this.#lexicon = lexicon;
    this.#titles = titles;
    this.#vocabulary = vocabulary;
    const { de, en } = lexicon.parts.groups;
    this.#groups = { de: new Set(de.map(fold)), en: new Set(en.map(fold)) };
  }

  /** Whom a phrase names: one person, country or institution, or the countries whose people it is about. */
  all(phrase: NounPhrase, sentence: ReadSentence, article: Article, read: ReadArticle): readonly Somebody[] {
    if (phrase.pronoun !== null) return [];
    const speaker = this.#speaker(phrase, sentence, read);
    if (speaker?.kind === 'person') return [this.#person(speaker, phrase, sentence, article, read)];
    const unnamed = this.#isNobody(phrase, sentence, read) ? unnamedHolder(phrase, sentence, this.#vocabulary) : null;
    if (unnamed !== null) return [this.#holder(unnamed, article)];
    if (this.#isGroup(sentence.sentence, phrase.head) && !this.#isOne(phrase, sentence)) {
      const countries = countriesBeside(phrase, sentence);
      const holders = unnamedHolders(phrase, countries, sentence, this.#vocabulary);
      if (holders.length > 0) return holders.map((holder) => this.#holder(holder, article));
      return countries.map(({ name }) => this.#body(speakerOf(name)));
    }
    return speaker === null ? [] : [this.#body(speaker)];
  }

  #speaker(phrase: NounPhrase, sentence: ReadSentence, read: ReadArticle): Speaker | null {
    const [speaker, second] = read.resolver.resolve(phrase, sentence)?.speakers ?? [];
    if (speaker === undefined || second !== undefined || this.isText(phrase, sentence)) return null;
    if (speaker.kind === 'person') {
      // `Die Joint Base Elmendorf`: with an article right before it a name in no list is rarely somebody's.
      const isThing =
        !this.#lexicon.names.has(speaker.id) &&
        phrase.determiner !== null &&
        wholeWords(tokenize(speaker.name.de)) >= wholeWords(sentence.sentence.words.slice(phrase.nouns, phrase.core));
      // `Selenskyjs Team`, `Trumps Vorstoß`: what somebody has is nobody's name.
      const isOwned = this.#isGroup(sentence.sentence, phrase.core - 1) || this.#isGenitive(phrase, sentence);
      return speaker.id.startsWith('phrase:') || isThing || isOwned ? null : speaker;
    }
    const kind = this.#lexicon.names.get(speaker.id)?.kind;
    if (kind !== 'institution' && kind !== 'country') return null;
    return isNameAlone(phrase, sentence, speaker) ? speaker : null;
  }

  /** Whether a phrase is about a text: its author does nothing by it. */
  isText({ head }: NounPhrase, { sentence }: ReadSentence): boolean {
    return TEXTS.has(this.#vocabulary.classOf(sentence.words[head], sentence.language));
  }

  /** Whether a German phrase begins with the genitive of a person whom the lexicon knows. */
  #isGenitive({ nouns, core }: NounPhrase, { sentence }: ReadSentence): boolean {
    const word = sentence.words[nouns];
    if (sentence.language !== 'de' || core - nouns < 2 || word?.folded.endsWith('s') !== true) return false;
    const owner = { stem: stem(word.folded.slice(0, -1), 'de'), surface: word.surface.slice(0, -1) };
    return this.#lexicon.phrases.de
      .find([owner])
      .some(({ terms }) => terms.some((term) => this.#lexicon.names.get(term.slice(1))?.kind === 'person'));
  }

  /** Whether the article names nobody whom a phrase means. */
  #isNobody(phrase: NounPhrase, sentence: ReadSentence, read: ReadArticle): boolean {
    const referent = read.resolver.resolve(phrase, sentence);
    return referent?.speakers.every(({ id }) => id.startsWith('phrase:')) === true;
  }

  #holder({ speaker: { id, name }, side }: Unnamed, { language }: Article): Somebody {
    const title = name[language];
    return {
      id,
      name,
      kind: 'person',
      side,
      office: null,
      isHead: this.#titles.isHead(title, language),
      isEnvoy: this.#titles.isEnvoy(title, language),
      isNeutral: this.#isNeutral(side),
    };
  }

  /** `Der außenpolitische Berater`: an office that is written the same for one and for several. */
  #isOne({ determiner, head }: NounPhrase, { sentence }: ReadSentence): boolean {
    const kind = this.#vocabulary.classOf(sentence.words[head], sentence.language);
    return (kind === 'office' || kind === 'group') && SINGULAR.test(determiner ?? '');
  }

  #isNeutral(side: string | null): boolean {
    return side !== null && this.#lexicon.parts.neutral.includes(side);
  }

  #isGroup(sentence: TokenizedSentence, at: number): boolean {
    const word = wordAt(sentence, at);
    const groups = this.#groups[sentence.language];
    // `Expertenteam`: a German compound means what its last part means.
    return groups.has(word) || (sentence.language === 'de' && endsWithAny(word, groups));
  }

  #body({ id, name, kind }: Speaker): Somebody {
    const side = this.#lexicon.names.get(id)?.side ?? null;
    return {
      id,
      name,
      kind: kind === 'country' ? kind : 'institution',
      side,
      office: null,
      isHead: false,
      isEnvoy: false,
      isNeutral: this.#isNeutral(side),
    };
  }

  #person(speaker: Speaker, phrase: NounPhrase, sentence: ReadSentence, article: Article, read: ReadArticle): Somebody {
    const office = findOffice(phrase, sentence, this.#vocabulary) ?? this.#officesOf(read).get(speaker.id) ?? null;
    const title = office === null ? '' : sliceOf(article.text, office);
    const known = this.#lexicon.names.get(speaker.id);
    const { language, date } = article;
    const side = known?.side ?? read.people.byId(speaker.id)?.side ?? this.#sideOf(office, phrase, sentence);
    return {
      id: speaker.id,
      name: speaker.name,
      kind: 'person',
      side,
      office,
      isHead: this.#titles.isHead(title, language) || this.#titles.isHeadBy(known?.offices ?? [], date),
      isEnvoy: this.#titles.isEnvoy(title, language),
      isNeutral: this.#isNeutral(side),
    };
  }

  /** The side of a country in the office, in the phrase, or before the name: `auf russischer Seite`, `für Indien`. */
  #sideOf(office: Span | null, phrase: NounPhrase, { sentence, span, mentions, phrases }: ReadSentence): string | null {
    const within = mentions.find(({ name, from, to }) => {
      if (name.side === null || name.kind === 'person' || isChance({ name, from, to }, sentence)) return false;
      const place = placeOf(sentence, span, from, to);
      const isInOffice = office !== null && place.start >= office.start && place.end <= office.end;
      return isInOffice || (from >= phrase.from && to <= phrase.to);
    });
    if (within !== undefined) return within.name.side;
    const segment = sentence.segmentOf[phrase.from];
    const group = phrases.find(
      ({ head, from }) => sentence.segmentOf[from] === segment && this.#isGroup(sentence, head),
    );
    const ofGroup = mentions.find(
      ({ name, from, to }) => name.kind !== 'person' && group !== undefined && from >= group.from && to <= group.to,
    );
    if (ofGroup !== undefined) return ofGroup.name.side;
    const beside = mentions.findLast(({ name, from }) => {
      const isBefore = sentence.segmentOf[from] === segment && from < phrase.from && name.kind !== 'person';
      return isBefore && [wordAt(sentence, from - 1), wordAt(sentence, from - 2)].some((word) => FOR.test(word));
    });
    return beside?.name.side ?? null;
  }

  #officesOf(read: ReadArticle): ReadonlyMap<string, Span> {
    const known = this.#offices.get(read);
    if (known !== undefined) return known;
    const offices = new Map<string, Span>();
    for (const sentence of read.sections.flat(2)) {
      for (const phrase of sentence.phrases.flatMap(withJoined)) {
        // Cheaper than to resolve all that names nobody.
        if (nameStart(phrase, sentence, this.#vocabulary) === null) continue;
        const speaker = this.#speaker(phrase, sentence, read);
        if (speaker?.kind !== 'person' || offices.has(speaker.id)) continue;
        const office = findOffice(phrase, sentence, this.#vocabulary);
        if (office !== null) offices.set(speaker.id, office);
      }
    }
    this.#offices.set(read, offices);
    return offices;
  }
}

/** `Die Berater Großbritanniens`, `the head of the fund RDIF`: a name behind its noun, or in the genitive, does nothing. */
function isNameAlone(phrase: NounPhrase, { sentence, mentions }: ReadSentence, { id, name }: Speaker): boolean {
  const mention = mentions.find((own) => own.name.id === id && own.from >= phrase.from && own.to <= phrase.core);
  if (mention === undefined || mention.from > phrase.nouns) return false;
  // `Die Ukraine` may do something, `der Ukraine` may not.
  const [article = ''] = name.de.split(' ');
  const isOblique = OBLIQUE_ARTICLE.test(phrase.determiner ?? '') && phrase.determiner !== article;
  if (sentence.language === 'de' && phrase.preposition === null && isOblique) return false;
  const last = sentence.words[mention.to - 1];
  // `Vertreter europäischer Länder`: an adjective names nobody.
  if (sentence.language === 'de' && !isCapital(last)) return false;
  const isAcronym = last?.surface === last?.surface.toUpperCase();
  const isGenitive = last?.folded.endsWith('s') === true && !fold(name.de).endsWith('s') && !isAcronym;
  return sentence.language === 'en' || phrase.determiner !== null || !isGenitive;
}

/** A phrase and those that are joined to it: `nach Angaben des Gesandten Steve Witkoff`. */
const withJoined = (phrase: NounPhrase): readonly NounPhrase[] =>
  phrase.joined === null ? [phrase] : [phrase, ...withJoined(phrase.joined)];

/** Shorter words end others by chance. */
const SHORTEST_GROUP = 4;

const endsWithAny = (word: string, heads: ReadonlySet<string>): boolean => {
  for (let cut = 1; cut <= word.length - SHORTEST_GROUP; cut++) if (heads.has(word.slice(cut))) return true;
  return false;
};

/** `Dae-sung` counts as one. */
const wholeWords = (words: readonly Token[]): number => words.filter(({ hyphenated }) => !hyphenated).length;

const OBLIQUE_ARTICLE = /^(?:der|des|dem|den)$/;
const TEXTS: ReadonlySet<NounClass | null> = new Set<NounClass>(['document', 'message', 'account']);
const FOR = /^(?:fur|auf|for|on)$/;
