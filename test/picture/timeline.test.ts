import { readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { timelineSvg } from '../../src/picture/picture.ts';
import { rasterise } from '../../src/picture/rasterise.ts';
import { drawTimeline, type TimelineEntry } from '../../src/picture/timeline.ts';
import { FONT_FILES, loadTypefaces } from '../../src/picture/typefaces.ts';
import { projectFile } from '../../src/project.ts';
import { entries, entry } from './entries.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SIZE_LIMIT = 500_000;
const HEIGHT_LIMIT = 4_000;
const WIDTH = 720;
/** The margin is 36; a glyph's outline may reach over its advance width by a few pixels. */
const RIGHT_EDGE = WIDTH - 30;

const FONT = { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES) };

const typefaces = await loadTypefaces();
const read = (svg: string): Resvg => new Resvg(svg, { font: FONT });
const svgOf = (shown: readonly TimelineEntry[], locale: Language = 'de'): string =>
  timelineSvg(shown, locale, typefaces);
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

/** Where the drawn texts end: their outlines as resvg sets them, without the panel and the lines. */
function rightEndOfTexts(svg: string): number {
  const texts = svg.replace(/<(?:rect|path|circle)[^>]*>/g, '');
  const box = read(texts).innerBBox();
  return box === undefined ? 0 : box.x + box.width;
}

/** Titles of the shipped articles, as `/timeline` will show them. */
function headlines(): string[] {
  const folder = projectFile('corpus/articles');
  return readdirSync(folder).flatMap((file) => {
    const title = /^title: *(.+)$/m.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1];
    return title === undefined ? [] : [title.replace(/^'(.*)'$/, '$1')];
  });
}

const twelve = (change: (index: number) => Partial<TimelineEntry>): TimelineEntry[] =>
  Array.from({ length: 12 }, (_, index) => ({ ...entry, ...change(index) }));

