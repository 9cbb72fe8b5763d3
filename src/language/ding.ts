import { fold } from './fold.ts';
import type { Language, Localised } from './language.ts';
import { isStopWord } from './stop-words.ts';

/**
 * The format of Ding's dictionaries, line by line: `german ; synonym | plural :: english ; synonym | plural`. What one
 * side has between its bars stands beside what the other has between the same bars.
 */

/** One way of saying it: a word, or a phrase of two. */
export interface DingTerm {
  /** Content words, folded: one or two. */
  readonly words: readonly string[];
  /** Above 0, at most 1: how central it is to its entry. */
  readonly weight: number;
}

/** What means the same; neither side is empty. */
export type DingEntry = Localised<readonly DingTerm[]>;

/** Ding writes the two sides of an entry around it. */
export const SIDES_APART = '::';

/**
 * From the 354 English questions of the outside data that are for fitting (`bench/README.md`), 2026-11-23, hit@1:
 * `particle` at 1, 0.5, 0.2 and 0 gave 0.715, 0.720, 0.737 and 0.737; 0.2 also serves words that have no other
 * translation. `later` at 1, 0.8 and 0.6 gave 0.720, 0.720 and 0.718, `marked` at 1, 0.5 and 0.25 0.743, 0.740 and
 * 0.737: they only put synonyms in order.
 */
const WEIGHT = {
  /** For each synonym that stands before it, as far as {@link LATEST_SYNONYM}. */
  later: 0.8,
  /** A meaning of one trade or of few speakers: `[ornith.]`, `[archaic]`. */
  marked: 0.5,
  /** A word that only means it together with a function word: `take over`. */
  particle: 0.2,
} as const;

/** From here on a synonym's place tells nothing more. */
const LATEST_SYNONYM = 3;
/** Words that a phrase may have, function words included: `war of succession`. Longer ones explain or are sentences. */
const LONGEST_PHRASE = 3;
/** Content words that a phrase may have. */
const MOST_WORDS = 2;
/** UTF-16 code units; three words with their placeholders are shorter, and a regular expression less is time saved. */
const LONGEST_WRITTEN = 80;

/** Gender (`{f}`), explanations (`(of a ship)`), other forms (`<went>`) and abbreviations (` /NATO/`). */
const NOTE = /\{[^}]*\}|\([^)]*\)|<[^>]*>|\s\/\p{Lu}[^/;|]*\//gu;
const TAG = /\[([^\]]*)\]/g;
/** Latin letters alone: what both languages are written in, and found three times as fast as every script's. */
const WORD = /[a-z0-9\u00C0-\u024F]{2,}/g;

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Tags that do not make a meaning rare in news: the large regions, style, and the subjects that news are about. */
const USUAL_TAGS = setOf(`
  Br. Am. eBr. eAm. Dt. ugs. coll. geh. formal fig. übtr. tm
  pol. mil. jur. adm. econ. fin. soc. geogr. relig. envir. sport ling.
`);

/** Words that only show how the others are used: `etw. aufgeben`, `to give sb. sth.`, `sich ergeben`. */
const PLACEHOLDERS: Localised<ReadonlySet<string>> = {
  de: setOf('etw jd jdn jdm jds sich der die das den dem des ein eine einen einem einer eines'),
  en: setOf('sth sb to oneself yourself the an your someone something'),
};

/** What a line of the dictionary translates; nothing for comments and for what is not in the format. */
export function* readDingLine(line: string): Generator<DingEntry> {
  const apart = line.indexOf(SIDES_APART);
  if (apart < 0 || line.startsWith('#')) return;
  const english = line.slice(apart + SIDES_APART.length).split('|');
  for (const [at, german] of line.slice(0, apart).split('|').entries()) {
    const en = readTerms(english[at] ?? '', 'en');
    if (en.length === 0) continue;
    const de = readTerms(german, 'de');
    if (de.length > 0) yield { de, en };
  }
}

function readTerms(side: string, language: Language): DingTerm[] {
  const terms: DingTerm[] = [];
  for (const [rank, synonym] of side.replace(NOTE, ' ').split(';').entries()) {
    const term = readTerm(synonym, rank, language);
    if (term !== null) terms.push(term);
  }
  return terms;
}

function readTerm(synonym: string, rank: number, language: Language): DingTerm | null {
  const tagged = synonym.includes('[');
  const written = tagged ? synonym.replace(TAG, ' ') : synonym;
  const found = written.length > LONGEST_WRITTEN ? null : fold(written).match(WORD);
  if (found === null) return null;
  const words: string[] = [];
  let size = 0;
  for (const word of found) {
    if (PLACEHOLDERS[language].has(word)) continue;
    if (++size > LONGEST_PHRASE) return null;
    if (!isStopWord(word, language)) words.push(word);
  }
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  let weight = WEIGHT.later ** Math.min(rank, LATEST_SYNONYM);
  if (tagged && isUnusual(synonym)) weight *= WEIGHT.marked;
  if (words.length < size) weight *= WEIGHT.particle;
  return { words, weight };
}

/** Whether a tag says that this meaning is one of few. */
function isUnusual(synonym: string): boolean {
  for (const [, tag] of synonym.matchAll(TAG)) if (!USUAL_TAGS.has(tag ?? '')) return true;
  return false;
}
