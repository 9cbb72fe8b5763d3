import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFile } from '../src/project.ts';

const questionSchema = z.strictObject({
  id: z.string(),
  language: z.enum(['de', 'en']),
  style: z.string(),
  /** What is asked for: who, when, demand, agreement … */
  kind: z.string().default('–'),
  question: z.string(),
  /** Alternatives; each a list of substrings that must all stand in a right first quotation. */
  holds: z.array(z.array(z.string()).min(1)).min(1).optional(),
  /** The status of the statement that answers, and who says it: an id of the lexicon, or null for the article itself. */
  status: z.string().optional(),
  source: z.string().nullable().optional(),
  /** Others to whom the statement may rightly be credited. */
  source_also: z.array(z.string()).optional(),
  unanswerable: z.literal(true).optional(),
  /** For whoever reads the set. */
  why: z.string().optional(),
});
export type EvalQuestion = z.infer<typeof questionSchema>;

const setSchema = z.strictObject({ corpus: z.enum(['seed', 'shipped']), questions: z.array(questionSchema) });

/** A file of `test/questions/` with the folder of articles it is about. */
export interface QuestionSet {
  readonly name: string;
  readonly articles: string;
  readonly questions: readonly EvalQuestion[];
}

const ARTICLES = { seed: projectFile('../shared/seed'), shipped: projectFile('corpus/articles') } as const;

/** All question sets whose articles exist here: the seed article lies beside the project, not in it. */
export async function loadQuestionSets(): Promise<QuestionSet[]> {
  const folder = projectFile('test/questions');
  const sets: QuestionSet[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()) {
    const { corpus, questions } = setSchema.parse(parse(await readFile(join(folder, file), 'utf8')));
    if (existsSync(ARTICLES[corpus]))
      sets.push({ name: file.replace(/\.yaml$/, ''), articles: ARTICLES[corpus], questions });
  }
  return sets;
}

/** Whether a quotation is one of those that answer the question. */
export function isRight(question: EvalQuestion, quotation: string): boolean {
  return (question.holds ?? []).some((parts) => parts.every((part) => quotation.includes(part)));
}
