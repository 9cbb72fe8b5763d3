import type { Article } from '../corpus/article.ts';
import { compareDate, findDates, isAskedDate, type NamedDate } from '../language/dates.ts';
import type { Concept, Question } from '../language/question.ts';
import { sliceOf } from '../span.ts';
import { offersType } from './answer-type.ts';
import { type Asked, matchIn, type Row } from './asked.ts';
import type { PassageIndex, PassageTerms } from './index.ts';
import type { PassageEntry } from './passages.ts';
import { refersToPrevious } from './reference.ts';
import type { Weights } from './weights.ts';

/** How one concept of the question fares in a quotation and its surroundings. */
export interface ConceptEvidence {
  readonly surface: string;
  readonly weight: number;
  /** 0 (nowhere) to 1 (in the quotation, by the very word). */
  readonly match: number;
}

/** Why a quotation is thought to answer, or not to. */
export interface Evidence {
  /** 0 to 1: how much of what was asked stands together, weighted by how rare each word is. */
  readonly score: number;
  readonly concepts: readonly ConceptEvidence[];
  readonly typeFound: boolean;
  /** 0 to 1: how much of all that was asked stands there, however little was asked. */
  readonly share: number;
  /** What is left, 0 to 1, where names and dates are missing altogether. */
  readonly named: number;
  /** What is left, 0 to 1, where the type of the answer is missing. */
  readonly typed: number;
}

/** From this match on a sentence speaks of a word, if only by an associated one. */
const SPOKEN_OF = 0.5;

/** Inside a German sentence only nouns and names are capitalised, inside an English one only names: topics, not chat. */
function isNoun(concept: Concept, question: Question): boolean {
  return /^\p{Lu}/u.test(concept.surface) && !question.text.trimStart().startsWith(concept.surface);
}

/** How rare something is that stands in so many of all passages: 0 to 1. The scale is the corpus's own. */
export const rarityOf = (frequency: number, total: number): number =>
  Math.log(1 + total / (1 + frequency)) / Math.log(1 + total);

/** Weighs the words of a question by how rare they are in the corpus: a word in every passage tells nothing. */
export function weighConcepts({ question, concepts }: Asked, total: number, weights: Weights): number[] {
  /** A word that occurs nowhere may be chat, or a way of saying it that the lexicon lacks; a noun is a topic. */
  const doubtOf = (concept: Concept, frequency: number): number => {
    if (frequency > 0 || concept.kind !== 'word' || isNoun(concept, question)) return 1;
    return concept.inLexicon ? weights.absent : weights.strange;
  };
  return concepts.map(({ concept, frequency }) => {
    const rarity = rarityOf(frequency, total);
    if (concept.kind === 'name') return Math.max(rarity, weights.nameFloor) * weights.kind.name;
    return rarity * (concept.light ? weights.kind.light : weights.kind[concept.kind]) * doubtOf(concept, frequency);
  });
}

function topicOf({ concepts }: Asked, weights: readonly number[]): number | null {
  let topic: number | null = null;
  for (const [at, { concept, frequency }] of concepts.entries()) {
    if (concept.kind !== 'word' || concept.light || frequency === 0) continue;
    if (topic === null || (weights[at] ?? 0) > (weights[topic] ?? 0)) topic = at;
  }
  return topic;
}

/**
 * How much each concept tells the sentences of an article apart: whom and what the whole article is about stands in
 * most of them, what was asked for stands in few. A concept that the article lacks tells most of all.
 */
export function weighTelling(
  asked: Asked,
  weights: readonly number[],
  article: Article,
  index: PassageIndex,
): readonly number[] {
  const rows = index
    .passagesOf(article)
    .flatMap((entry) => index.termsOf(entry).sentences.map((terms) => asked.rowOf(terms)));
  return asked.concepts.map((concept, at) => {
    const spoken = rows.reduce((sum, row) => sum + matchIn(row, concept), 0);
    return (weights[at] ?? 0) * Math.log(1 + rows.length / Math.max(LEAST_SPOKEN, spoken));
  });
}

/** Where nothing tells its sentences apart, none is worse than another. */
const FOCUS_FLOOR = 0.1;

/** A concept that an article lacks is taken to be in half a sentence: it must not outweigh all others. */
const LEAST_SPOKEN = 0.5;

/** Sentences between a sentence and a window: 0 inside. */
const distanceOf = (sentence: number, from: number, to: number): number =>
  sentence < from ? from - sentence : sentence >= to ? sentence - to + 1 : 0;

