/** In UTF-16 code units. Three lines hold about a hundred; what lies behind this is never seen. */
const LONGEST = 1_000;

/**
 * A text from anywhere as one line that may stand in XML and in Discord: without control, format and direction
 * characters, halves of pairs, line ends and towers of combining marks; characters are composed where they can be.
 */
export function cleanText(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u202F]+/g, '\u00A0')
    .replace(/(?:[^\S\u00A0]|\p{Cc})+/gu, ' ')
    .replace(/[\p{C}\uFFFD]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/^[ \u00A0]+|[ \u00A0]+$/g, '')
    .replace(/ {2,}/g, ' ');
}
