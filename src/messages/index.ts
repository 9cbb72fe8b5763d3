import type { Problem } from '../errors.ts';
import type { Language } from '../language/language.ts';
import type { Catalogue } from './catalogue.ts';
import { german } from './de.ts';
import { english } from './en.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { de: german, en: english };

/** The texts of a language. */
export const messagesIn = (language: Language): Catalogue => CATALOGUES[language];

/** What went wrong, in words. */
export function describeProblem(problem: Problem, language: Language): string {
  // Identifier and facts belong together by the type of Problem; TypeScript cannot follow that through the lookup.
  const describe: (facts: never) => string = CATALOGUES[language].errors[problem.id];
  return describe(problem.facts as never);
}

/** The language of a Discord or operating system locale (`de`, `de_DE.UTF-8`, `en-US`): German or else English. */
export const languageOfLocale = (locale: string | null | undefined): Language =>
  /^de\b|^de[_-]/i.test(locale ?? '') ? 'de' : 'en';
