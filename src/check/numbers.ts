import { fold } from '../language/fold.ts';
import type { Language, Localised } from '../language/language.ts';
import type { Span } from '../span.ts';
import { ARTICLES, CARDINALS, HALVES, MULTIPLIERS, ORDINALS, splitCounted, TIME_UNITS, VAGUE } from './number-words.ts';

/** A number as a text names it. */
export interface NumberMention extends Span {
  /**
   * What it is, so that two texts can be compared in either language: `175`; `72h` for any length of time from minutes
   * to weeks (`three days`, `72-stündig`); `18:00` for a time of day; `G8` for a name with a number.
   */
  readonly keys: readonly string[];
}

const BLANK = '[ \\u00a0\\u2009\\u202f]';
/** Thousands are grouped by a comma in English and by a point in German, the decimal mark is the other one. */
const DIGITS: Localised = {
  de: String.raw`\d{1,3}(?:(?:\.|${BLANK})\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?`,
  en: String.raw`\d{1,3}(?:(?:,|${BLANK})\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`,
};
const CLOCK: Localised = {
  de: String.raw`(?:[01]?\d|2[0-4])(?::[0-5]\d|\.[0-5]\d(?=\s?Uhr))(?!\d)`,
  en: String.raw`(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)`,
};
const ITEM: Localised<RegExp> = { de: itemPattern('de'), en: itemPattern('en') };

function itemPattern(language: Language): RegExp {
  return new RegExp(
    [
      String.raw`(?<![\p{L}\p{Nd}])(?<named>\p{Lu}-?\d+)(?![\p{Nd}.,]\p{Nd})`,
      `(?<![\\p{L}\\p{Nd}])(?<clock>${CLOCK[language]})`,
      `(?<![\\p{L}\\p{Nd}])(?<digits>${DIGITS[language]})`,
      String.raw`(?<word>\p{L}[\p{L}\p{M}]*)`,
    ].join('|'),
    'gu',
  );
}

/** Words between the two ends of a range, whose unit stands with the second: `24 to 48 hours`, `von 50 auf 10 Tage`. */
const RANGE: ReadonlySet<string> = new Set(['to', 'bis', 'or', 'oder', 'and', 'und', 'auf']);
const AND_A_HALF = ['and', 'a', 'half'] as const;
/** What may stand within a number of several words, and between it and its unit: `four-and-a-half-hour`. */
const WITHIN = /^(?:\s|[-\u2010\u2011\u2013])*$/u;

interface Item extends Span {
  readonly kind: 'named' | 'clock' | 'digits' | 'word';
  readonly text: string;
  readonly folded: string;
}

interface Quantity {
  readonly value: number;
  readonly hours: number | null;
  /** Index of the item after it. */
  readonly next: number;
}

/** The numbers of a text in order, in digits and in words, with the units of time that stand with them. */
export function findNumbers(text: string, language: Language): readonly NumberMention[] {
  const reader = new NumberReader(text, language);
  return reader.read();
}

