import { existsSync } from 'node:fs';
import type { Article, Corpus } from '../corpus/article.ts';
import { loadCorpus } from '../corpus/load.ts';
import { type Problem, WortlautError } from '../errors.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type Coverage, checkFacts } from './check-facts.ts';
import { loadFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { checkForm, checkPairs } from './form.ts';
import { NameReader } from './names.ts';
import { OwnWords } from './own-words.ts';
import { checkRepetition } from './repetition.ts';

export interface CheckOptions {
  /** The folder of articles. */
  readonly folder: string;
  /** The file of facts. Where it may be missing and is, all else is checked. */
  readonly facts: { readonly path: string; readonly mayBeMissing: boolean };
  /** Whom and what articles can name. */
  readonly lexicon: Lexicon;
  /** Says in words why an article was refused. */
  readonly describe: (problem: Problem) => string;
}

export interface CheckResult {
  readonly folder: string;
  readonly articles: readonly Article[];
  readonly findings: readonly Finding[];
  /** Null where the facts are not there or cannot be read. */
  readonly coverage: Coverage | null;
  readonly facts: { readonly path: string; readonly isMissing: boolean };
}

/**
 * Checks a folder of articles: each by itself, against each other, and against the facts.
 *
 * @throws WortlautError `corpus.unreadable` where the folder cannot be read, or the file of facts; `corpus.empty`
 */
export async function checkCorpus({ folder, facts, lexicon, describe }: CheckOptions): Promise<CheckResult> {
  const { articles, refused } = await loadCorpus(folder);
  if (articles.length + refused.length === 0) throw new WortlautError('corpus.empty', { path: folder, refused: 0 });
  const names = new NameReader(lexicon);
  const general = [
    ...refusals(refused, describe),
    ...checkForm(articles),
    ...checkPairs(articles),
    ...checkRepetition(articles, new OwnWords(names, lexicon.cues.offices)),
  ];
  const { path } = facts;
  if (facts.mayBeMissing && !existsSync(path)) {
    return { folder, articles, findings: general, coverage: null, facts: { path, isMissing: true } };
  }
  const file = await loadFacts(path);
  const checked = file.facts && checkFacts(articles, file.facts, names, path);
  return {
    folder,
    articles,
    findings: [...general, ...file.findings, ...(checked?.findings ?? [])],
    coverage: checked?.coverage ?? null,
    facts: { path, isMissing: false },
  };
}

function refusals(refused: Corpus['refused'], describe: CheckOptions['describe']): readonly Finding[] {
  return refused.map(({ file, line, problem }) => ({
    severity: 'error',
    file,
    line,
    problem: `The article was refused: ${describe(problem)}`,
    remedy: 'Until then it is in no answer.',
  }));
}