const rangeOf = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** What was asked and what of it is covered, in weights, and what is left of it for what is missing altogether. */
interface Weighed {
  readonly covered: number;
  readonly asked: number;
  readonly named: number;
  readonly typed: number;
}

const EPSILON = 1e-9;

/** PassageEvidence is responsible for judging the windows of one passage against one question. */
export class PassageEvidence {
  readonly #question: Question;
  readonly #weights: readonly number[];
  readonly #entry: PassageEntry;
  readonly #index: PassageIndex;
  readonly #terms: PassageTerms;
  /** `matches[concept][sentence]` */
  readonly #matches: readonly (readonly number[])[];
  /** How surely heading and article speak of each concept, already weighed. */
  readonly #around: readonly number[];
  /** How surely title and first passage of the article speak of each concept. */
  readonly #about: readonly number[];
  /** How much each concept tells the sentences of this passage apart. */
  readonly #telling: readonly number[];
  /** Whether each sentence holds the type of thing that was asked for; asked once, where it matters. */
  readonly #offers: (boolean | undefined)[] = [];
  /** The dates that each sentence names; read once, and only where a date is asked for. */
  readonly #dates: (readonly NamedDate[] | undefined)[] = [];
  /** The weightiest word of the question that the articles use, neither a name nor light; or null. */
  readonly #topic: number | null;
  readonly #settings: Weights;

