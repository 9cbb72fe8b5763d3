import { tokenize } from '../../language/tokens.ts';
import type { Span } from '../../span.ts';

/** Words in quotation marks; the marks belong to it. Offsets are relative to the text that was given. */
export interface Quotation extends Span {
  /** Whether it is long enough for speech: a shorter one marks a word or a title. */
  readonly speech: boolean;
}

/** Shorter quotations mark a word, not a speech (`talks/attribution.md`, section 1.1). */
const SHORTEST_SPEECH = 4;

/** Closing marks by their opening one; `“` closes in German and opens in English. */
const CLOSING: Readonly<Record<string, RegExp>> = {
  '„': /[“”"]/g,
  '“': /[”"]/g,
  '”': /[”"]/g,
  '"': /["”]/g,
  '»': /«/g,
  '«': /»/g,
  '‚': /[‘’](?!\p{L})/gu,
  '‘': /’(?!\p{L})/gu,
  "'": /'(?!\p{L})/gu,
};
const OPENING = /[„“”"»«]|(?<![\p{L}\p{N}’'])[‚‘'](?=\S)/gu;

/** Marks that may be left open at a paragraph's end: the quotation goes on in the next one. */
const LEFT_OPEN = /[„“»]/;

/** The quotations of a paragraph, in order and without overlap; one inside another belongs to the outer one. */
export function findQuotations(paragraph: string): readonly Quotation[] {
  const found: Quotation[] = [];
  // A mark that nothing closes from here on is closed nowhere later: a row of them must not be searched anew each time.
  const unclosed = new Set<string>();
  let from = 0;
  for (;;) {
    OPENING.lastIndex = from;
    const opening = OPENING.exec(paragraph);
    if (opening === null) return found;
    const closing = CLOSING[opening[0]];
    if (closing === undefined) return found;
    closing.lastIndex = opening.index + 1;
    const end = unclosed.has(opening[0]) ? null : closing.exec(paragraph);
    if (end === null && !LEFT_OPEN.test(opening[0])) {
      unclosed.add(opening[0]);
      from = opening.index + 1;
      continue;
    }
    const span = { start: opening.index, end: end === null ? paragraph.length : end.index + 1 };
    found.push({ ...span, speech: tokenize(paragraph.slice(span.start, span.end)).length >= SHORTEST_SPEECH });
    from = span.end;
  }
}
