import type { Article } from '../corpus/article.ts';
import { findDates, type NamedDate } from '../language/dates.ts';
import type { Language } from '../language/language.ts';
import type { NameKind } from '../language/name.ts';
import { bodyOf } from './body.ts';
import { datesIn, saysDate, withoutDates } from './dates.ts';
import type { Event, Statement } from './facts.ts';
import type { NameReader } from './names.ts';
import { findNumbers } from './numbers.ts';

/** The language in which facts are noted. */
const FACTS_LANGUAGE: Language = 'en';

/** See {@link isCounted}. */
const SMALLEST_COUNT_IN_WORDS = 5;

/** What an article says, as far as facts are compared with it. */
export interface Said {
  readonly article: Article;
  readonly numbers: ReadonlySet<string>;
  readonly dates: readonly NamedDate[];
  /** Keys of names and of what words mean: see `NameReader.named`. */
  readonly names: ReadonlySet<string>;
}

/** Something that an article must say: a number, a date or a name. */
export interface Demand {
  /** As the facts write it, with what it is: `the number 175`. */
  readonly shown: string;
  readonly isMet: (said: Said) => boolean;
}

/** Reads what an article says. The day of its front matter counts as said. */
export function readArticle(article: Article, names: NameReader): Said {
  const text = bodyOf(article);
  const dates = datesIn(text);
  const own = findDates(article.date ?? '').filter(({ day }) => day !== null);
  const numbers = findNumbers(withoutDates(text, dates), article.language);
  return {
    article,
    numbers: new Set(numbers.flatMap(({ keys }) => keys)),
    dates: [...dates, ...own],
    names: names.named(text, article.language),
  };
}

/** What an article must say for a statement: its numbers, its dates, and who or what it names. */
export function demandsOf(statement: Statement, names: NameReader): readonly Demand[] {
  const { text, numbers, actor, by } = statement;
  return distinct([
    ...[text, ...numbers, by].flatMap(dateDemands),
    ...numberDemands(text, isCounted),
    ...numbers.flatMap((words) => numberDemands(words)),
    ...[text, actor, by].flatMap((words) => nameDemands(words, names)),
  ]);
}

/** What an article must say of those who took part: their names, and those of the persons a group consists of. */
export function participantDemands({ participants }: Event, names: NameReader): readonly Demand[] {
  return distinct(
    participants.flatMap(({ name, role }) => [...nameDemands(name, names), ...nameDemands(role, names, 'person')]),
  );
}

/** Participants whom the lexicon does not know, so that nothing can tell whether an article names them. */
export function unknownParticipants({ participants }: Event, names: NameReader): readonly string[] {
  return participants.map(({ name }) => name).filter((name) => names.mentions(name, FACTS_LANGUAGE).length === 0);
}

function dateDemands(words: string): readonly Demand[] {
  return datesIn(words).map((date) => ({
    shown: `the date “${words.slice(date.start, date.end).trim()}”`,
    isMet: ({ dates }) => dates.some((said) => saysDate(said, date)),
  }));
}

function numberDemands(
  words: string,
  isWanted: (surface: string, keys: readonly string[]) => boolean = () => true,
): readonly Demand[] {
  return findNumbers(withoutDates(words, datesIn(words)), FACTS_LANGUAGE)
    .map(({ start, end, keys }) => ({ surface: words.slice(start, end), keys }))
    .filter(({ surface, keys }) => isWanted(surface, keys))
    .map(({ surface, keys }) => ({
      shown: `the number “${surface}”`,
      isMet: (said) => holds(said.numbers, keys),
    }));
}

/** Whether a number counts something: small ones in words are pronouns (`one of`) or parts of terms (`three-way`). */
function isCounted(surface: string, keys: readonly string[]): boolean {
  return /\d/.test(surface) || keys.some((key) => key.endsWith('h') || Number(key) >= SMALLEST_COUNT_IN_WORDS);
}

function nameDemands(words: string, names: NameReader, kind?: NameKind): readonly Demand[] {
  return names
    .mentions(words, FACTS_LANGUAGE)
    .filter((mention) => mention.kind !== 'medium' && (kind === undefined || mention.kind === kind))
    .map(({ start, end, keys, described }) => ({
      shown: `the name “${words.slice(start, end)}”`,
      isMet: (said) =>
        holds(said.names, keys) ||
        (described !== null && holds(said.names, described.state) && holds(said.names, described.words)),
    }));
}

const holds = (set: ReadonlySet<string>, keys: readonly string[]): boolean => keys.some((key) => set.has(key));

/** Each demand once, however often it is made. */
function distinct(demands: readonly Demand[]): readonly Demand[] {
  return [...new Map(demands.map((demand) => [demand.shown, demand])).values()];
}
