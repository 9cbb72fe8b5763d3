import type { Article } from '../corpus/article.ts';
import { sliceOf } from '../span.ts';
import type { Somebody, SomebodyFinder } from './participant-names.ts';
import type { Titles } from './participant-titles.ts';
import type { ReadArticle, ReadSentence } from './reader.ts';
import { subjectOf } from './subjects.ts';

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
