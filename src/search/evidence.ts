import { compareDate } from '../language/dates.ts';
import { type Concept, PARTS_WEIGHT, type Question } from '../language/question.ts';
import { sliceOf } from '../span.ts';
import { offersType } from './answer-type.ts';
import type { PassageIndex, PassageTerms, TermSet } from './index.ts';
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
}

/** How well a text speaks of a concept: 0 to 1. */
function matchOf(concept: Concept, terms: TermSet): number {
  let best = 0;
  for (const [term, weight] of concept.variants) if (weight > best && terms.has(term)) best = weight;
  if (best >= PARTS_WEIGHT || concept.parts.length === 0) return best;
  const parts = concept.parts.reduce((sum, part) => sum + matchOf(part, terms), 0) / concept.parts.length;
  return Math.max(best, parts * PARTS_WEIGHT);
}

/** From this match on a sentence speaks of a word, if only by an associated one. */
const SPOKEN_OF = 0.5;

/** Inside a German sentence only nouns and names are capitalised, inside an English one only names: topics, not chat. */
function isNoun(concept: Concept, question: Question): boolean {
  return /^\p{Lu}/u.test(concept.surface) && !question.text.trimStart().startsWith(concept.surface);
}

/** Weighs the words of a question by how rare they are in the corpus: a word in every passage tells nothing. */
export function weighConcepts(question: Question, index: PassageIndex, weights: Weights): number[] {
  const total = index.entries.length;
  /** A word that occurs nowhere may be chat, or a way of saying it that the lexicon lacks; a noun is a topic. */
  const doubtOf = (concept: Concept, frequency: number): number => {
    if (frequency > 0 || concept.kind !== 'word' || isNoun(concept, question)) return 1;
    return concept.inLexicon ? weights.absent : weights.strange;
  };
  return question.concepts.map((concept) => {
    const frequency = index.frequencyOf(concept);
    const rarity = Math.log(1 + total / (1 + frequency)) / Math.log(1 + total);
    if (concept.kind === 'name') return Math.max(rarity, weights.nameFloor) * weights.kind.name;
    return rarity * (concept.light ? weights.kind.light : weights.kind[concept.kind]) * doubtOf(concept, frequency);
  });
}

function topicOf(question: Question, weights: readonly number[], index: PassageIndex): number | null {
  let topic: number | null = null;
  for (const [at, concept] of question.concepts.entries()) {
    if (concept.kind !== 'word' || concept.light || index.frequencyOf(concept) === 0) continue;
    if (topic === null || (weights[at] ?? 0) > (weights[topic] ?? 0)) topic = at;
  }
  return topic;
}

/** PassageEvidence is responsible for judging the windows of one passage against one question. */
export class PassageEvidence {
  readonly #question: Question;
  readonly #weights: readonly number[];
  readonly #entry: PassageEntry;
  /** `matches[concept][sentence]` */
  readonly #matches: readonly (readonly number[])[];
  readonly #around: readonly { readonly heading: number; readonly article: number }[];
  readonly #terms: PassageTerms;
  /** Whether each sentence holds the type of thing that was asked for. */
  readonly #offers: readonly boolean[];
  /** The weightiest word of the question that the articles use, neither a name nor light; or null. */
  readonly #topic: number | null;
  readonly #settings: Weights;

