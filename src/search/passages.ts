import { createHash } from 'node:crypto';
import type { Article, Passage, Section } from '../corpus/article.ts';

/** A passage with where it stands; the unit that is indexed, found and named in buttons. */
export interface PassageEntry {
  /** Position in the index, counted from 0. */
  readonly number: number;
  /** Stable across revisions as long as the article's id and the passage's text stay: see {@link passageKey}. */
  readonly key: string;
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
}

/**
 * Characters of a key: 36 bits, so that among 100,000 passages a collision is unlikely (p ≈ 0.07) and, being resolved
 * below, harmless; and short enough for a dozen of them to fit into a custom id of 100 characters.
 */
export const KEY_LENGTH = 6;

function passageKey(article: Article, passage: Passage, salt: number): string {
  const text = article.text.slice(passage.start, passage.end);
  return createHash('sha256').update(`${article.id}\0${text}\0${salt}`).digest('base64url').slice(0, KEY_LENGTH);
}

/** All passages of the articles in reading order, each under a key of its own. */
export function listPassages(articles: readonly Article[]): PassageEntry[] {
  const keys = new Set<string>();
  const entries: PassageEntry[] = [];
  for (const article of articles) {
    for (const section of article.sections) {
      for (const passage of section.passages) {
        let salt = 0;
        let key = passageKey(article, passage, salt);
        while (keys.has(key)) key = passageKey(article, passage, ++salt);
        keys.add(key);
        entries.push({ number: entries.length, key, article, section, passage });
      }
    }
  }
  return entries;
}

/** Whether a passage is all of its article: then its article says no more than it does. */
export const isAlone = ({ article, section }: PassageEntry): boolean =>
  article.sections.length === 1 && section.passages.length === 1;
