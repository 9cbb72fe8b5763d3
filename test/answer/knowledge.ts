import fc from 'fast-check';
import { type Knowledge, KnowledgeBuilder } from '../../src/answer/knowledge.ts';
import { ArticleFault } from '../../src/corpus/fault.ts';
import { parseArticle } from '../../src/corpus/parse.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';

const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const builder = new KnowledgeBuilder(lexicon);

/** What the bot knows of these files, by file name. */
export function knowledgeOf(files: Readonly<Record<string, string>>): Knowledge {
  const articles = Object.entries(files)
    .map(([file, text]) => parseArticle(file, new TextEncoder().encode(text)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return builder.build('test', articles);
}

/** Whether the corpus would take a file of this name and text. */
export function isArticle(file: string, text: string): boolean {
  try {
    parseArticle(file, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    if (error instanceof ArticleFault) return false;
    throw error;
  }
}

/** The front matter of an article in Markdown, with a body below it. */
export const markdown = (body: string, fields: Readonly<Record<string, string>> = {}): string => {
  const all = { title: 'Probe', date: '2025-03-18', language: 'de', outlet: 'Bote', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n${body}\n`;
};

const SENTENCES = [
  'Trump und Putin haben sich am 18. März 2025 nicht auf eine Waffenruhe verständigt.',
  'Der Kreml teilte mit, die Angriffe auf Energieanlagen würden 30 Tage ausgesetzt.',
  '„Wir sind zu Gesprächen bereit“, sagte Selenskyj in Kiew.',
  'Dies solle der Beginn eines Friedensprozesses sein.',
  'The White House said *both* sides had agreed to talks in Jeddah.',
  'Russland und die Ukraine tauschen je 175 Kriegsgefangene aus!',
  'Er nannte drei Bedingungen: [Rückzug](https://a.example), Neutralität, Anerkennung.',
  'Witkoff > Uschakow: 1. Waffenruhe 2. Gefangene',
] as const;
const JOINTS = [
  ' ',
  '\n',
  '\n\n',
  '\r\n\r\n',
  '\n\n## Zweifel in Kiew\n\n',
  '\n> ',
  '\n- ',
  '**',
  '\u200B',
  '@everyone ',
];

/** Bodies of articles: sentences of the field, joined in every way, with anything in between. */
const body = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SENTENCES) },
      { weight: 3, arbitrary: fc.constantFrom(...JOINTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** Small corpora of Markdown and plain text, all of which can be read. */
export const corpora: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .array(
    fc.record({
      body,
      plain: fc.boolean(),
      url: fc.constantFrom('https://a.example/b', `https://a.example/${'x'.repeat(600)}`, null),
      heading: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((articles) =>
    Object.fromEntries(
      articles.map((article, index) => {
        const text = article.heading ? `## Waffenruhe *jetzt*\n\n${article.body}` : article.body;
        const fields = article.url === null ? {} : { url: article.url };
        return article.plain ? [`a${index}.txt`, text] : [`a${index}.md`, markdown(text, fields)];
      }),
    ),
  )
  .map((files) => Object.fromEntries(Object.entries(files).filter(([file, text]) => isArticle(file, text))))
  .filter((files) => Object.keys(files).length > 0);

/** Questions of people, and of those who only try what happens. */
export const questions = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SENTENCES) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Was haben Trump und Putin vereinbart?',
      'Wie viele Gefangene werden ausgetauscht?',
      'Who said the attacks would stop?',
      'Was sagt Selenskyj?',
      'Wann war das Telefonat?',
      'Quanto costa?',
      'die der das',
      '👍',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
