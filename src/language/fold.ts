/** Characters that show nothing and join nothing for a reader: soft hyphens, zero-width and direction marks. */
const INVISIBLE = /\p{Cf}/gu;
const COMBINING_MARKS = /\p{M}/gu;
/** Plain words need no more than lower case; most words are plain, and every question folds thousands. */
const ASCII = /^[\x20-\x7E]*$/;

/**
 * The form in which words are compared: compatibility forms and case folded, ß as ss, accents and umlauts removed,
 * invisible characters dropped. `Straße`, `STRASSE` and `stra\u00ADße` fold to `strasse`, `Präsident` to `prasident`.
 */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(COMBINING_MARKS, '');
}

/**
 * The folded forms that a word typed without umlauts may stand for: `praesident` for `prasident`. Only useful for
 * words that are unknown as they stand, since `neue` or `Israel` hold the same letters by nature.
 */
export function withoutDigraphs(folded: string): string {
  return folded
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeq])ue/g, 'u');
}
