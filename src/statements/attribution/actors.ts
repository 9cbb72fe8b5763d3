import { type Cue, isVerb } from '../reading/cues.ts';
import { RELATIVE } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import type { NounClass } from '../reading/vocabulary.ts';
import { agentOf, isPassive, type Subject, subjectOf } from './subjects.ts';

/**
 * Who does each act that a sentence tells, the one that governs the others first: also within a message (`Umerov said
 * the sides agreed`), but not in a clause that supposes or only describes.
 */
export function actorsIn(read: ReadSentence, resolver: Resolver): readonly Subject[] {
  const { cues, sentence } = read;
  const acts = cues.filter((cue) => isTold(cue, sentence));
  // A clause that ends its sentence may govern those before: `Kyiv must accept it, Putin demanded`.
  const [framing, others] = [
    acts.filter((cue) => isFrame(cue, sentence)),
    acts.filter((cue) => !isFrame(cue, sentence)),
  ];
  return [...framing, ...others]
    .map((cue) => (isPassive(cue, sentence) ? agentOf : subjectOf)(cue, read, resolver))
    .filter((subject) => subject.length > 0 && subject.some((phrase) => canAct(phrase, read, resolver)));
}

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

function isTold(cue: Cue, sentence: TokenizedSentence): boolean {
  if (!isVerb(cue) || (cue.kind !== 'speech_acts' && cue.kind !== 'acts')) return false;
  const { opening, from, to } = segmentAt(sentence, cue.from);
  // `Man habe Kiew aufgefordert`: whoever speaks does not say who.
  if (sentence.language === 'de' && sentence.words.slice(from, to).some(({ folded }) => folded === 'man')) return false;
  // `Asked Kyiv to accept`: whose act the infinitive would be is another question.
  return (
    opening !== 'condition' &&
    opening !== 'relative' &&
    !isInRelative(cue, sentence) &&
    !/^(?:to|zu)$/.test(wordAt(sentence, cue.from - 1))
  );
}

/** English relative clauses need no comma: `an end to the war which every side can accept`. */
function isInRelative({ from }: Cue, sentence: TokenizedSentence): boolean {
  if (sentence.language === 'de') return false;
  const own = sentence.words.slice(segmentAt(sentence, from).from + 1, from);
  return own.some(({ folded }) => RELATIVE.en.has(folded));
}

function isFrame(cue: Cue, sentence: TokenizedSentence): boolean {
  const { from, to, before } = segmentAt(sentence, cue.from);
  const isEdge = cue.from === from || cue.to === to;
  return cue.kind === 'speech_acts' && isEdge && /[,"]/.test(before) && to === sentence.words.length;
}
