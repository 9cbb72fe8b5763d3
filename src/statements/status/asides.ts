import { DETERMINERS, PREPOSITIONS } from '../reading/grammar.ts';
import { isCapital, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { PARTICIPLE } from './modality.ts';
import { FINITE } from './status-context.ts';

/** Words with their articles between a determiner and its noun are rarely more. */
const MOST_ATTRIBUTES = 6;
/** Endings of German participles that stand before their noun. */
const INFLECTED = /(?:e|en|er|es|em)$/;
/** What may stand right before an English participle that belongs to a noun; `both` and `they` are subjects instead. */
const ENGLISH_DETERMINERS: ReadonlySet<string> = new Set(
  'the a an its his her their our my any no every s newly previously recently'.split(' '),
);
/** Behind these an English participle is a verb: `the agreed to`. */
const ENGLISH_COMPLEMENTS: ReadonlySet<string> = new Set('to on by that upon with in at'.split(' '));

/** Whether a participle only describes a noun: `der für Juli vereinbarte Austausch`, `the agreed exchange`. */
export function isAttribute(sentence: TokenizedSentence, words: readonly number[]): boolean {
  const [at = 0, second] = words;
  if (second !== undefined || sentence.segmentOf[at] !== sentence.segmentOf[at + 1]) return false;
  if (sentence.language === 'en') {
    const isParticiple = /(?:ed|en)$/.test(wordAt(sentence, at)) && !ENGLISH_COMPLEMENTS.has(wordAt(sentence, at + 1));
    return isParticiple && ENGLISH_DETERMINERS.has(wordAt(sentence, at - 1)) && segmentAt(sentence, at).from < at;
  }
  if (isCapital(sentence.words[at]) || !INFLECTED.test(wordAt(sentence, at))) return false;
  return nounFollows(sentence, at) && opensPhrase(sentence, at);
}

/** A noun right behind, or behind one number or adjective: `die verlangten 30 Tage`. */
function nounFollows(sentence: TokenizedSentence, at: number): boolean {
  const next = sentence.words[at + 1];
  if (isCapital(next)) return true;
  return next !== undefined && /(?:e|en|er|es|em|\d)$/.test(next.folded) && isCapital(sentence.words[at + 2]);
}

/** Whether a determiner or a preposition opens a noun phrase before a word, and no noun has closed it yet. */
function opensPhrase(sentence: TokenizedSentence, at: number): boolean {
  const { from } = segmentAt(sentence, at);
  for (let before = at - 1; before >= Math.max(from, at - MOST_ATTRIBUTES); before--) {
    const word = wordAt(sentence, before);
    if (DETERMINERS.de.has(word)) return true;
    const isGoverned = PREPOSITIONS.de.has(wordAt(sentence, before - 1));
    if (before === at - 1 && PREPOSITIONS.de.has(word)) return true;
    // `der für Juli vereinbarte Austausch`: what a preposition governs does not close the phrase around it.
    if (isCapital(sentence.words[before]) && !isGoverned) return false;
  }
  return false;
}

/** Whether a cue, given by the indices of its words, stands in a clause that describes: a relative or adverbial one. */
export function isAside(sentence: TokenizedSentence, words: readonly number[]): boolean {
  const [at = 0] = words;
  const { opening } = segmentAt(sentence, at);
  if (opening === 'relative') return true;
  if (contrasts(sentence, at)) return false;
  if (sentence.language === 'en')
    return (opening === 'other' && sentence.segments.length > 1) || isInlineRelative(sentence, at);
  return (opening === 'other' || mayBeRelative(sentence, at)) && isVerbFinal(sentence, words);
}

const CONTRASTING: ReadonlySet<string> = new Set(['while', 'whereas', 'wahrend', 'wohingegen']);

/** `Kyiv agreed, while Moscow refused`: a clause that sets one act against another tells as much as a main one. */
function contrasts(sentence: TokenizedSentence, at: number): boolean {
  const { from } = segmentAt(sentence, at);
  return from > 0 && CONTRASTING.has(wordAt(sentence, from));
}

const RELATIVE_PRONOUN = /^(?:der|die|das|dem|den|deren|dessen|denen)$/;

/** `…, die Putin bezahlen sehen wollen`: only the verb at its end tells the clause from one that an article opens. */
function mayBeRelative(sentence: TokenizedSentence, at: number): boolean {
  const { from } = segmentAt(sentence, at);
  return from > 0 && RELATIVE_PRONOUN.test(wordAt(sentence, from));
}

const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose']);
const AUXILIARY = /^(?:is|are|was|were|has|have|had|would|will)$/;
const RELATIVE_REACH = 4;

/** English relative clauses need no comma: `the swap that was agreed in June`. */
function isInlineRelative(sentence: TokenizedSentence, at: number): boolean {
  for (let before = segmentAt(sentence, at).from + 1; before < at; before++) {
    const word = wordAt(sentence, before);
    const isThat = word === 'that' && AUXILIARY.test(wordAt(sentence, before + 1)) && at - before <= RELATIVE_REACH;
    if (RELATIVE.has(word) || isThat) return true;
  }
  return false;
}

/** German clauses with a conjunction end with their finite verb; `als Ort`, `damit` and `seit Mai` open main clauses too. */
function isVerbFinal(sentence: TokenizedSentence, words: readonly number[]): boolean {
  const end = segmentAt(sentence, words[0] ?? 0).to - 1;
  const isLast = words.length === 1 && words[0] === end;
  return isLast ? !PARTICIPLE.test(wordAt(sentence, end)) : FINITE.test(wordAt(sentence, end));
}
