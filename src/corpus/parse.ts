import { createHash } from 'node:crypto';
import { extname } from 'node:path';

import type { Article } from './article.ts';
import { ArticleFault } from './fault.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { decodeUtf8 } from './utf8.ts';

/** The part of an article that depends on its format. */
type Content = Omit<Article, 'id' | 'file' | 'text' | 'hash'>;

/** How a file is read, by the ending of its name in lower case. */
const READERS: Readonly<Record<string, (text: string) => Content>> = {
  '.md': (text) => {
    const { frontMatter, sections } = readMarkdown(text);
    const { title, date, language, outlet, url = null, event = null, sources } = frontMatter;
    const named = (sources ?? []).map((source) => ({
      outlet: source.outlet,
      url: source.url ?? null,
      date: source.date ?? null,
    }));
    return { title, date, language, outlet, url, event, sources: named, sections };
  },
  '.txt': (text) => ({ ...readPlainText(text), outlet: null, url: null, event: null, sources: [] }),
};

/** Whether a file of that name is read as an article. */
export function isArticleFile(file: string): boolean {
  return readerOf(file) !== undefined && !file.startsWith('.') && file.toLowerCase() !== 'readme.md';
}

/** The id of the article that a file holds: its name without the ending. */
export function articleId(file: string): string {
  return file.slice(0, -extname(file).length);
}

/**
 * Reads one article.
 *
 * @param file the file's name with its ending, which tells the format
 * @param bytes the file's content
 * @throws ArticleFault `article.not-utf8`, `article.empty` or `article.front-matter`
 */
export function parseArticle(file: string, bytes: Uint8Array): Article {
  const read = readerOf(file);
  if (read === undefined) throw new TypeError(`no way to read ${file}`);
  const text = decodeUtf8(bytes);
  const content = text.trim() === '' ? null : read(text);
  if (content === null || content.sections.every((section) => section.passages.length === 0)) {
    throw new ArticleFault(1, 'article.empty', {});
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { id: articleId(file), file, text, hash, ...content };
}

function readerOf(file: string): ((text: string) => Content) | undefined {
  return READERS[extname(file).toLowerCase()];
}
