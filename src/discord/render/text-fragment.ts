/** Words at either end of a long quotation that a browser needs to find it. */
const END_WORDS = 5;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** An address with a text fragment (`#:~:text=`) that makes a browser scroll to a quotation: its first and last words. */
export function withFragment(url: string, quotation: string): string {
  const words = quotation.split(/\s+/u);
  const ends =
    words.length <= 2 * END_WORDS
      ? [words.join(' ')]
      : [words.slice(0, END_WORDS).join(' '), words.slice(-END_WORDS).join(' ')];
  // Behind a fragment of the address itself there is no second `#`.
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${ends.map(encode).join(',')}`;
}
