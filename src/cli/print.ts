import type { Answer, Quotation } from '../answer/schemas.ts';
import type { Language } from '../language/language.ts';
import { whereItStands, whoSays } from '../messages/citation.ts';
import { messagesIn } from '../messages/index.ts';

/** Control characters would act on a terminal instead of being shown; line ends stay. */
const CONTROL = /[^\P{Cc}\n]/gu;

/** An answer as readable text: quotation, who, where. */
export function printAnswer(answer: Answer, locale: Language): string {
  const texts = messagesIn(locale).answer;
  if (answer.status === 'answered')
    return answer.quotations.map((quotation) => printQuotation(quotation, locale)).join('\n');
  const lines = [texts.abstained];
  if (!answer.searchable) lines.push(texts.nothingToSearch);
  if (answer.missing.length > 0) lines.push(texts.missing(answer.missing));
  lines.push(texts.extent(answer.extent.articles, answer.extent.newest));
  if (answer.nearest.length > 0) {
    lines.push('', texts.nearest, ...answer.nearest.map((quotation) => printQuotation(quotation, locale)));
  }
  return lines.map((line) => line.replace(CONTROL, '')).join('\n');
}

function printQuotation(quotation: Quotation, locale: Language): string {
  const source = quotation.sources.find(({ url }) => url !== null);
  // The article's own address needs no name; any other must not be taken for it.
  const link = quotation.url ?? (source && `${messagesIn(locale).citation.source(source.outlet)} · ${source.url}`);
  const lines = [
    quotation.text,
    `  ${whoSays(quotation, locale).join(' · ')}`,
    `  ${whereItStands(quotation, locale).join(' · ')}`,
    ...(link === undefined ? [] : [`  ${link}`]),
  ];
  return `${lines.join('\n').replace(CONTROL, '')}\n`;
}
