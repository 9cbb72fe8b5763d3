import type { Cue } from '../reading/cues.ts';
import { isVerb } from '../reading/cues.ts';
import { NEGATIONS, PREPOSITIONS } from '../reading/grammar.ts';
import type { Mood } from '../reading/mood.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import { isCapital, type Segment, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { type Subject, withOthers } from './coordination.ts';
import { type Evidence, evidence, IN_CLAUSE, INNER, OUTERMOST, rankIn } from './evidence.ts';
import { agentOf, isPassive } from './passive.ts';
import { isInverted, isVerbFinal, subjectOf } from './subjects.ts';

/** What a verb of speech or thinking tells; nothing where it is denied, supposed or passive. */
export function fromVerb(cue: Cue, reading: SentenceReading, mood: Mood, resolver: Resolver): readonly Evidence[] {
  const { sentence } = reading;
  const segment = segmentAt(sentence, cue.from);
  if (isSupposed(cue, sentence) || isDenied(cue, reading)) return [];
  if (cue.kind === 'thinking' && !hasMessage(cue, reading, mood)) return [];
  if (isInfinitive(cue, sentence)) return [];
  // `Thailand, which had ruled out monitors, …`: an act told aside makes nobody the source of the sentence.
  if (cue.kind === 'speech_acts' && isAside(cue, segment, sentence)) return [];
  const passive = isPassive(cue, sentence);
  if (passive && cue.kind === 'thinking') return [];
  const subject = passive ? agentOf(cue, reading, resolver) : subjectOf(cue, reading, resolver);
  if (passive && subject.length === 0) return [];
  const act = cue.kind === 'speech_acts' || cue.kind === 'acts';
  if (act && subject.length > 0 && subject.every((phrase) => isThing(phrase, cue, reading, resolver))) return [];
  const own = act ? IN_CLAUSE.act : cue.kind === 'thinking' ? IN_CLAUSE.thinking : IN_CLAUSE.verb;
  let rank = rankIn(sentence, cue.from, own);
  if (isOutermost(cue, segment, reading)) rank = OUTERMOST;
  else if (/^(?:relative|content|manner)$/.test(segment.opening) || isInner(cue, segment, sentence, mood))
    rank += INNER;
  const partners = cue.kind === 'reporting' || cue.kind === 'speech_acts' ? partnersIn(reading, resolver) : [];
  return [evidence([...subject, ...partners], cue.from, cue.to, rank, { act, verb: true, acting: subject })];
}

/** Whether a clause only goes along with the main one: `…, während Moskau das ablehnt`, but `als Ziel forderte er …`. */
function isAside(cue: Cue, segment: Segment, sentence: TokenizedSentence): boolean {
  if (segment.opening !== 'other') return segment.opening === 'content' || segment.opening === 'relative';
  return sentence.language === 'en' || isVerbFinal(cue, segment, sentence);
}

/** With whom a text is issued together: `in einer Erklärung mit der Ukraine`, `in a joint statement with France`. */
function partnersIn(reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence, phrases } = reading;
  const partner = phrases.find(
    (phrase, at) =>
      /^(?:mit|with)$/.test(phrase.preposition ?? '') && isTextBefore(phrases[at - 1], phrase, sentence, resolver),
  );
  const isBody = partner !== undefined && resolver.resolve(partner, reading)?.animate === true;
  return isBody ? withOthers(partner, reading, resolver) : [];
}

function isTextBefore(
  text: NounPhrase | undefined,
  { from }: NounPhrase,
  sentence: TokenizedSentence,
  resolver: Resolver,
): boolean {
  if (text === undefined || text.pronoun !== null || text.to !== from - 1) return false;
  return (
    /^(?:in|im)$/.test(text.preposition ?? '') &&
    resolver.classOf(text, sentence) === 'document' &&
    !INTERVIEW.test(wordAt(sentence, text.head))
  );
}

/** What is said with somebody who only asks. */
const INTERVIEW = /^(?:interview|briefing|post|beitrag)$/;

/** Whether an act stands behind its own words: `…, bot Putin an`. */
export function isTold(cue: Cue, reading: SentenceReading, mood: Mood): boolean {
  const segment = segmentAt(reading.sentence, cue.from);
  const { subjunctive } = mood;
  // `Selenskyj stimmte zu: Russland müsse …`
  if (segment.behind === ':' && subjunctive !== null && subjunctive >= segment.to) return true;
  const hasWords = reading.sentence.speech.length > 0 || (subjunctive !== null && subjunctive < segment.from);
  return hasWords && segment.opening === 'main' && isOutermost(cue, segment, reading);
}

