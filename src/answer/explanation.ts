import { z } from 'zod';
import { weighConcepts } from '../search/evidence.ts';
import { spanOf } from '../search/quotation.ts';
import { search } from '../search/search.ts';
import { WEIGHTS } from '../search/weights.ts';
import { sliceOf } from '../span.ts';
import { resolveFilter } from './filter.ts';
import type { Knowledge } from './knowledge.ts';
import { type askParams, languageSchema } from './schemas.ts';

/** Findings that are explained: enough to see why another was not the first. */
const EXPLAINED = 5;

const share = z.number();

/** Why a question was answered as it was: for whoever mends the lexicon or the weights. */
export const explanationSchema = z.strictObject({
  kind: z.literal('explanation'),
  language: languageSchema,
  /** The type of thing that is asked for. */
  type: z.string(),
  words: z.array(
    z.strictObject({
      surface: z.string(),
      kind: z.enum(['word', 'name', 'number']),
      light: z.boolean(),
      /** What an unknown word was taken for. */
      corrected: z.string().nullable(),
      weight: share,
      /** In about how many passages the corpus speaks of it. */
      passages: z.int().min(0),
      /** By what a text may speak of it, likeliest first, with how surely. */
      variants: z.array(z.tuple([z.string(), share])),
    }),
  ),
  dates: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      article: z.string(),
      text: z.string(),
      rank: z.number(),
      score: share,
      /** What was left of the score for missing names, dates and type of answer, another side, and rival events. */
      factor: share,
      typeFound: z.boolean(),
      /** Each asked word with its weight and how surely the quotation speaks of it. */
      words: z.array(z.strictObject({ surface: z.string(), weight: share, match: share })),
    }),
  ),
  threshold: share,
});
export type Explanation = z.infer<typeof explanationSchema>;

/** @throws WortlautError `option.*` where the filter cannot be read. */
export function explain(knowledge: Knowledge, params: z.output<typeof askParams>): Explanation {
  const { index } = knowledge;
  const question = index.read(params.question, params.locale);
  const asked = index.resolve(question);
  const weights = weighConcepts(asked, index.entries.length, WEIGHTS);
  return {
    kind: 'explanation',
    language: question.language,
    type: question.type,
    words: asked.concepts.map(({ concept, frequency }, at) => ({
      surface: concept.surface,
      kind: concept.kind,
      light: concept.light,
      corrected: concept.corrected,
      weight: weights[at] ?? 0,
      passages: frequency,
      variants: [...concept.variants].sort((a, b) => b[1] - a[1]),
    })),
    dates: question.dates.map((date) => sliceOf(question.text, date)),
    findings: search(question, index, resolveFilter(knowledge, params))
      .slice(0, EXPLAINED)
      .map(({ entry, window, evidence, rank }) => ({
        article: entry.article.id,
        text: sliceOf(entry.article.text, spanOf(entry, window)),
        rank,
        score: evidence.score,
        factor: evidence.named * evidence.typed * evidence.sided * evidence.clear,
        typeFound: evidence.typeFound,
        words: [...evidence.concepts],
      })),
    threshold: WEIGHTS.threshold,
  };
}
