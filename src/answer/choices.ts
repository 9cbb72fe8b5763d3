import { type ErrorFacts, WortlautError } from '../errors.ts';
import { tokenize } from '../language/tokens.ts';

/** Discord shows at most 25 choices, of at most 100 characters each. */
export const MOST_CHOICES = 25;
export const LONGEST_CHOICE = 100;
/** Things to pick from below a reply: two rows of buttons are still looked through; of more, a longer name is quicker. */
const MOST_PICKS = 10;

/** A date as far as someone has typed it: `2025-0` is the beginning of a month, not the words 2025 and 0. */
const DATE_SO_FAR = /^\d{4}-\d{0,2}(?:-\d{0,2})?$/;

/** Whether something is to be offered for what someone typed so far: every typed word begins a word of its name. */
export function offers(name: string, typed: string): boolean {
  const words = tokenize(name).map((token) => token.folded);
  return typed
    .split(/\s+/)
    .every((part) =>
      DATE_SO_FAR.test(part)
        ? name.split(/\s+/).some((word) => word.startsWith(part))
        : tokenize(part).every(({ folded }) => words.some((word) => word.startsWith(folded))),
    );
}

/** A day as Germans write it (`18.3.2025`), by which it is to be found as well; nothing for a month, a year or no date. */
export function germanDay(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return day === undefined ? '' : `${day}.${month}.${year}`;
}

/**
 * The one thing that a typed name fits; undefined where it fits nothing.
 * @param fitting All that it fits, in the order in which they are offered.
 * @throws WortlautError `option.ambiguous` where it fits several.
 */
export function onlyOne<T>(
  fitting: readonly T[],
  { option, value }: Pick<ErrorFacts['option.ambiguous'], 'option' | 'value'>,
  choiceOf: (thing: T) => ErrorFacts['option.ambiguous']['choices'][number],
): T | undefined {
  if (fitting.length <= 1) return fitting[0];
  const choices = fitting.slice(0, MOST_PICKS).map(choiceOf);
  throw new WortlautError('option.ambiguous', { option, value, choices, more: fitting.length - choices.length });
}
