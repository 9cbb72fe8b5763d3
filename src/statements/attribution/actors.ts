import { type Cue, isVerb } from '../reading/cues.ts';
import { AUXILIARIES, RELATIVE } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import type { NounClass } from '../reading/vocabulary.ts';
import { type Subject, withOthers } from './coordination.ts';
import { actsByNoun, resultsIn } from './noun-acts.ts';
import { agentOf, isPassive } from './passive.ts';
import { isIntention, plansIn } from './plans.ts';
import { subjectOf } from './subjects.ts';
import type { Act } from './types.ts';

/**
 * The acts that a sentence tells, the one that governs the others first: also within a message (`Umerov said the sides
 * agreed`), but not in a clause that supposes or only describes.
 */
export function actsIn(read: ReadSentence, resolver: Resolver): readonly Act[] {
  const { cues, sentence } = read;
  const told = cues.filter((cue) => isTold(cue, read));
  // A clause that ends its sentence may govern those before: `Kyiv must accept it, Putin demanded`.
  const [framing, others] = [
    told.filter((cue) => isFrame(cue, sentence)),
    told.filter((cue) => !isFrame(cue, sentence)),
  ];
  const byVerb = [...framing, ...others].flatMap((cue) => actOf(cue, read, resolver));
  return [...byVerb, ...actsByNoun(read, resolver), ...resultsIn(sentence), ...plansIn(read, resolver)];
}

function actOf(cue: Cue, read: ReadSentence, resolver: Resolver): readonly Act[] {
  const passive = isPassive(cue, read.sentence) || /^(?:was|were|been) (?:reached|struck)$/.test(cue.text);
  const subject = (passive ? agentOf : subjectOf)(cue, read, resolver);
  if (subject.length === 0) {
    // `… that prisoners be exchanged`: nobody has done it.
    const isDone = passive && JOINT.test(cue.text) && segmentAt(read.sentence, cue.from).opening !== 'content';
    return isDone ? [{ subject, verb: cue.from, mentioned: false }] : [];
  }
  if (!subject.some((phrase) => canAct(phrase, read, resolver))) return [];
  const partners = TOGETHER.test(cue.text) ? partnersOf(cue, subject, read, resolver) : [];
  // What somebody says others will do is his announcement.
  return [{ subject: [...subject, ...partners], verb: cue.from, mentioned: isIntention(cue, read.sentence) }];
}

/** Verbs of what is done with somebody. */
const TOGETHER =
  /^(?:agreed|agree|agrees|exchanged|swapped|signed|.*(?:einig|verstandig|vereinbar|verabred|uberein).*)$/;

/** With whom something is agreed: `einigte sich mit Kiew`, `agreed with Moscow to …`. */
function partnersOf({ from }: Cue, subject: Subject, read: ReadSentence, resolver: Resolver): Subject {
  const segment = segmentAt(read.sentence, from);
  const isSomebody = (phrase: NounPhrase | undefined): boolean =>
    phrase !== undefined && resolver.resolve(phrase, read)?.animate === true;
  const partner = read.phrases.find((phrase, at) => {
    const before = read.phrases[at - 1];
    // `After talks with Moscow`: there it belongs to the noun.
    const isOfNoun = before?.to === phrase.from - 1 && !isSomebody(before);
    const isWith = /^(?:mit|with)$/.test(phrase.preposition ?? '') && !isOfNoun;
    return isWith && phrase.from >= segment.from && phrase.from < segment.to && isSomebody(phrase);
  });
  return withOthers(partner, read, resolver).filter((phrase) => !subject.includes(phrase));
}

/** Participles of what one alone cannot do: without an agent it is the act of both sides. */
const JOINT =
  /^(?:agreed(?: on| upon| that)?|settled|negotiated|(?:was|were|been) (?:reached|struck)|erzielt|gefunden|exchanged|swapped|vereinbart|verabredet|ausgehandelt|ausgetauscht)$/;

