/** How a piece of text looks. */
export type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'dim' | 'link';

/** A piece of text in one look. */
export interface Run {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** A line of a message before it is wrapped. */
export interface Line {
  readonly runs: readonly Run[];
  /** What every wrapped line begins with, e.g. the bar of a block quotation. */
  readonly indent: string;
  /** What the first wrapped line begins with, in place of the end of the indent, e.g. a bullet. */
  readonly marker: string;
}

const BAR = '▎ ';

/** Control characters, which could command a terminal, and marks that reverse the direction of writing. */
const DANGEROUS = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text that can do nothing to a terminal but be read; line ends stay. */
export function harmless(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '  ').replaceAll(DANGEROUS, '');
}

/** Reads Discord's Markdown: what `draw` needs to show a message as Discord shows it. */
export function linesOf(markdown: string): readonly Line[] {
  const lines: Line[] = [];
  let code = false;
  let quoted = false;
  for (const raw of harmless(markdown).split('\n')) {
    if (/^```\w*\s*$/.test(raw)) {
      code = !code;
      continue;
    }
    if (code) {
      lines.push({ runs: [{ text: raw, styles: ['code'] }], indent: quoted ? BAR : '  ', marker: '' });
      continue;
    }
    const opens: boolean = !quoted && raw.startsWith('>>> ');
    quoted ||= opens;
    const quote = quoted || /^> /.test(raw);
    const rest = opens ? raw.slice(4) : quote && !quoted ? raw.slice(2) : raw;
    lines.push(lineOf(rest, quote ? BAR : ''));
  }
  return lines;
}

function lineOf(text: string, indent: string): Line {
  const heading = /^#{1,3} +(.*)$/.exec(text)?.[1];
  if (heading !== undefined) return { runs: runsOf(heading, ['bold']), indent, marker: '' };
  const small = /^-# +(.*)$/.exec(text)?.[1];
  if (small !== undefined) return { runs: runsOf(small, ['dim']), indent, marker: '' };
  const [, depth, item] = /^( *)[-*] +(.*)$/.exec(text) ?? [];
  if (item !== undefined) return { runs: runsOf(item), indent: `${indent}${depth}  `, marker: '• ' };
  return { runs: runsOf(text), indent, marker: '' };
}

/** The marks that surround a styled piece, the longer ones first. */
const MARKS: readonly (readonly [mark: string, style: Style])[] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'dim'],
  ['*', 'italic'],
  ['_', 'italic'],
];

const LINK = /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/;
const AUTOLINK = /^<(https?:\/\/[^\s>]+)>/;
const BARE_LINK = /^https?:\/\/[^\s<]+[^\s<.,:;"')\]]/;
const TIMESTAMP = /^<t:(-?\d+)(?::[tTdDfFR])?>/;
const EMOJI = /^<a?(:\w+:)\d+>/;
const CODE = /^(`+)(.+?)\1(?!`)/;
const ESCAPE = /^\\([!-/:-@[-`{-~])/;

/** Splits a line into pieces of one look each; marks without a partner stay as they are. */
export function runsOf(text: string, styles: readonly Style[] = []): readonly Run[] {
  const runs: Run[] = [];
  let plain = '';
  let at = 0;
  const push = (more: readonly Run[]): void => {
    if (plain !== '') runs.push({ text: plain, styles });
    plain = '';
    runs.push(...more);
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const found = special(rest, styles, text[at - 1] ?? ' ');
    if (found === null) {
      plain += text[at];
      at += 1;
    } else if (typeof found.becomes === 'string') {
      plain += found.becomes;
      at += found.length;
    } else {
      push(found.becomes);
      at += found.length;
    }
  }
  push([]);
  return runs;
}

/** What stands at the beginning of a text, if it is anything but a plain character. */
function special(
  rest: string,
  styles: readonly Style[],
  before: string,
): { readonly length: number; readonly becomes: string | readonly Run[] } | null {
  const escaped = ESCAPE.exec(rest);
  if (escaped) return { length: 2, becomes: escaped[1] ?? '' };
  const code = CODE.exec(rest);
  if (code) return { length: code[0].length, becomes: [{ text: code[2] ?? '', styles: [...styles, 'code'] }] };
  const link = LINK.exec(rest);
  if (link) {
    const [whole, label = '', url = ''] = link;
    const address: Run = { text: `<${url}>`, styles: [...styles, 'link'] };
    return { length: whole.length, becomes: [...runsOf(label, styles), { text: ' ', styles }, address] };
  }
  const address = AUTOLINK.exec(rest)?.[1] ?? BARE_LINK.exec(rest)?.[0];
  if (address !== undefined) {
    const length = rest.startsWith('<') ? address.length + 2 : address.length;
    return { length, becomes: [{ text: address, styles: [...styles, 'link'] }] };
  }
  const time = TIMESTAMP.exec(rest);
  if (time) {
    const date = new Date(Number(time[1]) * 1_000);
    return {
      length: time[0].length,
      becomes: Number.isNaN(date.getTime()) ? time[0] : date.toISOString().slice(0, 16),
    };
  }
  const emoji = EMOJI.exec(rest);
  if (emoji) return { length: emoji[0].length, becomes: emoji[1] ?? '' };
  return marked(rest, styles, before);
}

function marked(rest: string, styles: readonly Style[], before: string) {
  for (const [mark, style] of MARKS) {
    if (!rest.startsWith(mark)) continue;
    // An underscore inside a word is a letter, and a mark before a blank opens nothing.
    if (mark === '_' && /\w/.test(before)) continue;
    const end = closing(rest, mark);
    if (end === -1) continue;
    return { length: end + mark.length, becomes: runsOf(rest.slice(mark.length, end), [...styles, style]) };
  }
  return null;
}

/** Where the partner of the mark at the beginning stands; -1 where it has none. */
function closing(rest: string, mark: string): number {
  if (/^\s/.test(rest.slice(mark.length))) return -1;
  for (let at = mark.length + 1; at <= rest.length - mark.length; at += 1) {
    if (rest[at - 1] === '\\') continue;
    if (!rest.startsWith(mark, at)) continue;
    const doubled = mark.length === 1 && (rest[at + 1] === mark || rest[at - 1] === mark);
    if (!doubled && !(mark === '_' && /\w/.test(rest[at + 1] ?? ' '))) return at;
  }
  return -1;
}
