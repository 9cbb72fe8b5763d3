import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuotationRef } from '../../src/answer/schemas.ts';
import type { Draft } from '../../src/discord/draft.ts';
import { escapeLine, renderQuote } from '../../src/discord/escape.ts';
import { verify } from '../../src/discord/guard.ts';
import { WortlautError } from '../../src/errors.ts';
import { hostileText, spansOf } from './hostile.ts';

interface Quoted {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** An article with a span of it that may be quoted: neither empty nor with white space at its ends. */
const quotedArticle: fc.Arbitrary<Quoted> = fc
  .tuple(hostileText(6), hostileText(), hostileText(6))
  .map(([before, middle, after]) => ({ before, quotation: middle.trim(), after }))
  .filter(({ quotation }) => quotation !== '')
  .map(({ before, quotation, after }) => ({
    text: before + quotation + after,
    span: { start: before.length, end: before.length + quotation.length },
  }));

const refOf = ({ span }: Quoted, index: number): QuotationRef => ({
  article: `article-${index}`,
  revision: `hash-${index}`,
  ...span,
});
const sliceOf = ({ text, span }: Quoted): string => text.slice(span.start, span.end);

/** What of a draft is checked. */
type Checked = Pick<Draft, 'components' | 'claims'>;

/** A message of texts, alternately plain and beside a button, with claims. */
function draftOf(texts: readonly string[], claims: readonly QuotationRef[]): Checked {
  const button = { type: ComponentType.Button as const, style: 2 as const, label: 'x', custom_id: 'x' };
  return {
    components: [
      {
        type: ComponentType.Container,
        components: texts.map((content, index) => {
          const text = { type: ComponentType.TextDisplay as const, content };
          return index % 2 === 0
            ? text
            : { type: ComponentType.Section as const, components: [text], accessory: button };
        }),
      },
      { type: ComponentType.ActionRow, components: [button] },
    ],
    claims,
  };
}

const library = (articles: readonly Quoted[]) => (hash: string) => articles[Number(hash.replace('hash-', ''))]?.text;

function refusalOf(draft: Checked, articles: readonly Quoted[]): string | null {
  try {
    verify(draft, library(articles));
    return null;
  } catch (error) {
    if (error instanceof WortlautError) return error.id;
    throw error;
  }
}

describe('the verbatim guard', () => {
  it('passes a message whose every quotation stands in its article, components unchanged', () => {
    const drafts = fc
      .array(
        quotedArticle.chain((article) =>
          fc.record({ article: fc.constant(article), marks: spansOf(sliceOf(article)), cited: hostileText(6) }),
        ),
        { maxLength: 4 },
      )
      .map((entries) => ({
        articles: entries.map(({ article }) => article),
        draft: draftOf(
          entries.map(
            ({ article, marks, cited }) => `${renderQuote(sliceOf(article), marks)}\n-# ${escapeLine(cited)}`,
          ),
          entries.map(({ article }, index) => refOf(article, index)),
        ),
      }));
    fc.assert(
      fc.property(drafts, ({ articles, draft }) => {
        expect(verify(draft, library(articles)).components).toEqual(draft.components);
      }),
    );
  });

  it('refuses a quotation in which one character was changed, dropped or added', () => {
    const tampered = fc.record({
      article: quotedArticle,
      at: fc.nat(),
      how: fc.constantFrom('change', 'drop', 'add'),
      by: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    });
    fc.assert(
      fc.property(tampered, ({ article, at, how, by }) => {
        const quotation = sliceOf(article);
        const place = at % (quotation.length + (how === 'add' ? 1 : 0));
        const rest = quotation.slice(how === 'add' ? place : place + 1);
        const altered = quotation.slice(0, place) + (how === 'drop' ? '' : by) + rest;
        fc.pre(altered !== quotation);
        const draft = draftOf([renderQuote(altered, [])], [refOf(article, 0)]);
        expect(refusalOf(draft, [article])).toBe('guard.not-verbatim');
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a change to the shown text that a reader would see', () => {
    const article = { text: 'Es wurde *nicht* vereinbart.', span: { start: 0, end: 28 } };
    const shown = renderQuote(article.text, []);
    const claims = [refOf(article, 0)];
    expect(refusalOf(draftOf([shown], claims), [article])).toBeNull();
    expect(refusalOf(draftOf([shown.replace('nicht', '')], claims), [article])).toBe('guard.not-verbatim');
    expect(refusalOf(draftOf([shown.replaceAll('\\', '')], claims), [article])).toBe('guard.not-verbatim');
    expect(refusalOf(draftOf([shown.replace('> ', '')], claims), [article])).toBe('guard.not-verbatim');
  });

  it('refuses a quotation without a claim, a claim without a quotation, and claims in another order', () => {
    fc.assert(
      fc.property(fc.tuple(quotedArticle, quotedArticle), ([first, second]) => {
        const shown = [first, second].map((article) => renderQuote(sliceOf(article), []));
        const claims = [refOf(first, 0), refOf(second, 1)];
        const articles = [first, second];
        expect(refusalOf(draftOf(shown, claims), articles)).toBeNull();
        expect(refusalOf(draftOf(shown, claims.slice(0, 1)), articles)).toBe('guard.not-verbatim');
        expect(refusalOf(draftOf(shown.slice(0, 1), claims), articles)).toBe('guard.not-verbatim');
        expect(refusalOf(draftOf([], claims), articles)).toBe('guard.not-verbatim');
        fc.pre(sliceOf(first) !== sliceOf(second));
        expect(refusalOf(draftOf(shown, [...claims].reverse()), articles)).toBe('guard.not-verbatim');
      }),
    );
  });

  it('refuses a quotation of a revision that is served no more, and a claim of nothing', () => {
    const article = { text: 'Ein Satz.', span: { start: 0, end: 9 } };
    expect(refusalOf(draftOf([renderQuote(article.text, [])], [refOf(article, 7)]), [article])).toBe(
      'guard.not-verbatim',
    );
    const empty = { text: 'Ein Satz.', span: { start: 3, end: 3 } };
    expect(refusalOf(draftOf([renderQuote('', [])], [refOf(empty, 0)]), [empty])).toBe('guard.not-verbatim');
  });

  it('names the article of the quotation that it refuses', () => {
    const article = { text: 'Ein Satz.', span: { start: 0, end: 9 } };
    expect(() => verify(draftOf(['> Kein Satz.'], [refOf(article, 0)]), library([article]))).toThrow(
      new WortlautError('guard.not-verbatim', { article: 'article-0' }),
    );
  });
});
