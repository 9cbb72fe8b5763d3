import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import { type Problem, WortlautError } from '../errors.ts';
import { readDictionaryLines } from './dictionary-file.ts';
import { type DingEntry, type DingTerm, readDingLine } from './ding.ts';
import { LANGUAGES, type Language, type Localised } from './language.ts';

/** What a word may mean in the other language. */
export interface Translation {
  /** A stem, or the two stems of a phrase with a blank between them: `prison exchang`. */
  readonly stem: string;
  /** Above 0; 1 for the likeliest translation of a word. */
  readonly weight: number;
}

type Translations = ReadonlyMap<string, readonly Translation[]>;

/** Dictionary is responsible for what words of one language mean in the other, as far as the corpus has those. */
export class Dictionary {
  readonly #translations: Localised<Translations>;

  constructor(translations: Localised<Translations>) {
    this.#translations = translations;
  }

  /**
   * What a word may mean in the other language, likeliest first; empty where it is unknown.
   * @param stem A stem, or the two stems of a phrase with a blank between them: `power plant` is `kraftwerk`.
   */
  translate(stem: string, from: Language): readonly Translation[] {
    return this.#translations[from].get(stem) ?? [];
  }

  /** How many translations are kept. */
  get size(): number {
    let size = 0;
    for (const language of LANGUAGES) for (const list of this.#translations[language].values()) size += list.length;
    return size;
  }
}

/** A dictionary, or why there is none: nothing that is wrong with its file keeps the bot from starting. */
export type DictionaryLoad =
  | { readonly dictionary: Dictionary; readonly problem: null }
  | { readonly dictionary: null; readonly problem: Problem };

/**
 * Reads a dictionary in Ding's format and keeps of it what translates into words of the corpus.
 * @param keeps Whether the corpus can be found by a stem of a language.
 */
export async function loadDictionary(
  path: string,
  keeps: (language: Language, stem: string) => boolean,
): Promise<DictionaryLoad> {
  const collector = new TranslationCollector(keeps);
  try {
    for await (const lines of readDictionaryLines(path)) {
      for (const line of lines) for (const entry of readDingLine(line)) collector.add(entry);
    }
  } catch (error) {
    if (!(error instanceof WortlautError)) throw error;
    return { dictionary: null, problem: error.problem };
  }
  return { dictionary: collector.finish(), problem: null };
}

/** Translations of one word that are kept: 16 and 30 found no more, 5 less (data: see {@link associationOf}). */
const MOST_TRANSLATIONS = 8;
/** Below this weight a translation is an accident of one entry. */
const LEAST_WEIGHT = 0.1;

/** Without the memory of `stem.ts`: a dictionary's 300,000 words would fill it, and are asked once. */
const STEMMERS: Localised<(word: string) => string> = { de: german, en: english };
const stemsOf = ({ words }: DingTerm, language: Language): string => words.map(STEMMERS[language]).join(' ');

const OTHER = { de: 'en', en: 'de' } as const satisfies Localised<Language>;

/** TranslationCollector is responsible for how strongly entries of the dictionary tie words of the two languages. */
class TranslationCollector {
  readonly #keeps: (language: Language, stem: string) => boolean;
  /** By the language from which is translated: source, target and how strongly all entries together tie them. */
  readonly #ties: Localised<Map<string, Map<string, number>>> = { de: new Map(), en: new Map() };
  readonly #copies = new Map<string, string>();

  constructor(keeps: (language: Language, stem: string) => boolean) {
    this.#keeps = keeps;
  }

  add(entry: DingEntry): void {
    const sides = { de: this.#read(entry.de, 'de'), en: this.#read(entry.en, 'en') };
    for (const from of LANGUAGES) {
      for (const target of sides[OTHER[from]]) {
        if (!target.kept) continue;
        for (const source of sides[from]) this.#tie(from, source.stems, target.stems, source.weight * target.weight);
      }
    }
  }

  #read(terms: readonly DingTerm[], language: Language): { stems: string; weight: number; kept: boolean }[] {
    return terms.map((term) => {
      const stems = stemsOf(term, language);
      return { stems, weight: term.weight, kept: stems.split(' ').every((stem) => this.#keeps(language, stem)) };
    });
  }

  #tie(from: Language, source: string, target: string, strength: number): void {
    let targets = this.#ties[from].get(source);
    if (targets === undefined) {
      targets = new Map();
      this.#ties[from].set(this.#copyOf(source), targets);
    }
    const known = targets.get(target);
    targets.set(known === undefined ? this.#copyOf(target) : target, (known ?? 0) + strength);
  }

  /** One copy of its own of each: V8 would keep the piece of the file that a stem was cut from as long as the stem. */
  #copyOf(stems: string): string {
    const known = this.#copies.get(stems);
    if (known !== undefined) return known;
    const copy = Buffer.from(stems).toString();
    this.#copies.set(copy, copy);
    return copy;
  }

  finish(): Dictionary {
    return new Dictionary({ de: rank(this.#ties.de), en: rank(this.#ties.en) });
  }
}

function rank(ties: ReadonlyMap<string, ReadonlyMap<string, number>>): Translations {
  const totals = new Map<string, number>();
  for (const targets of ties.values()) {
    for (const [target, strength] of targets) totals.set(target, (totals.get(target) ?? 0) + strength);
  }
  const ranked = new Map<string, readonly Translation[]>();
  for (const [source, targets] of ties) {
    const all = [...targets]
      .map(([stem, strength]) => ({ stem, association: associationOf(strength, totals.get(stem) ?? strength) }))
      .sort((a, b) => b.association - a.association)
      .slice(0, MOST_TRANSLATIONS);
    const best = all[0]?.association ?? 1;
    const translations = all
      .map(({ stem, association }) => ({ stem, weight: Math.sqrt(association / best) }))
      .filter(({ weight }) => weight >= LEAST_WEIGHT);
    ranked.set(source, translations);
  }
  return ranked;
}

/**
 * How strongly a word is tied to a target: many entries tie them, and few tie the target to other words. A target of
 * everything (`machen`) means nothing in particular. On the 354 English questions of the outside data for fitting
 * (`bench/README.md`, 2026-11-23) hit@1 was 0.720 by the strength alone and 0.746 with the root of the total; then, with
 * the other weights set, 0.754 with the root, 0.746 with the exponent 0.7, and 0.726 with 1.
 */
const associationOf = (strength: number, total: number): number => strength / Math.sqrt(total);
