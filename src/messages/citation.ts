import type { Language, Localised } from '../language/language.ts';
import { dateIn } from './dates.ts';
import { messagesIn } from './index.ts';

/** What a quotation must tell of itself to be cited. */
export interface Citable {
  readonly voice: 'source' | 'article' | 'unclear';
  readonly source: readonly Localised[];
  readonly actor: readonly Localised[];
  readonly outlet: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly section: string | null;
  readonly paragraph: number;
}

/** Who says it and, where that is somebody else, whose act it is. */
export function whoSays({ voice, source, actor }: Citable, locale: Language): string[] {
  const { citation: texts } = messagesIn(locale);
  const says = source.map((name) => name[locale]);
  const acts = actor.map((name) => name[locale]).filter((name) => !says.includes(name));
  return [
    says.length > 0 ? texts.says(says) : voice === 'article' ? texts.articleItself : texts.unclear,
    ...(acts.length === 0 ? [] : [texts.acts(acts)]),
  ];
}

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
