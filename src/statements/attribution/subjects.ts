import type { Cue } from '../reading/cues.ts';
import { AUXILIARIES, COORDINATORS, FUNCTION_WORDS, PASSIVE } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import { type Segment, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';

/** Phrases that are the subject of a verb together; empty where none can be found. */
export type Subject = readonly NounPhrase[];

/** The subject of a verb; `demonstrative` subjects (`das teilte …`) are objects in truth and are passed over. */
export function subjectOf(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  if (reading.sentence.language === 'en') return englishSubject(cue, reading, resolver);
  return germanSubject(cue, reading, resolver);
}

/** Who does what a passive tells: `was rejected by Kyiv`, `wurde von Kiew abgelehnt`; empty where nobody is named. */
export function agentOf(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence } = reading;
  const { from, to } = segmentAt(sentence, cue.from);
  const isAgent = ({ preposition, from }: NounPhrase): boolean =>
    sentence.language === 'en' ? preposition === 'by' && from === cue.to + 1 : /^vo[nm]$/.test(preposition ?? '');
  // `Von Kiew wurde verlangt …`: there it is whom the demand is made to.
  if (sentence.language === 'de' && ASKING.test(cue.text)) return [];
  const agent = phrasesIn(reading, from, to).find((phrase) => isAgent(phrase) && !isTime(phrase, reading, resolver));
  return withOthers(agent, reading, resolver);
}

const ASKING = /verlangt|gefordert|gebeten|erwartet/;

/** Whether a verb stands behind the message, at the beginning of its clause: `…, sagte X.` */
export function isInverted(cue: Cue, sentence: TokenizedSentence): boolean {
  const segment = segmentAt(sentence, cue.from);
  return cue.from === segment.from && segment.before !== '';
}

/** Whether a form of the passive makes what is said the subject. */
export function isPassive(cue: Cue, sentence: TokenizedSentence): boolean {
  const { language, words } = sentence;
  if (language === 'en') {
    const before = [1, 2].map((step) => wordAt(sentence, cue.from - step));
    if (!PAST_PARTICIPLE.test(cue.text.split(' ')[0] ?? '')) return false;
    return before.some((word, step) => PASSIVE.en.has(word) && (step === 0 || ADVERB.test(before[0] ?? '')));
  }
  if (!/(?:t|en)$/.test(cue.text) || cue.to - cue.from > 1) return false;
  const segment = segmentAt(sentence, cue.from);
  const own = words.slice(segment.from, segment.to).map(({ folded }) => folded);
  const isActive = own.some((word) => /^(?:hat|haben|hatte|hatten|habe)$/.test(word));
  // A participle that is a present form too (`erklärt`, `berichtet`) is one only behind its auxiliary.
  return !isActive && own.some((word) => PASSIVE.de.has(word) || /^(?:ist|sind|war|waren|sei|seien)$/.test(word));
}

const PAST_PARTICIPLE = /(?:ed|told|said|written|called|put|found|shown|seen|known|felt|read)$/;
const ADVERB = /ly$|^(?:also|not|never|now|then|once)$/;

/** Whether a phrase belongs to a preposition that is not right before it: `Putin zufolge`, `talks between A and B`. */
function isGoverned(phrase: NounPhrase, { phrases, sentence }: SentenceReading): boolean {
  if (wordAt(sentence, phrase.to) === 'zufolge') return true;
  if (!COORDINATORS.has(wordAt(sentence, phrase.from - 1))) return false;
  return phrases.some(({ to, preposition }) => to === phrase.from - 1 && preposition !== null);
}

const isFree = ({ preposition, nominative }: NounPhrase): boolean => preposition === null && nominative;
const isSubject = (phrase: NounPhrase): boolean =>
  isFree(phrase) && phrase.pronoun !== 'thing' && phrase.pronoun !== 'nobody';

