import type { z } from 'zod';
import type { Concept, Question } from '../language/question.ts';
import type { Filter } from '../search/filter.ts';
import { type Finding, search } from '../search/search.ts';
import { WEIGHTS } from '../search/weights.ts';
import { resolveFilter } from './filter.ts';
import type { Knowledge } from './knowledge.ts';
import { quote } from './quote.ts';
import type { Answer, askParams, sourcesParams } from './schemas.ts';
import { selectShown } from './selection.ts';
import { isNameable, windowKey } from './window-key.ts';

/** Further ones that a button can hold. */
const MORE = 9;
/** Nearest passages shown below an abstention. */
const NEAREST = 2;
/** Passages that bear on a text need not answer it. */
const SOURCES_THRESHOLD = 0.3;
/** Of a long message so many UTF-16 code units are looked up: they say what it is about, and each word costs a search. */
const LONGEST_TEXT = 1_500;

/**
 * Answers a question with quotations, or says that the articles do not answer it.
 * @throws WortlautError `option.*` where the filter cannot be read.
 */
export function ask(knowledge: Knowledge, params: z.output<typeof askParams>): Answer {
  const filter = resolveFilter(knowledge, params);
  return answer(knowledge, params.question, params.locale, filter, 'question', WEIGHTS.threshold);
}

/** Finds the passages that bear on what someone wrote. */
export function findSources(knowledge: Knowledge, params: z.output<typeof sourcesParams>): Answer {
  const filter = { since: null, until: null, source: null };
  return answer(knowledge, openingOf(params.text), params.locale, filter, 'sources', SOURCES_THRESHOLD);
}

/** The beginning of a text, up to the last word that is whole: half of one would be said to occur nowhere. */
function openingOf(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const opening = text.slice(0, LONGEST_TEXT + 1);
  const end = opening.search(/\s\S*$/u);
  return opening.slice(0, end > 0 ? end : LONGEST_TEXT);
}

function answer(
  knowledge: Knowledge,
  text: string,
  locale: Answer['language'],
  filter: Filter,
  purpose: Answer['purpose'],
  threshold: number,
): Answer {
  const read = knowledge.index.read(text, locale);
  const question: Question = purpose === 'sources' ? { ...read, type: 'any' } : read;
  const findings = search(question, knowledge.index, filter);
  const score = findings[0]?.evidence.score ?? 0;
  const answers = ({ evidence }: Finding): boolean => evidence.score >= threshold;
  const answered = findings[0] !== undefined && answers(findings[0]);
  const nameable = findings.filter((finding) => isNameable(finding.window));
  const good = answered ? nameable.filter(answers) : [];
  const shown = selectShown(good, question.language);
  const rest = nameable.filter((finding) => !shown.includes(finding));
  const toQuotation = (finding: Finding) => quote(knowledge, finding.entry, finding.window, question.concepts);
  return {
    kind: 'answer',
    purpose,
    status: answered ? 'answered' : 'abstained',
    question: text,
    language: question.language,
    quotations: shown.map(toQuotation),
    more: answered ? rest.slice(0, MORE).map((finding) => windowKey(finding.entry, finding.window)) : [],
    missing: missingWords(question.concepts, knowledge),
    nearest: answered ? [] : findings.slice(0, NEAREST).map(toQuotation),
    searchable: question.concepts.length + question.dates.length > 0,
    evidence: { score, threshold },
    extent: extentOf(knowledge),
  };
}

/** Asked words that occur nowhere in the articles, as the user wrote them. */
function missingWords(concepts: readonly Concept[], knowledge: Knowledge): string[] {
  return concepts
    .filter((concept) => !concept.light && !knowledge.index.mentions(concept))
    .map((concept) => concept.surface);
}

/** How many articles there are, and the newest date among them. */
export function extentOf(knowledge: Knowledge): Answer['extent'] {
  const dates = [...knowledge.articles.values()].flatMap((article) => article.date ?? []).sort();
  return { articles: knowledge.articles.size, newest: dates.at(-1) ?? null };
}
