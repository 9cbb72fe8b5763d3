import { voiceTerm } from '../../language/acts.ts';
import { isName } from '../../language/analysis.ts';
import type { Language } from '../../language/language.ts';
import type { Question } from '../../language/question.ts';
import type { AnswerType } from '../../language/scaffold.ts';
import { holdsDuration } from './lengths.ts';
import { holdsNumber } from './numbers.ts';
import type { Offered } from './offered.ts';
import { holdsPerson } from './persons.ts';
import { holdsPlace } from './places.ts';
import { holdsTime } from './times.ts';

const REASON: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:weil|denn|deshalb|daher|wegen|aufgrund|grund|gründe|damit|um|ziel|angesichts|nachdem|begründe\p{L}*|verw(?:ies|eis)\p{L}* auf|berief\p{L}*|vermeiden|verhindern|sonst|andernfalls|wäre[nr]?|hätten?)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:because|since|due|therefore|reasons?|in order|so that|over|after|given|cit(?:ed|ing)|blam(?:ed|ing)|argu(?:ed|ing)|avoid|prevent|otherwise|would(?:n['’]t| not)? (?:be|have))(?!\p{L})/iu,
};

type Check = (question: Question, offered: Offered) => boolean;

const CHECKS: Readonly<Record<AnswerType, Check>> = {
  any: () => true,
  person: holdsPerson,
  place: holdsPlace,
  number: holdsNumber,
  duration: holdsDuration,
  time: holdsTime,
  reason: (_question, { text, language }) => REASON[language].test(text),
  speech: (question, { terms }) => {
    const { speaker } = question.sought;
    const names = [...((speaker === null ? undefined : question.concepts[speaker])?.variants.keys() ?? [])].filter(
      isName,
    );
    if (names.length === 0) return true;
    const voices = new Set(terms());
    return names.some((name) => voices.has(voiceTerm(name)));
  },
};

/** Whether a text holds a thing of the type that the question asks for. */
export function offersType(question: Question, offered: Offered): boolean {
  const { deeds } = question.sought;
  // What the lexicon does not know may be told in words that nobody connected with it.
  const isDone = (deed: number): boolean => offered.speaksOf(deed) > 0 || question.concepts[deed]?.inLexicon !== true;
  return (deeds.length === 0 || deeds.some(isDone)) && CHECKS[question.type](question, offered);
}
