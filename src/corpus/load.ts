import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { WortlautError } from '../errors.ts';
import type { Article, Corpus, Refusal } from './article.ts';
import { ArticleFault } from './fault.ts';
import { articleId, isArticleFile, parseArticle } from './parse.ts';

/** An article is some pages; what is larger is no article, and is not even read. */
export const MAX_ARTICLE_BYTES = 1024 * 1024;

/**
 * Reads every article of a folder: `*.md` and `*.txt`, without its subfolders, hidden files and the README. A file
 * that cannot be taken is refused alone. Of two files with one id the first readable one by file name is kept.
 *
 * @throws WortlautError `corpus.unreadable` where there is no such folder, or it cannot be read
 */
export async function loadCorpus(folder: string): Promise<Corpus> {
  const articles = new Map<string, Article>();
  const refused: Refusal[] = [];
  // One at a time: parsing, not reading, takes the time, and a large corpus must not exhaust the file handles.
  for (const file of await articleFiles(folder)) {
    try {
      const article = await loadArticle(folder, file, articles);
      articles.set(article.id, article);
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error;
      refused.push({ file, line: error.line, problem: error.problem });
    }
  }
  return { articles: [...articles.values()].sort((a, b) => compare(a.id, b.id)), refused };
}

/** The names of the files to read, sorted. */
async function articleFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isArticleFile).sort(compare);
  } catch (error) {
    throw new WortlautError('corpus.unreadable', { path: folder, cause: causeOf(error) }, { cause: error });
  }
}

async function loadArticle(folder: string, file: string, taken: ReadonlyMap<string, Article>): Promise<Article> {
  const id = articleId(file);
  const article = parse(file, await readArticle(join(folder, file)));
  const other = taken.get(id);
  if (other !== undefined) throw new ArticleFault(1, 'article.duplicate-id', { id, other: other.file });
  return article;
}

function parse(file: string, bytes: Uint8Array): Article {
  try {
    return parseArticle(file, bytes);
  } catch (error) {
    if (error instanceof ArticleFault) throw error;
    // Whatever a parser stumbles over (a thousand nested quotations overflow its stack) is still one file's fault.
    const cause = error instanceof Error ? error.name : String(error);
    throw new ArticleFault(1, 'article.unreadable', { cause });
  }
}

async function readArticle(path: string): Promise<Uint8Array> {
  try {
    // Before anything is opened: opening a named pipe would wait for ever.
    const stats = await stat(path);
    if (stats.isDirectory()) throw new ArticleFault(1, 'article.unreadable', { cause: 'EISDIR' });
    if (!stats.isFile()) throw new ArticleFault(1, 'article.unreadable', { cause: 'ENOTSUP' });
    if (stats.size > MAX_ARTICLE_BYTES) {
      throw new ArticleFault(1, 'article.too-large', { bytes: stats.size, limit: MAX_ARTICLE_BYTES });
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof ArticleFault) throw error;
    throw new ArticleFault(1, 'article.unreadable', { cause: causeOf(error) });
  }
}

/** The system's code for a failure, e.g. `ENOENT`: the same in every language. */
function causeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

/** By UTF-16 code units: the same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
