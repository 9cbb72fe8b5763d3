import { COORDINATORS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { type Segment, segmentAt, wordAt } from '../reading/sentence.ts';
import type { RoleCue } from './roles.ts';

/** The phrases that can belong to a cue: those of its clause, and of lists and appositions beside it. */
export function phrasesInScope(cue: RoleCue, read: ReadSentence): readonly NounPhrase[] {
  const { sentence, phrases } = read;
  const first = cue.words[0] ?? 0;
  const last = cue.words.at(-1) ?? first;
  // `nahm als Beobachter teil`, `sagte in einem Telefonat mit …` goes with the verb beside it.
  const { doer, listed } = cue.role;
  const isAdverbial = ADVERBIAL.test(wordAt(sentence, first)) || (doer !== undefined && listed !== undefined);
  const foreign = new Set(isAdverbial ? [] : [...read.verbs].filter((at) => !cue.words.includes(at)));
  const own = segmentsOf(cue, read, foreign);
  const free = phrases.find(
    ({ from, preposition }) => preposition === null && own.includes(sentence.segmentOf[from] ?? 0),
  );
  const beside = new Set(listsBeside(own, read, foreign));
  const isBefore = (phrase: NounPhrase): boolean => {
    const between = sentence.words.slice(phrase.to, first).map(({ folded }) => folded);
    if (between.some((word) => OPENING.test(word))) return false;
    // `X lobte Y und traf Z`: the first phrase is the subject of both verbs.
    return !hasAny(foreign, phrase.to, first) || (phrase === free && between.some((word) => COORDINATORS.has(word)));
  };
  return phrases.filter((phrase) => {
    const segment = sentence.segmentOf[phrase.from] ?? 0;
    // `Delegationsleiter war …`: what is part of the cue is nobody beside it.
    if (cue.words.some((word) => phrase.nouns <= word && word < phrase.core)) return false;
    // `X hosted the summit and signed for France, Y for Britain`: a list behind belongs to the last verb.
    if (beside.has(segment)) return phrase.from < last || !hasAny(foreign, last + 1, segmentAt(sentence, last).to);
    if (!own.includes(segment)) return false;
    // `X traf Y und warnte Z`: another verb's object.
    if (phrase.from > last) return !hasAny(foreign, last + 1, phrase.from);
    return phrase.to > first || isBefore(phrase);
  });
}

/** Cues that go with a verb of their own clause: `als Gastgeber`, `with Switzerland as host`. */
export const ADVERBIAL = /^(?:als|as)$/;

/** Words that begin a clause without a comma: `Trump praised his envoy after Witkoff met Putin`. */
const OPENING = /^(?:after|before|while|when|as|because|that|who|which|whether|if|since|where|nachdem|dass)$/;

/** The segments of a cue's words, and the lists between them: `nahmen A, B und C teil`. */
function segmentsOf({ words }: RoleCue, read: ReadSentence, foreign: ReadonlySet<number>): readonly number[] {
  const { segments, segmentOf } = read.sentence;
  const own = new Set(words.map((word) => segmentOf[word] ?? 0));
  const [low, high] = [Math.min(...own), Math.max(...own)];
  return [...segments.keys()].filter((at) => {
    const segment = segments[at];
    const isBetween = low < at && at < high && segment !== undefined && isList(segment, read, foreign);
    return own.has(at) || isBetween;
  });
}

const hasAny = (words: ReadonlySet<number>, from: number, to: number): boolean =>
  [...words].some((word) => from <= word && word < to);

/** The segments around a cue that only list or add an apposition; a relative clause between them is passed over. */
function* listsBeside(own: readonly number[], read: ReadSentence, foreign: ReadonlySet<number>): Generator<number> {
  const { segments } = read.sentence;
  const [first = 0] = own;
  const last = own.at(-1) ?? first;
  for (let at = last + 1; at < segments.length; at++) {
    const segment = segments[at];
    const goesOn = segment !== undefined && FOR_SIDE.test(wordAt(read.sentence, segment.from));
    if (CLOSING.test(segment?.before ?? '') && !goesOn) break;
    if (segment?.opening === 'relative') continue;
    if (segment === undefined || !isList(segment, read, foreign)) break;
    yield at;
  }
  // A relative clause is about what stands right before it, and about nobody else.
  if (segments[first]?.opening === 'relative') return;
  for (let at = first - 1; at >= 0 && !CLOSING.test(segments[at + 1]?.before ?? ''); at--) {
    const segment = segments[at];
    if (segment?.opening === 'relative') continue;
    if (segment === undefined || !isList(segment, read, foreign)) break;
    yield at;
  }
}

/** Marks over which no list goes on. */
const CLOSING = /[;"]/;
/** What opens the other side of a list: `…; on the Russian side, Ushakov and Dmitriev`. */
export const FOR_SIDE = /^(?:for|on|from|fur|auf)$/;
/** Other small words of lists: `darunter`, `unter anderem`. */
const LISTING = /^(?:darunter|anderem|beide|je|other|others|well|sowie|erneut|wieder)$/;
/** `…, zur finnischen Frau Laakso`: the noun stands in the list before. */
const ELLIPTIC = /[a-z]isch(?:e[nrms]?)$/;
const REPORTING = /^(?:so|according|laut)$/;

/** Whether a segment holds nothing but phrases and small words. */
export function isList(segment: Segment, { sentence, phrases }: ReadSentence, foreign: ReadonlySet<number>): boolean {
  const { from, to, opening } = segment;
  const { language } = sentence;
  const isMore = wordAt(sentence, from) === 'as' && wordAt(sentence, from + 1) === 'well';
  if ((opening !== 'main' && !isMore) || REPORTING.test(wordAt(sentence, from))) return false;
  // `Ort des Treffens die Halle`: two phrases side by side are a clause without its verb.
  const own = phrases.filter((phrase) => phrase.from >= from && phrase.from < to && phrase.preposition === null);
  if (own.some((phrase) => own.some((next) => next.from === phrase.to))) return false;
  for (let at = from; at < to; at++) {
    if (foreign.has(at)) return false;
    const word = wordAt(sentence, at);
    const isSmall =
      COORDINATORS.has(word) ||
      PREPOSITIONS[language].has(word) ||
      DETERMINERS[language].has(word) ||
      FUNCTION_WORDS[language].has(word) ||
      LISTING.test(word) ||
      ELLIPTIC.test(word);
    if (!isSmall && !phrases.some((phrase) => phrase.from <= at && at < phrase.to)) return false;
  }
  return true;
}
