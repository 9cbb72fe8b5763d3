import type { Cue } from '../reading/cues.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import { isCapital, type Segment, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { type Subject, withOthers } from './coordination.ts';
import { BEYOND, type Evidence, evidence, IN_CLAUSE, OUTERMOST, rankIn } from './evidence.ts';
import { ownerOf } from './noun-acts.ts';

const phraseAt = ({ phrases, sentence }: SentenceReading, at: number): NounPhrase | undefined =>
  phrases.find(
    (phrase) =>
      phrase.from >= at &&
      // `Laut dem von Axios verbreiteten Text`: who spread it stands before it.
      phrase.from <= at + (phrase.preposition === 'von' ? 2 : 1) &&
      sentence.segmentOf[phrase.from] === sentence.segmentOf[at - 1],
  );

const isAccount = (phrase: NounPhrase, { sentence }: SentenceReading, resolver: Resolver): boolean =>
  phrase.pronoun === null && resolver.classOf(phrase, sentence) === 'account';

/** `Laut Kreml`, `according to the mayor`, `according to his own account`. */
export function fromPreposition(cue: Cue, reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence } = reading;
  const behind = phraseAt(reading, cue.to);
  const isOwn = behind !== undefined && isAccount(behind, reading, resolver);
  if (isOwn && sentence.language === 'de') return [];
  const source = isOwn ? (selfOf(behind, reading, resolver) ?? behind.joined ?? undefined) : behind;
  const own = withOthers(source, reading, resolver);
  return [
    evidence(
      own,
      cue.from,
      cue.to,
      isTrailing(cue, own, reading, resolver) ? BEYOND : rankIn(sentence, cue.from, IN_CLAUSE.preposition),
    ),
  ];
}

/** `…, according to the mayor.`: who stands last by themselves govern all before; a text only hands it on. */
function isTrailing(cue: Cue, [own]: Subject, reading: SentenceReading, resolver: Resolver): boolean {
  const { sentence } = reading;
  const segment = segmentAt(sentence, cue.from);
  if (own === undefined || segment.from !== cue.from || segment.before !== ',') return false;
  return segment.to === sentence.words.length && resolver.resolve(own, reading)?.animate === true;
}

/** `Hieß es aus Moskau`, `aus Moskau hieß es`, `geht aus einem Bericht hervor`, `emerges from …`. */
export function fromImpersonal(cue: Cue, reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence, phrases } = reading;
  const segment = segmentAt(sentence, cue.from);
  const inSegment = phrases.filter(({ from }) => from >= segment.from && from < segment.to);
  const by = (pattern: RegExp): NounPhrase | undefined =>
    inSegment.find(({ preposition }) => pattern.test(preposition ?? ''));
  const source =
    sentence.language === 'en'
      ? inSegment.find(({ from }) => from >= cue.to)
      : (by(/^(?:aus|seitens)$/) ?? by(/^(?:von|vom|bei|beim|in|im)$/));
  // `Hieß es weiter`: by the same source as before.
  const anaphoric = source === undefined && sentence.words.some(({ folded }) => folded === 'weiter');
  // `…, wie aus dem Bericht hervorgeht`: who is behind that governs all the rest.
  const rank = segment.opening === 'manner' ? OUTERMOST : rankIn(sentence, cue.from, IN_CLAUSE.impersonal);
  return [evidence(withOthers(source, reading, resolver), cue.from, cue.to, rank, { anaphoric })];
}

/** `nach Angaben der Polizei`, `Kreml-Angaben zufolge`, `ihm zufolge`, `nach seinen Worten`. */
export function fromAccounts(reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence, phrases } = reading;
  if (sentence.language === 'en') return [];
  return phrases.flatMap((phrase) => {
    const account = isAccount(phrase, reading, resolver);
    const follows =
      wordAt(sentence, phrase.to) === 'zufolge' || (account && wordAt(sentence, phrase.core) === 'zufolge');
    const precedes =
      wordAt(sentence, phrase.from - 1) === 'zufolge' && !phrases.some(({ to }) => to === phrase.from - 1);
    const isReport = account || (phrase.joined !== null && REPORT.test(wordAt(sentence, phrase.head)));
    const by = isReport && /^(?:nach|laut|gemass|entgegen)$/.test(phrase.preposition ?? '');
    if (!follows && !precedes && !by) return [];
    const [from, to] = [by || precedes ? phrase.from - 1 : phrase.from, follows ? phrase.to + 1 : phrase.core];
    const rank = rankIn(sentence, phrase.from, IN_CLAUSE.preposition);
    const own = account ? selfOf(phrase, reading, resolver) : undefined;
    if (own !== undefined) return [evidence([own], from, to, rank)];
    const anaphoric = account && isAnaphoric(phrase, sentence);
    return [evidence(anaphoric ? [] : withOthers(phrase, reading, resolver), from, to, rank, { anaphoric })];
  });
}

