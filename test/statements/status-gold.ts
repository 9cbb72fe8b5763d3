import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Article } from '../../src/corpus/article.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import { LANGUAGES } from '../../src/language/language.ts';
import { projectFile } from '../../src/project.ts';
import { sliceOf } from '../../src/span.ts';
import type { Attribution } from '../../src/statements/attribution/attribution.ts';
import type { Statement, StatementReader } from '../../src/statements/statement.ts';
import { STATUSES } from '../../src/statements/status/status.ts';

const goldSchema = z.array(
  z.strictObject({
    id: z.string(),
    title: z.string().default('Probe'),
    language: z.enum(LANGUAGES),
    date: z.string(),
    sentences: z.array(
      z.strictObject({
        text: z.string(),
        reported: z.boolean(),
        status: z.enum(STATUSES),
        topics: z.array(z.string()),
      }),
    ),
  }),
);

/** An annotated article as the corpus reads it. */
interface GoldStatements {
  readonly article: Article;
  readonly sentences: z.infer<typeof goldSchema>[number]['sentences'];
  /** Whether each sentence is reported, as annotated: status is measured apart from attribution. */
  readonly attributions: ReadonlyMap<number, Attribution>;
}

/** Sets of annotated news: `gold/statuses-….yaml`. */
export const STATUS_SETS = ['dev', 'held-out', 'second-dev', 'second-held-out'] as const;

type StatusSet = (typeof STATUS_SETS)[number];

function readStatusGold(set: StatusSet): readonly GoldStatements[] {
  const text = readFileSync(projectFile(`test/statements/gold/statuses-${set}.yaml`), 'utf8');
  return goldSchema.parse(load(text)).map(({ id, title, language, date, sentences }) => {
    const front = `---\ntitle: ${title}\ndate: ${date}\nlanguage: ${language}\noutlet: Probe\n---\n`;
    const body = sentences.map((sentence) => sentence.text).join(' ');
    const article = parseArticle(`${id}.md`, new TextEncoder().encode(`${front}${body}\n`));
    const spans = article.sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
    const texts = spans.map((span) => sliceOf(article.text, span));
    if (texts.join('\n') !== sentences.map((sentence) => sentence.text).join('\n')) {
      throw new Error(`${id} is split otherwise: ${texts.join('\n')}`);
    }
    const attributions = new Map(
      spans.map((span, at) => [span.start, sentences[at]?.reported === true ? REPORTED : OWN]),
    );
    return { article, sentences, attributions };
  });
}

const OWN: Attribution = { voice: 'article', source: [], actor: [], form: 'none', cue: null };
const REPORTED: Attribution = { ...OWN, voice: 'unclear', form: 'indirect' };

/** How a sentence was read, beside how it should be. */
interface StatusVerdict {
  readonly gold: GoldStatements['sentences'][number];
  readonly found: Statement;
}

/** Reads the annotated articles and compares. */
export function judgeStatuses(set: StatusSet, reader: StatementReader): readonly StatusVerdict[] {
  return readStatusGold(set).flatMap(({ article, sentences, attributions }) => {
    const found = [...reader.read(article, attributions).values()];
    return sentences.flatMap((gold, at) => {
      const statement = found[at];
      return statement === undefined ? [] : [{ gold, found: statement }];
    });
  });
}

/** Shares of sentences: with the right status, with the right most central topic, with one of their topics; it may be none. */
export function scoreStatuses(verdicts: readonly StatusVerdict[]): {
  readonly status: number;
  readonly topic: number;
  readonly oneTopic: number;
} {
  const share = (isRight: (verdict: StatusVerdict) => boolean): number =>
    verdicts.filter(isRight).length / verdicts.length;
  return {
    status: share(({ gold, found }) => gold.status === found.status),
    topic: share(({ gold, found }) => gold.topics[0] === found.topics[0]),
    oneTopic: share(({ gold: { topics }, found }) =>
      topics.length === 0 ? found.topics.length === 0 : topics.some((topic) => found.topics.includes(topic)),
    ),
  };
}
