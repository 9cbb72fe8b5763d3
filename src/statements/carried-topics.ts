import type { Localised } from '../language/language.ts';
import { isCapital, segmentAt, type TokenizedSentence, wordAt } from './reading/sentence.ts';
import type { Status } from './status/status.ts';
import { JUDGEMENT, TALKS, type Topic, type TopicReading } from './topics.ts';

/** Topics that are said of a sentence itself; one that names nothing is about something else that was told before. */
const OF_THEMSELVES: ReadonlySet<Topic> = new Set([TALKS, JUDGEMENT]);

const TRUCE: Topic = 'ceasefire_general';
/** A truce for a place or a time: attacks that are told of after it are attacks during that one. */
const isSpecialTruce = (topic: Topic): boolean => topic !== TRUCE && /^(?:ceasefire_|humanitarian_pause)/.test(topic);

/** What was told of before a sentence. */
export interface Told {
  /** The topics of the sentence before it, or of the heading, or of the title. */
  readonly before: readonly Topic[];
  /** Whether the article opens with talks: then who says or does what, without a topic of its own, is part of them. */
  readonly ofTalks: boolean;
}

/**
 * What a sentence is about, most central first, given what it names itself and what was told before it.
 * @param status A sentence that reports or does something without naming what speaks of what was told before; one that
 *   only describes may be about anything: `Das Wetter ist gut`.
 */
export function topicsOf(
  { topics, isNamed, namesSomebody }: TopicReading,
  sentence: TokenizedSentence,
  status: Status,
  { before, ofTalks }: Told,
): readonly Topic[] {
  if (isNamed) return topics;
  if (topics.length === 0 && before.length > 0 && isAnaphoric(sentence)) return before;
  const told = before.filter((topic) => !OF_THEMSELVES.has(topic));
  if (topics.length === 0) {
    if (status !== 'background' && told.length > 0) return told;
    const isTold = status === 'background' || status === 'claimed';
    return ofTalks && namesSomebody && isTold ? [TALKS] : [];
  }
  if (topics.length === 1 && topics[0] === TRUCE && told.some(isSpecialTruce)) return told.filter(isSpecialTruce);
  const isOnlyTalks = topics.length === 1 && topics[0] === TALKS;
  return isOnlyTalks && isAnaphoric(sentence) ? [...told, TALKS] : topics;
}

/** Words that mean things said before, where they stand near a sentence's beginning; the first ones only as its first word. */
const ANAPHORS: Localised<{ readonly first: ReadonlySet<string>; readonly near: ReadonlySet<string> }> = {
  de: {
    first: new Set(
      'sie das dies diese dieser dieses diesem diesen solche solcher beides dann demnach zudem ausserdem insgesamt'.split(
        ' ',
      ),
    ),
    near: new Set('das dies dazu dafur dagegen darauf daruber davon dabei damit daran'.split(' ')),
  },
  en: {
    first: new Set('it they this that these those such both further altogether'.split(' ')),
    near: new Set('it this that'.split(' ')),
  },
};
/** Nouns for acts and papers: with a definite article they mean one that was told of before, whatever it was about. */
const BRIDGES: Localised<RegExp> = {
  de: /^(?:entscheidung|voraussetzung|bedingung|befehls?|verlangerung|angebots?|vorschlags?|beispiel|schritt|vorhabens?|regelung|zahl|gesamtzahl|liste|pause|abmachung|absprache|vereinbarung|einigung|abkommens?|vertrags?|papiers?|dokuments?|plans?|entwurfs?|idee|forderung|zusage|frist|meldung|darstellung|erklarung|ankundigung|vorwurfe?|berichts?)$/,
  en: /^(?:decision|condition|order|extension|offer|proposal|example|step|arrangement|figure|total|list|halt|pause|deal|agreement|accord|plan|draft|idea|demand|promise|pledge|deadline|move|report|statement|accusation|claim|announcement|declaration|paper|document|treaty)$/,
};
const DEFINITE = /^(?:der|die|das|dem|den|des|zur|zum|beim|diese[rmns]?|the|this|that|us)$/;

/** `die Entscheidung`, `the total`: a noun that says what was done and not about what. */
function bridges(sentence: TokenizedSentence): boolean {
  return sentence.words.some(({ folded }, at) => {
    if (!BRIDGES[sentence.language].test(folded)) return false;
    const next = sentence.language === 'en' ? wordAt(sentence, at + 1) : '';
    return DEFINITE.test(wordAt(sentence, at - 1)) && next !== 'of' && next !== 'to';
  });
}

/** `Ob Kiew darauf eingeht`, `Moscow turned that down`: farther on, such words mean something in their own sentence. */
const NEAR = 4;

/** `Es war der dritte Teil`: behind them `es` means what was told; behind others it means nothing. */
const IDENTIFYING = /^(?:ist|war|sei|ware|handelt|handle|handelte|geht|gehe|ging)$/;

/** Whether a sentence goes on with what the one before it was about: `Sie soll am Montag …`, `Die Entscheidung liegt bei …`. */
function isAnaphoric(sentence: TokenizedSentence): boolean {
  const { first, near } = ANAPHORS[sentence.language];
  if (first.has(wordAt(sentence, 0)) && !isArticle(sentence, 0)) return true;
  if (sentence.language === 'de' && wordAt(sentence, 0) === 'es' && IDENTIFYING.test(wordAt(sentence, 1))) return true;
  for (let at = 0; at < Math.min(NEAR, sentence.words.length); at++) {
    if (near.has(wordAt(sentence, at)) && !isArticle(sentence, at) && !pointsForward(sentence, at)) return true;
  }
  return bridges(sentence);
}

/** `Das Rote Kreuz`: German `das` before a noun is its article. */
const isArticle = (sentence: TokenizedSentence, at: number): boolean =>
  wordAt(sentence, at) === 'das' && isCapital(sentence.words[at + 1]);

/** `darauf, dass …`, `den Plan, das …` and `said that talks …` mean what follows. */
function pointsForward(sentence: TokenizedSentence, at: number): boolean {
  const { from, to } = segmentAt(sentence, at);
  if (sentence.language === 'de') return to < sentence.words.length && (at === to - 1 || at === from);
  return wordAt(sentence, at) === 'that' && at < to - 1 && !/^(?:down|up|off|as)$/.test(wordAt(sentence, at + 1));
}
