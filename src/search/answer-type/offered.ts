import { isName, type Term } from '../../language/analysis.ts';
import type { Concept } from '../../language/concepts.ts';
import type { Language } from '../../language/language.ts';
import type { Name } from '../../language/name.ts';
import type { Question } from '../../language/question.ts';
import { type Token, tokenize } from '../../language/tokens.ts';
import type { Span } from '../../span.ts';

/** A text that may hold an answer. */
export interface Offered {
  readonly text: string;
  readonly language: Language;
  /** Who is named in it or speaks in it: `@putin`, `>@putin`. */
  terms(): readonly Term[];
  /** What a name is the name of; undefined for what is none. */
  kindOf(name: Term): Name['kind'] | undefined;
  /** How surely it speaks of a concept of the question, by its position: 0 to 1. */
  speaksOf(concept: number): number;
  /** Its words that speak of one of some concepts, as spans of it. */
  mark(concepts: readonly Concept[]): readonly Span[];
}

/** A name as a question would have it, to {@link Offered.mark}. */
export const asConcept = (name: Term): Concept => ({
  surface: name,
  kind: 'name',
  light: false,
  variants: new Map([[name, 1]]),
  parts: [],
  corrected: null,
  inLexicon: true,
});

/** The names that a question holds. */
export const askedNames = (question: Question): ReadonlySet<Term> =>
  new Set(question.concepts.flatMap((concept) => [...concept.variants.keys()].filter(isName)));

/** Whether a text holds a name of one of the kinds that the question did not already hold. */
export function holdsNew(question: Question, { terms, kindOf }: Offered, kinds: readonly Name['kind'][]): boolean {
  const asked = askedNames(question);
  return terms().some((name) => {
    const kind = kindOf(name);
    return kind !== undefined && kinds.includes(kind) && !asked.has(name);
  });
}

/** A word of the question as it was typed, in small letters. */
export const surfaceOf = (question: Question, concept: number): string =>
  question.concepts[concept]?.surface.toLowerCase() ?? '';

/** Behind these a noun says what it must be that is asked for. */
export const WHICH = /(?:welche\p{L}*|which|what|wich)\s*$/u;
/** What asks for a country. */
export const COUNTRY = /(?:land|lander\p{L}*|staat(?:en)?|country|countries|states?)$/u;

/** A text with some spans of it blanked out, so that all others stay where they are. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of spans) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** So many first letters make two words forms of one: a rough stem that serves both languages. */
const SAME_PREFIX = 6;

/** A quotation without the asked words: what was asked for is no answer to itself. */
export function withoutAsked(question: Question, text: string): string {
  const asked = new Set(tokenize(question.text).map((token) => token.folded.slice(0, SAME_PREFIX)));
  const isAsked = ({ folded }: Token): boolean =>
    folded.length >= SAME_PREFIX && asked.has(folded.slice(0, SAME_PREFIX));
  return withoutSpans(text, tokenize(text).filter(isAsked));
}