describe('the picture of a timeline', () => {
  it.each([1, 5, 12])('is a PNG of bounded size for %i entries', async (count) => {
    const titles = headlines();
    const shown = twelve((index) => ({ label: titles[index] ?? '' })).slice(0, count);
    const png = await drawTimeline(shown, 'de');
    expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
    expect(png.readUInt32BE(16)).toBe(WIDTH);
    expect(png.readUInt32BE(20)).toBeLessThan(HEIGHT_LIMIT);
    expect(png.length).toBeLessThan(SIZE_LIMIT);
  });

  it('stays within its limits with a gap, a month and three full lines at every entry, and more of them than it shows', async () => {
    const label = 'Waffenruhe mit Zwölferregel, Übergangsfrist & Grenzkommission bei Saporischschja '.repeat(4);
    const shown = [0, 12].flatMap((years) =>
      twelve((index) => ({
        date: `${2000 + years + index}-0${1 + (index % 2) * 7}`,
        label,
        statusLabel: 'vereinbart',
      })),
    );
    const png = await drawTimeline(shown, 'de');
    expect(png.readUInt32BE(20)).toBeLessThan(HEIGHT_LIMIT);
    expect(png.length).toBeLessThan(SIZE_LIMIT);
  });

  it('draws several pictures that are asked for at once', async () => {
    const [first, second] = await Promise.all([drawTimeline([entry], 'de'), drawTimeline([entry, entry], 'en')]);
    expect(second.readUInt32BE(20)).toBeGreaterThan(first.readUInt32BE(20));
  });

  it('goes on drawing after an SVG that is not well-formed', async () => {
    await expect(rasterise('<svg')).rejects.toThrow();
    expect([...(await drawTimeline([entry], 'de')).subarray(0, 8)]).toEqual(PNG_SIGNATURE);
  });

  it('is well-formed and bounded whatever stands in an entry', () => {
    fc.assert(
      fc.property(entries(), fc.constantFrom(...LANGUAGES), (shown, locale) => {
        const picture = read(svgOf(shown, locale));
        expect(picture.width).toBe(WIDTH);
        expect(picture.height).toBeLessThan(HEIGHT_LIMIT);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every text on the panel whatever stands in an entry', () => {
    fc.assert(
      fc.property(entries(), (shown) => {
        expect(rightEndOfTexts(svgOf(shown))).toBeLessThanOrEqual(RIGHT_EDGE);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every title of the shipped articles on the panel', () => {
    const titles = headlines();
    expect(titles.length).toBeGreaterThan(0);
    for (let from = 0; from < titles.length; from += 12) {
      const shown = titles.slice(from, from + 12).map((label) => ({ ...entry, label }));
      expect(rightEndOfTexts(svgOf(shown))).toBeLessThanOrEqual(RIGHT_EDGE);
    }
  });
});

describe('what the picture shows', () => {
  it('shows a short headline whole', () => {
    expect(textsOf(svgOf([{ ...entry, label: 'Gipfel in Alaska' }]))).toContain('Gipfel in Alaska');
  });

  it('loses no word of a headline that fits into three lines', () => {
    const label = 'Riad: USA einigen sich getrennt mit Kiew und Moskau auf sichere Schifffahrt';
    expect(textsOf(svgOf([{ ...entry, label }])).join(' ')).toContain(label);
  });

  it('ends a headline that is too long with an ellipsis after three lines', () => {
    const lines = textsOf(svgOf([{ ...entry, label: 'Wort '.repeat(200), side: null }])).filter((text) =>
      /Wort/.test(text),
    );
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/Wort…$/);
  });

  it('breaks a word that is wider than a line, and loses nothing of it', () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitän';
    expect(textsOf(svgOf([{ ...entry, label: word }])).join('')).toContain(word);
  });

  it('puts months above entries once, oldest first, and entries without a date last', () => {
    const label = 'Gespräche';
    const shown = ['quatsch', '2025-05-02', '2025-05-01', '2025-04'].map((date) => ({
      date,
      label,
      side: null,
      status: null,
    }));
    expect(textsOf(svgOf(shown)).filter((text) => text !== label)).toEqual([
      'April 2025',
      'Apr',
      'Mai 2025',
      '1.',
      '2.',
      'ohne Datum',
    ]);
  });

  it('marks the months that lie between two entries, and none where there are none', () => {
    const at = (...dates: string[]) =>
      textsOf(
        svgOf(
          dates.map((date) => ({ ...entry, date })),
          'en',
        ),
      ).join('|');
    expect(at('2025-03-18', '2025-06-01')).toMatch(/April.+May 2025: no entry/);
    expect(at('2025-03-18', '2025-05-01')).toContain('April 2025: no entry');
    expect(at('2025-12-31', '2026-01-01')).not.toContain('no entry');
    expect(at('2022', '2025-01')).toMatch(/2023.+2024: no entry/);
    expect(at('2025', '2025-11')).not.toContain('no entry');
  });

  it('tells statuses apart by shape as well as by colour', () => {
    const shapeOf = (status: string): string | undefined =>
      /<path d="([^"]+)" fill="#[^"]+" stroke/.exec(svgOf([{ ...entry, status }]))?.[1];
    const shapes = ['agreed', 'rejected', 'threatened', 'demanded', 'announced', 'claimed'].map(shapeOf);
    expect(new Set(shapes).size).toBe(6);
  });

  it('says how many entries it leaves out', () => {
    expect(textsOf(svgOf([...twelve(() => ({})), entry]))).toContain('… und 1 weiterer');
    expect(textsOf(svgOf([...twelve(() => ({})), entry, entry], 'en'))).toContain('… and 2 more');
    expect(textsOf(svgOf(twelve(() => ({})))).join()).not.toContain('weiter');
  });

  it('draws Cyrillic and Greek, and an ellipsis for scripts that its font has not', () => {
    expect(textsOf(svgOf([{ ...entry, label: 'Київ, Ελλάδα' }]))).toContain('Київ, Ελλάδα');
    expect(textsOf(svgOf([{ ...entry, label: 'Xi: 漢字 漢字 🇺🇦 heute' }]))).toContain('Xi: … heute');
  });

  it('names a country in the language of the reader and an institution by its code', () => {
    expect(textsOf(svgOf([{ ...entry, side: 'RU' }], 'de')).join()).toContain('Russland');
    expect(textsOf(svgOf([{ ...entry, side: 'RU' }], 'en')).join()).toContain('Russia');
    expect(textsOf(svgOf([{ ...entry, side: 'NATO' }])).join()).toContain('NATO');
  });
});