function germanSubject(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence } = reading;
  const segment = segmentAt(sentence, cue.from);
  const verb = finiteVerb(cue, segment, sentence);
  const inSegment = phrasesIn(reading, segment.from, segment.to);
  const can = (phrase: NounPhrase): boolean =>
    isSubject(phrase) && !isGoverned(phrase, reading) && !isTime(phrase, reading, resolver);
  const before = inSegment.filter((phrase) => phrase.to <= verb && can(phrase));
  const behind = inSegment.filter((phrase) => phrase.from > verb && can(phrase));
  if (isVerbFinal(cue, segment)) return withOthers(inSegment.find(can), reading, resolver);
  if (segment.opening === 'relative') {
    const own = inSegment.find((phrase) => can(phrase) && phrase.from > segment.from);
    return own === undefined ? antecedent(segment, reading, resolver) : withOthers(own, reading, resolver);
  }
  if (verb === segment.from) {
    if (isResumed(segment, reading)) return antecedent(segment, reading, resolver);
    const own = behind[0];
    return own === undefined ? antecedent(segment, reading, resolver) : withOthers(own, reading, resolver);
  }
  if (COORDINATORS.has(wordAt(sentence, verb - 1)))
    return withOthers(before[0] ?? subjectBefore(segment, reading, can), reading, resolver);
  const [last, first] = [before.at(-1), behind[0]];
  if (last === undefined) return withOthers(first, reading, resolver);
  // What stands before the verb may be its object: `Zwei Bedingungen nannte Medinski`.
  const isObject = first !== undefined && !isAnimate(last, reading, resolver) && isAnimate(first, reading, resolver);
  return withOthers(isObject ? first : last, reading, resolver);
}

/** Whether a clause has its verb at the end; `Als Ziel nannte Putin …` opens like one and has not. */
const isVerbFinal = (cue: Cue, segment: Segment): boolean =>
  segment.opening !== 'main' &&
  segment.opening !== 'relative' &&
  (segment.opening !== 'other' || segment.to - cue.to <= 1);

/** The finite verb of a cue's clause: the auxiliary where the cue is a participle or an infinitive. */
function finiteVerb(cue: Cue, segment: Segment, sentence: TokenizedSentence): number {
  for (let at = segment.from; at < cue.from; at++) {
    if (AUXILIARIES.has(wordAt(sentence, at)) && segment.opening === 'main' && cue.from > at + 1) {
      return /(?:t|en)$/.test(cue.text) ? at : cue.from;
    }
  }
  return cue.from;
}

function englishSubject(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence } = reading;
  const segment = segmentAt(sentence, cue.from);
  const can = (phrase: NounPhrase): boolean =>
    isSubject(phrase) && !isGoverned(phrase, reading) && !isTime(phrase, reading, resolver);
  if (/ing$/.test(cue.text.split(' ')[0] ?? '')) return withOthers(mainSubject(cue, reading, can), reading, resolver);
  const before = phrasesIn(reading, segment.from, cue.from).filter((phrase) => phrase.to <= cue.from && can(phrase));
  const last = before.at(-1);
  if (last !== undefined) {
    if (!COORDINATORS.has(wordAt(sentence, cue.from - 1))) return withOthers(last, reading, resolver);
    // `X praised Y and said …`; behind an inserted clause the subject stands before it: `X, who …, put … and called …`.
    if (!reading.verbs.has(segment.from)) return withOthers(before[0], reading, resolver);
    return antecedent(segment, reading, resolver);
  }
  if (segment.opening === 'relative') return antecedent(segment, reading, resolver);
  // Somebody stands there whom no rule takes for a noun.
  if (hasContent(segment.from, cue.from, sentence)) return [];
  const behind = phrasesIn(reading, cue.to, segment.to).find(can);
  // `…, said Lavrov`, but `Zelensky, who was in Berlin, called the plan a trap`.
  const inverted = cue.from === segment.from && INVERTING.test(cue.text);
  if (
    inverted &&
    behind !== undefined &&
    behind.from <= cue.to + 1 &&
    !isClause(behind, sentence) &&
    !isResumed(segment, reading)
  )
    return withOthers(behind, reading, resolver);
  if (COORDINATORS.has(wordAt(sentence, segment.from)))
    return withOthers(subjectBefore(segment, reading, can), reading, resolver);
  return antecedent(segment, reading, resolver);
}

