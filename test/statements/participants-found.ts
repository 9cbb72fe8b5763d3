import type { Article } from '../../src/corpus/article.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import type { Language } from '../../src/language/language.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { type Participant, ParticipantFinder } from '../../src/statements/participants/participants.ts';

export const finder = new ParticipantFinder(await loadLexicon(projectFile('corpus/lexicon')));

/** A text as an article of 11 December 2025. */
export function articleOf(body: string, language: Language): Article {
  const front = `---\ntitle: Probe\ndate: 2025-12-11\nlanguage: ${language}\noutlet: Probe\n---\n`;
  return parseArticle('a.md', new TextEncoder().encode(`${front}${body}\n`));
}

export const find = (body: string, language: Language): readonly Participant[] =>
  finder.find(articleOf(body, language));

/** Id and part of everybody who took part, in order of the ids. */
export const parts = (body: string, language: Language): readonly string[] =>
  find(body, language)
    .map(({ id, part }) => `${id} ${part}`)
    .sort();
