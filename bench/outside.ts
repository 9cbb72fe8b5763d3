import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../src/corpus/article.ts';
import { splitSentences } from '../src/corpus/sentences.ts';
import { projectFile } from '../src/project.ts';

/** German passages and questions that nobody wrote for this bot; they lie beside the project, not in it. */
const FOLDER = projectFile('../shared/retrieval');

const passageSchema = z.object({ id: z.string(), text: z.string() });
export type OutsidePassage = z.infer<typeof passageSchema>;

const questionSchema = z.object({
  id: z.string(),
  /** The passage that answers. */
  passage: z.string(),
  de: z.string(),
  en: z.string(),
  answers: z.array(z.string()).min(1),
});
export type OutsideQuestion = z.infer<typeof questionSchema>;

/** Whether the outside data lies beside this checkout. */
export const hasOutsideData = (): boolean => existsSync(`${FOLDER}/passages.jsonl.gz`);

async function readLines<T>(lines: AsyncIterable<string>, schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const line of lines) if (line.trim() !== '') rows.push(schema.parse(JSON.parse(line)));
  return rows;
}

export function loadOutsidePassages(): Promise<OutsidePassage[]> {
  const input = createReadStream(`${FOLDER}/passages.jsonl.gz`).pipe(createGunzip());
  return readLines(createInterface({ input }), passageSchema);
}

export async function loadOutsideQuestions(): Promise<OutsideQuestion[]> {
  const text = await readFile(`${FOLDER}/questions.jsonl`, 'utf8');
  async function* lines(): AsyncGenerator<string> {
    yield* text.split('\n');
  }
  return readLines(lines(), questionSchema);
}

/**
 * Every second of the 24 articles that the questions are about is for fitting, the others are for reporting: a weight
 * that was found on one half says nothing about itself there.
 */
export const isForFitting = (question: OutsideQuestion): boolean => Number(question.passage.split('-')[1]) % 4 === 0;

/** A passage as an article of one paragraph, without a title: the distractors have none either. */
export function toArticle({ id, text }: OutsidePassage): Article {
  const span = { start: 0, end: text.length };
  const passage = { ...span, paragraph: 1, sentences: splitSentences(text, span, 'de') };
  return {
    id,
    file: `${id}.txt`,
    text,
    hash: id,
    title: '',
    language: 'de',
    date: null,
    outlet: null,
    url: null,
    event: null,
    sources: [],
    sections: [{ heading: null, passages: [passage] }],
  };
}

/** A generator of numbers in [0, 1) that gives the same ones in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Shorter words are mostly function words; an error in one of them harms no search. */
const SHORTEST_MISTYPED = 4;

/** A question with one typing error: a letter left out, doubled, replaced or swapped with the next. */
export function mistype(question: string, random: () => number): string {
  const words = [...question.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_MISTYPED);
  const match = words[Math.floor(random() * words.length)];
  if (match === undefined) return question;
  const [word] = match;
  // Few people mistype the first letter.
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at] ?? '';
  const next = word[at + 1] ?? '';
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  const wrong = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + other + word.slice(at + 1),
    word.slice(0, at) + next + letter + word.slice(at + 2),
  ][Math.floor(random() * 4)];
  return question.slice(0, match.index) + wrong + question.slice(match.index + word.length);
}

const CAPITALISED = /\p{Lu}\p{L}{2,}/gu;
const ONSETS = ['b', 'br', 'd', 'f', 'g', 'h', 'k', 'kr', 'l', 'm', 'n', 'p', 'r', 's', 'sch', 't', 'w', 'z'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'au'];
const CODAS = ['', '', '', 'l', 'n', 'r', 's', 't'];

/** A word of three syllables that no text has: there are a thousand million of them. */
function madeUpName(random: () => number): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const syllables = Array.from({ length: 3 }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
  return syllables.charAt(0).toUpperCase() + syllables.slice(1);
}

/** The capitalised words that stand in one passage only: mostly names, and compounds. */
function namesOf(passages: readonly OutsidePassage[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of passages) {
    for (const word of new Set(text.match(CAPITALISED))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === 1).map(([word]) => word);
}

/** The questions are about these; a copy of one would answer as well as the passage itself. */
const isAskedAbout = ({ id }: OutsidePassage): boolean => id.startsWith('xq-');

/**
 * As many passages as wished, for measuring speed and memory. More than there are: the ones that no question is about
 * again and again, with other names in each copy. That is how new texts change an index: frequent words grow with them,
 * new words come as rare ones. (From 7,300 to 14,601 passages the vocabulary grows by 1.59; at that rate 100,000 would
 * have 630,000 words, and get 704,000 here.) Fewer: the first ones, which in the file are those that the questions are
 * about. The same in every run.
 *
 * @throws {RangeError} more are wished than there are, and there is none to repeat
 */
export function enlarge(passages: readonly OutsidePassage[], size: number): OutsidePassage[] {
  const enlarged = passages.slice(0, size);
  const repeated = passages.filter((passage) => !isAskedAbout(passage));
  if (enlarged.length < size && repeated.length === 0) throw new RangeError('There is no passage to repeat.');
  const names = namesOf(repeated);
  for (let copy = 1; enlarged.length < size; copy++) {
    const random = seeded(copy);
    const renamed = new Map(names.map((name) => [name, madeUpName(random)]));
    for (const { id, text } of repeated.slice(0, size - enlarged.length)) {
      enlarged.push({ id: `${id}~${copy}`, text: text.replace(CAPITALISED, (word) => renamed.get(word) ?? word) });
    }
  }
  return enlarged;
}
