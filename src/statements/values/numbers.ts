import type { Language } from '../../language/language.ts';
import { isNumber, type Token, tokenize } from '../../language/tokens.ts';
import type { Span } from '../../span.ts';
import { COORDINATORS, PREPOSITIONS } from '../reading/grammar.ts';
import { HALF, MAGNITUDES, NUMBER_WORDS, ONE } from './number-words.ts';
import { isMeasure, readDuration, unitOf } from './units.ts';

/** A number that a sentence names, with what it counts. Offsets are those of the text that was read. */
export interface NumberValue extends Span {
  /** Equal to `most`, save for a range: `zwei bis drei Tage`. */
  readonly least: number;
  readonly most: number;
  /** What is counted or measured, as one English word (`day`, `percent`, `prisoner`); null where it is nothing known. */
  readonly unit: string | null;
  /** Whether each side has so many: `175 für 175`, `je 300`, `150 each`. */
  readonly each: boolean;
}

/** A number before it is joined with its neighbours; `from` and `to` count tokens. */
interface Count {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string | null;
  /** Whether words between it and its unit are part of it: `1,000 Ukrainian prisoners`. */
  readonly span: Span;
}

/** A text as this file looks at it. */
interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
}

/**
 * The numbers of a text in order: in digits and in words, with their units, ranges and pairs.
 * @param taken Spans to leave out: the numbers in them are dates.
 */
export function findNumbers(text: string, language: Language, taken: readonly Span[]): NumberValue[] {
  const reading = { text, language, tokens: tokenize(text) };
  const counts: Count[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const token = reading.tokens[at];
    if (token === undefined || taken.some((span) => token.start < span.end && span.start < token.end)) continue;
    const count = countAt(reading, at);
    if (count === null) continue;
    counts.push(count);
    at = count.to - 1;
  }
  return joined(counts, reading);
}

/** The value of digits as written: `1.000` and `1,000` are folded already, `2,5` and `2.5` are not. */
function valueOfDigits(folded: string): number {
  const last = Math.max(folded.lastIndexOf(','), folded.lastIndexOf('.'));
  return last < 0 ? Number(folded) : Number(`${folded.slice(0, last).replace(/[.,]/g, '')}.${folded.slice(last + 1)}`);
}

const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro' };

function countAt(reading: Reading, at: number): Count | null {
  const { text, tokens, language } = reading;
  const token = tokens[at];
  if (token === undefined) return null;
  if (isNumber(token))
    return isQuantity(reading, at) ? withUnit(reading, at, at + 1, valueOfDigits(token.folded)) : null;
  const duration = language === 'de' ? readDuration(token.folded) : null;
  if (duration !== null && duration.count !== '') {
    const value = NUMBER_WORDS.de.get(duration.count) ?? (ONE.de.has(duration.count) ? 1 : null);
    return value === null ? null : { from: at, to: at + 1, value, unit: duration.unit, span: token };
  }
  if (HALF.has(token.folded)) {
    const unit = unitOf(tokens[skipArticle(reading, at + 1)]?.folded ?? '');
    return isMeasure(unit) ? withUnit(reading, at, skipArticle(reading, at + 1), 0.5) : null;
  }
  if (isVague(reading, at)) return null;
  const value = NUMBER_WORDS[language].get(token.folded);
  const tens = value !== undefined && value >= 20 && tokens[at + 1]?.hyphenated === true;
  const ones = tens ? NUMBER_WORDS[language].get(tokens[at + 1]?.folded ?? '') : undefined;
  if (value !== undefined && ones !== undefined && ones < 10) return withUnit(reading, at, at + 2, value + ones);
  if (value !== undefined && !ONE[language].has(token.folded)) return withUnit(reading, at, at + 1, value);
  return ONE[language].has(token.folded) && !text.slice(0, token.start).endsWith('.') ? oneOf(reading, at) : null;
}

/** `four and a half hours`. */
const isAndAHalf = (tokens: readonly Token[], at: number): boolean =>
  ['and', 'a', 'half'].every((word, step) => tokens[at + step]?.folded === word);

const VAGUE = /^(?:mehrere|einige|viele|paar|several|many|few|some)$/;