/** Whether a phrase begins a clause of its own: `…, said the plan was dead`. */
const isClause = ({ to }: NounPhrase, sentence: TokenizedSentence): boolean => {
  const behind = wordAt(sentence, to);
  return PASSIVE.en.has(behind) || /^(?:has|had|have|will|would|could|can|should|might|may|must)$/.test(behind);
};

const hasContent = (from: number, to: number, { words }: TokenizedSentence): boolean =>
  words.slice(from, to).some(({ folded }) => !FUNCTION_WORDS.en.has(folded) && !ADVERB.test(folded));

/** Verbs before which a speaker may be left to stand behind: `said Lavrov`. */
const INVERTING =
  /^(?:says|said|added|adds|wrote|writes|explained|notes|noted|asked|warned|insisted|argued|recalled|replied|admitted|joked|claimed|tweeted|stressed|concluded|announced|continued|predicted|reported|according)/;

const phrasesIn = ({ phrases }: SentenceReading, from: number, to: number): readonly NounPhrase[] =>
  phrases.filter((phrase) => phrase.from >= from && phrase.from < to);

const isTime = (phrase: NounPhrase, { sentence }: SentenceReading, resolver: Resolver): boolean =>
  phrase.pronoun === null && resolver.classOf(phrase, sentence) === 'time';

function isAnimate(phrase: NounPhrase, reading: SentenceReading, resolver: Resolver): boolean {
  return phrase.pronoun !== null || resolver.resolve(phrase, reading)?.animate === true;
}

/** The first subject of a sentence before a verb: who says on, `adding that …`. */
function mainSubject(
  cue: Cue,
  { phrases }: SentenceReading,
  can: (phrase: NounPhrase) => boolean,
): NounPhrase | undefined {
  return phrases.find((phrase) => phrase.to <= cue.from && can(phrase));
}

function subjectBefore(
  segment: Segment,
  { phrases }: SentenceReading,
  can: (phrase: NounPhrase) => boolean,
): NounPhrase | undefined {
  return phrases.find((phrase) => phrase.from < segment.from && can(phrase));
}

/** Whether a clause goes on behind an apposition or a relative clause: `Kaltofen, die Vorsitzende, sagte …`. */
function isResumed(segment: Segment, reading: SentenceReading): boolean {
  const { segments } = reading.sentence;
  const at = segments.indexOf(segment);
  const [inserted, opening] = [segments[at - 1], segments[at - 2]];
  if (inserted === undefined || opening === undefined || segment.before !== ',' || inserted.before !== ',')
    return false;
  const isInserted =
    inserted.opening === 'relative' ||
    phrasesIn(reading, inserted.from, inserted.to).some((phrase) => fills(phrase, inserted));
  return (
    isInserted &&
    phrasesIn(reading, opening.from, opening.to).some((phrase) => isSubject(phrase) && fills(phrase, opening))
  );
}

/** Whether a phrase is all that stands in a segment, but for a conjunction. */
const fills = (phrase: NounPhrase, { from, to }: Segment): boolean => phrase.from <= from + 1 && phrase.to >= to;

/** Whom an inserted clause is about: the phrase before it, or the name that it adds. */
function antecedent(segment: Segment, reading: SentenceReading, resolver: Resolver): Subject {
  const { segments } = reading.sentence;
  for (let at = segments.indexOf(segment) - 1; at >= 0; at--) {
    const other = segments[at];
    if (other === undefined) break;
    const own = phrasesIn(reading, other.from, other.to);
    const last = own.findLast(isSubject);
    if (last === undefined || other.opening === 'relative') continue;
    const before = segments[at - 1];
    // `Its general secretary, Fiona Harcastle, said`: the phrase before is the same person, and the name says more.
    if (fills(last, other) && before !== undefined) {
      const outer = phrasesIn(reading, before.from, before.to).findLast(isSubject);
      if (outer !== undefined && outer.to === before.to) {
        const own = named(outer, last, reading, resolver);
        const others = withOthers(outer, reading, resolver);
        // `Zelensky and his chief of staff, Andriy Yermak, said`: the name is that of the last one.
        return own === outer || others.length > 1 ? others.map((each) => (each === outer ? own : each)) : [own];
      }
    }
    return withOthers(last, reading, resolver);
  }
  return [];
}