/** NumberReader is responsible for putting the words and digits of one text together to numbers. */
class NumberReader {
  readonly #text: string;
  readonly #language: Language;
  readonly #items: readonly Item[];

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
    this.#items = [...text.matchAll(ITEM[language])].map(toItem);
  }

  read(): readonly NumberMention[] {
    const mentions: NumberMention[] = [];
    let at = 0;
    while (at < this.#items.length) {
      const found = this.#clock(at) ?? this.#named(at) ?? this.#quantity(at);
      if (found === null) at++;
      else {
        mentions.push(found.mention);
        at = found.next;
      }
    }
    return mentions;
  }

  /** `18:00`, `18 Uhr`, `6 p.m.`, `midnight`. */
  #clock(at: number): { mention: NumberMention; next: number } | null {
    const item = this.#items[at];
    if (item === undefined) return null;
    if (item.kind === 'word' && /^(?:midnight|mitternachts?)$/.test(item.folded)) return this.#time(item, 0, 0, at + 1);
    const hours = item.kind === 'clock' ? Number.parseInt(item.text, 10) : this.#value(item);
    if (hours === null) return null;
    const minutes = item.kind === 'clock' ? Number(item.text.slice(-2)) : 0;
    const after = this.#text.slice(item.end);
    // `am` is a German preposition: 175 am Mittwoch.
    const half = this.#language === 'en' ? /^\s?(?<half>[ap])\.?\s?m\b/i.exec(after)?.groups?.['half'] : undefined;
    if (half !== undefined) return this.#time(item, (hours % 12) + (/p/i.test(half) ? 12 : 0), minutes, at + 1);
    if (item.kind !== 'clock' && !/^\sUhr\b/.test(after)) return null;
    return this.#time(item, hours % 24, minutes, at + 1);
  }

  #time({ start, end }: Item, hours: number, minutes: number, next: number) {
    const key = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
    return { mention: { start, end, keys: [key] }, next };
  }

  #named(at: number): { mention: NumberMention; next: number } | null {
    const item = this.#items[at];
    if (item?.kind !== 'named') return null;
    return { mention: { start: item.start, end: item.end, keys: [item.text.replace('-', '')] }, next: at + 1 };
  }

  #quantity(at: number): { mention: NumberMention; next: number } | null {
    const item = this.#items[at];
    const last = (next: number): number => this.#items[next - 1]?.end ?? 0;
    if (item === undefined) return null;
    if (HALVES[this.#language].has(item.folded)) {
      const unitAt = this.#isArticle(this.#adjacent(at + 1)) ? at + 2 : at + 1;
      const hours = this.#unit(unitAt);
      const keys = hours === null ? ['0.5', '50'] : [inHours(0.5 * hours)];
      const next = hours === null ? at + 1 : unitAt + 1;
      return { mention: { start: item.start, end: last(next), keys }, next };
    }
    const quantity = this.#counted(item, at) ?? this.#number(item, at);
    if (quantity === null) return null;
    const { value, next } = quantity;
    const hours = quantity.hours ?? this.#rangeUnit(next);
    const keys = hours === null ? [String(value)] : [inHours(value * hours)];
    return { mention: { start: item.start, end: last(next), keys }, next };
  }

  /** `dreitägig` */
  #counted(item: Item, at: number): Quantity | null {
    if (this.#language !== 'de' || item.kind !== 'word') return null;
    const split = splitCounted(item.text);
    return split && { value: split.value, hours: unitOf(split.counted.replace(/^tag.*/, 'tag'), 'de'), next: at + 1 };
  }

  #number(item: Item, at: number): Quantity | null {
    const ordinal = this.#ordinal(item);
    if (ordinal !== null) return { value: ordinal, hours: null, next: at + 1 };
    const isArticle = this.#isArticle(item);
    const first = isArticle ? 1 : this.#value(item);
    if (first === null || (item.kind === 'word' && this.#isVague(at))) return null;
    let [value, next] = this.#compound(first, at + 1);
    if (this.#isAndAHalf(next)) [value, next] = [value + 0.5, next + AND_A_HALF.length];
    for (let factor = this.#multiplier(next); factor !== null; factor = this.#multiplier(next)) {
      value *= factor;
      next++;
    }
    const hours = this.#unit(next);
    if (hours === null) return isArticle && next === at + 1 ? null : { value, hours, next };
    // `an hour and a half`
    return this.#isAndAHalf(next + 1)
      ? { value: value + 0.5, hours, next: next + 1 + AND_A_HALF.length }
      : { value, hours, next: next + 1 };
  }

  /** `twenty-five`: English writes two words. */
  #compound(first: number, next: number): [value: number, next: number] {
    const second = CARDINALS.en.get(this.#adjacent(next)?.folded ?? '');
    const isCompound =
      this.#language === 'en' && first >= 20 && first < 100 && first % 10 === 0 && second !== undefined && second < 10;
    return isCompound ? [first + second, next + 1] : [first, next];
  }

  /** The unit of the number that ends a range which begins before an item. */
  #rangeUnit(next: number): number | null {
    const at = RANGE.has(this.#adjacent(next)?.folded ?? '') ? next + 1 : next;
    const item = this.#adjacent(at);
    if (item === undefined) return null;
    if (at === next && !/[-\u2010\u2011\u2013]/.test(this.#gap(at))) return null;
    return (this.#counted(item, at) ?? this.#number(item, at))?.hours ?? null;
  }

  #ordinal({ kind, folded }: Item): number | null {
    return kind === 'word' ? (ORDINALS[this.#language].get(folded) ?? null) : null;
  }

  #isVague(at: number): boolean {
    return this.#adjacent(at) !== undefined && VAGUE[this.#language].has(this.#items[at - 1]?.folded ?? '');
  }

  #isArticle(item: Item | undefined): boolean {
    return ARTICLES[this.#language].has(item?.folded ?? '');
  }

  #isAndAHalf(at: number): boolean {
    return AND_A_HALF.every((word, index) => this.#adjacent(at + index)?.folded === word);
  }

  #multiplier(at: number): number | null {
    return MULTIPLIERS[this.#language].get(this.#adjacent(at)?.folded ?? '') ?? null;
  }

  #unit(at: number): number | null {
    return unitOf(this.#adjacent(at)?.folded ?? '', this.#language);
  }

  #value({ kind, text, folded }: Item): number | null {
    if (kind === 'word') return CARDINALS[this.#language].get(folded) ?? null;
    if (kind !== 'digits') return null;
    const [grouping, decimal] = this.#language === 'de' ? ['.', ','] : [',', '.'];
    return Number(text.replace(new RegExp(BLANK, 'g'), '').replaceAll(grouping, '').replace(decimal, '.'));
  }

  /** The item at an index, if nothing but white space and hyphens stands before it. */
  #adjacent(at: number): Item | undefined {
    return at === 0 || WITHIN.test(this.#gap(at)) ? this.#items[at] : undefined;
  }

  #gap(at: number): string {
    return this.#text.slice(this.#items[at - 1]?.end, this.#items[at]?.start);
  }
}

function toItem(match: RegExpExecArray): Item {
  const { named, clock, digits } = match.groups ?? {};
  const kind = named ? 'named' : clock ? 'clock' : digits ? 'digits' : 'word';
  const text = match[0];
  return { kind, text, folded: fold(text), start: match.index, end: match.index + text.length };
}

/** Hours in a unit of time; null where a word is none. */
function unitOf(word: string, language: Language): number | null {
  return TIME_UNITS[language].find(([form]) => form.test(word))?.[1] ?? null;
}

/** Minutes are the smallest unit: a third of an hour must not differ by how it was computed. */
const inHours = (hours: number): string => `${Math.round(hours * 60) / 60}h`;
