import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Article } from '../../src/corpus/article.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import { fold } from '../../src/language/fold.ts';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { projectFile } from '../../src/project.ts';
import { sliceOf } from '../../src/span.ts';
import type { Attribution } from '../../src/statements/attribution/attribution.ts';

const goldSchema = z.array(
  z.strictObject({
    id: z.string(),
    sentences: z.array(
      z.union([
        z.strictObject({ heading: z.string() }),
        z.strictObject({
          text: z.string(),
          source: z.array(z.string()).optional(),
          actor: z.array(z.string()).optional(),
          new: z.boolean().default(false),
        }),
      ]),
    ),
  }),
);

/** A sentence of the gold set: who says it, or null where the article does, and whose act it tells, if annotated. */
export interface GoldSentence {
  readonly text: string;
  readonly source: readonly string[] | null;
  readonly actor: readonly string[] | null;
}

/** An article of the gold set, as the corpus reads it, with its annotated sentences in order. */
export interface GoldArticle {
  readonly language: Language;
  readonly article: Article;
  readonly sentences: readonly GoldSentence[];
}

/** A pair of files in `gold/`, one a language: those the rules were made with, and those written to judge them. */
export type GoldSet = 'news' | 'held-out' | 'actors' | 'acts' | 'acts-held-out';

/** The annotated articles of a set in `gold/`. */
export function readGold(set: GoldSet): readonly GoldArticle[] {
  return LANGUAGES.flatMap((language) => {
    const text = readFileSync(projectFile(`test/statements/gold/${set}-${language}.yaml`), 'utf8');
    return goldSchema.parse(load(text)).map(({ id, sentences }) => {
      const body = sentences
        .map((each) => ('heading' in each ? `\n\n## ${each.heading}\n\n` : `${each.new ? '\n\n' : ' '}${each.text}`))
        .join('');
      const file = `---\ntitle: Probe\ndate: 2025-03-18\nlanguage: ${language}\noutlet: Probe\n---\n${body}\n`;
      return {
        language,
        article: parseArticle(`${id}.md`, new TextEncoder().encode(file)),
        sentences: sentences.flatMap((each) =>
          'heading' in each ? [] : [{ text: each.text, source: each.source ?? null, actor: each.actor ?? null }],
        ),
      };
    });
  });
}

/** How a sentence was attributed, beside how it should be. */
export interface Verdict {
  readonly language: Language;
  readonly gold: GoldSentence;
  readonly found: Attribution | undefined;
  /** Whether its sources are those of the gold set: told only where both take it for reported. */
  readonly sourceRight: boolean;
  /** The same of its actors; a sentence that is not annotated with one has none. */
  readonly actorRight: boolean;
}

/** Attributes the gold articles and compares. */
export function judge(
  gold: readonly GoldArticle[],
  attribute: (article: Article) => ReadonlyMap<number, Attribution>,
): readonly Verdict[] {
  return gold.flatMap(({ article, language, sentences }) => {
    const attributions = attribute(article);
    const spans = article.sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
    const texts = spans.map((span) => sliceOf(article.text, span));
    if (texts.join('\n') !== sentences.map(({ text }) => text).join('\n')) {
      throw new Error(`${article.id} is split otherwise: ${texts.join('\n')}`);
    }
    return spans.map((span, at) => {
      const sentence = sentences[at] ?? { text: '', source: null, actor: null };
      const found = attributions.get(span.start);
      const sourceRight = isSame(sentence.source ?? [], found?.source ?? []);
      const actorRight = isSame(sentence.actor ?? [], found?.actor ?? []);
      return { language, gold: sentence, found, sourceRight, actorRight };
    });
  });
}

const words = (text: string): readonly string[] => tokenize(text).map(({ folded }) => folded);

/** Whether every expected source was found and nobody else; the shorter name must be part of the longer one. */
function isSame(expected: readonly string[], found: Attribution['source']): boolean {
  const matches = (gold: string, name: string): boolean => {
    const [a, b] = [words(gold), words(name)];
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    return short.length > 0 && short.every((word) => long.some((other) => isForm(word, other)));
  };
  return (
    expected.length === found.length &&
    expected.every((gold) => found.some(({ name }) => LANGUAGES.some((language) => matches(gold, name[language]))))
  );
}

const LONGEST_ENDING = 2;

/** Whether two words differ at most by an ending: `Bote` and `Boten`. */
function isForm(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [fold(word), fold(other)] : [fold(other), fold(word)];
  return long.startsWith(short) && long.length - short.length <= LONGEST_ENDING;
}

/** F1 of "is it reported", and the share of reported sentences whose source is right. */
export function score(verdicts: readonly Verdict[]): { readonly f1: number; readonly source: number } {
  const isReported = ({ found }: Verdict): boolean => found !== undefined && found.voice !== 'article';
  const gold = verdicts.filter((verdict) => verdict.gold.source !== null);
  const found = verdicts.filter(isReported);
  const both = gold.filter(isReported);
  return {
    f1: (2 * both.length) / (gold.length + found.length),
    source: gold.filter((verdict) => isReported(verdict) && verdict.sourceRight).length / gold.length,
  };
}
