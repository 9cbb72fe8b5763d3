import type { Article } from '../../corpus/article.ts';
import { sliceOf } from '../../span.ts';
import { subjectOf } from '../attribution/subjects.ts';
import type { ReadArticle, ReadSentence } from '../reading/reader.ts';
import type { Somebody, SomebodyFinder } from './names.ts';
import type { Titles } from './titles.ts';

/** Those in a sentence who report as somebody's spokesperson: `Kremlsprecher Dmitri Peskow sagte …`. */
export function spokespeopleIn(
  sentence: ReadSentence,
  article: Article,
  read: ReadArticle,
  names: SomebodyFinder,
  titles: Titles,
): readonly Somebody[] {
  return sentence.cues
    .filter(({ kind }) => kind === 'reporting')
    .flatMap((cue) => subjectOf(cue, sentence, read.resolver))
    .flatMap((phrase) => names.all(phrase, sentence, article, read))
    .filter(
      ({ kind, office }) =>
        kind === 'person' && office !== null && titles.isSpokesperson(sliceOf(article.text, office), article.language),
    );
}