/** Texts that tell something with their issuer behind them: `nach einem Bericht von X`, but `nach der Rede` is a time. */
const REPORT = /(?:bericht|meldung|mitteilung|einschatzung)(?:s|en|e)?$/;

/** `Nach eigenen Angaben übergab die Ukraine …`: they are those of the sentence's subject. */
function selfOf(phrase: NounPhrase, reading: SentenceReading, resolver: Resolver): NounPhrase | undefined {
  const words = reading.sentence.words.slice(phrase.from, phrase.core);
  if (!words.some(({ folded }) => /^(?:eigene[nr]|own)$/.test(folded))) return undefined;
  return reading.phrases.find(
    (other) => other.preposition === null && other.nominative && resolver.resolve(other, reading)?.animate === true,
  );
}

/** `Den Angaben zufolge`, `nach seinen Worten`, `nach eigenen Angaben`: whose they are was said before. */
function isAnaphoric(phrase: NounPhrase, { words }: TokenizedSentence): boolean {
  if (phrase.joined !== null || phrase.core - phrase.nouns > 1) return false;
  const own = words.slice(phrase.from, phrase.nouns).map(({ folded }) => folded);
  return (
    own.every((word) => /^(?:den|diesen|seinen|ihren|seiner|ihrer|dieser|der|eigenen|eigener|weiteren)$/.test(word)) &&
    own.length > 0
  );
}

/** `…, so der Kreml.` */
export function fromTags(reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence, phrases } = reading;
  if (sentence.language === 'en') return [];
  return sentence.segments.flatMap((segment) => {
    if (wordAt(sentence, segment.from) !== 'so' || !/[,"–—-]/.test(segment.before)) return [];
    const phrase = phrases.find(({ from }) => from === segment.from + 1);
    if (phrase === undefined || phrase.pronoun !== null || resolver.resolve(phrase, reading) === null) return [];
    return [evidence(withOthers(phrase, reading, resolver), segment.from, segment.from + 1, OUTERMOST, { tag: true })];
  });
}

/** `„…“, jubelte der Trainer`, `“…,” the coach quipped`: beside speech any verb with somebody who can speak reports. */
export function fromSpeechTags(reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence, phrases } = reading;
  return sentence.segments.flatMap((segment) => {
    if (segment.before !== '"' || hasVerb(segment, reading)) return [];
    const isGerman = sentence.language === 'de';
    const phrase = phrases.find(({ from }) => from === (isGerman ? segment.from + 1 : segment.from));
    if (phrase === undefined || phrase.pronoun !== null || resolver.resolve(phrase, reading)?.animate !== true)
      return [];
    const verb = isGerman ? segment.from : phrase.to;
    const word = sentence.words[verb];
    if (word === undefined || verb >= segment.to || isCapital(word) || !PAST.test(word.folded)) return [];
    return [evidence(withOthers(phrase, reading, resolver), verb, verb + 1, OUTERMOST, { tag: true })];
  });
}

/** A verb in the past or present, third person. */
const PAST = /(?:t|te|ten|ed|s)$/;

const hasVerb = ({ from, to }: Segment, { verbs }: SentenceReading): boolean =>
  Array.from({ length: to - from }, (_, step) => from + step).some((at) => verbs.has(at));

/** `Kreml: Gespräch war gut`: a name alone before a colon. */
export function fromHeadline(reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence, phrases } = reading;
  const [opening] = sentence.segments;
  const [phrase] = phrases;
  if (opening === undefined || phrase === undefined || phrase.pronoun !== null) return [];
  if (phrase.from !== 0 || phrase.to < opening.to || !hasColonBehind(sentence, phrase)) return [];
  const isSpeaker = resolver.resolve(phrase, reading)?.animate === true;
  return isSpeaker ? [evidence([phrase], phrase.from, phrase.to, OUTERMOST)] : [];
}

const hasColonBehind = ({ text, words }: TokenizedSentence, phrase: NounPhrase): boolean =>
  /^\s*(?:\([^()]*\)\s*)?:/.test(text.slice(words[phrase.to - 1]?.end ?? 0));

/** `Putins Forderung nach …`, `Kyiv's demand that …`: with its speaker and its content a noun of speech reports. */
export function fromMessages(reading: SentenceReading, resolver: Resolver): readonly Evidence[] {
  const { sentence, phrases } = reading;
  return phrases.flatMap((phrase) => {
    if (phrase.pronoun !== null || resolver.classOf(phrase, sentence) !== 'message') return [];
    const speaker = ownerOf(phrase, reading);
    if (speaker === null || speaker.preposition === 'of' || !hasContent(phrase, sentence)) return [];
    const rank = rankIn(sentence, phrase.from, IN_CLAUSE.message);
    return [evidence([speaker], phrase.from, phrase.core, rank, { act: true })];
  });
}

function hasContent(phrase: NounPhrase, sentence: TokenizedSentence): boolean {
  const behind = wordAt(sentence, phrase.to);
  const next = segmentAt(sentence, phrase.to);
  return behind === 'nach' || behind === 'that' || (next.from === phrase.to && next.opening === 'content');
}
