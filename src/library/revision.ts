import { createHash } from 'node:crypto';
import { assembleKnowledge, type Knowledge, KnowledgeBuilder, type KnowledgeData } from '../answer/knowledge.ts';
import type { Article, Refusal } from '../corpus/article.ts';
import { loadCorpus } from '../corpus/load.ts';
import { type Problem, WortlautError } from '../errors.ts';
import { loadDictionary } from '../language/dictionary.ts';
import { type Lexicon, loadLexicon } from '../language/lexicon.ts';
import { IndexCache } from './cache.ts';
import { hashOfCode } from './code.ts';
import { fromParts, toParts } from './kept.ts';

/** Where a revision is read from. */
export interface Folders {
  readonly articles: string;
  readonly lexicon: string;
  /** The file of a dictionary in Ding's format, or null for none. */
  readonly dictionary: string | null;
  /** Where what was made of the articles waits for the next start; null or left out: nowhere. */
  readonly cache?: string | null;
}

/** One immutable state of everything the bot knows, and what was refused while reading it. */
export interface Revision {
  readonly knowledge: Knowledge;
  /** The hash of the lexicon by which the articles were read. */
  readonly lexicon: string;
  readonly refused: readonly Refusal[];
  /** Whether the articles were indexed at an earlier start. */
  readonly fromCache: boolean;
  /**
   * Keeps what was made of the articles for the next start, where that is wished and not done yet. Best called when the
   * revision serves. Never throws.
   * @returns The system's code where it failed (`EACCES`, `ENOSPC`), else null.
   */
  keep(): Promise<string | null>;
}

/**
 * Reads, indexes and validates a corpus.
 * @param code What names the code that runs, as a part of the cache's key: only tests, which run sources, give another.
 * @throws WortlautError `corpus.unreadable`, `corpus.empty`, `lexicon.invalid`, `library.invalid-revision`.
 */
export async function buildRevision(folders: Folders, code?: string): Promise<Revision> {
  const wished = folders.cache ?? null;
  // First of all: compiled files that change from here on are not those that run.
  const running = wished === null ? null : (code ?? (await hashOfCode()));
  const [corpus, lexicon] = await Promise.all([loadCorpus(folders.articles), loadLexicon(folders.lexicon)]);
  if (corpus.articles.length === 0) {
    throw new WortlautError('corpus.empty', { path: folders.articles, refused: corpus.refused.length });
  }
  for (const article of corpus.articles) validate(article);
  const hash = hashOf(corpus.articles, lexicon);
  const cache = wished === null || running === null ? null : new IndexCache(wished, keyOf(hash, running));
  const { knowledge, fromCache, keep } =
    (await loadKept(cache, hash, corpus.articles, lexicon)) ?? build(cache, hash, corpus.articles, lexicon);
  const problem = folders.dictionary === null ? null : await useDictionary(folders.dictionary, knowledge);
  // Nothing that is wrong with a dictionary keeps the bot from answering; it is told with the refused articles.
  const refused = problem === null ? corpus.refused : [...corpus.refused, { file: 'DICTIONARY', line: 1, problem }];
  return { refused, knowledge, lexicon: lexicon.hash, fromCache, keep };
}

type Made = Pick<Revision, 'knowledge' | 'fromCache' | 'keep'>;

async function loadKept(
  cache: IndexCache | null,
  revision: string,
  articles: readonly Article[],
  lexicon: Lexicon,
): Promise<Made | null> {
  const parts = await cache?.load();
  const data = fromParts(parts ?? [], articles);
  if (data === null) return null;
  try {
    const knowledge = assembleKnowledge(revision, articles, lexicon, data);
    return { knowledge, fromCache: true, keep: async () => null };
  } catch {
    // Kept data of which nothing can be made is as good as none.
    return null;
  }
}

function build(cache: IndexCache | null, revision: string, articles: readonly Article[], lexicon: Lexicon): Made {
  const data = new KnowledgeBuilder(lexicon).read(articles);
  const knowledge = assembleKnowledge(revision, articles, lexicon, data);
  return { knowledge, fromCache: false, keep: cache === null ? async () => null : keeper(cache, data) };
}

function keeper(cache: IndexCache, data: KnowledgeData): Revision['keep'] {
  // Let go of once it is kept: part of it nobody else needs.
  let parts: readonly unknown[] | null = toParts(data);
  return async () => {
    const unkept = parts;
    parts = null;
    try {
      if (unkept !== null) await cache.store(unkept);
      return null;
    } catch (error) {
      return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
    }
  };
}

async function useDictionary(path: string, { index }: Knowledge): Promise<Problem | null> {
  const { dictionary, problem } = await loadDictionary(path, (language, stem) => index.has(language, stem));
  if (dictionary !== null) index.use(dictionary);
  return problem;
}

/** A revision is only served when every span of it is a slice of its article, in order and without overlap. */
function validate(article: Article): void {
  let end = 0;
  for (const section of article.sections) {
    for (const passage of section.passages) {
      let within = passage.start;
      const fits = passage.start >= end && passage.end <= article.text.length && passage.sentences.length > 0;
      for (const sentence of passage.sentences) {
        if (!fits || sentence.start < within || sentence.end <= sentence.start || sentence.end > passage.end) {
          throw new WortlautError('library.invalid-revision', {
            detail: `${article.file}: ${passage.start}–${passage.end}`,
          });
        }
        within = sentence.end;
      }
      end = passage.end;
    }
  }
}

/** The key of what a code makes of a revision. */
const keyOf = (revision: string, code: string): string =>
  createHash('sha256').update(`${revision}\0${code}`).digest('hex');

function hashOf(articles: readonly Article[], lexicon: Lexicon): string {
  const hash = createHash('sha256').update(`${lexicon.hash}\0`);
  // By its file, not its id: the same bytes are read in another way as `.md` than as `.txt`.
  for (const article of articles) hash.update(`${article.file}\0${article.hash}\0`);
  return hash.digest('hex');
}
