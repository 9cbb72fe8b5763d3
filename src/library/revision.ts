import { createHash } from 'node:crypto';
import { type Knowledge, KnowledgeBuilder } from '../answer/knowledge.ts';
import type { Article, Refusal } from '../corpus/article.ts';
import { loadCorpus } from '../corpus/load.ts';
import { type Problem, WortlautError } from '../errors.ts';
import { loadDictionary } from '../language/dictionary.ts';
import { type Lexicon, loadLexicon } from '../language/lexicon.ts';

/** Where a revision is read from. */
export interface Folders {
  readonly articles: string;
  readonly lexicon: string;
  /** The file of a dictionary in Ding's format, or null for none. */
  readonly dictionary: string | null;
}

/** One immutable state of everything the bot knows, and what was refused while reading it. */
export interface Revision {
  readonly knowledge: Knowledge;
  readonly refused: readonly Refusal[];
}

/**
 * Reads, indexes and validates a corpus.
 * @throws WortlautError `corpus.unreadable`, `corpus.empty`, `lexicon.invalid`, `library.invalid-revision`.
 */
export async function buildRevision(folders: Folders): Promise<Revision> {
  const [corpus, lexicon] = await Promise.all([loadCorpus(folders.articles), loadLexicon(folders.lexicon)]);
  if (corpus.articles.length === 0) {
    throw new WortlautError('corpus.empty', { path: folders.articles, refused: corpus.refused.length });
  }
  for (const article of corpus.articles) validate(article);
  const knowledge = new KnowledgeBuilder(lexicon).build(hashOf(corpus.articles, lexicon), corpus.articles);
  const problem = folders.dictionary === null ? null : await useDictionary(folders.dictionary, knowledge);
  // Nothing that is wrong with a dictionary keeps the bot from answering; it is told with the refused articles.
  const refused = problem === null ? corpus.refused : [...corpus.refused, { file: 'DICTIONARY', line: 1, problem }];
  return { refused, knowledge };
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

function hashOf(articles: readonly Article[], lexicon: Lexicon): string {
  const hash = createHash('sha256').update(`${lexicon.hash}\0`);
  for (const article of articles) hash.update(`${article.id}\0${article.hash}\0`);
  return hash.digest('hex');
}
