/** How wide a text is. */
type Measure = (text: string) => number;

const ELLIPSIS = '…';

/** Words, spaces, and words up to a hyphen, dash or slash: lines may break between them. */
const PIECES = / |[^ \-–—/]*[-–—/]+|[^ \-–—/]+/g;

/** As much of a text's beginning as fits, never half a character; at least one, or nothing would ever be placed. */
function fitting(text: string, width: number, measure: Measure): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && measure(head + character) > width) break;
    head += character;
  }
  return head;
}

/** A line that goes on unseen: with an ellipsis instead of what does not fit beside it; whole words where there are several. */
function cutOff(line: string, width: number, measure: Measure): string {
  const head = fitting(line, width - measure(ELLIPSIS), measure);
  const isWhole = head.length === line.length || line[head.length] === ' ';
  return (isWhole ? head : head.replace(/ [^ ]*$/, '')).replace(/[\s,;:–—…-]+$/, '') + ELLIPSIS;
}

/** One line, cut with an ellipsis where it is too wide. */
export function fitLine(text: string, width: number, measure: Measure): string {
  return measure(text) <= width ? text : cutOff(text, width, measure);
}

/** All lines of a text, none wider than `width`; a word that is wider than a line is broken. */
function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const piece of text.match(PIECES) ?? []) {
    if (measure((line + piece).trim()) > width) end();
    let rest = line + piece;
    while (measure(rest.trim()) > width) {
      const head = fitting(rest, width, measure);
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  end();
  return lines;
}

/** A text in at most `most` lines, none wider than `width`; the last one ends with an ellipsis where text is left over. */
export function wrapText(text: string, width: number, most: number, measure: Measure): readonly string[] {
  const lines = breakLines(text, width, measure);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutOff(lines[most - 1] ?? '', width, measure)];
}
