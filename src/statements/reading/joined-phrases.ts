import { GENITIVE } from './grammar.ts';
import type { NounPhrase } from './phrase.ts';
import type { TokenizedSentence } from './sentence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Joins a phrase in the genitive, or behind a preposition that belongs to the noun, to the phrase before it. */
export function joinPhrases(
  found: readonly NounPhrase[],
  sentence: TokenizedSentence,
  vocabulary: Vocabulary,
): readonly NounPhrase[] {
  const result: NounPhrase[] = [];
  for (let index = found.length - 1; index >= 0; index--) {
    const own = found[index];
    if (own === undefined) continue;
    const next = result[0];
    if (
      next !== undefined &&
      own.pronoun === null &&
      next.pronoun === null &&
      own.shared === null &&
      isJoined(own, next, sentence, vocabulary)
    ) {
      result[0] = { ...own, to: next.to, joined: next };
    } else result.unshift(own);
  }
  return result;
}

const REACHING: Readonly<Record<'de' | 'en', Readonly<Record<'office' | 'body', RegExp>>>> = {
  de: { office: /^(?:von|vom|fur|beim|bei)$/, body: /^(?:in|im|von|vom|fur|am)$/ },
  en: { office: /^(?:of|for|at|from|with|to)$/, body: /^(?:of|in|for|at)$/ },
};

const DEMANDS = /\b(?:verlang|forder|erwart)/;

function isJoined(own: NounPhrase, next: NounPhrase, sentence: TokenizedSentence, vocabulary: Vocabulary): boolean {
  const { language, words, segmentOf } = sentence;
  if (segmentOf[own.head] !== segmentOf[next.from]) return false;
  const own_ = vocabulary.classOf(words[own.head], language);
  if (own_ === 'time' || vocabulary.classOf(words[next.head], language) === 'time') return false;
  const gap = next.from - own.core;
  const isText = own_ === 'account' || own_ === 'document' || own_ === 'message';
  // `Nach Angaben russischer Vertreter`, `die Forderung Putins`: a genitive without an article.
  if (language === 'de' && gap === 0 && isText && next.determiner === null) return true;
  if (language === 'de' && gap === 0) {
    return (
      next.determiner !== null &&
      GENITIVE.has(next.determiner) &&
      !(next.determiner === 'der' && own_ === null && own.nouns + 1 < own.core)
    );
  }
  if (next.preposition === 'of' && gap === 1) return true;
  if (isText) return gap === 1 && /^(?:von|vom|aus|by|from|of)$/.test(next.preposition ?? '');
  const group = own_ === 'group' || own_ === 'anonymous' ? 'office' : own_;
  if (gap === 2 && language === 'en' && /^(?:close|familiar|involved|present)$/.test(words[own.core]?.folded ?? ''))
    return true;
  if (group !== 'office' && group !== 'body') return false;
  // `Der Minister verlangte von Moskau …`: there it is whom the demand is made to.
  if (next.preposition === 'von' && DEMANDS.test(words.map(({ folded }) => folded).join(' '))) return false;
  return gap === 1 && next.preposition !== null && REACHING[language][group].test(next.preposition);
}
