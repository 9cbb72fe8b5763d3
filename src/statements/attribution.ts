import type { Article } from '../corpus/article.ts';
import { fold } from '../language/fold.ts';
import type { Localised } from '../language/language.ts';
import type { Cues, Lexicon } from '../language/lexicon.ts';
import { tokenize } from '../language/tokens.ts';
import { sliceOf } from '../span.ts';
import { type Mention, MentionFinder, type TokenizedSentence } from './mentions.ts';

/** Whose words a sentence is in: a named source's, the article's own, or somebody's who cannot be told for sure. */
export type Voice = 'source' | 'article' | 'unclear';

/** Who says a sentence. `source` is empty unless the voice is a source's. */
export interface Attribution {
  readonly voice: Voice;
  /** Who reports it. */
  readonly source: readonly Speaker[];
  /** Whose act it is. */
  readonly actor: readonly Speaker[];
}

/** Someone who says or does something: a name of the lexicon. */
export interface Speaker {
  readonly id: string;
  readonly name: Localised;
}

const toSpeaker = ({ id, name }: Mention): Speaker => ({ id, name });

type CueKind = keyof Cues;

interface Cue {
  readonly kind: CueKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How far from its cue a source may stand, in words: a long noun phrase, not another clause. */
const REACH = { behind: 8, before: 14, prepositional: 7 } as const;
/** A source is carried over at most so many sentences: measured in `talks/attribution.md`, section 4.1. */
const LONGEST_CARRY = 3;
/** Shorter quotations mark a word, not a speech (`talks/attribution.md`, section 1.1). */
const SHORTEST_SPEECH = 4;

const QUOTED = /„[^“”"]*[“”"]|»[^«]*«|«[^»]*»|“[^”]*”|"[^"]*"/gu;

/** Cues that tell of a report even where nobody can be found who made it. */
const REPORTS: ReadonlySet<CueKind> = new Set<CueKind>(['reporting', 'prepositions', 'impersonal', 'speech_acts']);

interface Chain {
  readonly source: readonly Speaker[];
  readonly steps: number;
}

/**
 * Attributor is responsible for saying whose words a sentence holds. A plain first version: cues of the lexicon, the
 * nearest name that can be their subject, and carry-over through the subjunctive; two candidates are none.
 */
export class Attributor {
  readonly #cues: readonly { readonly kind: CueKind; readonly words: readonly string[]; readonly language: string }[];
  readonly #finder: MentionFinder;

