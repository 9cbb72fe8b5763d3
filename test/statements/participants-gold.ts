import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Article } from '../../src/corpus/article.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import { LANGUAGES } from '../../src/language/language.ts';
import { PARTS } from '../../src/language/part-cues.ts';
import { projectFile } from '../../src/project.ts';
import type { Participant } from '../../src/statements/participants/participants.ts';

const part = z.enum(PARTS);
const goldSchema = z.array(
  z.strictObject({
    id: z.string(),
    language: z.enum(LANGUAGES),
    date: z.string(),
    text: z.string(),
    participants: z.array(
      z.union([z.strictObject({ id: z.string(), part }), z.strictObject({ name: z.string(), part })]),
    ),
  }),
);

type GoldParticipant = z.infer<typeof goldSchema>[number]['participants'][number];

/** An annotated news item as the corpus reads it. */
export interface GoldParticipants {
  readonly article: Article;
  readonly participants: readonly GoldParticipant[];
}

/** The annotated items of a file in `gold/`. */
export function readParticipantsGold(file: string): readonly GoldParticipants[] {
  const text = readFileSync(projectFile(`test/statements/gold/${file}`), 'utf8');
  return goldSchema.parse(load(text)).map(({ id, language, date, text: body, participants }) => {
    const front = `---\ntitle: Probe\ndate: ${date}\nlanguage: ${language}\noutlet: Probe\n---\n`;
    return { article: parseArticle(`${id}.md`, new TextEncoder().encode(front + body)), participants };
  });
}

/** Whether somebody found is the one annotated: by the lexicon's id, or by the name in the text. */
export function isSame(found: Participant, gold: GoldParticipant): boolean {
  return 'id' in gold ? found.id === gold.id : found.name.de === gold.name || found.name.en === gold.name;
}

/** Of what was found and annotated together, how much is right. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoreOf(right: number, found: number, gold: number): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
