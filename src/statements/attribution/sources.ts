import type { Cue } from '../reading/cues.ts';
import type { Mood } from '../reading/mood.ts';
import type { Resolver, SentenceReading } from '../reading/resolve.ts';
import type { TokenizedSentence } from '../reading/sentence.ts';
import { BEYOND, type Evidence, evidence, IN_CLAUSE, INNER, OUTERMOST, PER_SEGMENT, rankIn } from './evidence.ts';
import {
  fromAccounts,
  fromHeadline,
  fromImpersonal,
  fromMessages,
  fromPreposition,
  fromSpeechTags,
  fromTags,
} from './phrase-evidence.ts';
import { fromVerb, isTold, quotedSource } from './verb-evidence.ts';

/** All evidence in a sentence, the outermost first. */
export function findEvidence(
  reading: SentenceReading,
  cues: readonly Cue[],
  mood: Mood,
  resolver: Resolver,
): readonly Evidence[] {
  const { sentence } = reading;
  if (/\?["“”»«]?\s*$/.test(sentence.text) && sentence.speech.length === 0) return [];
  const found = [
    ...cues.flatMap((cue) => fromCue(cue, reading, mood, resolver)),
    ...fromAccounts(reading, resolver),
    ...fromTags(reading, resolver),
    ...fromSpeechTags(reading, resolver),
    ...fromHeadline(reading, resolver),
    ...fromMessages(reading, resolver),
  ];
  if (mood.hearsay !== null) found.push(evidence([], mood.hearsay, mood.hearsay + 1, INNER));
  for (const [at, own] of found.entries()) if (isOutside(own, found, sentence)) found[at] = { ...own, rank: BEYOND };
  // Of two tags the later one governs the earlier.
  return found.sort((a, b) => a.rank - b.rank || (a.rank === OUTERMOST ? b.from - a.from : a.from - b.from));
}

/** Whether a preposition governs a whole tag, in it or behind it: `so Putin laut Uschakow`, `…, Putin said, according to …`. */
function isOutside(own: Evidence, all: readonly Evidence[], sentence: TokenizedSentence): boolean {
  if (own.rank >= INNER || own.rank % PER_SEGMENT !== IN_CLAUSE.preposition || own.rank === OUTERMOST) return false;
  const at = sentence.segmentOf[own.from] ?? 0;
  return all.some(
    ({ rank, from }) => rank === OUTERMOST && [at, at - 1].includes(sentence.segmentOf[from] ?? -1) && at > 0,
  );
}

function fromCue(cue: Cue, reading: SentenceReading, mood: Mood, resolver: Resolver): readonly Evidence[] {
  const rank = (own: number): number => rankIn(reading.sentence, cue.from, own);
  switch (cue.kind) {
    case 'prepositions':
      return fromPreposition(cue, reading, resolver);
    case 'impersonal':
      return fromImpersonal(cue, reading, resolver);
    case 'anaphoric':
      return [evidence([], cue.from, cue.to, rank(IN_CLAUSE.preposition), { anaphoric: true })];
    case 'hearsay':
      return [evidence([], cue.from, cue.to, INNER)];
    case 'quoting':
      return [evidence(quotedSource(cue, reading, resolver), cue.from, cue.to, rank(IN_CLAUSE.verb))];
    case 'acts':
      return isTold(cue, reading, mood) ? fromVerb(cue, reading, mood, resolver) : [];
    case 'reporting':
    case 'thinking':
    case 'speech_acts':
      return fromVerb(cue, reading, mood, resolver);
    default:
      return [];
  }
}
