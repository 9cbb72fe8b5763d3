import { PALETTE, PANEL } from './palette.ts';

/** The mark of an event on the line: a shape and a sign as well as a colour, since not everyone tells colours apart. */
export interface Mark {
  readonly colour: string;
  /** SVG around the origin, at most 20 units to each side. */
  readonly svg: string;
}

const filled = (colour: string, shape: string, sign: string): Mark => ({
  colour,
  svg:
    `<path d="${shape}" fill="${colour}" stroke="${colour}" stroke-width="4" stroke-linejoin="round"/>` +
    `<path d="${sign}" fill="none" stroke="${PANEL}" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"/>`,
});

const CIRCLE = 'M-16 0a16 16 0 1 0 32 0a16 16 0 1 0 -32 0z';
const DIAMOND = 'M0 -18L18 0L0 18L-18 0z';
const TRIANGLE = 'M0 -16L17 13L-17 13z';
const SQUARE = 'M-14 -14H14V14H-14z';
const ARROW = 'M-15 -13H3L17 0L3 13H-15z';

const CHECK = 'M-8 0.5L-2.5 6L8 -5.5';
const CROSS = 'M-5.5 -5.5L5.5 5.5M5.5 -5.5L-5.5 5.5';
const EXCLAMATION = 'M0 -6V3M0 9V9.2';
const QUESTION = 'M-5 -4.5C-4 -11 6 -10 5 -4C4.5 -0.5 0 -0.5 0 3.5M0 10V10.2';
const CHEVRON = 'M-5 -5.5L2 0L-5 5.5';

/** Done or agreed; refused; a warning; wanted from others; a plan. */
const SETTLED = filled(PALETTE.settled, CIRCLE, CHECK);
const REFUSED = filled(PALETTE.refused, DIAMOND, CROSS);
const WARNING = filled(PALETTE.warning, TRIANGLE, EXCLAMATION);
const WANTED = filled(PALETTE.wanted, SQUARE, QUESTION);
const PLANNED = filled(PALETTE.planned, ARROW, CHEVRON);

/** Said without a commitment, or of unknown status. */
const TOLD: Mark = {
  colour: PALETTE.told,
  svg: `<circle r="10" fill="${PANEL}" stroke="${PALETTE.told}" stroke-width="5"/>`,
};

const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['agreed', SETTLED],
  ['accepted', SETTLED],
  ['implemented', SETTLED],
  ['not_agreed', REFUSED],
  ['rejected', REFUSED],
  ['threatened', WARNING],
  ['violated', WARNING],
  ['proposed', WANTED],
  ['demanded', WANTED],
  ['announced', PLANNED],
  ['ordered', PLANNED],
]);

/** The mark for a status (`talks/vocabulary.md`). */
export const markOf = (status: string | null): Mark => MARKS.get(status ?? '') ?? TOLD;