/** Whether a phrase means something that can say or show, but not demand: `Option 2 calls for …`. */
function isThing(phrase: NounPhrase, cue: Cue, reading: SentenceReading, resolver: Resolver): boolean {
  if (phrase.pronoun !== null) return false;
  if (resolver.classOf(phrase, reading.sentence) === 'abstract') return true;
  const referent = resolver.resolve(phrase, reading);
  if (referent === null || referent.animate || resolver.classOf(phrase, reading.sentence) === 'document') return false;
  const head = wordAt(reading.sentence, phrase.head);
  if (reading.sentence.language === 'de' && COMMON_NOUN.test(head)) return true;
  // Somebody whom no list knows: `Die Hamas wies den Plan zurück`.
  if (resolver.classOf(phrase, reading.sentence) === null && !OF_THINGS.test(cue.text)) return false;
  // A name without an article may be a body's that no list has: `Greenpeace fordert`.
  return (
    phrase.determiner !== null ||
    phrase.core - phrase.nouns > 1 ||
    !isCapital(reading.sentence.words[phrase.head]) ||
    /\d/.test(wordAt(reading.sentence, phrase.to))
  );
}

/** Acts of speech that are told of things as well: `der Plan verlangt`, `the deal promises`. */
const OF_THINGS =
  /forder|verlang|droh|sprech|sprach|spricht|schlag|schlug|empf|garant|demand|call|propos|suggest|threat|promis|recommend|guarant|offer|rul|invit|ask|opposed/;

/** Endings that hardly any name has. */
const COMMON_NOUN = /(?:ung|heit|keit|schaft|tion|en)(?:en)?$/;

