import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/language.ts';
import { DESCRIPTION_LIMIT, describeTimeline } from '../../src/picture/describe.ts';
import { MAX_ENTRIES } from '../../src/picture/entry.ts';
import { entries, entry } from './entries.ts';

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...entry, date: `2025-09-${10 + index}`, label: 'Wort '.repeat(50) }));

describe('the alternative text of a timeline', () => {
  it('says date, headline, side and status of each entry', () => {
    expect(describeTimeline([entry], 'de')).toBe(
      '18. März 2025: Telefonat Trump–Putin: Pause bei Energieanlagen (Russland, angekündigt)',
    );
    expect(describeTimeline([{ date: '2025-03', label: 'Call', side: null, status: null }], 'en')).toBe(
      'March 2025: Call',
    );
  });

  it('never exceeds the limit of Discord, and has a line for every entry shown, whatever stands in them', () => {
    fc.assert(
      fc.property(entries(), fc.constantFrom(...LANGUAGES), (shown, locale) => {
        const text = describeTimeline(shown, locale);
        expect(text.length).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
        expect(text.isWellFormed()).toBe(true);
        const lines = Math.min(shown.length, MAX_ENTRIES) + (shown.length > MAX_ENTRIES ? 1 : 0);
        expect(text.split('\n')).toHaveLength(lines);
      }),
    );
  });

  it('names every date shown and keeps as much of each headline as there is room for', () => {
    const text = describeTimeline(days(12), 'de');
    for (let day = 10; day < 22; day += 1)
      expect(text).toMatch(new RegExp(`^${day}\\. September 2025: Wort.*Wort…`, 'm'));
    expect(text.length).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
    expect(text.length).toBeGreaterThan(DESCRIPTION_LIMIT * 0.9);
  });

  it('says how many entries it leaves out', () => {
    expect(describeTimeline(days(15), 'de')).toMatch(/\n… und 3 weitere$/);
    expect(describeTimeline(days(13), 'en')).toMatch(/\n… and 1 more$/);
    expect(describeTimeline(days(12), 'de')).not.toContain('weitere');
  });

  it('keeps a label whole where there is room', () => {
    expect(describeTimeline([{ ...entry, label: '漢字 👍 <b>' }], 'en')).toContain('漢字 👍 <b>');
  });
});
