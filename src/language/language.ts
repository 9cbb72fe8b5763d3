/** The two languages that Wortlaut reads, answers in and speaks. */
export const LANGUAGES = ['de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text in both languages; leaving one out is a compile error. */
export type Localised<T = string> = Readonly<Record<Language, T>>;