/** Whether a verb ends or wraps its sentence: `…, sagte X.`, `…, X said.`, `wie X mitteilte, …`. */
function isOutermost(
  cue: Cue,
  segment: Segment,
  { sentence, phrases }: Pick<SentenceReading, 'sentence' | 'phrases'>,
): boolean {
  // `…, as Trump had claimed`: what was said before is held against it.
  if (segment.opening === 'manner') return sentence.language === 'de' || wordAt(sentence, cue.from - 1) !== 'had';
  if (!/[,"]/.test(segment.before)) return false;
  if (sentence.language === 'de') return cue.from === segment.from && followsMessage(segment, sentence);
  if (isInverted(cue, sentence) && /^(?:said|says)/.test(cue.text)) return true;
  const rest = sentence.words.slice(cue.to, segment.to).map(({ folded }) => folded);
  const isTag = phrases.some(
    ({ from, to }) => from === segment.from && to <= cue.from && cue.from - to <= ADVERBS_BEFORE_VERB,
  );
  const isLast = sentence.segments.at(-1) === segment || segment.behind === '"' || segment.behind === ',';
  return isTag && isLast && segment.opening === 'main' && rest.length <= LONGEST_TAG && isTagEnd(cue, rest);
}

/** Whether a message stands before a clause, not only `Wie X mitteilte, …` or `Wenn …, …`: behind those a main clause begins. */
function followsMessage(segment: Segment, { segments, speech }: TokenizedSentence): boolean {
  const before = segments.slice(0, segments.indexOf(segment));
  return (
    speech.length > 0 ||
    before.some(({ opening }) => opening === 'main' || opening === 'content' || opening === 'relative')
  );
}

/** `Ortiz also said`, `Ortiz has since told …`. */
const ADVERBS_BEFORE_VERB = 2;

/** Whether a verb has no message behind it: only to whom, when or where. */
function isTagEnd(cue: Cue, rest: readonly string[]): boolean {
  if (rest.some((word) => FINITE.test(word))) return false;
  const [next] = rest;
  return (
    next === undefined || cue.text === 'told' || cue.text === 'tells' || PREPOSITIONS.en.has(next) || TAIL.test(next)
  );
}

const TAIL = /ly$|day$|^(?:later|earlier|today|tonight|yesterday|this|last|afterwards|too|again)$/;

const LONGEST_TAG = 8;
const FINITE = /^(?:that|is|are|was|were|has|had|have|will|would|could|can|should|might|may|must|he|she|it|they)$/;

/** Whether somebody else tells of a verb: `er habe gesagt`. */
function isInner(cue: Cue, segment: Segment, { words }: TokenizedSentence, mood: Mood): boolean {
  if (mood.subjunctive === null) return false;
  const own = words.slice(segment.from, segment.to).map(({ folded }) => folded);
  return (
    mood.subjunctive >= segment.from &&
    mood.subjunctive < segment.to &&
    own.some((word) => /^(?:habe|sei|werde|wolle|solle)$/.test(word)) &&
    cue.from >= segment.from
  );
}

/** Whether a verb stands in a clause that only supposes it: `falls Moskau ablehnt`. */
function isSupposed(cue: Cue, sentence: TokenizedSentence): boolean {
  const { from, opening } = segmentAt(sentence, cue.from);
  if (opening === 'condition') return true;
  // English clauses need no comma: `ready to meet if Russia confirmed it`.
  const before = sentence.words.slice(from, cue.from);
  return sentence.language === 'en' && before.some(({ folded }) => /^(?:if|unless|whether)$/.test(folded));
}

/** Whether a clause says that something was not said. */
function isDenied(cue: Cue, { sentence, phrases }: SentenceReading): boolean {
  if (cue.kind !== 'reporting' && cue.kind !== 'thinking') return false;
  const segment = segmentAt(sentence, cue.from);
  if (sentence.language === 'en') {
    return [1, 2, 3].some(
      (step) => cue.from - step >= segment.from && NEGATIONS.en.has(wordAt(sentence, cue.from - step)),
    );
  }
  for (let at = segment.from; at < segment.to; at++) {
    // `Ein nicht genannter Sprecher sagte` denies nothing.
    if (phrases.some(({ from, core }) => from <= at && at < core)) continue;
    if (
      NEGATIONS.de.has(wordAt(sentence, at)) &&
      wordAt(sentence, at + 1) !== 'nur' &&
      wordAt(sentence, at + 1) !== 'mehr'
    )
      return true;
  }
  return false;
}

/** `wants to say`, `müsse bestätigen`: nothing is said. */
function isInfinitive(cue: Cue, sentence: TokenizedSentence): boolean {
  const before = wordAt(sentence, cue.from - 1);
  if (sentence.language === 'en')
    return MODAL.test(before) || (before === 'not' && MODAL.test(wordAt(sentence, cue.from - 2)));
  const { from, to } = segmentAt(sentence, cue.from);
  if (cue.to !== to || !/en$/.test(cue.text)) return false;
  return before === 'zu' || sentence.words.slice(from, cue.from).some(({ folded }) => GERMAN_MODAL.test(folded));
}

/** Modal verbs that leave open whether something is said; `will` and `soll` tell of a plan. */
const GERMAN_MODAL =
  /^(?:muss|musse|mussen|musste|mussten|kann|konne|konnen|konnte|konnten|darf|durfe|durfen|durfte|durften|soll|solle|sollen|sollte|sollten|will|wolle|wollen|wollte|wollten)$/;

const MODAL = /^(?:to|will|would|should|could|may|might|must|can|did|does|do)$/;

/** Whether a verb of thinking has what is thought beside it. */
function hasMessage(cue: Cue, { sentence, phrases }: SentenceReading, mood: Mood): boolean {
  if (sentence.speech.length > 0 || mood.subjunctive !== null) return true;
  const segment = segmentAt(sentence, cue.from);
  if (isOutermost(cue, segment, { sentence, phrases }) && (sentence.language === 'de' || cue.to >= segment.to - 1))
    return true;
  // `Das ergab eine Umfrage`: the message stands before.
  if (phrases[0]?.pronoun === 'thing' && phrases[0].from === 0 && cue.from === 1) return true;
  const next = sentence.segments[sentence.segments.indexOf(segment) + 1];
  if (next?.opening === 'content' || segment.behind === ':') return true;
  if (sentence.language === 'de') return false;
  if (wordAt(sentence, cue.to) === 'that') return true;
  const object = phrases.find((phrase) => phrase.from >= cue.to && phrase.preposition === null);
  return object !== undefined && object.from === cue.to && FINITE.test(wordAt(sentence, object.to));
}

/** Who is quoted: the object, or the subject where nobody else is named or the verb is passive. */
export function quotedSource(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence } = reading;
  const segment = segmentAt(sentence, cue.from);
  const subject = subjectOf(cue, reading, resolver);
  if (isPassive(cue, sentence)) return subject;
  const object = reading.phrases.find((phrase) => {
    if (phrase.from < cue.to || phrase.from >= segment.to || phrase.preposition !== null || subject.includes(phrase))
      return false;
    const referent = resolver.resolve(phrase, reading);
    return referent?.animate === true && !referent.medium;
  });
  return object === undefined ? subject : withOthers(object, reading, resolver);
}

/** Acts of a sentence, by speech or otherwise, which have an actor. */
export const isAct = (cue: Cue, sentence: TokenizedSentence): boolean =>
  isVerb(cue) &&
  (cue.kind === 'speech_acts' || cue.kind === 'acts') &&
  !isSupposed(cue, sentence) &&
  segmentAt(sentence, cue.from).opening !== 'content' &&
  !isPassive(cue, sentence);
