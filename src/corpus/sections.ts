import type { Language } from '../language/language.ts';
import type { Span } from '../span.ts';
import type { Passage, Section } from './article.ts';
import { splitSentences } from './sentences.ts';
import { isEmpty, trimSpan } from './text.ts';

/** A part of an article in reading order: a heading (null where it has no text) or something to quote. */
export type Block =
  | { readonly kind: 'heading'; readonly span: Span | null }
  | { readonly kind: 'passage'; readonly span: Span };

/** The blocks of an article as sections of passages of sentences. What has no text but white space is left out. */
export function buildSections(text: string, blocks: Iterable<Block>, language: Language): readonly Section[] {
  let passages: Passage[] = [];
  const lead: Section = { heading: null, passages };
  const sections = [lead];
  for (const block of blocks) {
    const span = block.span === null ? null : trimSpan(text, block.span);
    const words = span === null || isEmpty(span) ? null : span;
    if (block.kind === 'heading') {
      passages = [];
      sections.push({ heading: words, passages });
    } else if (words !== null) {
      passages.push({ ...words, paragraph: passages.length + 1, sentences: splitSentences(text, words, language) });
    }
  }
  return lead.passages.length === 0 ? sections.slice(1) : sections;
}