  constructor(lexicon: Lexicon) {
    this.#finder = new MentionFinder(lexicon);
    this.#cues = Object.entries(lexicon.cues).flatMap(([kind, lists]) =>
      (['de', 'en'] as const).flatMap((language) =>
        lists[language].map((cue) => ({
          kind: kind as CueKind,
          words: tokenize(cue).map((token) => fold(token.surface)),
          language,
        })),
      ),
    );
  }

  /** The attribution of every sentence of an article, by the sentence's start. */
  attribute(article: Article): ReadonlyMap<number, Attribution> {
    const result = new Map<number, Attribution>();
    for (const section of article.sections) {
      let chain: Chain | null = null;
      for (const passage of section.passages) {
        for (const sentence of passage.sentences) {
          const { attribution, next } = this.#sentence(sliceOf(article.text, sentence), article, chain);
          result.set(sentence.start, attribution);
          chain = next;
        }
      }
    }
    return result;
  }

  #sentence(text: string, article: Article, chain: Chain | null): { attribution: Attribution; next: Chain | null } {
    // Who is named inside a quotation is not its speaker.
    const bare = text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
    const speech = [...text.matchAll(QUOTED)].some(([quoted]) => tokenize(quoted).length >= SHORTEST_SPEECH);
    const sentence = this.#finder.read(bare, article.language);
    const cues = this.#cuesOf(sentence);

    const told = firstOf(cues, ['prepositions', 'impersonal', 'reporting'], (cue) => sourceOf(cue, sentence));
    const demanded = firstOf(cues, ['speech_acts'], (cue) =>
      isConditional(cue, sentence) ? [] : subjectOf(cue, sentence),
    );
    const acted = demanded ?? firstOf(cues, ['acts'], (cue) => subjectOf(cue, sentence));
    const actor = acted?.map(toSpeaker) ?? [];
    const source = (told ?? demanded)?.map(toSpeaker);
    if (source !== undefined) return { attribution: { voice: 'source', source, actor }, next: { source, steps: 0 } };
    const reported = cues.some((cue) => cue.kind === 'subjunctive') || speech;
    const continues =
      reported ||
      cues.some((cue) => cue.kind === 'ambiguous' || (cue.kind === 'reporting' && isByPronoun(cue, sentence)));
    if (chain !== null && chain.steps < LONGEST_CARRY && continues && acted === null) {
      const carried = { source: chain.source, steps: chain.steps + 1 };
      return { attribution: { voice: 'source', source: chain.source, actor }, next: carried };
    }
    const isReport =
      reported || cues.some((cue) => REPORTS.has(cue.kind) && (cue.text !== 'so' || followsComma(cue, sentence)));
    return { attribution: { voice: isReport ? 'unclear' : 'article', source: [], actor }, next: null };
  }

  #cuesOf(sentence: TokenizedSentence): Cue[] {
    const found: Cue[] = [];
    for (const { kind, words, language } of this.#cues) {
      if (language !== sentence.language) continue;
      for (let from = 0; from + words.length <= sentence.tokens.length; from++) {
        if (words.every((word, offset) => sentence.tokens[from + offset]?.folded === word)) {
          found.push({ kind, from, to: from + words.length, text: words.join(' ') });
        }
      }
    }
    const tag = (cue: Cue): number => Number(isFinalTag(cue, sentence));
    return found.sort((a, b) => tag(b) - tag(a) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  }
}

function firstOf(
  cues: readonly Cue[],
  kinds: readonly CueKind[],
  find: (cue: Cue) => readonly Mention[],
): readonly Mention[] | null {
  for (const kind of kinds) {
    for (const cue of cues) {
      if (cue.kind !== kind) continue;
      const mentions = find(cue);
      if (mentions.length > 0) return mentions;
    }
  }
  return null;
}

function sourceOf(cue: Cue, sentence: TokenizedSentence): readonly Mention[] {
  if (cue.kind === 'reporting') return subjectOf(cue, sentence);
  if (cue.kind === 'prepositions') {
    if (cue.text === 'zufolge') {
      const before = lastBefore(cue, sentence, REACH.prepositional, true);
      if (before.length > 0) return before;
    }
    // `so` is a cue only as a tag behind a comma: `…, so der Kreml`.
    if (cue.text === 'so' && !followsComma(cue, sentence)) return [];
    return firstBehind(cue, sentence, REACH.prepositional, true);
  }
  // `Hieß es aus Moskau` and `aus Moskau hieß es`.
  const behind = firstBehind(cue, sentence, REACH.behind, true);
  return behind.length > 0 ? behind : lastBefore(cue, sentence, REACH.prepositional, true);
}

/** The subject of a verb: behind it where the message or an adverbial comes first, else the last free name before it. */
function subjectOf(cue: Cue, sentence: TokenizedSentence): readonly Mention[] {
  const inverted = followsComma(cue, sentence) || !hasFreeMentionBefore(cue, sentence);
  if (sentence.language === 'de' || inverted) {
    const adjacent = firstBehind(cue, sentence, inverted ? REACH.behind : 2, false);
    if (inverted && adjacent.length > 0) return adjacent;
  }
  const before = lastBefore(cue, sentence, REACH.before, false);
  return before.length > 0 ? before : inverted ? firstBehind(cue, sentence, REACH.behind, false) : [];
}

/** A source and its verb behind the message are so short: `…, the Kremlin said.` */
const LONGEST_TAG = 8;

