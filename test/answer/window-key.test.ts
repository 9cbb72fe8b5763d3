import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNameable, parseWindowKey, WINDOW_KEY_LENGTH, windowKey } from '../../src/answer/window-key.ts';
import { knowledgeOf, markdown } from './knowledge.ts';

const { index } = knowledgeOf({ 'a.md': markdown('Ein Satz. Noch ein Satz.\n\nEin Absatz.') });
const [entry] = index.entries;
if (entry === undefined) throw new Error('no passage');

describe('the key of a window', () => {
  it('is read back as the window of the passage, for every window that can be named', () => {
    const windows = fc
      .record({ from: fc.nat({ max: 1_400 }), count: fc.integer({ min: 1, max: 40 }) })
      .map(({ from, count }) => ({ from, to: from + count }));
    fc.assert(
      fc.property(windows.filter(isNameable), (window) => {
        const key = windowKey(entry, window);
        expect(key).toHaveLength(WINDOW_KEY_LENGTH);
        expect(parseWindowKey(key)).toEqual({ passage: entry.key, window });
      }),
    );
  });

  it('of a passage with more sentences than it can name still leads to that passage', () => {
    expect(parseWindowKey(windowKey(entry, { from: 0, to: 500 }))).toEqual({
      passage: entry.key,
      window: { from: 0, to: 35 },
    });
  });

  it.each([
    [0, 1, true],
    [1_295, 1_330, true],
    [1_296, 1_297, false],
    [0, 35, true],
    [0, 36, false],
  ])('for sentences %i to %i exists: %s', (from, to, nameable) => {
    expect(isNameable({ from, to })).toBe(nameable);
  });

  it.each(['', 'abc', 'AbCdEf00', 'AbCdEf0011', 'AbCdEf000', 'AbCdEf001\n', 'AbC.Ef001', 'AbCdEfA01'])(
    '%j is none',
    (text) => {
      expect(parseWindowKey(text)).toBeNull();
    },
  );

  it('of any text is read or not, and never throws; what is read holds a sentence', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const read = parseWindowKey(text);
        if (read !== null) expect(read.window.to).toBeGreaterThan(read.window.from);
      }),
    );
  });
});
