import type { Nodes, Root, Yaml } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

import type { Span } from '../span.ts';
import type { Section } from './article.ts';
import { ArticleFault } from './fault.ts';
import type { FrontMatter } from './front-matter.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Block } from './sections.ts';
import { buildSections } from './sections.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** What an HTML block holds besides what it says. */
const HTML_MARKUP = /<!--[\s\S]*?(?:-->|$)|<[^>]*>/g;

const OPENING_FENCE = /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|\n|\r|$)/;
const CLOSING_FENCE = /(?:\r\n|\n|\r)[\t >]*(?:`{3,}|~{3,})[\t ]*$/;

/** What is read from a Markdown file: its data and its text. */
export interface MarkdownText {
  readonly frontMatter: FrontMatter;
  readonly sections: readonly Section[];
}

/**
 * Reads CommonMark with YAML front matter. Every heading starts a section; every paragraph, code block and HTML block
 * that says something is a passage, also within lists and quotations.
 *
 * @throws ArticleFault `article.front-matter` where it is missing or wrong
 */
export function readMarkdown(text: string): MarkdownText {
  // micromark skips a byte order mark without counting it: it is taken off here, and counted again in every offset.
  const shift = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const body = text.slice(shift);
  const tree = fromMarkdown(body, {
    extensions: [frontmatter('yaml')],
    mdastExtensions: [frontmatterFromMarkdown('yaml')],
  });
  const yaml = frontMatterOf(tree, body);
  const frontMatter = readFrontMatter(yaml.value, yaml.position?.start.line ?? 1);
  return { frontMatter, sections: buildSections(text, blocksOf(tree, body, shift), frontMatter.language) };
}

function frontMatterOf(tree: Root, body: string): Yaml {
  const [first] = tree.children;
  if (first?.type === 'yaml') return first;
  const expected = /^---[\t ]*[\r\n]/.test(body) ? 'closing-fence' : 'front-matter';
  throw new ArticleFault(1, 'article.front-matter', { field: null, expected, found: null });
}

/** The blocks below a node, in reading order. */
function* blocksOf(node: Nodes, body: string, shift: number): Generator<Block> {
  const span = spanOf(node);
  const passage = (within: Span): Block => ({ kind: 'passage', span: shifted(within, shift) });
  switch (node.type) {
    case 'heading': {
      const words = wordsOf(node.children);
      yield { kind: 'heading', span: words === null ? null : shifted(words, shift) };
      return;
    }
    case 'paragraph':
      yield passage(span);
      return;
    case 'code':
      yield passage(codeWithin(body, span));
      return;
    case 'html':
      if (node.value.replace(HTML_MARKUP, '').trim() !== '') yield passage(span);
      return;
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
      for (const child of node.children) yield* blocksOf(child, body, shift);
      return;
    default:
      // Front matter, link definitions and thematic breaks say nothing.
      return;
  }
}

/** From the first to the last word of a heading, without `##` or underline. */
function wordsOf(children: readonly Nodes[]): Span | null {
  const first = children[0];
  const last = children.at(-1);
  return first === undefined || last === undefined ? null : { start: spanOf(first).start, end: spanOf(last).end };
}

/** The code without its fences; indented code has none. */
function codeWithin(body: string, span: Span): Span {
  const code = body.slice(span.start, span.end);
  const opening = OPENING_FENCE.exec(code)?.[0].length ?? 0;
  if (opening === 0) return span;
  const closing = CLOSING_FENCE.exec(code)?.[0].length ?? 0;
  return { start: span.start + opening, end: Math.max(span.start + opening, span.end - closing) };
}

function spanOf(node: Nodes): Span {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  // The parser places every node that it reads from text; one without a place would silently lose its words.
  if (start === undefined || end === undefined) throw new TypeError(`a ${node.type} without a place in its text`);
  return { start, end };
}

function shifted(span: Span, shift: number): Span {
  return { start: span.start + shift, end: span.end + shift };
}
