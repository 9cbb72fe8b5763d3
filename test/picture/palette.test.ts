import { describe, expect, it } from 'vitest';
import { PALETTE, PANEL } from '../../src/picture/palette.ts';

/** Relative luminance of a colour such as `#1f2126` (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colours of the picture', () => {
  it.each(Object.entries(PALETTE))('%s has the contrast that WCAG AA asks of small text', (_, colour) => {
    expect((luminance(colour) + 0.05) / (luminance(PANEL) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
