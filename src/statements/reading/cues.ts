import { fold } from '../../language/fold.ts';
import { LANGUAGES, type Localised } from '../../language/language.ts';
import type { Cues } from '../../language/lexicon.ts';
import { tokenize } from '../../language/tokens.ts';
import { PASSIVE } from './grammar.ts';
import { isCapital, type TokenizedSentence, wordAt } from './sentence.ts';

/** The lists of the lexicon that are looked for in sentences; the others classify nouns. */
const KINDS = [
  'reporting',
  'thinking',
  'speech_acts',
  'acts',
  'quoting',
  'prepositions',
  'impersonal',
  'anaphoric',
  'hearsay',
  'unnamed',
  'not_reports',
] as const satisfies readonly (keyof Cues)[];

export type CueKind = (typeof KINDS)[number];

/** Words that mark a report, by index; a split cue (`teilte … mit`) begins with its first word and ends behind it. */
export interface Cue {
  readonly kind: CueKind;
  readonly from: number;
  /** Behind its first run of words. */
  readonly to: number;
  /** The folded words of that run. */
  readonly text: string;
  /** Index of the second part of a split cue, or null. */
  readonly rest: number | null;
}

interface Pattern {
  readonly kind: CueKind;
  readonly words: readonly string[];
  readonly rest: readonly string[];
}

const VERBS: ReadonlySet<CueKind> = new Set<CueKind>(['reporting', 'thinking', 'speech_acts', 'acts', 'quoting']);

/** Whether a cue is a verb, which has a subject. */
export const isVerb = ({ kind }: Cue): boolean => VERBS.has(kind);

/** CueBook is responsible for the cues in a sentence; a pattern is only tried where its first word stands. */
export class CueBook {
  readonly #patterns: Localised<ReadonlyMap<string, readonly Pattern[]>>;
  /** First words of English verbs that report. */
  readonly #verbs: ReadonlySet<string>;

  constructor(cues: Cues) {
    const patterns = { de: new Map<string, Pattern[]>(), en: new Map<string, Pattern[]>() };
    for (const kind of KINDS) {
      for (const language of LANGUAGES) {
        for (const pattern of cues[kind][language].flatMap((written) => patternsOf(written, kind))) {
          const first = pattern.words[0];
          if (first === undefined) continue;
          const known = patterns[language].get(first);
          if (known === undefined) patterns[language].set(first, [pattern]);
          else known.push(pattern);
        }
      }
    }
    for (const language of LANGUAGES) {
      for (const known of patterns[language].values()) known.sort((a, b) => size(b) - size(a));
    }
    this.#patterns = patterns;
    const verbs = [...patterns.en.values()].flat().filter(({ kind }) => kind === 'reporting' || kind === 'thinking');
    this.#verbs = new Set(verbs.flatMap(({ words }) => words.slice(0, 1)));
  }

  /**
   * The cues of a sentence outside of quotations, in order; of those that begin together the longest. Among them are
   * those of what is no report (`not_reports`), so that nobody takes their words for another cue.
   */
  find(sentence: TokenizedSentence): readonly Cue[] {
    const found: Cue[] = [];
    for (let at = 0; at < sentence.words.length; at++) {
      const cue = this.#at(sentence, at);
      if (cue === null) continue;
      found.push(cue);
      at = cue.to - 1;
    }
    return found;
  }

  #at(sentence: TokenizedSentence, at: number): Cue | null {
    for (const pattern of this.#patterns[sentence.language].get(wordAt(sentence, at)) ?? []) {
      const to = at + pattern.words.length;
      if (!pattern.words.every((word, step) => wordAt(sentence, at + step) === word)) continue;
      if (sentence.segmentOf[to - 1] !== sentence.segmentOf[at]) continue;
      const rest = pattern.rest.length === 0 ? null : restOf(pattern.rest, sentence, to);
      if (rest === -1) continue;
      if (VERBS.has(pattern.kind) && !this.#isVerbAt(sentence, at, to)) continue;
      return { kind: pattern.kind, from: at, to, text: pattern.words.join(' '), rest };
    }
    return null;
  }

