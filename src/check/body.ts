import type { Article, Sentence } from '../corpus/article.ts';
import { lineAt } from '../corpus/text.ts';
import { sliceOf } from '../span.ts';

/** The sentences of an article in order: what can be quoted. Titles and headings are none. */
export function sentencesOf(article: Article): readonly Sentence[] {
  return article.sections.flatMap(({ passages }) => passages.flatMap(({ sentences }) => sentences));
}

/** What an article says, without front matter and headings; passages stand apart by a line end. */
export function bodyOf(article: Article): string {
  return article.sections
    .flatMap(({ passages }) => passages.map((passage) => sliceOf(article.text, passage)))
    .join('\n');
}

/** Words as a writer counts them: runs between white space that hold a letter or a digit. */
export function countWords(article: Article): number {
  return bodyOf(article)
    .split(/\s+/)
    .filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

/** The line on which words first stand in an article's file, counted from 1; null where they do not. */
export function lineOf(article: Article, words: string): number | null {
  const offset = article.text.indexOf(words);
  return offset < 0 ? null : lineAt(article.text, offset);
}
