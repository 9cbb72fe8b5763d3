import type { ErrorFacts, ErrorId } from '../errors.ts';
import { WortlautError } from '../errors.ts';

/** What is wrong with one file, and where: becomes a refusal of that file. `line` is counted from 1. */
export class ArticleFault<Id extends ErrorId = ErrorId> extends WortlautError<Id> {
  readonly line: number;

  constructor(line: number, id: Id, facts: ErrorFacts[Id]) {
    super(id, facts);
    this.line = line;
  }
}

/** What a refusal quotes of a file is cut to this many UTF-16 code units: enough to recognise it there. */
const MAX_EXCERPT_LENGTH = 60;

/** What a refusal quotes of a file, on one line and shortened. */
export function excerptOf(value: string): string {
  const written = value.replace(/\s+/g, ' ').trim();
  return written.length <= MAX_EXCERPT_LENGTH ? written : `${written.slice(0, MAX_EXCERPT_LENGTH).toWellFormed()}…`;
}
