import type { Cue } from '../reading/cues.ts';
import { NEGATIONS } from '../reading/grammar.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { isCapital, type Segment, segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { subjectOf } from './subjects.ts';
import type { Act } from './types.ts';

/** Verbs by which somebody's next step is told. */
const FUTURE = { de: /^(?:wird|werden|werde|soll|sollen)$/, en: /^(?:will|shall|is|are|was|were|would)$/ } as const;

/**
 * What somebody is to do without a verb that names an act: `Sie soll im Juni reisen`, `Moscow will not negotiate`. As
 * long as nobody says so a plan is only mentioned; what somebody will not do is a refusal.
 */
export function plansIn(read: ReadSentence, resolver: Resolver): readonly Act[] {
  const { sentence } = read;
  return sentence.words.flatMap(({ folded }, at) => {
    const segment = segmentAt(sentence, at);
    if (!FUTURE[sentence.language].test(folded) || !isPlan(at, segment, sentence)) return [];
    const cue: Cue = { kind: 'acts', from: at, to: at + 1, text: folded, rest: null };
    const subject = subjectOf(cue, read, resolver);
    const isSomebody = subject.some(
      (phrase) => phrase.pronoun !== null || resolver.resolve(phrase, read)?.animate === true,
    );
    return isSomebody ? [{ subject, verb: at, mentioned: !isRefused(at, segment, sentence) }] : [];
  });
}

/** Whether an act's verb only tells that it is intended: `wollen … austauschen`, `plans to …`, `would swap`; `wants peace` demands. */
export function isIntention({ from, to, text }: Cue, sentence: TokenizedSentence): boolean {
  if (sentence.language === 'en') {
    const isToCome = [1, 2].some((step) => /^(?:will|would)$/.test(wordAt(sentence, from - step)));
    if (CARRIED_OUT.en.test(text)) return isToCome;
    return INTENDING.en.test(text) && (text.endsWith(' to') || wordAt(sentence, to) === 'to');
  }
  const segment = segmentAt(sentence, from);
  const last = segment.to - 1;
  const infinitive = wordAt(sentence, last === from ? from - 1 : last);
  return (
    INTENDING.de.test(text) &&
    /e[rl]?n$/.test(infinitive) &&
    !isCapital(sentence.words[last === from ? from - 1 : last])
  );
}

const INTENDING = {
  de: /^(?:will|wollen|wolle|wollte|wollten|plan(?:t|en|te)|beabsichtig)/,
  en: /^(?:plans?|planned|intend(?:s|ed)?|want(?:s|ed)?)\b/,
} as const;

/** Verbs of what is carried out, which nobody does by words alone. */
const CARRIED_OUT = { en: /^(?:exchange|swap|release|handed|free|withdr|extend|halt|stop|suspend|lift)/ } as const;

/** Whether a verb is the future of a main clause, in the active. */
function isPlan(at: number, { from, to, opening }: Segment, sentence: TokenizedSentence): boolean {
  if (opening !== 'main') return false;
  const [verb, next] = [wordAt(sentence, at), wordAt(sentence, at + 1)];
  if (sentence.language === 'en') {
    const isInfinitive = /^(?:will|shall|would)$/.test(verb) || /^(?:to|due)$/.test(next);
    return isInfinitive && next !== 'be' && wordAt(sentence, at + 2) !== 'be';
  }
  const last = wordAt(sentence, to - 1);
  // A participle or another infinitive makes it a passive or a rumour: `sollen ausgetauscht werden`.
  return at > from && /e[rl]?n$/.test(last) && !/^(?:werden|worden|haben|sein)$/.test(last) && !/^ge.*en$/.test(last);
}

function isRefused(at: number, { from, to }: Segment, sentence: TokenizedSentence): boolean {
  if (sentence.language === 'en')
    return /^(?:will|would)$/.test(wordAt(sentence, at)) && wordAt(sentence, at + 1) === 'not';
  const own = sentence.words.slice(from, to).map(({ folded }) => folded);
  return (
    /^(?:wird|werde|werden)$/.test(wordAt(sentence, at)) &&
    own.some((word) => NEGATIONS.de.has(word) || /^keine?[nrsm]?$/.test(word))
  );
}
