import type { Language } from '../language/language.ts';
import { cleanText } from './clean-text.ts';
import { selectEntries, type TimelineEntry } from './entry.ts';
import { type Mark, markOf } from './marks.ts';
import { GUIDE, PALETTE, PANEL } from './palette.ts';
import { gapBetween, groupOf, type PartialDate, readDate } from './partial-date.ts';
import type { Typefaces } from './typefaces.ts';
import { dateWords, furtherWords, gapWords, shortDate, sideWords } from './words.ts';
import { fitLine, wrapText } from './wrap.ts';

/** All measures in pixels. A phone shows the picture at half its size (360 wide), so that 32 is read as 16. */
const WIDTH = 720;
const MARGIN = 36;
const RADIUS = 24;
const DATE_RIGHT = 102;
const RAIL = 138;
const TEXT_LEFT = 174;
const TEXT_WIDTH = WIDTH - MARGIN - TEXT_LEFT;

const HEADLINE = { size: 32, line: 40, most: 3 } as const;
const META = { size: 26, line: 36 } as const;
const GROUP = { size: 28, line: 56 } as const;
const GAP = { size: 24, line: 52 } as const;
/** Below each entry. */
const SPACE = 28;
/** Between a month and the rule beside it. */
const RULE_SPACE = 16;
/** From the top of a line to its baseline, in parts of the type size. */
const BASELINE = 1;
/** Advance widths leave kerning out; the few pairs that it widens stay within this. */
const WIDENING = 1.01;

type Weight = keyof Typefaces;

/** As the fonts name themselves. */
const FAMILY = 'Source Sans 3';
const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, strong: 600 };

const HEADLINE_AT = { x: TEXT_LEFT, size: HEADLINE.size, weight: 'strong', colour: PALETTE.headline } as const;
const DATE_AT = { x: DATE_RIGHT, size: HEADLINE.size, weight: 'strong', colour: PALETTE.date, anchor: 'end' } as const;

/** Keeps the rail off the marks. */
const HALO = `<circle r="26" fill="${PANEL}"/>`;

/** A part of the picture: its height, and what is drawn when its top is known and whether another follows. */
interface Block {
  readonly height: number;
  readonly draw: (top: number, isLast: boolean) => string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly anchor?: 'start' | 'end';
}

function textAt({ x, y, size, weight, colour, anchor = 'start' }: Line, text: string): string {
  const place = `x="${x}" y="${y}" text-anchor="${anchor}"`;
  return `<text ${place} font-size="${size}" font-weight="${WEIGHTS[weight]}" fill="${colour}">${escapeXml(text)}</text>`;
}

const rail = (top: number, bottom: number): string =>
  `<path d="M${RAIL} ${top}V${bottom}" stroke="${GUIDE}" stroke-width="4"/>`;

/** TimelinePicture is responsible for the blocks of a timeline, one below the other. */
class TimelinePicture {
  readonly #typefaces: Typefaces;
  readonly #locale: Language;

  constructor(typefaces: Typefaces, locale: Language) {
    this.#typefaces = typefaces;
    this.#locale = locale;
  }