/** `mehrere tausend Soldaten` names no number. */
const isVague = ({ tokens, language }: Reading, at: number): boolean =>
  MAGNITUDES[language].has(tokens[at]?.folded ?? '') && VAGUE.test(tokens[at - 1]?.folded ?? '');

const skipArticle = ({ tokens }: Reading, at: number): number =>
  /^(?:an?|the)$/.test(tokens[at]?.folded ?? '') ? at + 1 : at;

/** `eine Woche`, `an hour`, `a million`: elsewhere the word is an article. */
function oneOf(reading: Reading, at: number): Count | null {
  const { tokens, language } = reading;
  const next = tokens[at + 1];
  if (next === undefined) return null;
  if (HALF.has(next.folded)) return countAt(reading, at + 1);
  const isScaled = MAGNITUDES[language].has(next.folded) || next.folded === 'dutzend' || next.folded === 'dozen';
  if (isScaled)
    return withUnit(reading, at, at + 1, next.folded.startsWith('do') || next.folded.startsWith('du') ? 12 : 1);
  // `three times a day` and `eines Tages` measure nothing.
  const isRate = unitOf(tokens[at - 1]?.folded ?? '') !== null;
  return isMeasure(unitOf(next.folded)) && !isRate ? withUnit(reading, at, at + 1, 1) : null;
}

const LABELS =
  /^(?:option|artikel|article|phase|kapitel|chapter|gruppe|group|resolution|nummer|number|nr|no|absatz|paragraph)$/;

/** Whether digits count something: not an ordinal, a time of day, a name's part (`F-16`) or a label (`Option 2`). */
function isQuantity({ text, tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  const before = text.slice(0, token.start);
  const behind = text.slice(token.end);
  // `F-16` and `G7` are names.
  if ((token.hyphenated || tokens[at - 1]?.end === token.start) && !isNumber(tokens[at - 1] ?? token)) return false;
  // Digits of several scripts in one number have no value that a reader would agree on.
  if (!/^\d+(?:[.,]\d+)*$/.test(token.folded)) return false;
  if (LABELS.test(tokens[at - 1]?.folded ?? '')) return false;
  if (/^\.\s+\p{L}/u.test(behind) || /^(?:st|nd|rd|th)\b/.test(behind)) return false;
  if (/^:\d\d|^\s?(?:Uhr|[ap]\.?m\b)/u.test(behind) || /\d:$/.test(before)) return false;
  return next === undefined || next.start > token.end;
}

/** Adjectives that may stand between a number and what it counts. */
const MOST_BETWEEN = 3;

function withUnit(reading: Reading, from: number, behind: number, plain: number): Count {
  const { text, tokens, language } = reading;
  let value = plain;
  let to = behind;
  if (isAndAHalf(tokens, to)) {
    value += 0.5;
    to += 3;
  }
  for (let factor = magnitudeAt(reading, to); factor !== undefined; factor = magnitudeAt(reading, to)) {
    value *= factor;
    to++;
  }
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const sign = /^\s?%/.exec(text.slice(end))?.[0];
  if (sign !== undefined) return { from, to, value, unit: 'percent', span: { start, end: end + sign.length } };
  const currency = CURRENCIES[text[start - 1] ?? ''];
  if (currency !== undefined) return { from, to, value, unit: currency, span: { start: start - 1, end } };
  const place = placeOfUnit(reading, to);
  if (place === null) return { from, to, value, unit: null, span: { start, end } };
  const duration = language === 'de' ? readDuration(tokens[place]?.folded ?? '') : null;
  const unit = duration?.unit ?? unitOf(tokens[place]?.folded ?? '');
  return { from, to: place + 1, value, unit, span: { start, end: tokens[place]?.end ?? end } };
}

const magnitudeAt = ({ tokens, language }: Reading, at: number): number | undefined =>
  MAGNITUDES[language].get(tokens[at]?.folded ?? '');

/** The token that names what is counted, or null; a preposition, `and` or a mark ends the search. */
function placeOfUnit({ text, tokens, language }: Reading, from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + MOST_BETWEEN); at++) {
    const token = tokens[at];
    if (token === undefined || /[,;:.!?()–—]/.test(text.slice(tokens[at - 1]?.end, token.start))) return null;
    if (unitOf(token.folded) !== null || readDuration(token.folded)?.count === '') return at;
    const isPer = token.folded === 'per' && tokens[at + 1]?.folded === 'cent';
    if (isPer) return at + 1;
    if (isNumber(token) || PREPOSITIONS[language].has(token.folded) || COORDINATORS.has(token.folded)) return null;
    // What a German noun names is counted, even where it is no unit that we know.
    if (language === 'de' && /^\p{Lu}/u.test(token.surface) && !/er$/.test(token.folded)) return null;
  }
  return null;
}

