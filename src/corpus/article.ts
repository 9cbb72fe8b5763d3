import type { Problem } from '../errors.ts';
import type { Language } from '../language/language.ts';
import type { Span } from '../span.ts';

/** Where a reported fact was first told: an outlet, with its address and date where they are known. */
export interface Source {
  readonly outlet: string;
  readonly url: string | null;
  /** `2025`, `2025-03` or `2025-03-18`: never more exact than the article says. */
  readonly date: string | null;
}

/** One sentence; trimmed of surrounding white space. */
export type Sentence = Span;

/** A paragraph (or list item, or quotation block): what is indexed. Its span is trimmed of surrounding white space. */
export interface Passage extends Span {
  /** Counted from 1 within its section, as a reader would count paragraphs below a heading. */
  readonly paragraph: number;
  /** At least one; in order, without overlap, together covering all but white space of the passage. */
  readonly sentences: readonly Sentence[];
}

/** What stands below one heading, or before the first one. */
export interface Section {
  /** The heading's text without its markup (`##`), or null before the first heading. */
  readonly heading: Span | null;
  readonly passages: readonly Passage[];
}

/** One file of the corpus. Every span in it is an offset into `text`, which is the file's content, unchanged. */
export interface Article {
  /** The file's name without its ending: unique in a corpus, also across `.md` and `.txt`. */
  readonly id: string;
  /** The file's name with its ending, relative to the folder of articles. */
  readonly file: string;
  /** The file's content as decoded from UTF-8, unchanged: front matter, line ends and a byte order mark included. */
  readonly text: string;
  /** SHA-256 of the file's bytes in hexadecimal. */
  readonly hash: string;
  readonly title: string;
  readonly language: Language;
  /** `2025`, `2025-03` or `2025-03-18`: never more exact than the file says. */
  readonly date: string | null;
  readonly outlet: string | null;
  /** Where the article itself can be read, if anywhere. */
  readonly url: string | null;
  /** What the article is about, e.g. `call-2025-03-18`: the same in every article on one event. */
  readonly event: string | null;
  readonly sources: readonly Source[];
  /** At least one passage in all. */
  readonly sections: readonly Section[];
}

/** A file that was not taken, and why. */
export interface Refusal {
  /** Relative to the folder of articles. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problem: Problem;
}

/** What a folder of articles holds: all that could be read, and what could not. */
export interface Corpus {
  /** Sorted by id. */
  readonly articles: readonly Article[];
  readonly refused: readonly Refusal[];
}