  blocks(entries: readonly TimelineEntry[]): readonly Block[] {
    const { shown, further } = selectEntries(entries);
    const blocks: Block[] = [];
    let before: PartialDate | null = null;
    let group: string | null = null;
    for (const entry of shown) {
      const date = readDate(entry.date);
      const gap = before === null || date === null ? null : gapBetween(before, date);
      if (gap !== null) blocks.push(this.#gap(gapWords(gap, this.#locale)));
      const ownGroup = date === null ? '' : groupOf(date);
      if (ownGroup !== group) blocks.push(this.#group(dateWords(ownGroup, this.#locale), blocks.length > 0));
      blocks.push(this.#entry(entry, date));
      before = date;
      group = ownGroup;
    }
    if (further > 0) blocks.push(this.#gap(furtherWords(further, this.#locale)));
    return blocks;
  }

  #measure(weight: Weight, size: number): (text: string) => number {
    return (text) => this.#typefaces[weight].widthOf(text, size) * WIDENING;
  }

  /** A month or year, above its entries. */
  #group(words: string, hasRail: boolean): Block {
    const ruleLeft = TEXT_LEFT + this.#measure('strong', GROUP.size)(words) + RULE_SPACE;
    return {
      height: GROUP.line,
      draw: (top) => {
        const y = top + GROUP.size * BASELINE;
        const ruleTop = y - GROUP.size / 3;
        return [
          hasRail ? rail(top, top + GROUP.line) : '',
          textAt({ x: TEXT_LEFT, y, size: GROUP.size, weight: 'strong', colour: PALETTE.group }, words),
          `<path d="M${ruleLeft} ${ruleTop}H${WIDTH - MARGIN}" stroke="${GUIDE}" stroke-width="2"/>`,
        ].join('');
      },
    };
  }

  /** Time that is left out: the line is broken. */
  #gap(words: string): Block {
    const text = fitLine(words, TEXT_WIDTH, this.#measure('regular', GAP.size));
    return {
      height: GAP.line,
      draw: (top) =>
        `<path d="M${RAIL} ${top + 4}V${top + GAP.line - 8}" stroke="${PALETTE.quiet}" stroke-width="5" stroke-linecap="round" stroke-dasharray="0.1 12"/>` +
        textAt(
          { x: TEXT_LEFT, y: top + GAP.size * BASELINE, size: GAP.size, weight: 'regular', colour: PALETTE.quiet },
          text,
        ),
    };
  }

  #entry(entry: TimelineEntry, date: PartialDate | null): Block {
    const mark = markOf(entry.status);
    const label = this.#typefaces.strong.drawable(cleanText(entry.label)) || '…';
    const lines = wrapText(label, TEXT_WIDTH, HEADLINE.most, this.#measure('strong', HEADLINE.size));
    const meta = this.#meta(entry, mark);
    const metaTop = lines.length * HEADLINE.line;
    const height = metaTop + (meta === null ? 0 : META.line) + SPACE;
    const middle = HEADLINE.size * 0.68;
    return {
      height,
      draw: (top, isLast) => {
        const headlines = lines.map((line, index) =>
          textAt({ ...HEADLINE_AT, y: top + HEADLINE.size * BASELINE + index * HEADLINE.line }, line),
        );
        return [
          rail(top, top + (isLast ? middle : height)),
          `<g transform="translate(${RAIL} ${top + middle})">${HALO}${mark.svg}</g>`,
          date === null ? '' : textAt({ ...DATE_AT, y: top + HEADLINE.size * BASELINE }, shortDate(date, this.#locale)),
          ...headlines,
          meta === null ? '' : meta(top + metaTop + META.size * BASELINE + 4),
        ].join('');
      },
    };
  }

  /** Whose act it is and what status it has, in one line; null where neither is known. */
  #meta({ side, statusLabel }: TimelineEntry, mark: Mark): ((y: number) => string) | null {
    const { strong, regular } = this.#typefaces;
    const status = strong.drawable(cleanText(statusLabel ?? ''));
    const whose = regular.drawable(side === null ? '' : sideWords(side, this.#locale));
    if (status === '' && whose === '') return null;
    const measure = this.#measure('regular', META.size);
    const separated = status === '' || whose === '' ? whose : `\u00A0· ${whose}`;
    const sideText = fitLine(separated, TEXT_WIDTH / 2, measure);
    const statusText = fitLine(status, TEXT_WIDTH - measure(sideText), this.#measure('strong', META.size));
    const left = TEXT_LEFT + strong.widthOf(statusText, META.size);
    return (y) =>
      textAt({ x: TEXT_LEFT, y, size: META.size, weight: 'strong', colour: mark.colour }, statusText) +
      textAt({ x: left, y, size: META.size, weight: 'regular', colour: PALETTE.quiet }, sideText);
  }
}

/** The timeline as SVG, with no other font than those given; the entries as `selectEntries` puts them. */
export function timelineSvg(entries: readonly TimelineEntry[], locale: Language, typefaces: Typefaces): string {
  const drawn: string[] = [];
  let top = MARGIN;
  const blocks = new TimelinePicture(typefaces, locale).blocks(entries);
  for (const [index, block] of blocks.entries()) {
    drawn.push(block.draw(top, index === blocks.length - 1));
    top += block.height;
  }
  const height = top + MARGIN - SPACE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FAMILY}">`,
    `<rect width="${WIDTH}" height="${height}" rx="${RADIUS}" fill="${PANEL}"/>`,
    ...drawn,
    '</svg>',
  ].join('');
}