const LIST = /^\s*(?:,|,?\s*(?:und|oder|and|or))\s*$/;

/** In `30, 40 or 50 years` the last unit is that of all. */
function withSharedUnits(counts: readonly Count[], { text }: Reading): Count[] {
  const shared: Count[] = [];
  for (const count of counts.toReversed()) {
    const next = shared.at(-1);
    const isListed =
      next !== undefined && count.unit === null && LIST.test(text.slice(count.span.end, next.span.start));
    shared.push(isListed ? { ...count, unit: next.unit } : count);
  }
  return shared.reverse();
}

/** Ranges and pairs become one value. */
function joined(found: readonly Count[], reading: Reading): NumberValue[] {
  const counts = withSharedUnits(found, reading);
  const values: NumberValue[] = [];
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index];
    const next = counts[index + 1];
    if (count === undefined) continue;
    const pair = next === undefined ? null : pairOf(count, next, reading);
    if (pair === null) {
      const { value, unit, span } = count;
      values.push({ start: span.start, end: span.end, least: value, most: value, unit, each: isEach(count, reading) });
    } else {
      values.push(pair);
      index++;
    }
  }
  return values;
}

const RANGE = /^(?:bis|to|-|–)$/;
/** `zwei oder drei Tage` is a range, `30, 40 oder 50 Jahre` is a list. */
const OR = /^(?:or|oder)$/;
const AGAINST = /^(?:fur|gegen|for)$/;

function pairOf(first: Count, second: Count, reading: Reading): NumberValue | null {
  const { text, tokens } = reading;
  const between = tokens.slice(first.to, second.from).map(({ folded }) => folded);
  const gap = text.slice(first.span.end, second.span.start).trim();
  const joint = between.length === 0 ? gap : between.join(' ');
  const span = { start: first.span.start, end: second.span.end };
  const unit = second.unit ?? first.unit;
  if (AGAINST.test(joint) && first.value === second.value) {
    return { ...span, least: first.value, most: first.value, unit, each: true };
  }
  const isBetween = /^(?:zwischen|between)$/.test(tokens[first.from - 1]?.folded ?? '') && /^(?:und|and)$/.test(joint);
  const isNext = OR.test(joint) && second.value - first.value === 1;
  const isRange = (RANGE.test(joint) || isBetween || isNext) && first.value < second.value;
  if (!isRange || (first.unit !== null && first.unit !== second.unit)) return null;
  return { ...span, least: first.value, most: second.value, unit, each: isEach({ ...first, unit }, reading) };
}

const EACH_BEFORE = /^(?:je|jeweils|each|jede|jeder|jedem)$/;
const EACH_BEHIND = /^(?:each|apiece|jeder|jedem)$/;
const PER = /^(?:je|pro|per)$/;
const SIDE = /^(?:seite|side|land|country)$/;
const EACH_REACH = { before: 4, behind: 3 } as const;

/** Whether a word beside it says that each side has so many. */
function isEach({ from, to, unit }: Count, { text, tokens }: Reading): boolean {
  // `each year` and `je Tag` are rates, and a measure is nobody's share.
  if (isMeasure(unit)) return false;
  const isBroken = (first: number, last: number): boolean =>
    /[,;:]/.test(text.slice(tokens[first]?.end, tokens[last]?.start)) ||
    tokens.slice(first + 1, last).some((token) => isNumber(token));
  for (let at = from - 1; at >= Math.max(0, from - EACH_REACH.before); at--) {
    if (EACH_BEFORE.test(tokens[at]?.folded ?? '')) return !isBroken(at, from);
  }
  for (let at = to; at < Math.min(tokens.length, to + EACH_REACH.behind); at++) {
    const word = tokens[at]?.folded ?? '';
    const isShare = EACH_BEHIND.test(word) || (PER.test(word) && SIDE.test(tokens[at + 1]?.folded ?? ''));
    if (isShare) return !isBroken(to - 1, at);
  }
  return false;
}
