import { isCalendarDate } from '../corpus/calendar-date.ts';
import { WortlautError } from '../errors.ts';
import { findDates } from '../language/dates.ts';
import { fold } from '../language/fold.ts';
import type { Filter, Period } from '../search/filter.ts';
import type { Knowledge } from './knowledge.ts';

/** A date that a user typed (`2025-03`, `18.3.2025`, `18 March 2025`) as `2025[-03[-18]]`. */
function parseDate(option: 'since' | 'until', value: string | null): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (isCalendarDate(text)) return text;
  const { year = null, month = null, day = null } = findDates(text)[0] ?? {};
  const date = [year, month, month === null ? null : day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (year === null || !isCalendarDate(date)) throw new WortlautError('option.invalid-date', { option, value: text });
  return date;
}

/** @throws WortlautError `option.invalid-date`, `option.date-order`. */
export function resolvePeriod(options: Period): Period {
  const since = parseDate('since', options.since);
  const until = parseDate('until', options.until);
  if (since !== null && until !== null && until.slice(0, since.length) < since.slice(0, until.length)) {
    throw new WortlautError('option.date-order', { since, until });
  }
  return { since, until };
}

/**
 * What the options of a question narrow it to.
 * @throws WortlautError `option.invalid-date`, `option.date-order`, `option.unknown-source`.
 */
export function resolveFilter(knowledge: Knowledge, options: Period & { readonly source: string | null }): Filter {
  const period = resolvePeriod(options);
  return { ...period, source: options.source === null ? null : resolveSource(knowledge, options.source) };
}

/** An outlet or article that a user picked or typed; autocomplete may send the label instead of the value. */
function resolveSource(knowledge: Knowledge, value: string): string | null {
  const wanted = fold(value.trim());
  if (wanted === '') return null;
  for (const article of knowledge.articles.values()) {
    if (article.outlet !== null && fold(article.outlet) === wanted) return article.outlet;
    if (fold(article.id) === wanted || fold(article.title) === wanted) return article.id;
  }
  throw new WortlautError('option.unknown-source', { value });
}