  /** Whether a word of a verb's form is one here: German nouns have capitals, English ones a determiner before them. */
  #isVerbAt(sentence: TokenizedSentence, at: number, to: number): boolean {
    const isFirst = at === 0 || sentence.segmentOf[at] !== sentence.segmentOf[at - 1];
    if (sentence.language === 'de') return (isFirst || !isCapital(sentence.words[at])) && !isAttribute(sentence, at);
    // `Rwanda-backed rebels`, `underlines.news`
    if (sentence.words[at]?.hyphenated === true || isInAddress(sentence, at)) return false;
    const [word, before, next] = [wordAt(sentence, at), wordAt(sentence, at - 1), wordAt(sentence, at + 1)];
    // `A truce proposed by Washington` tells nothing; in `was proposed by Washington` the agent acts.
    if (wordAt(sentence, to) === 'by') return isPassiveAt(sentence, at);
    if (isFirst) return at === 0 || !isCapital(sentence.words[at]);
    // `Media reports say`, `according to media reports`, `no dependable report`: nouns that look like verbs.
    if (/s$/.test(word) && this.#verbs.has(next)) return false;
    if (
      [2, 3, 4].some(
        (step) =>
          wordAt(sentence, at - step) === 'according' && sentence.segmentOf[at - step] === sentence.segmentOf[at],
      )
    )
      return false;
    if (NOUN_TOO.test(word) && !BEFORE_PLURAL.test(before) && !MODAL.test(before)) return false;
    return !BEFORE_NOUN.has(before) && !isCapital(sentence.words[at]);
  }
}

/** Whether a word is a part of an address: `underlines.news`. */
const isInAddress = ({ text, words }: TokenizedSentence, at: number): boolean =>
  /^\.\p{L}/u.test(text.slice(words[at]?.end ?? text.length));

/** Plural forms of verbs that are singular nouns as well: they need somebody in the plural or a modal verb before them. */
const NOUN_TOO =
  /^(?:report|estimate|hope|fear|show|claim|demand|request|call|urge|find|read|reply|order|offer|halt|swap|exchange|support|suggest|promise|pledge|welcome)$/;
const BEFORE_PLURAL = /s$|^(?:they|we|people|police|media)$/;
const MODAL = /^(?:will|would|could|can|should|might|may|must|did|not|also)$/;

/** Whether an English participle is passive: `was finally rejected by`. */
const isPassiveAt = (sentence: TokenizedSentence, at: number): boolean =>
  [1, 2].some((step) => PASSIVE.en.has(wordAt(sentence, at - step)));

/** Whether a German verb form only describes the noun behind it: `in der vereinbarten Woche`, but `das lehnte Kiew ab`. */
function isAttribute(sentence: TokenizedSentence, at: number): boolean {
  const isInside = at > 1 && sentence.segmentOf[at - 2] === sentence.segmentOf[at + 1];
  return (
    isInside &&
    /e[nrsm]?$/.test(wordAt(sentence, at)) &&
    ARTICLE.test(wordAt(sentence, at - 1)) &&
    isCapital(sentence.words[at + 1])
  );
}

const ARTICLE = /^(?:der|die|das|dem|den|des|eine?[rsmn]?|keine?[rsmn]?|(?:ihre?|seine?)[rsmn]?)$/;

const size = ({ words, rest }: Pattern): number => words.length + rest.length;

const wordsOf = (text: string): readonly string[] => tokenize(text).map((token) => fold(token.surface));

/** `mit|teilte` stands for `teilte … mit` and `mitteilte`. */
function patternsOf(written: string, kind: CueKind): readonly Pattern[] {
  const [prefix, verb] = written.split('|');
  if (prefix !== undefined && verb !== undefined) {
    return [
      { kind, words: wordsOf(verb), rest: wordsOf(prefix) },
      { kind, words: wordsOf(prefix + verb), rest: [] },
    ];
  }
  const [first = '', rest = ''] = written.split('…');
  return [{ kind, words: wordsOf(first), rest: wordsOf(rest) }];
}

/** The index of a split cue's second part, -1 where it is missing: a clause may be set in between, not a sentence. */
function restOf(rest: readonly string[], sentence: TokenizedSentence, from: number): number {
  const own = sentence.segmentOf[from - 1];
  for (let at = from; at + rest.length <= sentence.words.length; at++) {
    if (!rest.every((word, step) => wordAt(sentence, at + step) === word)) continue;
    const last = at + rest.length - 1;
    const closes = sentence.segmentOf[last] !== sentence.segmentOf[last + 1];
    // A prefix (`mit`) is one only at its clause's end; before that it is a preposition.
    if (sentence.segmentOf[at] === own && (closes || rest.length > 1 || !PREFIX.test(rest[0] ?? ''))) return at;
  }
  return -1;
}

const PREFIX = /^(?:ab|an|auf|aus|ein|hin|hinzu|mit|vor|zu|zuruck|fest|hervor|bekannt|klar|dar)$/;

/** Behind one of these an English word is a noun. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(
  'the a an this these those his its their our my any no some many several such s of by for in on to with from as'.split(
    ' ',
  ),
);
