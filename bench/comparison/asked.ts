import { isForFitting, mistype, type OutsideQuestion, seeded } from '../outside.ts';
import type { Asked } from './contract.ts';

/** Every bench that asks with typing errors starts here, so that all engines are asked the same. */
const TYPING_ERRORS_SEED = 7;

/** The questions in every way they are put. Give all of them: the errors depend on the order. */
export function askInEveryWay(questions: readonly OutsideQuestion[]): Asked[] {
  const random = seeded(TYPING_ERRORS_SEED);
  return questions.map((question) => ({
    passage: question.passage,
    forReporting: !isForFitting(question),
    de: question.de,
    typo: mistype(question.de, random),
    en: question.en,
  }));
}
