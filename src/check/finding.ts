/** Whether a finding must be mended (`error`) or looked at (`warning`): only errors fail the check. */
export type Severity = 'error' | 'warning';

/** Something in the corpus, or in its facts, that is not as it should be. */
export interface Finding {
  readonly severity: Severity;
  /** An article's file, relative to the folder of articles, or the path of the file of facts. */
  readonly file: string;
  /** Counted from 1; null where the finding is about the file as a whole, or about a file that is missing. */
  readonly line: number | null;
  /** What is wrong: one sentence. */
  readonly problem: string;
  /** What to do about it: one sentence. */
  readonly remedy: string;
}

/** A finding as one line in the form that editors and CI follow to the place: `file:line: severity: …`. */
export function formatFinding({ severity, file, line, problem, remedy }: Finding): string {
  return `${file}${line === null ? '' : `:${line}`}: ${severity}: ${problem} ${remedy}`;
}

/** Items as a reader enumerates them: `a, b and c`. */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A number of things with the noun in its form: `1 word`, `2 words`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
