import type { Term } from '../language/analysis.ts';
import { compareDate, findDates, isAskedDate, type NamedDate } from '../language/dates.ts';
import type { Question } from '../language/question.ts';
import { sliceOf } from '../span.ts';
import { offersType } from './answer-type/answer-type.ts';
import { namesUnknown } from './answer-type/persons.ts';
import { type Asked, matchIn } from './asked.ts';
import type { PassageIndex } from './index.ts';
import { isAlone, type PassageEntry } from './passages.ts';
import type { Window } from './quotation.ts';

/** From this weight on a word of a text is what was asked for, or of its kind. */
const MEANT = 0.5;

/** Where a date of the question was found: in the window, as the article's own, roughly as the article's, or not at all. */
export type DateMatch = 'named' | 'articles' | 'fits' | 'missing';

/** Whether somebody of the asked side is named, only others are, somebody unknown is, or nobody at all. */
export type SideMatch = 'asked' | 'others' | 'unknown' | 'nobody';

/**
 * PassageMatches is responsible for what of a question stands where in a passage and around it. A match says how surely
 * a text speaks of a concept, 0 to 1; concepts and sentences are named by their position.
 */
export class PassageMatches {
  readonly question: Question;
  readonly entry: PassageEntry;
  readonly #index: PassageIndex;
  /** `matches[concept][sentence]` */
  readonly #sentences: readonly (readonly number[])[];
  readonly #heading: readonly number[];
  /** How surely title and first passage of the article speak of each concept. */
  readonly #lead: readonly number[];
  /** Whether each sentence holds the type of thing that was asked for; found out once, where it matters. */
  readonly #offers: (boolean | undefined)[] = [];
  /** The dates that each sentence names; read once, and only where a date is asked for. */
  readonly #dates: (readonly NamedDate[] | undefined)[] = [];

  /** @param lead From {@link matchLead}, for the article of the passage. */
  constructor(asked: Asked, lead: readonly number[], entry: PassageEntry, index: PassageIndex) {
    this.question = asked.question;
    this.entry = entry;
    this.#index = index;
    const { sentences, heading } = index.termsOf(entry);
    const rows = sentences.map((terms) => asked.rowOf(terms));
    this.#sentences = asked.concepts.map((concept) => rows.map((row) => matchIn(row, concept)));
    const headingRow = heading.length === 0 ? null : asked.rowOf(heading);
    this.#heading = asked.concepts.map((concept) => (headingRow === null ? 0 : matchIn(headingRow, concept)));
    this.#lead = isAlone(entry) ? asked.concepts.map(() => 0) : lead;
  }

  inWindow(concept: number, { from, to }: Window): number {
    const matches = this.#sentences[concept] ?? [];
    let best = 0;
    for (let sentence = from; sentence < to; sentence++) best = Math.max(best, matches[sentence] ?? 0);
    return best;
  }

  /** In the sentences next to a window. */
  beside(concept: number, { from, to }: Window): number {
    const matches = this.#sentences[concept] ?? [];
    return Math.max(matches[from - 1] ?? 0, matches[to] ?? 0);
  }

  inPassage(concept: number): number {
    let best = 0;
    for (const match of this.#sentences[concept] ?? []) best = Math.max(best, match);
    return best;
  }

  inHeading(concept: number): number {
    return this.#heading[concept] ?? 0;
  }

  inLead(concept: number): number {
    return this.#lead[concept] ?? 0;
  }

  /** Whether a concept of the question is the name of a place. */
  isPlace(concept: number): boolean {
    const variants = this.question.concepts[concept]?.variants ?? new Map<Term, number>();
    return [...variants].some(([term, weight]) => weight === 1 && this.#index.nameOf(term)?.kind === 'place');
  }

  dateIn(date: NamedDate, window: Window): DateMatch {
    const { article } = this.entry;
    for (let sentence = window.from; sentence < window.to; sentence++) {
      if (this.#datesIn(sentence).some((named) => isAskedDate(date, named, article.date))) return 'named';
    }
    const own = article.date === null ? 'differs' : compareDate(date, article.date);
    return own === 'exact' ? 'articles' : own === 'fits' ? 'fits' : 'missing';
  }

  /** Whether a sentence of the window holds a thing of the type that was asked for. */
  holdsType({ from, to }: Window): boolean {
    if (this.question.type === 'any') return true;
    for (let sentence = from; sentence < to; sentence++) if (this.#offersType(sentence)) return true;
    return false;
  }

  #offersType(sentence: number): boolean {
    const known = this.#offers[sentence];
    if (known !== undefined) return known;
    const { language } = this.entry.article;
    const text = this.#textOf(sentence);
    const offers = offersType(this.question, {
      text,
      language,
      terms: () => this.#namesIn(sentence),
      kindOf: (name) => this.#index.nameOf(name)?.kind,
      speaksOf: (concept) => this.#sentences[concept]?.[sentence] ?? 0,
      mark: (concepts) => this.#index.mark(text, language, concepts, MEANT),
    });
    this.#offers[sentence] = offers;
    return offers;
  }

  /** Of which side those are whom a window names; null where nobody of one side is asked for. */
  sideIn(window: Window): SideMatch | null {
    const { side } = this.question;
    let match: SideMatch = 'nobody';
    if (side === null) return null;
    const sentences = this.#speakingOfWords(window);
    for (const sentence of sentences) {
      for (const term of this.#namesIn(sentence)) {
        const name = this.#index.nameOf(term);
        if (name?.kind !== 'person') continue;
        if (name.side === side) return 'asked';
        match = 'others';
      }
    }
    const isWord = (folded: string): boolean => this.#index.isWord(folded);
    return sentences.some((sentence) => namesUnknown(this.#textOf(sentence), isWord)) ? 'unknown' : match;
  }

  /** The sentences of a window that speak of an asked word; all of them where none does. */
  #speakingOfWords({ from, to }: Window): number[] {
    const words = this.question.concepts.flatMap(({ kind, light }, at) => (kind === 'word' && !light ? [at] : []));
    const all = Array.from({ length: to - from }, (_, at) => from + at);
    const speaking = all.filter((sentence) => words.some((at) => (this.#sentences[at]?.[sentence] ?? 0) >= MEANT));
    return speaking.length > 0 ? speaking : all;
  }

  /** Who is named in a sentence, or speaks in it. */
  #namesIn(sentence: number): Term[] {
    const terms = this.#index.termsOf(this.entry).sentences[sentence] ?? new Uint32Array();
    return [...terms].flatMap((term) => this.#index.namesOf(term));
  }

  #datesIn(sentence: number): readonly NamedDate[] {
    const dates = this.#dates[sentence] ?? findDates(this.#textOf(sentence));
    this.#dates[sentence] = dates;
    return dates;
  }

  #textOf(sentence: number): string {
    const { article, passage } = this.entry;
    return sliceOf(article.text, passage.sentences[sentence] ?? passage);
  }
}

/** How surely title and first passage of the article of a passage speak of each concept: what it is about. */
export function matchLead(asked: Asked, entry: PassageEntry, index: PassageIndex): number[] {
  const row = asked.rowOf(index.termsOf(entry).article);
  return asked.concepts.map((concept) => matchIn(row, concept));
}
