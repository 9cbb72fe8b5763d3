import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import type { Language } from './language.ts';

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = { de: german, en: english };

/** Bounds the memo below: a natural vocabulary is far smaller, and a flood of invented words must not grow it. */
const MEMO_LIMIT = 200_000;
const memo: Readonly<Record<Language, Map<string, string>>> = { de: new Map(), en: new Map() };

/** The Snowball stem of a folded word: `verhandlungen` → `verhandl`. Numbers and other scripts pass unchanged. */
export function stem(folded: string, language: Language): string {
  const known = memo[language].get(folded);
  if (known !== undefined) return known;
  const result = STEMMERS[language](folded);
  if (memo[language].size >= MEMO_LIMIT) memo[language].clear();
  memo[language].set(folded, result);
  return result;
}

const SEPARABLE =
  /^(ab|an|auf|aus|bei|durch|ein|fest|fort|her|hin|los|mit|nach|statt|uber|um|unter|vor|weg|weiter|zu|zuruck|zusammen)(ge|zu)(?=[a-z]{4})/;
const PARTICIPLE = /^ge(?=[a-z]{4})/;
const ENDINGS = [/(?:ung|ete|ten|te|et|t)$/, /ig$/, /er$/] as const;
/** Below this length a word is all root: taking more off would unite what does not belong together. */
const SHORTEST_ROOT = 4;

/**
 * The root of a German verb form or of the noun made from it, which Snowball leaves apart: `geleitet`, `leitete` and
 * `Leitung` share `leit`, `ausgetauscht` and `austauschen` share `austausch`. A coarser key than the stem, so matches
 * by root count a little less.
 */
export function germanRoot(folded: string): string {
  let root = stem(folded, 'de').replace(SEPARABLE, '$1').replace(PARTICIPLE, '');
  for (const ending of ENDINGS) {
    const shortened = root.replace(ending, '');
    if (shortened.length >= SHORTEST_ROOT) root = shortened;
  }
  return root.replace(/el$/, 'l');
}
