/** The picture's own background, also of the signs on marks: fits Discord's dark theme and stands out in the light one. */
export const PANEL = '#1f2126';

/** Every colour of text and marks. On the panel each has at least 4.5:1 (WCAG 2.2, level AA, for text of any size). */
export const PALETTE = {
  headline: '#f4f5f7',
  date: '#f4f5f7',
  group: '#c3c8d1',
  quiet: '#a9afba',
  settled: '#5fd39a',
  refused: '#ff8f87',
  warning: '#ffa85c',
  wanted: '#f4d35e',
  planned: '#84bcff',
  told: '#b4bac5',
} as const;

/** Lines that only guide the eye and tell nothing. */
export const GUIDE = '#4a4e58';
