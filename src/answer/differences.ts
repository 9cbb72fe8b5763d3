import type { Language } from '../language/language.ts';
import { isStopWord } from '../language/stop-words.ts';
import { isNumber, type Token, tokenize } from '../language/tokens.ts';
import { type Span, sliceOf } from '../span.ts';
import type { NumberValue } from '../statements/values/values.ts';
import type { Knowledge, Stated } from './knowledge.ts';

/** Words that mean the same less surely than this are another word. */
const SAME_FROM = 0.7;

/**
 * The numbers and nouns of a sentence that none of the others has: other numbers, and nouns for which the others have
 * no word of like meaning in either language. Ordered and disjoint, as places in the article's text.
 */
export function differences(knowledge: Knowledge, stated: Stated, others: readonly Stated[]): Span[] {
  return merged([...otherNumbers(stated, others), ...otherNouns(knowledge, stated, others)]);
}

function otherNumbers({ statement }: Stated, others: readonly Stated[]): Span[] {
  const said = others.flatMap((other) => other.statement.numbers);
  return statement.numbers
    .filter((number) => !said.some((other) => isSame(number, other)))
    .map(({ start, end }) => ({ start, end }));
}

/** Numbers are the same where their values are, unless it is known that they count different things. */
const isSame = (a: NumberValue, b: NumberValue): boolean =>
  a.least === b.least && a.most === b.most && (a.unit === b.unit || a.unit === null || b.unit === null);

function otherNouns(knowledge: Knowledge, stated: Stated, others: readonly Stated[]): Span[] {
  const { language } = stated.entry.article;
  const text = textOf(stated);
  const shared = others.flatMap((other) => {
    const { concepts } = knowledge.index.read(textOf(other), other.entry.article.language);
    return knowledge.index.mark(text, language, concepts, SAME_FROM);
  });
  const taken = [...shared, ...placesOfValues(stated), ...placesOfSpeakers(knowledge, stated)];
  const { start } = stated.statement.sentence;
  return nounsIn(text, language)
    .filter((noun) => !taken.some((span) => span.start < noun.end && noun.start < span.end))
    .map((noun) => ({ start: noun.start + start, end: noun.end + start }));
}

/** Who speaks and by which words is no difference in what is said; relative to the sentence. */
function placesOfSpeakers({ parties }: Knowledge, { entry, statement }: Stated): Span[] {
  const { cue, source, actor } = statement.attribution;
  const { start } = statement.sentence;
  const own = new Set([...source, ...actor].map((speaker) => parties.sideOf(speaker)));
  const names = parties
    .namesIn(sliceOf(entry.article.text, statement.sentence), entry.article.language)
    .filter(({ name }) => name.kind !== 'country' || own.has(name.side))
    .map(({ span }) => span);
  return cue === null ? names : [...names, { start: cue.start - start, end: cue.end - start }];
}

const textOf = ({ entry, statement }: Stated): string => sliceOf(entry.article.text, statement.sentence);

/** Numbers and dates, relative to the sentence: the nouns in them are compared as values. */
function placesOfValues({ statement: { sentence, numbers, dates } }: Stated): Span[] {
  return [...numbers, ...dates].map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
}

/**
 * The nouns of a sentence. In German they begin with a capital, which at a sentence's start tells nothing; in English a
 * noun ends a run of content words that a determiner, a preposition or a number opens (`for an energy ceasefire`).
 */
function nounsIn(text: string, language: Language): Token[] {
  const tokens = tokenize(text);
  if (language === 'de') {
    return tokens.filter(
      ({ surface, folded }, at) => at > 0 && /^\p{Lu}/u.test(surface) && !isStopWord(folded, language),
    );
  }
  return tokens.filter((token, at) => {
    if (isStopWord(token.folded, 'en') || isNumber(token) || VERB_FORM.test(token.folded)) return false;
    const next = tokens[at + 1];
    const goesOn =
      next !== undefined && !isStopWord(next.folded, 'en') && /^[\s-]*$/.test(text.slice(token.end, next.start));
    return !goesOn && isOpened(tokens, at);
  });
}

const OPENERS =
  /^(?:an?|the|this|that|these|those|its|their|his|her|of|on|in|for|with|by|from|to|at|against|about|over|all|both|each|no|any)$/;
/** Participles end such a run only by chance: `the Financial Times reported`. */
const VERB_FORM = /[a-z]{2}(?:ed|ing)$/;
/** Adjectives and nouns that may stand between what opens a run and the noun that ends it. */
const LONGEST_RUN = 4;

function isOpened(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - LONGEST_RUN); before--) {
    const token = tokens[before];
    if (token === undefined) return false;
    if (OPENERS.test(token.folded) || isNumber(token)) return true;
    if (isStopWord(token.folded, 'en')) return false;
  }
  return false;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}
