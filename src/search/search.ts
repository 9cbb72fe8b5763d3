import type { Article } from '../corpus/article.ts';
import type { Question } from '../language/question.ts';
import type { Span } from '../span.ts';
import type { Evidence } from './evidence.ts';
import { PassageEvidence, rarityOf, weighConcepts, weighTelling } from './evidence.ts';
import type { Filter } from './filter.ts';
import type { PassageIndex } from './index.ts';
import type { PassageEntry } from './passages.ts';
import { chooseWindow, spanOf, type Window } from './quotation.ts';
import { WEIGHTS } from './weights.ts';

/**
 * No quotation is longer, in UTF-16 code units: escaped twice over it still fits into a message. A sentence is never
 * cut, so a longer one is not quoted at all.
 */
const LONGEST_QUOTATION = 1_500;

/** A quotation that was found, and why. */
export interface Finding {
  readonly entry: PassageEntry;
  readonly window: Window;
  readonly evidence: Evidence;
  /** What findings are sorted by: evidence, and how much the whole passage has to do with the question. */
  readonly rank: number;
}

/** What the corpus says to a question: the best window of each passage, strongest evidence first. */
export function search(question: Question, index: PassageIndex, filter: Filter, weights = WEIGHTS): Finding[] {
  const asked = index.resolve(question);
  const total = index.entries.length;
  const weighed = weighConcepts(asked, total, weights);
  const settings = { ...weights, doubt: weights.doubt * rarityOf(1, total) ** 3 };
  const telling = new Map<Article, readonly number[]>();
  const tellingOf = (article: Article): readonly number[] => {
    const known = telling.get(article) ?? weighTelling(asked, weighed, article, index);
    telling.set(article, known);
    return known;
  };
  return index
    .candidates(asked, weighed, filter, weights.context)
    .map(({ entry, score }) => {
      const chosen = chooseWindow(
        entry,
        new PassageEvidence(asked, weighed, tellingOf(entry.article), entry, index, settings),
        weights,
      );
      const language = entry.article.language === question.language ? weights.sameLanguage : 0;
      const { evidence } = chosen;
      return {
        entry,
        ...chosen,
        rank:
          evidence.score +
          weights.passage * score * evidence.named ** weights.strict * evidence.typed ** weights.strictType +
          language,
      };
    })
    .filter(({ entry, window }) => lengthOf(spanOf(entry, window)) <= LONGEST_QUOTATION)
    .sort((a, b) => b.rank - a.rank);
}

const lengthOf = ({ start, end }: Span): number => end - start;
