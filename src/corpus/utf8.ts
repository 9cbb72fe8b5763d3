import { isUtf8 } from 'node:buffer';

import { ArticleFault } from './fault.ts';
import { lineAt } from './text.ts';

/**
 * The text of a file, a byte order mark included.
 *
 * @throws ArticleFault `article.not-utf8` with the first byte that is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  // Lenient: what is not UTF-8 becomes U+FFFD, which is also how the place of the first fault is found.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (isUtf8(bytes)) return text;
  const offset = firstDifference(bytes, new TextEncoder().encode(text));
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  throw new ArticleFault(lineAt(before, before.length), 'article.not-utf8', { offset });
}

/** Where the first character begins that reads differently in what was decoded leniently and encoded again. */
function firstDifference(bytes: Uint8Array, again: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length && bytes[offset] === again[offset]) offset += 1;
  while (offset > 0 && isContinuation(again[offset])) offset -= 1;
  return offset;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0b1100_0000) === 0b1000_0000;
}
