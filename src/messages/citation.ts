import { CONDITION_STATUSES } from '../answer/listing-schemas.ts';
import type { Quotation } from '../answer/schemas.ts';
import type { Language, Localised } from '../language/language.ts';
import { dateIn } from './dates.ts';
import { messagesIn } from './index.ts';

/** What a quotation must tell of itself to be cited. */
export interface Citable {
  readonly voice: 'source' | 'article' | 'unclear';
  readonly source: readonly Localised[];
  readonly actor: readonly Localised[];
  readonly statement: Quotation['statement'];
  readonly outlet: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly section: string | null;
  readonly paragraph: number;
}

/**
 * Who says it and, where that is somebody else, whose act it is. An act that a source tells of stands on its word alone
 * ("agreed, according to X"); to say or report something is no act that had to be named. Where no source tells of an
 * act, those who act stand beside it, so that it does not read as if the article itself demanded it.
 */
export function whoSays({ voice, source, actor, statement }: Citable, locale: Language): string[] {
  const { citation: texts, statuses } = messagesIn(locale);
  const says = source.map((name) => name[locale]);
  const acts = actor.map((name) => name[locale]).filter((name) => !says.includes(name));
  const status = statement === null || NO_ACTS.has(statement) ? null : statuses[statement];
  const whose = acts.length === 0 ? [] : [texts.acts(acts)];
  if (says.length > 0) return [status === null ? texts.says(says) : texts.according(status, says), ...whose];
  const told = voice === 'article' ? texts.articleItself : texts.unclear;
  if (status === null) return [told, ...whose];
  const unknown = statement !== null && acts.length === 0 && OF_SOMEBODY.has(statement) ? [texts.actsUnknown] : [];
  return [status, ...whose, ...unknown, told];
}

const NO_ACTS: ReadonlySet<string> = new Set<Quotation['statement'] & string>(['claimed', 'background']);
/** A demand without the one who demands tells half of it: that it is not known has to be said. */
const OF_SOMEBODY: ReadonlySet<string> = new Set(CONDITION_STATUSES);

/** Where it stands: outlet, title, date, section, paragraph. */
export function whereItStands(quotation: Citable, locale: Language): string[] {
  const { citation: texts } = messagesIn(locale);
  return [
    ...(quotation.outlet === null ? [] : [quotation.outlet]),
    quotation.title,
    quotation.date === null ? texts.undated : dateIn(quotation.date, locale),
    quotation.section === null ? texts.lead : texts.section(quotation.section),
    texts.paragraph(quotation.paragraph),
  ];
}
