import type { FilterName, ListedPerson } from '../answer/listing-schemas.ts';
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

/** Who somebody is: name, office as the article writes it, part in the event. */
export function describePerson({ name, office, part }: ListedPerson, locale: Language): string[] {
  return [name[locale], ...(office === null ? [] : [office]), messagesIn(locale).parts[part]];
}

/** A name as a heading: `Die USA`. */
export function headingOf(name: Localised, locale: Language): string {
  const [first = ''] = name[locale];
  return first.toLocaleUpperCase(locale) + name[locale].slice(first.length);
}
