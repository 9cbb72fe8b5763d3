import { tokenize } from '../language/tokens.ts';

/** Discord shows at most 25 choices, of at most 100 characters each. */
export const MOST_CHOICES = 25;
export const LONGEST_CHOICE = 100;

/** Whether something is to be offered for what someone typed so far: every typed word begins a word of its name. */
export function offers(name: string, typed: string): boolean {
  const words = tokenize(name).map((token) => token.folded);
  return tokenize(typed).every(({ folded }) => words.some((word) => word.startsWith(folded)));
}
