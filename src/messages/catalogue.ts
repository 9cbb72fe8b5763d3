import type { FilterName, ListingName } from '../answer/listing-schemas.ts';
import type { Answer, Quotation } from '../answer/schemas.ts';
import type { ErrorFacts, ErrorId } from '../errors.ts';
import type { Language } from '../language/language.ts';
import type { Part } from '../language/part-cues.ts';

/** Everything that a user reads and that is not a quotation. Both languages implement it: a missing text is a compile error. */
export interface Catalogue {
  /** One sentence or two: what failed, where, and what to do. */
  readonly errors: { readonly [Id in ErrorId]: (facts: ErrorFacts[Id]) => string };

  readonly answer: {
    readonly abstained: string;
    readonly nothingToSearch: string;
    /** On Discord, to who seems not to know what the bot is for. */
    readonly tryHelp: string;
    readonly missing: (words: readonly string[]) => string;
    readonly extent: (articles: number, newest: string | null) => string;
    readonly nearest: string;
    readonly noSources: string;
    readonly sourcesFound: string;
    readonly asked: (question: string) => string;
    readonly furtherPassages: string;
    readonly outdated: (count: number) => string;
    /** Instead of a quotation that no message can hold whole. */
    readonly tooLong: string;
    readonly context: string;
    readonly sharedBy: (user: string) => string;
  };

  /** What a statement does, in a word or two. */
  readonly statuses: Readonly<Record<NonNullable<Quotation['statement']>, string>>;
  /** What somebody was in an event. */
  readonly parts: Readonly<Record<Part, string>>;

  readonly listing: {
    readonly titles: Readonly<Record<ListingName, string>>;
    /** The title of terms that are narrowed to one status. */
    readonly termsThatAre: (status: string) => string;
    readonly filters: Readonly<Record<FilterName, string>>;
    /** The heading of what belongs to no topic, to nobody's side … */
    readonly others: Readonly<Record<ListingName, string>>;
    readonly range: (first: number, last: number, total: number) => string;
    readonly undated: (count: number) => string;
    readonly nothing: string;
    /** Before what there would be instead of a filter's value. */
    readonly instead: (filter: string) => string;
    /** One of the compared sides says nothing on the topic. */
    readonly silent: (side: string) => string;
    /** Instead of a quotation that stands right above. */
    readonly sameSentence: string;
    readonly further: string;
  };

  readonly pick: {
    /** Above buttons, one for each thing that a name fits. */
    readonly which: (value: string) => string;
    readonly more: (count: number) => string;
  };

  readonly citation: {
    /** A status that stands on the word of those who are named. */
    readonly according: (status: string, names: readonly string[]) => string;
    readonly says: (names: readonly string[]) => string;
    readonly acts: (names: readonly string[]) => string;
    /** Somebody acts, but it was not recognised who. */
    readonly actsUnknown: string;
    readonly articleItself: string;
    readonly unclear: string;
    readonly undated: string;
    readonly lead: string;
    readonly paragraph: (number: number) => string;
    readonly section: (heading: string) => string;
    /** Words of an article inside a line of ours. */
    readonly quoted: (words: string) => string;
    readonly source: (outlet: string) => string;
    readonly openArticle: string;
  };

  readonly buttons: {
    readonly more: string;
    readonly context: string;
    readonly share: string;
    readonly delete: string;
  };

  readonly article: {
    readonly date: string;
    readonly outlet: string;
    readonly event: string;
    readonly language: string;
    readonly languageName: Readonly<Record<Language, string>>;
    readonly words: (count: number) => string;
    readonly sections: string;
    readonly passages: (count: number) => string;
    readonly sources: string;
    readonly opening: string;
    readonly id: string;
    readonly furtherSources: (count: number) => string;
  };

  readonly about: {
    readonly title: string;
    readonly what: string;
    readonly size: (articles: number, passages: number, events: number) => string;
    readonly range: (oldest: string | null, newest: string | null) => string;
    readonly languages: (german: number, english: number) => string;
    readonly revision: (revision: string) => string;
    readonly privacy: string;
  };

  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly direct: string;
    readonly menu: (name: string) => string;
    readonly honest: string;
  };

  readonly report: {
    readonly done: string;
    readonly dryRun: string;
    readonly summary: (articles: number, milliseconds: number) => string;
    readonly added: (count: number) => string;
    readonly changed: (count: number) => string;
    readonly removed: (count: number) => string;
    readonly refused: (count: number) => string;
    readonly lexiconChanged: string;
    /** Neither an article nor the lexicon is another than before. */
    readonly unchanged: string;
    readonly refusal: (file: string, line: number, reason: string) => string;
    readonly andMore: (count: number) => string;
  };

  readonly cli: {
    readonly usage: string;
    /** What `--explain` prints: for whoever mends the lexicon or the weights. */
    readonly explain: {
      question(language: Language, type: string): string;
      readonly light: string;
      corrected(meant: string): string;
      passages(count: number): string;
      threshold(value: string): string;
      finding(score: string, factor: string, typeFound: boolean): string;
      readonly outcome: Readonly<Record<Answer['status'], string>>;
    };
  };

  readonly start: {
    readonly ready: (name: string, articles: number, milliseconds: number) => string;
    readonly refused: (file: string, line: number, reason: string) => string;
    readonly invitation: (url: string) => string;
    readonly sandbox: (url: string) => string;
    readonly serving: string;
  };
}
