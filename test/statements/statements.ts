import { parseArticle } from '../../src/corpus/parse.ts';
import type { Language } from '../../src/language/language.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import type { Attribution } from '../../src/statements/attribution/attribution.ts';
import { type Statement, StatementReader } from '../../src/statements/statement.ts';

const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const reader = new StatementReader(lexicon);

/** The topics that come with the bot. */
export const TOPICS = lexicon.topics;

/** What a sentence is read with. */
export interface Reading {
  readonly language: Language;
  /** The article's date. */
  readonly date?: string;
  /** Whether somebody other than the article says all of it; by default nobody does. */
  readonly reported?: boolean;
}

const OWN: Attribution = { voice: 'article', source: [], actor: [], form: 'none', cue: null };

/** The statements of an article of this body, in order, with spans relative to the body. */
export function statementsOf(body: string, { language, date = '2025-03-18', reported = false }: Reading): Statement[] {
  const front = `---\ntitle: Probe\ndate: ${date}\nlanguage: ${language}\noutlet: Probe\n---\n`;
  const article = parseArticle('a.md', new TextEncoder().encode(`${front}${body}\n`));
  const sentences = article.sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
  const attribution: Attribution = reported ? { ...OWN, voice: 'unclear', form: 'indirect' } : OWN;
  const statements = reader.read(article, new Map(sentences.map(({ start }) => [start, attribution])));
  const moved = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start - front.length,
    end: span.end - front.length,
  });
  return [...statements.values()].map((statement) => ({
    ...statement,
    sentence: moved(statement.sentence),
    numbers: statement.numbers.map(moved),
    dates: statement.dates.map(moved),
  }));
}

/** The last statement of a body. */
export function lastOf(body: string, reading: Reading): Statement {
  const last = statementsOf(body, reading).at(-1);
  if (last === undefined) throw new Error(`no sentence: ${body}`);
  return last;
}
