import type { Span } from '../../span.ts';
import { sliceOf } from '../../span.ts';
import type { DateValue } from './calendar.ts';
import { type DateContext, findDateValues } from './date-values.ts';
import { findNumbers, type NumberValue } from './numbers.ts';

export type { DateValue, NumberValue };

/** The numbers and dates of a sentence; spans are in the text that the sentence is a part of. */
export interface Values {
  readonly numbers: readonly NumberValue[];
  readonly dates: readonly DateValue[];
}

/** Reads the values of a sentence; a number in a date is part of the date. */
export function readValues(text: string, sentence: Span, context: DateContext): Values {
  const own = sliceOf(text, sentence);
  const dates = findDateValues(own, context);
  const numbers = findNumbers(own, context.language, dates);
  const placed = <T extends Span>(value: T): T => ({
    ...value,
    start: value.start + sentence.start,
    end: value.end + sentence.start,
  });
  return { numbers: numbers.map(placed), dates: dates.map(placed) };
}
