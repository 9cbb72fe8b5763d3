/** The tables of a TrueType file: where each begins, in bytes. */
type Tables = ReadonlyMap<string, number>;

/** Sizes of records in the OpenType specification, in bytes. */
const FONT_HEADER = 12;
const TABLE_RECORD = 16;
const CMAP_RECORD = 8;

function tablesOf(file: DataView): Tables {
  const tables = new Map<string, number>();
  for (let index = 0; index < file.getUint16(4); index += 1) {
    const record = FONT_HEADER + index * TABLE_RECORD;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => file.getUint8(record + place)));
    tables.set(name, file.getUint32(record + 8));
  }
  return tables;
}

function tableOf(tables: Tables, name: string): number {
  const start = tables.get(name);
  if (start === undefined) throw new Error(`The font has no table “${name}”.`);
  return start;
}

/** For each code point of the basic plane its glyph: `cmap` of format 4, which every font for Windows has. */
function readCharacters(file: DataView, cmap: number): ReadonlyMap<number, number> {
  const subtables = Array.from({ length: file.getUint16(cmap + 2) }, (_, index) =>
    file.getUint32(cmap + 4 + index * CMAP_RECORD + 4),
  );
  const offset = subtables.find((start) => file.getUint16(cmap + start) === 4);
  if (offset === undefined) throw new Error('The font has no character map of format 4.');
  const start = cmap + offset;
  const segments = file.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const first = file.getUint16(starts + segment * 2);
    const last = file.getUint16(ends + segment * 2);
    const delta = file.getUint16(deltas + segment * 2);
    const range = file.getUint16(ranges + segment * 2);
    // U+FFFF closes the table and is no character.
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const direct = range === 0 ? code : file.getUint16(ranges + segment * 2 + range + (code - first) * 2);
      const glyph = range !== 0 && direct === 0 ? 0 : (direct + delta) % 0x10000;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** For each character that the font can draw its width in thousandths of the type size. */
function readWidths(file: DataView): ReadonlyMap<string, number> {
  const tables = tablesOf(file);
  const unitsPerEm = file.getUint16(tableOf(tables, 'head') + 18);
  const measured = file.getUint16(tableOf(tables, 'hhea') + 34);
  const metrics = tableOf(tables, 'hmtx');
  const widths = new Map<string, number>();
  for (const [code, glyph] of readCharacters(file, tableOf(tables, 'cmap'))) {
    // Glyphs after the last measured one are as wide as that.
    const advance = file.getUint16(metrics + Math.min(glyph, measured - 1) * 4);
    widths.set(String.fromCodePoint(code), (advance * 1000) / unitsPerEm);
  }
  return widths;
}

/** Stands for letters that the font has not. */
const ELLIPSIS = '…';

/** Typeface is responsible for what a TrueType font can draw and how wide that is. */
export class Typeface {
  readonly #widths: ReadonlyMap<string, number>;

  /**
   * @param bytes A TrueType file with a character map of the basic plane.
   * @throws Error where it is not one.
   */
  constructor(bytes: Uint8Array) {
    this.#widths = readWidths(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** How wide a line is at a type size, in the unit of that size; kerning, which mostly narrows, is left out. */
  widthOf(text: string, size: number): number {
    let thousandths = 0;
    for (const character of text) thousandths += this.#widths.get(character) ?? 1000;
    return (thousandths * size) / 1000;
  }

  /** A text without what the font cannot draw: an ellipsis for letters and digits of other scripts, nothing for emoji. */
  drawable(text: string): string {
    let kept = '';
    for (const character of text) {
      if (this.#widths.has(character)) kept += character;
      else if (/[\p{L}\p{N}]/u.test(character)) kept += ELLIPSIS;
    }
    return kept
      .replace(/…(?: *…)+/g, ELLIPSIS)
      .replace(/ {2,}/g, ' ')
      .trim();
  }
}
