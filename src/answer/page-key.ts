import { LANGUAGES, type Language } from '../language/language.ts';
import type { Knowledge } from './knowledge.ts';
import { FILTERS, type FilterName, LISTINGS, type ListingName } from './listing-schemas.ts';
import { statusSchema } from './schemas.ts';
import type { Condition } from './scope.ts';

/** What a page's key says: which command in which language, with which options. */
export interface PageRequest {
  readonly command: ListingName;
  readonly locale: Language;
  readonly options: Readonly<Partial<Record<FilterName, string>>>;
}

/** Characters of the revision's hash: 32 bits, enough to tell it from those before and after it. */
const REVISION_LENGTH = 8;
const BASE = 36;
const DATES: ReadonlySet<FilterName> = new Set<FilterName>(['since', 'until']);

/** What an option may be in this revision, in a fixed order; a key names a value by its place. */
function valuesOf({ topics, events, parties }: Knowledge, filter: FilterName): readonly string[] {
  if (filter === 'topic') return topics.map(({ id }) => id);
  if (filter === 'status') return statusSchema.options;
  if (filter === 'event') return events.map(({ id }) => id);
  return parties.parties.map(({ id }) => id);
}

/**
 * The key of a listing for buttons: the revision, the command and language, then the options in the order of
 * {@link FILTERS}. A value is named by its place among all that there are, so that every key is short (at most 70
 * characters) whatever the ids; which is why it is good for one revision only.
 */
export function writePageKey(
  knowledge: Knowledge,
  { command, locale, scope }: { command: ListingName; locale: Language; scope: readonly Condition[] },
): string {
  const head = `${knowledge.revision.slice(0, REVISION_LENGTH)}.${LISTINGS.indexOf(command)}${LANGUAGES.indexOf(locale)}`;
  const options = FILTERS.map((filter) => {
    const value = scope.find((condition) => condition.filter === filter)?.value;
    if (value === undefined || DATES.has(filter)) return value ?? '';
    return valuesOf(knowledge, filter).indexOf(value).toString(BASE);
  });
  return [head, ...options].join('.').replace(/\.+$/, '');
}

/** Reads a page's key; null where it is not of this revision, or no key at all. */
export function parsePageKey(knowledge: Knowledge, key: string): PageRequest | null {
  const [revision, head = '', ...parts] = key.split('.');
  const command = LISTINGS[Number(head[0])];
  const locale = LANGUAGES[Number(head[1])];
  if (revision !== knowledge.revision.slice(0, REVISION_LENGTH)) return null;
  if (command === undefined || locale === undefined || head.length !== 2) return null;
  const options: Partial<Record<FilterName, string>> = {};
  for (const [at, filter] of FILTERS.entries()) {
    const part = parts[at] ?? '';
    if (part === '') continue;
    const value = DATES.has(filter) ? part : valuesOf(knowledge, filter)[Number.parseInt(part, BASE)];
    if (value === undefined) return null;
    options[filter] = value;
  }
  return { command, locale, options };
}
