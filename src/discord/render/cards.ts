import type { About, ArticleCard } from '../../answer/schemas.ts';
import type { Help } from '../../command/contract.ts';
import type { Language } from '../../language/language.ts';
import type { ReindexReport } from '../../library/report.ts';
import { dateIn } from '../../messages/dates.ts';
import { describeProblem, messagesIn } from '../../messages/index.ts';
import { shorten } from '../../shorten.ts';
import { type Draft, linkButton, Writer } from '../draft.ts';
import { escapeLine } from '../escape.ts';
import { type Audience, writeDelete } from './answer.ts';
import { writeQuotation } from './quotation.ts';

const LONGEST_NAME = 150;
/** Sections, sources and files listed one by one; a message has room for no more. */
const MOST_LISTED = 12;
/** UTF-8 bytes of one list: the four lists of a report, with their titles, fit into one message. */
const LIST_BYTES = 780;
/** A row holds five buttons. */
const MOST_LINKS = 5;
/** Of a hash this much is enough to tell revisions apart by eye. */
const SHORT_HASH = 12;

/** The data of an article. */
export function renderArticle(card: ArticleCard, audience: Audience): Draft {
  const { locale } = audience;
  const { article: texts, citation } = messagesIn(locale);
  const line = (text: string): string => escapeLine(shorten(text, LONGEST_NAME));
  const writer = new Writer();
  writer.text(`## ${line(card.title)}`);
  const data = [
    [texts.date, card.date === null ? citation.undated : dateIn(card.date, locale)],
    [texts.outlet, card.outlet === null ? null : line(card.outlet)],
    [texts.event, card.event === null ? null : line(card.event)],
    [texts.language, `${texts.languageName[card.language]}, ${texts.words(card.words)}`],
    [texts.id, line(card.id)],
  ].flatMap(([name, value]) => (value == null ? [] : [`**${name}:** ${value}`]));
  writer.text(data.join('\n'));
  const sections = card.sections.map(
    (section) =>
      `- ${section.heading === null ? citation.lead : line(section.heading)} (${texts.passages(section.passages)})`,
  );
  writer.text(`**${texts.sections}**\n${capped(sections, texts.furtherSources)}`);
  if (card.sources.length > 0) {
    const sources = card.sources.map(
      (source) => `- ${line(source.outlet)}${source.date === null ? '' : `, ${dateIn(source.date, locale)}`}`,
    );
    // Several pages of one outlet on one day are told apart by the links alone.
    writer.text(`**${texts.sources}**\n${capped([...new Set(sources)], texts.furtherSources)}`);
  }
  if (card.opening !== null) {
    writeQuotation(writer, card.opening, locale, { above: [texts.opening], separated: true });
  }
  const links = [
    ...(card.url === null ? [] : [linkButton(citation.openArticle, card.url)]),
    ...card.sources.flatMap((source) => (source.url === null ? [] : [linkButton(source.outlet, source.url)])),
  ];
  for (const link of links.filter((each) => each !== undefined).slice(0, MOST_LINKS)) writer.button(link);
  if (!audience.isPrivate) writeDelete(writer, audience);
  return writer.draft();
}

function capped(lines: readonly string[], more: (count: number) => string): string {
  const listed: string[] = [];
  let bytes = 0;
  for (const line of lines.slice(0, MOST_LISTED)) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > LIST_BYTES) break;
    listed.push(line);
  }
  return (listed.length === lines.length ? listed : [...listed, more(lines.length - listed.length)]).join('\n');
}

/** What the bot knows. */
export function renderAbout(about: About, locale: Language): Draft {
  const { about: texts } = messagesIn(locale);
  const writer = new Writer();
  writer.text(`## ${texts.title}\n${texts.what}`);
  writer.text(
    [
      `${texts.size(about.articles, about.passages, about.events)} ${texts.range(about.oldest, about.newest)}`,
      texts.languages(about.languages.de, about.languages.en),
      texts.privacy,
      `-# ${texts.revision(about.revision.slice(0, SHORT_HASH))}`,
    ].join('\n'),
  );
  return writer.draft();
}

/** How to use the bot. */
export function renderHelp(help: Help, locale: Language): Draft {
  const { help: texts } = messagesIn(locale);
  const writer = new Writer();
  const commands = help.commands.map(({ name, description }) => `**/${name}** – ${description[locale]}`);
  const menus = help.menus.map((name) => texts.menu(name[locale]));
  writer.text(`## ${texts.title}\n${texts.intro}\n${commands.join('\n')}`);
  writer.text([texts.direct, ...menus, texts.honest].join('\n\n'));
  return writer.draft();
}

/** What a reindex changed, or would change. */
export function renderReport(report: ReindexReport, locale: Language): Draft {
  const { report: texts } = messagesIn(locale);
  const writer = new Writer();
  writer.text(
    `**${report.dryRun ? texts.dryRun : texts.done}**\n${texts.summary(report.articles, report.milliseconds)}`,
  );
  const changes = [
    [texts.added, report.added],
    [texts.changed, report.changed],
    [texts.removed, report.removed],
  ] as const;
  for (const [title, articles] of changes) {
    if (articles.length === 0) continue;
    const lines = articles.map(
      (article) =>
        `- ${escapeLine(shorten(article.title, LONGEST_NAME))} (${escapeLine(shorten(article.id, LONGEST_NAME))})`,
    );
    writer.text(`**${title(articles.length)}**\n${capped(lines, texts.andMore)}`);
  }
  if (report.lexicon) writer.text(texts.lexiconChanged);
  else if (changes.every(([, articles]) => articles.length === 0)) writer.text(texts.unchanged);
  if (report.refused.length > 0) {
    const lines = report.refused.map(({ file, line, problem }) => {
      const reason = escapeLine(shorten(describeProblem(problem, locale), LONGEST_NAME * 2));
      return `- ${texts.refusal(escapeLine(shorten(file, LONGEST_NAME)), line, reason)}`;
    });
    writer.text(`**${texts.refused(report.refused.length)}**\n${capped(lines, texts.andMore)}`);
  }
  return writer.draft();
}
