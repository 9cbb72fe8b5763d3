import type { Cue } from '../reading/cues.ts';
import { AUXILIARIES, COORDINATORS, FUNCTION_WORDS, PASSIVE, VERB_COORDINATORS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import { type Segment, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { fills, isName, named, type Subject, withOthers } from './coordination.ts';

/** The subject of a verb; `demonstrative` subjects (`das teilte …`) are objects in truth and are passed over. */
export function subjectOf(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  if (reading.sentence.language === 'en') return englishSubject(cue, reading, resolver);
  return germanSubject(cue, reading, resolver);
}

/** Whether a verb stands behind the message, at the beginning of its clause: `…, sagte X.` */
export function isInverted(cue: Cue, sentence: TokenizedSentence): boolean {
  const segment = segmentAt(sentence, cue.from);
  return cue.from === segment.from && segment.before !== '';
}

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
  if (isVerbFinal(cue, segment, sentence)) return withOthers(inSegment.find(can), reading, resolver);
  if (segment.opening === 'relative') {
    const own = inSegment.find((phrase) => can(phrase) && phrase.from > segment.from);
    return own === undefined ? antecedent(segment, reading, resolver) : withOthers(own, reading, resolver);
  }
  if (verb === segment.from) {
    const own = behind[0];
    if (isResumed(segment, reading)) {
      const before = antecedent(segment, reading, resolver);
      // `Absprachen, die … getroffen werden, lehnt Kiew ab`: what stands before is its object.
      const isObject =
        own !== undefined &&
        isAnimate(own, reading, resolver) &&
        !before.some((phrase) => isAnimate(phrase, reading, resolver));
      if (!isObject) return before;
    }
    return own === undefined ? antecedent(segment, reading, resolver) : withOthers(own, reading, resolver);
  }
  if (VERB_COORDINATORS.has(wordAt(sentence, verb - 1)))
    return withOthers(before[0] ?? subjectBefore(segment, reading, can), reading, resolver);
  const [last, first] = [before.at(-1), behind[0]];
  if (last === undefined) return withOthers(first, reading, resolver);
  // What stands before the verb may be its object: `Zwei Bedingungen nannte Medinski`.
  const isObject = first !== undefined && !isAnimate(last, reading, resolver) && isAnimate(first, reading, resolver);
  return withOthers(isObject ? first : last, reading, resolver);
}

/** Whether a clause has its verb at the end; `Als Ziel nannte Putin …` opens like one and has not. */
export function isVerbFinal(cue: Cue, segment: Segment, sentence: TokenizedSentence): boolean {
  if (segment.opening === 'main' || segment.opening === 'relative') return false;
  if (segment.opening !== 'other' || cue.to === segment.to) return true;
  return segment.to - cue.to === 1 && AUXILIARIES.has(wordAt(sentence, cue.to));
}

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
  const opensClause = (phrase: NounPhrase): boolean => isSubjectOfClause(phrase, cue, reading);
  const before = phrasesIn(reading, segment.from, cue.from).filter(
    (phrase) => phrase.to <= cue.from && (can(phrase) || opensClause(phrase)) && !isFloating(phrase, sentence),
  );
  const last = before.at(-1);
  if (last !== undefined) {
    if (!VERB_COORDINATORS.has(wordAt(sentence, cue.from - 1))) return withOthers(last, reading, resolver);
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
  if (VERB_COORDINATORS.has(wordAt(sentence, segment.from)))
    return withOthers(subjectBefore(segment, reading, can), reading, resolver);
  return antecedent(segment, reading, resolver);
}

/** Prepositions that are conjunctions as well. */
const CONJUNCTION = /^(?:after|before|since|until|as|than|while)$/;

/** Whether a phrase behind such a word has the verb: `left after Britain had refused`, but `after talks with Britain`. */
function isSubjectOfClause(phrase: NounPhrase, { from }: Cue, { sentence }: SentenceReading): boolean {
  if (!CONJUNCTION.test(phrase.preposition ?? '') || !phrase.nominative) return false;
  return !hasContent(phrase.to, from, sentence) && !COORDINATORS.has(wordAt(sentence, from - 1));
}

/** Whether a word for all of the subject only stands behind its auxiliary: `Egypt and Chad had both offered`. */
const isFloating = ({ pronoun, from }: NounPhrase, sentence: TokenizedSentence): boolean =>
  pronoun === 'plural' && wordAt(sentence, from) === 'both' && AUXILIARY.test(wordAt(sentence, from - 1));

const AUXILIARY = /^(?:has|have|had|are|were|will|would)$/;

/** Whether a phrase begins a clause of its own: `…, said the plan was dead`. */
const isClause = ({ to }: NounPhrase, sentence: TokenizedSentence): boolean => {
  const behind = wordAt(sentence, to);
  return PASSIVE.en.has(behind) || /^(?:has|had|have|will|would|could|can|should|might|may|must)$/.test(behind);
};

const ADVERB = /ly$|^(?:also|not|never|now|then|once)$/;

const hasContent = (from: number, to: number, { words }: TokenizedSentence): boolean =>
  words.slice(from, to).some(({ folded }) => !FUNCTION_WORDS.en.has(folded) && !ADVERB.test(folded));

/** Verbs before which a speaker may be left to stand behind: `said Lavrov`. */
const INVERTING =
  /^(?:says|said|added|adds|wrote|writes|explained|notes|noted|asked|warned|insisted|argued|recalled|replied|admitted|joked|claimed|tweeted|stressed|concluded|announced|continued|predicted|reported|according)/;

/** Whether a list behind a comma only says what the person before it is. */
function areOffices(
  list: Subject,
  person: NounPhrase | undefined,
  reading: SentenceReading,
  resolver: Resolver,
): boolean {
  const isOffice = (phrase: NounPhrase): boolean => resolver.classOf(phrase, reading.sentence) === 'office';
  return (
    person !== undefined &&
    isName(person, reading, resolver) &&
    list.every((each) => isOffice(each) && !isName(each, reading, resolver))
  );
}

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
    const list = withOthers(last, reading, resolver).filter((phrase) => phrase.from >= other.from);
    const person = before === undefined ? undefined : phrasesIn(reading, before.from, before.to).findLast(isSubject);
    // `Yulia Svyrydenko, deputy prime minister and economy minister, signed`: several offices of one person.
    if (list.length > 1 && person?.to === before?.to && areOffices(list, person, reading, resolver))
      return withOthers(person, reading, resolver);
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