  /** @param weights One a concept of the question, from {@link weighConcepts}. */
  constructor(
    question: Question,
    weights: readonly number[],
    entry: PassageEntry,
    index: PassageIndex,
    settings: Weights,
  ) {
    this.#settings = settings;
    this.#question = question;
    this.#weights = weights;
    this.#entry = entry;
    this.#terms = index.termsOf(entry);
    this.#matches = question.concepts.map((concept) => this.#terms.sentences.map((terms) => matchOf(concept, terms)));
    this.#topic = topicOf(question, weights, index);
    const { article, passage } = entry;
    this.#offers = passage.sentences.map((sentence, at) =>
      offersType(question, sliceOf(article.text, sentence), article.language, this.#terms.sentences[at] ?? new Set()),
    );
    this.#around = question.concepts.map((concept) => ({
      heading: matchOf(concept, this.#terms.heading),
      article: matchOf(concept, this.#terms.article),
    }));
  }

  /** The evidence of the sentences `from` to `to` (half-open) as an answer. */
  of(from: number, to: number): Evidence {
    const concepts: ConceptEvidence[] = this.#question.concepts.map((concept, index) => ({
      surface: concept.surface,
      weight: this.#weights[index] ?? 0,
      match: this.#matchInWindow(index, from, to),
    }));
    let penalty = 1;
    for (const [index, concept] of this.#question.concepts.entries()) {
      if (concept.kind !== 'word' && !concept.light && concepts[index]?.match === 0)
        penalty *= this.#settings.withoutName;
    }
    for (const date of this.#question.dates) {
      concepts.push({
        surface: this.#question.text.slice(date.start, date.end),
        weight: this.#settings.date,
        match: this.#dateMatch(date, from, to),
      });
    }
    const typeFound = this.#holdsType(from, to);
    const total = concepts.reduce((sum, concept) => sum + concept.weight, 0);
    const covered = concepts.reduce((sum, concept) => sum + concept.weight * concept.match, 0);
    const type = typeFound ? 1 : this.#settings.withoutType[this.#question.type];
    return { score: total === 0 ? 0 : (covered / total) * penalty * type, concepts, typeFound };
  }

  /** Whether a sentence of the window holds the asked type of thing and speaks of what was asked itself. */
  #holdsType(from: number, to: number): boolean {
    if (this.#question.type === 'any') return true;
    const { article, passage } = this.#entry;
    for (let sentence = from; sentence < to; sentence++) {
      if (this.#offers[sentence] !== true) continue;
      if (this.#speaksOfTopic(sentence)) return true;
      // `Die Verhandlungen darüber sollten sofort beginnen`: the topic stands in the sentence before.
      const span = passage.sentences[sentence];
      const refersBack = span !== undefined && refersToPrevious(sliceOf(article.text, span), article.language);
      if (refersBack && sentence > 0 && this.#speaksOfTopic(sentence - 1)) return true;
    }
    return false;
  }

  /** Whether a sentence itself speaks of the weightiest word of the question, or of all its names where it has no other. */
  #speaksOfTopic(sentence: number): boolean {
    if (this.#topic !== null) return (this.#matches[this.#topic]?.[sentence] ?? 0) >= SPOKEN_OF;
    return this.#question.concepts.every(
      (concept, index) => concept.kind !== 'name' || (this.#matches[index]?.[sentence] ?? 0) >= SPOKEN_OF,
    );
  }

  #matchInWindow(concept: number, from: number, to: number): number {
    let best = 0;
    for (const [sentence, match] of (this.#matches[concept] ?? []).entries()) {
      const distance = sentence < from ? from - sentence : sentence >= to ? sentence - to + 1 : 0;
      const factor = distance === 0 ? 1 : distance === 1 ? this.#settings.near.neighbour : this.#settings.near.passage;
      best = Math.max(best, match * factor);
    }
    const { near } = this.#settings;
    const around = this.#around[concept];
    const article = this.#question.concepts[concept]?.kind === 'name' ? near.articleName : near.article;
    return Math.max(best, (around?.heading ?? 0) * near.heading, (around?.article ?? 0) * article);
  }

  #dateMatch(date: Question['dates'][number], from: number, to: number): number {
    const fromArticle = this.#entry.article.date === null ? 'differs' : compareDate(date, this.#entry.article.date);
    if (fromArticle === 'exact') return 1;
    const named = date.day ?? date.year;
    const inWindow = this.#terms.sentences.slice(from, to).some((terms) => terms.has(String(named)));
    return inWindow ? 1 : fromArticle === 'fits' ? this.#settings.near.article : 0;
  }
}
