import type { Article } from '../corpus/article.ts';
import { WortlautError } from '../errors.ts';
import { fold } from '../language/fold.ts';
import { LANGUAGES, type Language, type Localised } from '../language/language.ts';
import { tokenize } from '../language/tokens.ts';
import { shorten } from '../shorten.ts';
import { germanDay, LONGEST_CHOICE, MOST_CHOICES, offers, onlyOne } from './choices.ts';
import type { Knowledge } from './knowledge.ts';
import type { Choices } from './schemas.ts';

/** What one or more articles are about. An article that names no event is an event of its own, under its own id. */
export interface TalksEvent {
  readonly id: string;
  /** The headline that tells of it; where no article does so in a language, the other language's. */
  readonly title: Localised;
  /** `2025`, `2025-03` or `2025-03-18`; the earliest where its articles differ. */
  readonly date: string | null;
  /** At least one, sorted by id. */
  readonly articles: readonly Article[];
}

/** The events of articles, sorted by id. */
export function listEvents(articles: readonly Article[]): TalksEvent[] {
  const byId = new Map<string, Article[]>();
  for (const article of articles) {
    const id = article.event ?? article.id;
    byId.set(id, [...(byId.get(id) ?? []), article]);
  }
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({
      id,
      title: titleOf(own),
      date: own.flatMap(({ date }) => date ?? []).sort()[0] ?? null,
      articles: own,
    }));
}

function titleOf(articles: readonly Article[]): Localised {
  const titleIn = (language: Language): string =>
    (articles.find((article) => article.language === language) ?? articles[0])?.title ?? '';
  return { de: titleIn('de'), en: titleIn('en') };
}

/** How an event is offered in a list: its date and title. */
function labelOf({ title, date }: TalksEvent, language: Language): string {
  return shorten(date === null ? title[language] : `${date} · ${title[language]}`, LONGEST_CHOICE);
}

/**
 * The event of an id, a title, an article's id or the label that autocomplete showed; or the only one that its words fit.
 * @throws WortlautError `option.unknown-event`, `option.ambiguous`.
 */
export function resolveEvent({ events }: Knowledge, value: string): TalksEvent {
  const wanted = fold(value.trim());
  const exact = events.find((event) => namesOf(event).some((name) => fold(name) === wanted));
  const fitting = exact === undefined ? events.filter((event) => fits(event, value)).sort(newestFirst) : [exact];
  const only = onlyOne(fitting, { option: 'event', value }, (event) => ({
    value: event.id,
    label: { de: labelOf(event, 'de'), en: labelOf(event, 'en') },
    key: null,
  }));
  if (only === undefined) throw new WortlautError('option.unknown-event', { value });
  return only;
}

const newestFirst = (a: TalksEvent, b: TalksEvent): number =>
  (b.date ?? '').localeCompare(a.date ?? '') || (a.id < b.id ? -1 : 1);

const namesOf = (event: TalksEvent): string[] => [
  event.id,
  ...event.articles.flatMap(({ id, title }) => [id, title]),
  ...LANGUAGES.map((language) => labelOf(event, language)),
];

/** By which words an event is found. */
const wordsOf = (event: TalksEvent): string => [...namesOf(event), germanDay(event.date)].join(' ');

/** Whether every typed word begins a word of the event's names. */
function fits(event: TalksEvent, typed: string): boolean {
  return tokenize(typed).length > 0 && offers(wordsOf(event), typed);
}

/** Events for what someone typed so far, newest first. */
export function suggestEvents(knowledge: Knowledge, { typed, locale }: { typed: string; locale: Language }): Choices {
  return knowledge.events
    .filter((event) => event.id.length <= LONGEST_CHOICE && offers(wordsOf(event), typed))
    .sort(newestFirst)
    .slice(0, MOST_CHOICES)
    .map((event) => ({ name: labelOf(event, locale), value: event.id }));
}
