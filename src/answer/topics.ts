import { WortlautError } from '../errors.ts';
import { fold } from '../language/fold.ts';
import type { Language } from '../language/language.ts';
import type { TopicEntry } from '../language/statement-cues.ts';
import { MOST_CHOICES, offers, onlyOne } from './choices.ts';
import type { Knowledge } from './knowledge.ts';
import type { Choices } from './schemas.ts';

/**
 * The topic of an id or a name; or the only one that the typed words fit.
 * @throws WortlautError `option.unknown-topic`, `option.ambiguous`.
 */
export function resolveTopic({ topics }: Knowledge, value: string): TopicEntry {
  const wanted = fold(value.trim());
  const exact = topics.find(({ id, name }) => [id, name.de, name.en].some((each) => fold(each) === wanted));
  const isWord = /[\p{L}\p{N}]/u.test(wanted);
  const fitting = exact !== undefined ? [exact] : isWord ? topics.filter((topic) => fits(topic, value)) : [];
  const only = onlyOne(fitting, { option: 'topic', value }, ({ id, name }) => ({ value: id, label: name, key: null }));
  if (only === undefined) throw new WortlautError('option.unknown-topic', { value });
  return only;
}

const fits = ({ name }: TopicEntry, typed: string): boolean => offers(`${name.de} ${name.en}`, typed);

/** Topics that the articles speak of, for what someone typed so far, in the lexicon's order. */
export function suggestTopics(knowledge: Knowledge, { typed, locale }: { typed: string; locale: Language }): Choices {
  const present = new Set(knowledge.stated.flatMap(({ topics }) => topics));
  return knowledge.topics
    .filter((topic) => present.has(topic.id) && fits(topic, typed))
    .slice(0, MOST_CHOICES)
    .map(({ id, name }) => ({ name: name[locale], value: id }));
}