/** Whether a verb stands in a tag that ends the sentence: it governs all that stands before, other verbs included. */
function isFinalTag(cue: Cue, sentence: TokenizedSentence): boolean {
  for (let at = cue.from; at > Math.max(0, sentence.tokens.length - LONGEST_TAG); at--) {
    if (clauseEndsBetween(sentence, at, at)) return !clauseEndsBetween(sentence, cue.to, sentence.tokens.length - 1);
  }
  return false;
}

const PRONOUN = /^(?:er|sie|he|she|it|they)$/;

/** Whether a verb's subject is a pronoun next to it: `he added`, `sagte er`; it means the source before. */
const isByPronoun = (cue: Cue, sentence: TokenizedSentence): boolean =>
  [cue.from - 1, cue.to].some((at) => PRONOUN.test(sentence.tokens[at]?.folded ?? ''));

const CONDITIONAL = /^(?:wenn|falls|sofern|dass|ob|sollte|if|unless|whether|that)$/;

/** Whether a verb stands in a clause that only supposes its act: `für den Fall, dass Moskau ablehnt`. */
function isConditional(cue: Cue, sentence: TokenizedSentence): boolean {
  for (let at = cue.from - 1; at >= 0; at--) {
    if (CONDITIONAL.test(sentence.tokens[at]?.folded ?? '')) return true;
    if (clauseEndsBetween(sentence, at + 1, at + 1)) return false;
  }
  return false;
}

const hasFreeMentionBefore = (cue: Cue, sentence: TokenizedSentence): boolean =>
  lastBefore(cue, sentence, REACH.before, false).length > 0;

function followsComma(cue: Cue, sentence: TokenizedSentence): boolean {
  const start = sentence.tokens[cue.from]?.start ?? 0;
  const before = sentence.tokens[cue.from - 1]?.end ?? 0;
  return /[,"“”«»]/u.test(sentence.text.slice(before, start)) || /[,:]\s*$/u.test(sentence.text.slice(before, start));
}

/** Whether two names belong together: `Trump und Putin`. */
function isJoined(first: Mention, second: Mention, sentence: TokenizedSentence): boolean {
  const between = sentence.tokens.slice(first.to, second.from).map((token) => token.folded);
  return /^(?:und|and)(?: (?:der|die|das|the))?$/.test(between.join(' '));
}

function withCoordinated(at: number, sentence: TokenizedSentence): readonly Mention[] {
  const mention = sentence.mentions[at];
  const next = sentence.mentions[at + 1];
  if (mention === undefined) return [];
  return next !== undefined && isJoined(mention, next, sentence) ? [mention, next] : [mention];
}

function firstBehind(cue: Cue, sentence: TokenizedSentence, reach: number, governed: boolean): readonly Mention[] {
  const at = sentence.mentions.findIndex((mention) => mention.from >= cue.to);
  const mention = sentence.mentions[at];
  if (mention === undefined || mention.from - cue.to > reach) return [];
  if (!governed && mention.governed) return [];
  return clauseEndsBetween(sentence, cue.to, mention.from) ? [] : withCoordinated(at, sentence);
}

function lastBefore(cue: Cue, sentence: TokenizedSentence, reach: number, governed: boolean): readonly Mention[] {
  for (let at = sentence.mentions.length - 1; at >= 0; at--) {
    const mention = sentence.mentions[at];
    if (mention === undefined || mention.to > cue.from || cue.from - mention.to > reach) continue;
    if (!governed && mention.governed) continue;
    if (clauseEndsBetween(sentence, mention.to, cue.from)) continue;
    const previous = sentence.mentions[at - 1];
    const joined = previous !== undefined && !previous.governed && isJoined(previous, mention, sentence);
    return joined ? [previous, mention] : [mention];
  }
  return [];
}

function clauseEndsBetween(sentence: TokenizedSentence, from: number, to: number): boolean {
  const start = sentence.tokens[from - 1]?.end ?? 0;
  const end = sentence.tokens[to]?.start ?? sentence.text.length;
  return /[,;:–]/u.test(sentence.text.slice(start, end));
}
