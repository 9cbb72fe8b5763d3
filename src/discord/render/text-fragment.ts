/** Words at either end of a long quotation that a browser needs to find it. */
const END_WORDS = 5;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** A text fragment (`#:~:text=`) that makes a browser scroll to a quotation: its first and last words. */
export function encodeFragment(quotation: string): string {
  const words = quotation.split(/\s+/u);
  if (words.length <= 2 * END_WORDS) return `#:~:text=${encode(words.join(' '))}`;
  return `#:~:text=${encode(words.slice(0, END_WORDS).join(' '))},${encode(words.slice(-END_WORDS).join(' '))}`;
}
