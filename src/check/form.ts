import type { Article } from '../corpus/article.ts';
import { LANGUAGES } from '../language/language.ts';
import { countWords, lineOf } from './body.ts';
import { count, enumerate, type Finding } from './finding.ts';

/** Fewer words are a title and a sentence, not an article: nothing that a question could be answered from. */
const NEARLY_EMPTY = 40;
/**
 * A dossier has 150 to 350 words, but an event of which little is known may have fewer and one with many statements
 * more: beyond these bounds it is padded, split badly or cut off, which only a reader can tell. Hence a warning.
 */
const USUAL_WORDS = { from: 100, to: 450 } as const;

/** What an article must have by itself: its name, its front matter, some text. */
export function checkForm(articles: readonly Article[]): readonly Finding[] {
  return articles.flatMap((article) => [...checkName(article), ...checkFrontMatter(article), ...checkLength(article)]);
}

/** The two languages of each event: both there, of one date. */
export function checkPairs(articles: readonly Article[]): readonly Finding[] {
  return [...articlesByEvent(articles)].flatMap(([event, group]) => [
    ...checkLanguages(event, group),
    ...checkDates(group),
  ]);
}

/** The articles on each event, by its id; articles without an event are left out. */
export function articlesByEvent(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const events = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.event !== null) events.set(article.event, [...(events.get(article.event) ?? []), article]);
  }
  return events;
}

const nameOf = (event: string, language: string): string => `${event}.${language}.md`;

function checkName(article: Article): readonly Finding[] {
  const expected = article.event === null ? article.file : nameOf(article.event, article.language);
  if (article.file === expected) return [];
  return [
    {
      severity: 'error',
      file: article.file,
      line: lineOf(article, 'event:'),
      problem: `The file's name is not that of its event and language, ${expected}.`,
      remedy: 'Rename the file, or mend “event” or “language”.',
    },
  ];
}

function checkFrontMatter(article: Article): readonly Finding[] {
  const incomplete = (line: number | null, problem: string, remedy: string): Finding => ({
    severity: 'error',
    file: article.file,
    line,
    problem,
    remedy,
  });
  const missing = (['date', 'outlet', 'event'] as const).filter((field) => article[field] === null);
  const findings = missing.map((field) =>
    incomplete(1, `The article has no “${field}”.`, `Add a line “${field}: …” to the front matter.`),
  );
  if (article.sources.length === 0) {
    findings.push(
      incomplete(1, 'The article names no source.', 'Add the sources its facts come from, under “sources”.'),
    );
  }
  for (const { outlet, url, date } of article.sources) {
    const lacking = [...(url === null ? ['url'] : []), ...(date === null ? ['date'] : [])];
    if (lacking.length === 0) continue;
    const problem = `The source “${outlet}” has no ${enumerate(lacking)}.`;
    findings.push(incomplete(lineOf(article, url ?? outlet), problem, 'Add where and when it was published.'));
  }
  return findings;
}

function checkLength(article: Article): readonly Finding[] {
  const words = countWords(article);
  const finding = { file: article.file, line: null };
  if (words < NEARLY_EMPTY) {
    const problem = `The article is nearly empty: ${count(words, 'word')}.`;
    return [{ ...finding, severity: 'error', problem, remedy: 'Write it, or remove the file.' }];
  }
  if (words >= USUAL_WORDS.from && words <= USUAL_WORDS.to) return [];
  const problem = `The article has ${count(words, 'word')}; usual are ${USUAL_WORDS.from} to ${USUAL_WORDS.to}.`;
  return [{ ...finding, severity: 'warning', problem, remedy: 'See whether something is missing, or too much.' }];
}

function checkLanguages(event: string, group: readonly Article[]): readonly Finding[] {
  return LANGUAGES.filter((language) => !group.some((article) => article.language === language)).map((language) => ({
    severity: 'error',
    file: nameOf(event, language),
    line: null,
    problem: `The event has articles only in the other language: ${enumerate(group.map(({ file }) => file))}.`,
    remedy: 'Write the article on it in this one.',
  }));
}

function checkDates([first, ...others]: readonly Article[]): readonly Finding[] {
  return others
    .filter((other) => first !== undefined && other.date !== first.date)
    .map((other) => ({
      severity: 'error',
      file: other.file,
      line: lineOf(other, 'date:'),
      problem: `The date ${other.date} is not that of ${first?.file}, ${first?.date}.`,
      remedy: 'Give both articles the date of the event.',
    }));
}
