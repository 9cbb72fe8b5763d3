import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { withOthers } from './coordination.ts';
import type { Act } from './types.ts';

/** Prepositions by which something is done as somebody wants it: `auf Wunsch Kiews`, `at Washington's initiative`. */
const BY_WILL = { de: /^(?:auf|nach|laut|gemass|unter)$/, en: /^(?:at|upon|under)$/ } as const;

/** `On Putin's orders`, but `hinges on Russia's acceptance`. */
const ON_ORDER = /^(?:orders?|instructions?|request|invitation|initiative)$/;

/** The acts that nouns tell: `Kyiv's demand that …`, `der Vorschlag der USA`; those of a preposition first. */
export function actsByNoun(read: ReadSentence, resolver: Resolver): readonly Act[] {
  const { sentence, phrases } = read;
  const acts = phrases.flatMap((phrase, at) => {
    if (phrase.pronoun !== null || !resolver.isActNoun(phrase, sentence)) return [];
    const isOnOrder = phrase.preposition === 'on' && ON_ORDER.test(wordAt(sentence, phrase.head));
    const isByWill = isOnOrder || BY_WILL[sentence.language].test(phrase.preposition ?? '');
    if (!isByWill && at > 0) return [];
    const owner = ownerOf(phrase, read);
    if (owner === null || resolver.resolve(owner, read)?.animate !== true) return [];
    return [
      {
        subject: withOthers(owner, read, resolver),
        verb: null,
        mentioned: !isByWill || !resolver.isProposal(phrase, sentence),
      },
    ];
  });
  return acts.sort((a, b) => Number(a.mentioned) - Number(b.mentioned));
}

/** Whose a noun is: `der Vorschlag der USA`, `Putins Vorschlag`, `the demand of Kyiv`, `the union's offer`. */
export function ownerOf(
  phrase: NounPhrase,
  { sentence, mentions }: Pick<ReadSentence, 'sentence' | 'mentions'>,
): NounPhrase | null {
  if (phrase.joined !== null) return phrase.joined;
  const mention = mentions.find(
    ({ from, to }) => from >= phrase.from && to <= phrase.core && !(from <= phrase.head && phrase.head < to),
  );
  if (sentence.language === 'de') {
    // `Forderung Israels`: only a genitive tells whose it is.
    const isBehind =
      mention !== undefined && mention.from > phrase.head && !/s$/.test(wordAt(sentence, mention.to - 1));
    return mention === undefined || isBehind ? null : part(phrase, mention.from, mention.to);
  }
  const genitive = genitiveIn(phrase, sentence);
  if (genitive !== -1)
    return { ...part(phrase, phrase.from, genitive), determiner: phrase.determiner, nouns: phrase.nouns };
  return mention === undefined ? null : part(phrase, mention.from, mention.to);
}

/** The index of the `s` behind an English name or noun, or -1. */
function genitiveIn({ from, core }: NounPhrase, { words }: TokenizedSentence): number {
  const own = words.slice(from, core).findLastIndex(({ folded }) => folded === 's');
  return own <= 0 ? -1 : from + own;
}

/** Words of a phrase as one of their own. */
const part = (phrase: NounPhrase, from: number, to: number): NounPhrase => ({
  ...phrase,
  from,
  to,
  nouns: from,
  core: to,
  head: to - 1,
  determiner: null,
  preposition: null,
  nominative: true,
  joined: null,
});

/** What only several reach together. */
const RESULT = {
  de: /^(?:einigung|vereinbarung|losung|kompromiss|durchbruch|annaherung)$/,
  en: /^(?:agreement|deal|compromise|breakthrough|solution)$/,
} as const;

/** `In der Gebietsfrage gibt es keine Lösung`, `there was no agreement`: whether there is one or not, both sides have a part. */
export function resultsIn({ words, language }: TokenizedSentence): readonly Act[] {
  const isThere = words.some(({ folded }, at) =>
    language === 'en'
      ? folded === 'there' && /^(?:is|was|has|had)$/.test(words[at + 1]?.folded ?? '')
      : folded === 'es' && [at - 1, at + 1].some((near) => /^(?:gibt|gebe|gab|gabe)$/.test(words[near]?.folded ?? '')),
  );
  const isResult = isThere && words.some(({ folded }) => RESULT[language].test(folded));
  return isResult ? [{ subject: [], verb: null, mentioned: false }] : [];
}
