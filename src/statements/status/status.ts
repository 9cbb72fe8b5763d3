import { CUED_STATUSES } from '../../language/statement-cues.ts';

/** What a sentence does (`talks/vocabulary.md`): the speech act or the deed, not whether it is true. */
export const STATUSES = [...CUED_STATUSES, 'background'] as const;

export type Status = (typeof STATUSES)[number];

/** Which status holds where cues clash, the first one first (`talks/vocabulary.md`); two on one line are equals. */
const PRECEDENCE: readonly (readonly Status[])[] = [
  ['not_agreed'],
  ['rejected'],
  ['threatened'],
  ['violated'],
  ['demanded'],
  ['proposed', 'accepted'],
  ['agreed'],
  ['ordered'],
  ['implemented'],
  ['announced'],
  ['claimed'],
];
/** The place of a status in that order; 0 is the first one. */
export const rankOf = (status: Status): number => PRECEDENCE.findIndex((equals) => equals.includes(status));
