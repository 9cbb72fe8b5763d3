import fc from 'fast-check';

/** What has broken bots before: Markdown, mentions, direction and zero-width marks, emoji, halves of pairs, line ends. */
const NASTY = [
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '```js\n',
  '\\',
  '\\\\',
  '\\*',
  '[a](https://a.example)',
  '<@123>',
  '<@&1>',
  '<#1>',
  '<:smile:1>',
  ':smile:',
  '@everyone',
  '@here',
  'https://a.example/_b_',
  '> ',
  '>>> ',
  '>',
  '# ',
  '-# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u00A0',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u0000',
  '\u001B[31m',
  '\u200B',
  '\u200D',
  '\u202E',
  '\u2066',
  '\uFEFF',
  '\u00AD',
  '👩‍👩‍👧',
  '🇺🇦',
  '\uD83D',
  '\uDE00',
  'e\u0301',
  '„',
  '“',
  '»',
  'Waffenruhe',
  'nicht',
  '18. März',
  'İ',
  'ß',
  '漢字',
  'עברית',
] as const;

/** Texts made to break escaping, cutting and reading back; of any length up to `pieces` pieces. */
export const hostileText = (pieces = 24): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: pieces,
    })
    .map((parts) => parts.join(''));

/** Ordered, disjoint, non-empty spans of a text. */
export const spansOf = (text: string): fc.Arbitrary<{ start: number; end: number }[]> =>
  fc.uniqueArray(fc.nat({ max: text.length }), { maxLength: 8 }).map((places) => {
    const sorted = [...places].sort((a, b) => a - b);
    return sorted.flatMap((start, index) => {
      const end = sorted[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    });
  });

/** A hostile text with marks in it. */
export const markedText = (pieces = 24): fc.Arbitrary<{ text: string; marks: { start: number; end: number }[] }> =>
  hostileText(pieces).chain((text) => spansOf(text).map((marks) => ({ text, marks })));
