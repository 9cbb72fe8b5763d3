import { relative, resolve } from 'node:path';
import { LANGUAGES } from '../language/language.ts';
import { countWords } from './body.ts';
import type { CheckResult } from './check.ts';
import type { Coverage } from './check-facts.ts';
import { count, type Finding, formatFinding } from './finding.ts';

/** The findings, a line each and in order of their place, and a summary. Paths are relative to a folder. */
export function reportOf(result: CheckResult, from: string): string {
  const findings = result.findings
    .map((finding) => ({ ...finding, file: relative(from, resolve(result.folder, finding.file)) }))
    .sort(byPlace);
  return [...findings.map(formatFinding), ...(findings.length === 0 ? [] : ['']), ...summary(result, from)].join('\n');
}

const byPlace = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);

function summary({ articles, findings, coverage, facts }: CheckResult, from: string): readonly string[] {
  const words = LANGUAGES.map((language) => {
    const own = articles.filter((article) => article.language === language);
    return `${language}: ${own.length} with ${own.reduce((sum, article) => sum + countWords(article), 0)} words`;
  });
  const events = new Set(articles.flatMap(({ event }) => event ?? []));
  const path = relative(from, facts.path);
  return [
    `Articles: ${articles.length} (${words.join(', ')}) on ${count(events.size, 'event')}`,
    ...(coverage === null ? [] : coverageLines(coverage)),
    ...(facts.isMissing ? [`The facts were not checked: there is no ${path}. Name another file with --facts.`] : []),
    `Findings: ${count(errorsIn(findings), 'error')}, ${count(findings.length - errorsIn(findings), 'warning')}`,
  ];
}

function coverageLines({ 'high+medium': sure, low, seed }: Coverage): readonly string[] {
  return [
    `Statements whose numbers, dates and names stand in all articles on their event:`,
    `  high and medium confidence ${sure.covered} of ${sure.all}`,
    `  first article ${seed.covered} of ${seed.all}`,
    `  low confidence ${low.covered} of ${low.all} (not required)`,
  ];
}

/** How many findings must be mended. */
export function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
