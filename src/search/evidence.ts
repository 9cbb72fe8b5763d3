import type { Concept, Question } from '../language/question.ts';
import type { Asked } from './asked.ts';
import type { PassageMatches } from './matches.ts';
import type { Window } from './quotation.ts';
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
  /** What the score is at least, as nothing that matters is missing; 0 where something is. */
  readonly complete: number;
  readonly concepts: readonly ConceptEvidence[];
  readonly typeFound: boolean;
  /** What is left, 0 to 1, where names and dates are missing altogether. */
  readonly named: number;
  /** What is left, 0 to 1, where the type of the answer is missing. */
  readonly typed: number;
  /** What is left, 0 to 1, where somebody of one side is asked for and only others are named. */
  readonly sided: number;
  /** What is left, 0 to 1, where articles on something else come near; see {@link clearOf}. */
  readonly clear: number;
}

const EPSILON = 1e-9;

/** So much of what was asked, light words apart, stands in a quotation that nothing which matters is missing. */
const ALL = 0.65;

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

/** Doubt falls this fast with the size of a corpus: in one of a few passages most words are as rare as can be. */
const DOUBT_BY_SIZE = 3;

/** The weights for a corpus of so many passages. */
export const weightsFor = (total: number, weights: Weights): Weights => ({
  ...weights,
  doubt: weights.doubt * rarityOf(1, total) ** DOUBT_BY_SIZE,
});

/** How much was asked, and how much of it stands in a window or near it. */
function coverOf(concepts: readonly ConceptEvidence[], sharpness: number): { asked: number; covered: number } {
  let [asked, covered] = [0, 0];
  for (const { weight, match } of concepts) {
    asked += weight;
    covered += weight * match ** sharpness;
  }
  return { asked, covered };
}

/**
 * Weighs whether a window answers: how much of what was asked stands in it or near it, and what is missing altogether.
 * @param weighed One a concept of the question, from {@link weighConcepts}.
 */
export function judge(
  matches: PassageMatches,
  weighed: readonly number[],
  window: Window,
  { near, ...weights }: Weights,
): Evidence {
  const { question } = matches;
  const concepts: ConceptEvidence[] = [];
  let named = 1;
  for (const [at, concept] of question.concepts.entries()) {
    const match = Math.max(
      matches.inWindow(at, window),
      matches.beside(at, window) * near.neighbour,
      matches.inPassage(at) * near.passage,
      matches.inHeading(at) * near.heading,
      matches.inLead(at) * (concept.kind === 'name' ? near.articleName : near.article),
    );
    concepts.push({ surface: concept.surface, weight: weighed[at] ?? 0, match });
    if (match === 0 && concept.kind !== 'word' && !concept.light) named *= weights.withoutName;
  }
  const dateMatches = { named: 1, articles: near.articleDate, fits: near.articleDate / 2, missing: 0 };
  for (const date of question.dates) {
    const match = dateMatches[matches.dateIn(date, window)];
    concepts.push({ surface: question.text.slice(date.start, date.end), weight: weights.date, match });
    if (match === 0) named *= weights.withoutDate;
  }
  const everything = coverOf(concepts, weights.sharpness);
  const mattering = coverOf(
    concepts.filter((_, at) => question.concepts[at]?.light !== true),
    weights.sharpness,
  );
  const typeFound = matches.holdsType(window);
  const typed = typeFound ? 1 : weights.withoutType[question.type];
  const side = matches.sideIn(window);
  const sided = side === 'others' ? weights.otherSide : side === 'nobody' ? weights.nobody : 1;
  const left = named * typed * sided;
  const share = (mattering.covered / Math.max(EPSILON, mattering.asked)) * left;
  const complete = typeFound && share >= ALL ? share * weights.complete : 0;
  return {
    score: Math.max((everything.covered / (everything.asked + weights.doubt)) * left, complete),
    complete,
    concepts,
    typeFound,
    named,
    typed,
    sided,
    clear: 1,
  };
}

/**
 * What is left of the evidence where the best rank is ahead of what other events have to say by so much. A question of
 * one thing has one answer: where the articles on several come equally near, they probably all only touch upon it.
 */
export const clearOf = (lead: number, { rivalled }: Weights): number => rivalled ** (1 / (1 + lead));

/**
 * The same evidence where something else comes near; see {@link clearOf}. Where nothing that was asked is missing,
 * little is taken away: the question was asked of several events, and what was said of each answers it.
 */
export const lessen = (evidence: Evidence, clear: number): Evidence => ({
  ...evidence,
  clear: evidence.clear * clear,
  score: Math.max(evidence.score * clear, evidence.complete * Math.sqrt(clear)),
});