/** Of a phrase and its apposition the one that is somebody's name. */
function named(phrase: NounPhrase, apposition: NounPhrase, reading: SentenceReading, resolver: Resolver): NounPhrase {
  const isName = (own: NounPhrase): boolean => {
    const speakers = resolver.resolve(own, reading)?.speakers ?? [];
    return speakers.some(({ id, kind }) => kind === 'person' && !id.startsWith('phrase:'));
  };
  return !isName(phrase) && isName(apposition) ? apposition : phrase;
}

/** A phrase with those that are joined to it by `und` or a list, and as the name behind its comma. */
export function withOthers(phrase: NounPhrase | undefined, reading: SentenceReading, resolver: Resolver): Subject {
  if (phrase === undefined) return [];
  const { phrases, sentence } = reading;
  const at = phrases.indexOf(phrase);
  const found: NounPhrase[] = [phrase];
  for (let index = at; ; index++) {
    const [own, next] = [phrases[index], phrases[index + 1]];
    if (own === undefined || next === undefined || !isListed(own, next, sentence)) break;
    found.push(next);
  }
  for (let index = at; ; index--) {
    const [own, previous] = [phrases[index], phrases[index - 1]];
    if (own === undefined || previous === undefined || previous.preposition !== null) break;
    // `Macron, Starmer und Merz`: by a comma only where the list goes on with a coordinator.
    const byComma = found.length > 1 && previous.to === own.from && fills(previous, segmentAt(sentence, previous.from));
    if (!isListed(previous, own, sentence) && !(byComma && !areNamesOf(previous, found, reading, resolver))) break;
    found.unshift(previous);
  }
  if (found.length > 1) return found;
  const apposition = appositionOf(phrase, reading);
  const [next, second] = apposition;
  if (next === undefined) return found;
  if (second === undefined) return [named(phrase, next, reading, resolver)];
  return areNamesOf(phrase, apposition, reading, resolver) ? apposition : found;
}

/** Whether a list only names whom the phrase before it means: `Ukraine's allies, Britain and France`. */
function areNamesOf(phrase: NounPhrase, list: Subject, reading: SentenceReading, resolver: Resolver): boolean {
  if (resolver.resolve(phrase, reading)?.plural !== true) return false;
  return list.every((own) => resolver.resolve(own, reading)?.speakers.every(({ id }) => !id.startsWith('phrase:')));
}

const isCoordinator = ([word = '', ...rest]: readonly string[]): boolean =>
  rest.length === 0 ? COORDINATORS.has(word) : LONGER_COORDINATOR.test([word, ...rest].join(' '));

const LONGER_COORDINATOR = /^(?:als auch|as well as|ebenso wie|und auch|and also|but also|sondern auch)$/;

/** Whether two phrases are joined: `Trump und Putin`, or by commas where a coordinator follows. */
function isListed(first: NounPhrase, second: NounPhrase, sentence: TokenizedSentence): boolean {
  if (first.pronoun !== null || second.pronoun !== null) return false;
  const between = sentence.words.slice(first.to, second.from).map(({ folded }) => folded);
  const isGoverned = second.preposition !== null && between.join(' ') !== 'as well as';
  if (isGoverned || !isCoordinator(between)) return false;
  const [own, next] = [segmentAt(sentence, first.from), segmentAt(sentence, second.from)];
  // `The US, Mexico, and Canada`: the last one of a list may stand behind a comma too.
  return own === next || (next.from === first.to && next.before === ',' && own.before === ',' && fills(first, own));
}

/** What a phrase's comma adds: one name, or the names of several (`the two leaders, X and Y, said`); else nothing. */
function appositionOf(phrase: NounPhrase, { phrases, sentence }: SentenceReading): Subject {
  const next = phrases[phrases.indexOf(phrase) + 1];
  if (next === undefined || next.from !== phrase.to || next.preposition !== null || next.pronoun !== null) return [];
  const segment = segmentAt(sentence, next.from);
  if (segment.before !== ',') return [];
  const second = phrases[phrases.indexOf(next) + 1];
  const list = second !== undefined && isListed(next, second, sentence) ? [next, second] : [next];
  return (list.at(-1)?.to ?? 0) >= segment.to && segment.from + 1 >= next.from ? list : [];
}