  /**
   * @param weights One a concept of the question, from {@link weighConcepts}.
   * @param telling The same for the article of the passage, from {@link weighTelling}.
   */
  constructor(
    asked: Asked,
    weights: readonly number[],
    telling: readonly number[],
    entry: PassageEntry,
    index: PassageIndex,
    settings: Weights,
  ) {
    this.#settings = settings;
    this.#question = asked.question;
    this.#weights = weights;
    this.#entry = entry;
    this.#index = index;
    this.#terms = index.termsOf(entry);
    this.#topic = topicOf(asked, weights);
    const rows = this.#terms.sentences.map((terms) => asked.rowOf(terms));
    this.#matches = asked.concepts.map((concept) => rows.map((row) => matchIn(row, concept)));
    const heading: Row = asked.rowOf(this.#terms.heading);
    const about: Row = asked.rowOf(this.#terms.article);
    this.#about = asked.concepts.map((concept) => matchIn(about, concept));
    const { near } = settings;
    this.#around = asked.concepts.map((concept) =>
      Math.max(
        matchIn(heading, concept) * near.heading,
        matchIn(about, concept) * (concept.concept.kind === 'name' ? near.articleName : near.article),
      ),
    );
    this.#telling = telling;
  }

  /** The evidence of the sentences `from` to `to` (half-open) as an answer. */
  of(from: number, to: number): Evidence {
    const concepts: ConceptEvidence[] = this.#question.concepts.map((concept, index) => ({
      surface: concept.surface,
      weight: this.#weights[index] ?? 0,
      match: this.#matchInWindow(index, from, to),
    }));
    for (const date of this.#question.dates) {
      concepts.push({
        surface: this.#question.text.slice(date.start, date.end),
        weight: this.#settings.date,
        match: this.#dateMatch(date, from, to),
      });
    }
    const weighed = this.#weigh(from, to);
    const { named, typed } = weighed;
    return { ...this.#scoreOf(weighed), named, typed, concepts, typeFound: this.#holdsType(from, to) };
  }

  /** The score of {@link of} alone, and how much of all that was asked is covered, however little was asked: 0 to 1. */
  scoreOf(from: number, to: number): { readonly score: number; readonly share: number } {
    return this.#scoreOf(this.#weigh(from, to));
  }

  #scoreOf({ covered, asked, named, typed }: Weighed): { readonly score: number; readonly share: number } {
    const left = named * typed;
    return {
      score: (covered / (asked + this.#settings.doubt)) * left,
      share: (covered / Math.max(EPSILON, asked)) * left,
    };
  }

  #weigh(from: number, to: number): Weighed {
    let asked = 0;
    let covered = 0;
    let named = 1;
    for (const [index, concept] of this.#question.concepts.entries()) {
      const match = this.#matchInWindow(index, from, to);
      const weight = this.#weights[index] ?? 0;
      asked += weight;
      covered += weight * match ** this.#settings.sharpness;
      if (match === 0 && concept.kind !== 'word' && !concept.light) named *= this.#settings.withoutName;
    }
    for (const date of this.#question.dates) {
      const match = this.#dateMatch(date, from, to);
      asked += this.#settings.date;
      covered += this.#settings.date * match ** this.#settings.sharpness;
      if (match === 0) named *= this.#settings.withoutDate;
    }
    const typed = this.#holdsType(from, to) ? 1 : this.#settings.withoutType[this.#question.type];
    return { covered, asked, named, typed };
  }

  /** How much of what tells the sentences of the article apart stands in a window, 0 to 1. */
  focusOf(from: number, to: number): number {
    let total = FOCUS_FLOOR;
    let covered = FOCUS_FLOOR;
    for (const [at, matches] of this.#matches.entries()) {
      const weight = this.#telling[at] ?? 0;
      let best = 0;
      for (let sentence = Math.max(0, from - 1); sentence < Math.min(matches.length, to + 1); sentence++) {
        const match = matches[sentence] ?? 0;
        best = Math.max(best, distanceOf(sentence, from, to) === 0 ? match : match * this.#settings.beside);
      }
      total += weight;
      covered += weight * best;
    }
    return covered / total;
  }

  /** Whether a sentence of the window holds the asked type of thing and speaks of what was asked itself. */
  #holdsType(from: number, to: number): boolean {
    if (this.#question.type === 'any') return true;
    // Who speaks is known of the sentence, whatever it speaks of.
    if (this.#question.type === 'speech') return rangeOf(from, to).some((sentence) => this.#offersType(sentence));
    const { article, passage } = this.#entry;
    for (let sentence = from; sentence < to; sentence++) {
      if (!this.#offersType(sentence)) continue;
      if (this.#speaksOfTopic(sentence)) return true;
      // `Die Verhandlungen darüber sollten sofort beginnen`: the topic stands in the sentence before.
      const span = passage.sentences[sentence];
      const refersBack = span !== undefined && refersToPrevious(sliceOf(article.text, span), article.language);
      if (refersBack && sentence > 0 && this.#speaksOfTopic(sentence - 1)) return true;
    }
    return false;
  }

  #offersType(sentence: number): boolean {
    const known = this.#offers[sentence];
    if (known !== undefined) return known;
    const { article, passage } = this.#entry;
    const span = passage.sentences[sentence] ?? passage;
    const offers = offersType(this.#question, {
      text: sliceOf(article.text, span),
      language: article.language,
      terms: () => [...(this.#terms.sentences[sentence] ?? [])].flatMap((term) => this.#index.namesOf(term)),
      kindOf: (name) => this.#index.kindOf(name),
    });
    this.#offers[sentence] = offers;
    return offers;
  }

  /** Whether a sentence itself speaks of the weightiest word of the question, or of all its names where it has no other. */
  #speaksOfTopic(sentence: number): boolean {
    if (this.#topic !== null) return (this.#matches[this.#topic]?.[sentence] ?? 0) >= SPOKEN_OF;
    // Whom an article is about is named in its title and its first lines, and seldom in every sentence.
    return this.#question.concepts.every(
      (concept, index) =>
        concept.kind !== 'name' ||
        (this.#matches[index]?.[sentence] ?? 0) >= SPOKEN_OF ||
        (this.#about[index] ?? 0) >= SPOKEN_OF,
    );
  }

  #matchInWindow(concept: number, from: number, to: number): number {
    const { near } = this.#settings;
    let best = this.#around[concept] ?? 0;
    const matches = this.#matches[concept] ?? [];
    for (let sentence = 0; sentence < matches.length; sentence++) {
      const distance = distanceOf(sentence, from, to);
      const factor = distance === 0 ? 1 : distance === 1 ? near.neighbour : near.passage;
      best = Math.max(best, (matches[sentence] ?? 0) * factor);
    }
    return best;
  }

  #datesIn(sentence: number): readonly NamedDate[] {
    const { article, passage } = this.#entry;
    const dates = this.#dates[sentence] ?? findDates(sliceOf(article.text, passage.sentences[sentence] ?? passage));
    this.#dates[sentence] = dates;
    return dates;
  }

  #dateMatch(asked: Question['dates'][number], from: number, to: number): number {
    const { article } = this.#entry;
    const isNamed = (sentence: number): boolean =>
      this.#datesIn(sentence).some((date) => isAskedDate(asked, date, article.date));
    if (rangeOf(from, to).some(isNamed)) return 1;
    const ofArticle = article.date === null ? 'differs' : compareDate(asked, article.date);
    const { near } = this.#settings;
    return ofArticle === 'exact' ? near.articleDate : ofArticle === 'fits' ? near.articleDate / 2 : 0;
  }
}