/** Whether a phrase may mean somebody: nouns are too many to list those who act, so those are left out who cannot. */
function canAct(phrase: NounPhrase, read: ReadSentence, resolver: Resolver): boolean {
  const { sentence } = read;
  if (phrase.pronoun !== null || resolver.resolve(phrase, read)?.animate === true) return true;
  const kind = resolver.classOf(phrase, sentence);
  if (kind !== null) return !INANIMATE.has(kind);
  const isNumbered = /^\d/.test(wordAt(sentence, phrase.to));
  return !isNumbered && !ABSTRACT[sentence.language].test(wordAt(sentence, phrase.head));
}

const INANIMATE: ReadonlySet<NounClass> = new Set<NounClass>(['time', 'abstract', 'message', 'account']);

/** Endings of nouns for what is done or thought. */
const ABSTRACT = {
  de: /(?:ung|heit|keit|tion|ismus)(?:en)?$/,
  en: /(?:tion|ness|ment|ism|ance|ence)s?$/,
} as const;

function isTold(cue: Cue, read: ReadSentence): boolean {
  const { sentence } = read;
  if (!isVerb(cue) || (cue.kind !== 'speech_acts' && cue.kind !== 'acts')) return false;
  const { opening, from, to } = segmentAt(sentence, cue.from);
  // `Man habe Kiew aufgefordert`: whoever speaks does not say who.
  if (sentence.language === 'de' && sentence.words.slice(from, to).some(({ folded }) => folded === 'man')) return false;
  // `Asked Kyiv to accept`: whose act the infinitive would be is another question.
  return (
    opening !== 'condition' &&
    opening !== 'relative' &&
    !isInRelative(cue, read) &&
    !isRequired(cue, sentence) &&
    !/^(?:to|zu)$/.test(wordAt(sentence, cue.from - 1))
  );
}

/** English clauses need no comma: `a truce which every side can accept`, `can be extended if the parties agree`. */
function isInRelative({ from, to, rest }: Cue, { sentence, phrases, cues }: ReadSentence): boolean {
  if (sentence.language === 'de') {
    // `…, die Europa führt und die USA unterstützen`: with its verb at the end and no other before it.
    const segment = segmentAt(sentence, from);
    const isLast = to === segment.to && rest === null && segment.before === ',';
    const own = sentence.words.slice(segment.from, from).map(({ folded }) => folded);
    return isLast && RELATIVE.de.has(own[0] ?? '') && !own.some((word) => AUXILIARIES.has(word));
  }
  const begins = segmentAt(sentence, from).from;
  const isThat = (at: number): boolean =>
    // Behind a noun and no verb of speech it is no conjunction: `a surcharge that carriers had opposed`.
    wordAt(sentence, at) === 'that' &&
    phrases.some((phrase) => phrase.to === at) &&
    !cues.some((cue) => isVerb(cue) && cue.from >= begins && cue.from < at);
  return sentence.words
    .slice(begins + 1, from)
    .some(({ folded }, step) => RELATIVE.en.has(folded) || SUPPOSING.test(folded) || isThat(begins + 1 + step));
}

const SUPPOSING = /^(?:if|unless|whether|once|provided|should)$/;

/** `Kyiv must accept it`, `Moskau müsse zustimmen`: so far it is the act of who requires or expects it. */
function isRequired({ from }: Cue, sentence: TokenizedSentence): boolean {
  if (sentence.language === 'en') return [1, 2].some((step) => MODAL.en.test(wordAt(sentence, from - step)));
  const segment = segmentAt(sentence, from);
  return sentence.words.slice(segment.from, segment.to).some(({ folded }) => MODAL.de.test(folded));
}

const MODAL = {
  de: /^(?:muss|mussen|musse|mussten|musste|solle|sollten|sollte|konnte|konnten|konne|durfe|durften|durfte)$/,
  en: /^(?:must|should|could|may|might|can)$/,
} as const;

function isFrame(cue: Cue, sentence: TokenizedSentence): boolean {
  const { from, to, before } = segmentAt(sentence, cue.from);
  const isEdge = cue.from === from || cue.to === to;
  return cue.kind === 'speech_acts' && isEdge && /[,"]/.test(before) && to === sentence.words.length;
}
