import type { Cue } from '../reading/cues.ts';
import { AUXILIARIES, PASSIVE } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { type Subject, withOthers } from './coordination.ts';

/** Who does what a passive tells: `was rejected by Kyiv`, `wurde von Kiew abgelehnt`; empty where nobody is named. */
export function agentOf(cue: Cue, reading: SentenceReading, resolver: Resolver): Subject {
  const { sentence, phrases } = reading;
  // `Von Kiew wurde verlangt …`: there it is whom the demand is made to.
  if (sentence.language === 'de' && ASKING.test(cue.text)) return [];
  const segment = segmentAt(sentence, cue.from);
  const inClause = phrases.filter(({ from }) => from >= segment.from && from < segment.to);
  const agents = inClause.filter((phrase) => isAgent(phrase, cue, reading, resolver));
  // `Der von den USA vorgelegte Plan wurde von Kiew abgelehnt`: the agent stands next to its participle.
  const near = sentence.language === 'de' ? agents.findLast(({ from }) => from < cue.from) : undefined;
  return withOthers(near ?? agents[0], reading, resolver);
}

function isAgent(phrase: NounPhrase, cue: Cue, reading: SentenceReading, resolver: Resolver): boolean {
  const isNoTime = phrase.pronoun !== null || resolver.classOf(phrase, reading.sentence) !== 'time';
  if (reading.sentence.language === 'de') return isNoTime && /^vo[nm]$/.test(phrase.preposition ?? '');
  if (phrase.preposition !== 'by' || phrase.from <= cue.from || !isNoTime) return false;
  // Farther behind only somebody acts: `was urged to accept it by the governor`, but not `by a third`.
  return phrase.from === cue.to + 1 || resolver.resolve(phrase, reading)?.animate === true;
}

const ASKING = /verlangt|gefordert|gebeten|erwartet/;

/** Whether a form of the passive makes what is said the subject. */
export function isPassive(cue: Cue, sentence: TokenizedSentence): boolean {
  const { language, words } = sentence;
  if (language === 'en') {
    const before = [1, 2].map((step) => wordAt(sentence, cue.from - step));
    if (!PAST_PARTICIPLE.test(cue.text.split(' ')[0] ?? '')) return false;
    return before.some((word, step) => PASSIVE.en.has(word) && (step === 0 || ADVERB.test(before[0] ?? '')));
  }
  if (cue.to - cue.from > 1 || !isGermanParticiple(cue.text)) return false;
  const segment = segmentAt(sentence, cue.from);
  const own = words.slice(segment.from, segment.to).map(({ folded }) => folded);
  const isActive = own.some((word) => /^(?:hat|haben|hatte|hatten|habe)$/.test(word));
  // A participle that is a present form too (`erklärt`, `berichtet`) is one only behind its auxiliary.
  // `Müssten ausgehandelt sein`; elsewhere `sein` is a possessive.
  const isState = own.some((word) => STATE.test(word)) || wordAt(sentence, cue.to) === 'sein';
  return !isActive && (isState || own.some((word) => PASSIVE.de.has(word)));
}

const PAST_PARTICIPLE = /(?:ed|told|said|written|called|put|found|shown|seen|known|felt|read)$/;
const ADVERB = /ly$|^(?:also|not|never|now|then|once|both|all|again|already|still|since|later|soon)$/;

/** Verbs of the German passive of a state: `bleibt ausgesetzt`. */
const STATE = /^(?:ist|sind|war|waren|sei|seien|bleibt|bleiben|blieb|blieben|bleibe)$/;

/** Whether a German form may be a participle of the passive: not `wird … annehmen`, not `sind … übereingekommen`. */
const isGermanParticiple = (form: string): boolean =>
  !AUXILIARIES.has(form) && (/t$/.test(form) || STRONG.test(form)) && !MOTION.test(form);

/** Strong participles: with `ge`, or those of prefixes that take none. */
const STRONG =
  /ge.+en$|(?:befohlen|sprochen|boten|schlossen|schieden|schrieben|ubergeben|empfohlen|schoben|stritten|strichen|wiesen|erhoben|verworfen)$/;

/** Verbs whose perfect has `sein` although they are active. */
const MOTION = /(?:gekommen|gegangen|gekehrt|gereist|geblieben|geworden)$/;
