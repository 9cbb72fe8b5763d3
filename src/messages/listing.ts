import type { FilterName, ListedPerson, Listing } from '../answer/listing-schemas.ts';
import { statusSchema } from '../answer/schemas.ts';
import type { Language, Localised } from '../language/language.ts';
import { dateIn } from './dates.ts';
import { messagesIn } from './index.ts';

/** The value of a filter in the reader's language. */
export function describeFilter(filter: FilterName, label: Localised, locale: Language): string {
  if (filter === 'since' || filter === 'until') return dateIn(label[locale], locale);
  const status = filter === 'status' ? statusSchema.safeParse(label[locale]) : null;
  return status?.success === true ? messagesIn(locale).statuses[status.data] : label[locale];
}

/** Who somebody is: name, office in the article's own words and case, part in the event. */
export function describePerson({ name, office, part }: ListedPerson, locale: Language): string[] {
  const { parts, citation } = messagesIn(locale);
  return [name[locale], ...(office === null ? [] : [citation.quoted(office)]), parts[part]];
}

/** What a listing shows, in words: of terms that are narrowed to one status only that one is promised. */
export function titleOf({ command, filters }: Pick<Listing, 'command' | 'filters'>, locale: Language): string {
  const { titles, termsThatAre } = messagesIn(locale).listing;
  const status = filters.find(({ filter }) => filter === 'status')?.label;
  if (command !== 'terms' || status === undefined) return titles[command];
  return termsThatAre(describeFilter('status', status, locale));
}

/** A name as a heading: `Die USA`. */
export function headingOf(name: Localised, locale: Language): string {
  const [first = ''] = name[locale];
  return first.toLocaleUpperCase(locale) + name[locale].slice(first.length);
}
