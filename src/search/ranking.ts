import type { AnswerType } from '../language/scaffold.ts';
import { sliceOf } from '../span.ts';
import type { Asked } from './asked.ts';
import type { PassageMatches } from './matches.ts';
import { isBalanced, spanOf, type Window } from './quotation.ts';
import { pointsBack } from './reference.ts';

/**
 * What speaks for a window, or against it, as the answer to a question. Weights of words are shares of all that was
 * asked (see {@link weighConcepts}), so that long questions are no louder than short ones.
 */
export const FEATURES = [
  /** Weight of the asked words and numbers that stand in the window; of the light words; of the names. */
  'words',
  'light',
  'names',
  /** What the sentences next to the window add to that. */
  'beside',
  /** What title and first passage of the article add: of its names, and of anything else. */
  'leadNames',
  'leadWords',
  /** Weight of what stands neither in the passage nor in its heading or the article's lead; how many names of it. */
  'missing',
  'missingNames',
  /** How many of these are places: what happened elsewhere is another event. */
  'missingPlaces',
  /** How many of the asked things stand in the window. */
  'concepts',
  /** Asked dates that the window names, that are the article's own, and that are neither. */
  'dates',
  'articleDates',
  'missingDates',
  /** How much and how often the whole passage speaks of what was asked: its score as a candidate, 0 to 1. */
  'passage',
  /** 1 for the first passage of an article: it speaks of everything and answers little. */
  'opening',
  /** Hundreds of characters, times what of the question is not in them: where something is missing, more may hold it. */
  'doubtfulLength',
  /** 1 where a quotation mark is left open; where the window begins by pointing back (`he`, `dafür`). */
  'unbalanced',
  'pointingBack',
  /** 1 where the window holds a thing of the type that was asked for. */
  'holdsPerson',
  'holdsTime',
  'holdsPlace',
  'holdsNumber',
  'holdsDuration',
  'holdsReason',
  'holdsSpeech',
  /** 1 where somebody of one side is asked for and named. */
  'holdsSide',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** How much each feature counts. */
export type Ranking = Features;

/** Added to all that was asked: where little was asked, a share of it says little. */
const ONE_MORE = 1;
const HUNDRED = 100;
const EPSILON = 1e-9;
/** From this share on everything that was asked is there, if partly by a word of like meaning. */
const COMPLETE = 0.9;

const HOLDS: Readonly<Record<Exclude<AnswerType, 'any'>, Feature>> = {
  person: 'holdsPerson',
  time: 'holdsTime',
  place: 'holdsPlace',
  number: 'holdsNumber',
  duration: 'holdsDuration',
  reason: 'holdsReason',
  speech: 'holdsSpeech',
};

const nothing = (): Record<Feature, number> => ({
  words: 0,
  light: 0,
  names: 0,
  beside: 0,
  leadNames: 0,
  leadWords: 0,
  missing: 0,
  missingNames: 0,
  missingPlaces: 0,
  concepts: 0,
  dates: 0,
  articleDates: 0,
  missingDates: 0,
  passage: 0,
  opening: 0,
  doubtfulLength: 0,
  unbalanced: 0,
  pointingBack: 0,
  holdsPerson: 0,
  holdsTime: 0,
  holdsPlace: 0,
  holdsNumber: 0,
  holdsDuration: 0,
  holdsReason: 0,
  holdsSpeech: 0,
  holdsSide: 0,
});

/** RankingFeatures is responsible for what speaks for the windows of one passage. */
export class RankingFeatures {
  readonly #matches: PassageMatches;
  readonly #asked: Asked;
  readonly #weights: readonly number[];
  readonly #passage: number;
  readonly #isOpening: boolean;
  readonly #total: number;

  /**
   * @param weights One a concept of the question, from {@link weighConcepts}.
   * @param passage The score of the passage as a candidate.
   */
  constructor(matches: PassageMatches, asked: Asked, weights: readonly number[], passage: number) {
    const { article, passage: own } = matches.entry;
    this.#matches = matches;
    this.#asked = asked;
    this.#weights = weights;
    this.#passage = passage;
    this.#isOpening = article.sections[0]?.passages[0] === own;
    this.#total = weights.reduce((sum, weight) => sum + weight, asked.question.dates.length + ONE_MORE);
  }

  of(window: Window): Features {
    const features = nothing();
    this.#addConcepts(features, window);
    this.#addDates(features, window);
    const { entry, question } = this.#matches;
    const span = spanOf(entry, window);
    const text = sliceOf(entry.article.text, span);
    features.passage = this.#passage;
    features.opening = this.#isOpening ? 1 : 0;
    const { words, light, names, dates } = features;
    const covered = ((words + light + names + dates) * this.#total) / Math.max(EPSILON, this.#total - ONE_MORE);
    features.doubtfulLength = ((span.end - span.start) / HUNDRED) * Math.max(0, COMPLETE - covered);
    features.unbalanced = isBalanced(text) ? 0 : 1;
    features.pointingBack = window.from > 0 && pointsBack(text, entry.article.language) ? 1 : 0;
    features.holdsSide = this.#matches.sideIn(window) === 'asked' ? 1 : 0;
    if (question.type !== 'any' && this.#matches.holdsType(window)) features[HOLDS[question.type]] = 1;
    return features;
  }

  #addConcepts(features: Record<Feature, number>, window: Window): void {
    const matches = this.#matches;
    for (const [at, { concept }] of this.#asked.concepts.entries()) {
      const weight = (this.#weights[at] ?? 0) / this.#total;
      const isName = concept.kind === 'name';
      const here = matches.inWindow(at, window);
      const near = Math.max(here, matches.beside(at, window));
      const passage = Math.max(near, matches.inPassage(at), matches.inHeading(at));
      const anywhere = Math.max(passage, matches.inLead(at));
      features[concept.light ? 'light' : isName ? 'names' : 'words'] += weight * here;
      features.beside += weight * (near - here);
      features[isName ? 'leadNames' : 'leadWords'] += weight * (anywhere - passage);
      features.missing += weight * (1 - anywhere);
      if (here > 0) features.concepts++;
      if (isName && !concept.light && anywhere === 0) {
        features.missingNames++;
        if (matches.isPlace(at)) features.missingPlaces++;
      }
    }
  }

  #addDates(features: Record<Feature, number>, window: Window): void {
    for (const date of this.#asked.question.dates) {
      const match = this.#matches.dateIn(date, window);
      if (match === 'named') features.dates += 1 / this.#total;
      else if (match === 'articles') features.articleDates += 1 / this.#total;
      else if (match === 'missing') features.missingDates += 1 / this.#total;
    }
  }
}

/** What windows are sorted by; only differences between the windows of one question tell. */
export function worthOf(features: Features, ranking: Ranking): number {
  let worth = 0;
  for (const feature of FEATURES) worth += features[feature] * ranking[feature];
  return worth;
}
