import type { Language } from '../language/language.ts';

/** Words at the head of a sentence that point back: alone, such a sentence is not understood. */
const POINTS_BACK: Readonly<Record<Language, RegExp>> = {
  de: /^(?:er|sie|es|ihm|ihr|ihnen|dies\p{L}*|das|dafür|dagegen|darüber|daran|darin|dabei|dazu|damit|dann|demnach|deshalb|daher|dort|diese\p{L}*|jene\p{L}*)(?!\p{L})/iu,
  en: /^(?:he|she|it|they|this|that|these|those|there|then|thus|therefore|his|her|their|in return|in that case)(?!\p{L})/iu,
};

/** Whether a sentence alone is not understood, because its head points to the one before. */
export const pointsBack = (sentence: string, language: Language): boolean => POINTS_BACK[language].test(sentence);
