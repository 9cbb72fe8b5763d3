import { expect } from 'vitest';

import type { Article } from '../../src/corpus/article.ts';
import { ArticleFault } from '../../src/corpus/fault.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import type { Problem } from '../../src/errors.ts';
import { sliceOf } from '../../src/span.ts';

/** An article as a reader sees it: its sections with their heading and the text of their passages. */
export function outline(article: Article): readonly (readonly [string | null, ...string[]])[] {
  return article.sections.map(({ heading, passages }) => [
    heading === null ? null : sliceOf(article.text, heading),
    ...passages.map((passage) => sliceOf(article.text, passage)),
  ]);
}

export function parse(file: string, text: string): Article {
  return parseArticle(file, new TextEncoder().encode(text));
}

/** Why a file is refused, and on which line. */
export function refusal(file: string, content: string | Uint8Array): { line: number; problem: Problem } {
  try {
    parseArticle(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  } catch (error) {
    if (error instanceof ArticleFault) return { line: error.line, problem: error.problem };
    throw error;
  }
  throw new Error(`${file} was not refused`);
}

/** What holds for every article: its places are true, in order, and leave out nothing but what `isMarkup` allows. */
export function expectTruePlaces(article: Article, isMarkup: (between: string) => boolean, start = 0): void {
  const { text } = article;
  let end = start;
  const pass = (span: { start: number; end: number }): void => {
    const slice = sliceOf(text, span);
    expect(slice).not.toBe('');
    expect(slice).toBe(slice.trim());
    expect(span.start).toBeGreaterThanOrEqual(end);
    const between = text.slice(end, span.start);
    expect(isMarkup(between), `${JSON.stringify(between)} stands outside of passages`).toBe(true);
    end = span.end;
  };
  for (const { heading, passages } of article.sections) {
    if (heading !== null) pass(heading);
    passages.forEach((passage, index) => {
      pass(passage);
      expect(passage.paragraph).toBe(index + 1);
      expect(passage.sentences[0]?.start).toBe(passage.start);
      expect(passage.sentences.at(-1)?.end).toBe(passage.end);
      let last = passage.start;
      for (const sentence of passage.sentences) {
        expect(text.slice(last, sentence.start).trim()).toBe('');
        expect(sentence.end).toBeGreaterThan(sentence.start);
        last = sentence.end;
      }
    });
  }
  const rest = text.slice(end);
  expect(isMarkup(rest), `${JSON.stringify(rest)} stands outside of passages`).toBe(true);
}
