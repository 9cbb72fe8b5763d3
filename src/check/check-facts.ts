import type { Article } from '../corpus/article.ts';
import { lineOf } from './body.ts';
import { type Demand, demandsOf, participantDemands, readArticle, type Said, unknownParticipants } from './coverage.ts';
import type { Event, FactSource, Facts, Statement } from './facts.ts';
import { count, enumerate, type Finding } from './finding.ts';
import { articlesByEvent } from './form.ts';
import type { NameReader } from './names.ts';

/** How sure a statement is, as far as it matters here: what the first article holds must stay in it in any case. */
export type Group = 'high+medium' | 'low' | 'seed';

/** How many statements there are, and how many of them every article on their event says, as far as can be told. */
export type Coverage = Readonly<Record<Group, { readonly covered: number; readonly all: number }>>;

export interface FactsCheck {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

const groupOf = ({ confidence, seed_fact }: Statement): Group =>
  seed_fact !== undefined || confidence === 'seed' ? 'seed' : confidence === 'low' ? 'low' : 'high+medium';

/** Whether the articles hold what the facts say, with the sources that the facts rest on. */
export function checkFacts(
  articles: readonly Article[],
  facts: Facts,
  names: NameReader,
  factsFile: string,
): FactsCheck {
  const groups = articlesByEvent(articles);
  const covered: Statement[] = [];
  const findings = facts.events.flatMap((event) => {
    const said = (groups.get(event.id) ?? []).map((article) => readArticle(article, names));
    covered.push(...event.statements.filter((statement) => isCovered(statement, said, names)));
    if (said.length === 0) return [withoutArticle(event)];
    return [
      ...checkParticipants(event, said, names, factsFile),
      ...said.flatMap((each) => [
        ...checkDate(event, each.article),
        ...checkSources(event, each.article, facts.sources),
        ...checkStatements(event, each, names),
      ]),
    ];
  });
  const all = facts.events.flatMap((event) => event.statements);
  return {
    findings: [...findings, ...withoutFacts(articles, facts), ...unknownSources(facts, factsFile)],
    coverage: { 'high+medium': tally('high+medium'), low: tally('low'), seed: tally('seed') },
  };

  function tally(group: Group) {
    const within = (statements: readonly Statement[]) => statements.filter((each) => groupOf(each) === group).length;
    return { covered: within(covered), all: within(all) };
  }
}

function isCovered(statement: Statement, said: readonly Said[], names: NameReader): boolean {
  const demands = demandsOf(statement, names);
  return said.length > 0 && said.every((each) => demands.every((demand) => demand.isMet(each)));
}

function withoutArticle({ id, statements }: Event): Finding {
  const ids = enumerate(statements.map((statement) => statement.id));
  return {
    severity: 'error',
    file: `${id}.de.md`,
    line: null,
    problem: `The event has no article, and so ${count(statements.length, 'statement')} none: ${ids}.`,
    remedy: 'Write an article on it in each language.',
  };
}

/** Articles on what the facts do not know, or on an event without a statement. */
function withoutFacts(articles: readonly Article[], { events }: Facts): readonly Finding[] {
  return articles
    .filter(
      ({ event }) => event !== null && !events.some(({ id, statements }) => id === event && statements.length > 0),
    )
    .map((article) => ({
      severity: 'error',
      file: article.file,
      line: lineOf(article, 'event:'),
      problem: `The facts hold no statement on the event “${article.event}”.`,
      remedy: 'Mend the event, or add it to the facts.',
    }));
}

function checkDate(event: Event, article: Article): readonly Finding[] {
  const dates = [event.date, ...(event.end_date === undefined ? [] : [event.end_date])];
  if (article.date !== null && dates.includes(article.date)) return [];
  return [
    {
      severity: 'error',
      file: article.file,
      line: lineOf(article, 'date:'),
      problem: `The date ${article.date} is not that of the event, ${dates.join(' to ')}.`,
      remedy: 'Put the date of the event (of its first or last day) into the front matter.',
    },
  ];
}

function checkSources(event: Event, article: Article, sources: Facts['sources']): readonly Finding[] {
  const findings: Finding[] = [];
  const known = Object.values(sources);
  for (const { url, outlet, date } of article.sources) {
    const same = known.filter((source) => source.url === url);
    if (same.some((source) => source.outlet === outlet && source.date === date)) continue;
    const expected = same.map((source) => `${source.outlet}, ${source.date}`);
    findings.push({
      severity: 'error',
      file: article.file,
      line: lineOf(article, url ?? outlet),
      problem:
        same.length === 0
          ? `The source ${url ?? `“${outlet}”`} is none of the facts' sources.`
          : `The source ${url} is ${expected.join(' or ')} in the facts, not ${outlet}, ${date}.`,
      remedy: 'Name a source of the facts with its outlet, url and date, or add this one to them.',
    });
  }
  for (const statement of event.statements.filter(({ confidence }) => confidence !== 'low')) {
    const wanted = statement.sources.flatMap((id) => sources[id] ?? []).filter(hasAddress);
    if (wanted.length === 0 || wanted.some(({ url }) => article.sources.some((source) => source.url === url))) continue;
    findings.push({
      severity: 'error',
      file: article.file,
      line: lineOf(article, 'sources:'),
      problem: `No source of ${statement.id} is named: ${enumerate(wanted.map(({ url }) => url))}.`,
      remedy: 'Add one of them to “sources”.',
    });
  }
  return findings;
}

/** The first article is a file and no page: what rests on it alone has nothing to link to. */
const hasAddress = ({ url }: FactSource): boolean => /^https?:/.test(url);

function checkStatements(event: Event, said: Said, names: NameReader): readonly Finding[] {
  return event.statements
    .filter((statement) => groupOf(statement) !== 'low')
    .flatMap((statement) => {
      const missing = unmet(demandsOf(statement, names), said);
      if (missing === null) return [];
      return [
        {
          severity: 'error' as const,
          file: said.article.file,
          line: null,
          problem: `${statement.id} (${statement.confidence}) lacks ${missing}.`,
          remedy: `Say in a sentence: ${statement.text}`,
        },
      ];
    });
}

function checkParticipants(
  event: Event,
  said: readonly Said[],
  names: NameReader,
  factsFile: string,
): readonly Finding[] {
  const demands = participantDemands(event, names);
  const missing = said.flatMap((each): Finding[] => {
    const lacking = unmet(demands, each);
    if (lacking === null) return [];
    const problem = `Of those who took part the article lacks ${lacking}.`;
    const remedy = 'Say in a sentence who they are and what part they had.';
    return [{ severity: 'error', file: each.article.file, line: null, problem, remedy }];
  });
  const unknown = unknownParticipants(event, names).map((name): Finding => {
    const problem = `The lexicon does not know “${name}”, who took part in ${event.id}.`;
    const remedy = 'Add the name to corpus/lexicon/names.yaml; whether the articles hold it cannot be told.';
    return { severity: 'error', file: factsFile, line: null, problem, remedy };
  });
  return [...missing, ...unknown];
}

function unmet(demands: readonly Demand[], said: Said): string | null {
  const missing = demands.filter((demand) => !demand.isMet(said)).map(({ shown }) => shown);
  return missing.length === 0 ? null : enumerate(missing);
}

function unknownSources({ events, sources }: Facts, factsFile: string): readonly Finding[] {
  return events
    .flatMap(({ statements }) => statements)
    .flatMap(({ id, sources: ids }) => ids.filter((source) => !(source in sources)).map((source) => ({ id, source })))
    .map(({ id, source }) => ({
      severity: 'error',
      file: factsFile,
      line: null,
      problem: `${id} names the source “${source}”, which is not in “sources”.`,
      remedy: 'Add it there, or mend its name.',
    }));
}
