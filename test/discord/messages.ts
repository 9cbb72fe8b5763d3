import fc from 'fast-check';
import { expect } from 'vitest';
import type { Quotation } from '../../src/answer/schemas.ts';
import { readCustomId } from '../../src/discord/custom-id.ts';
import type { Draft } from '../../src/discord/draft.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import type { Audience } from '../../src/discord/render/answer.ts';
import { rulesCheck } from '../../src/sandbox/rules/rules.ts';
import { hostileText, spansOf } from './hostile.ts';

/** Discord's flag for Components V2. */
const V2 = 1 << 15;

export interface Texts {
  readonly contents: readonly string[];
  readonly customIds: readonly string[];
}

export function partsOf(draft: Draft): Texts {
  const contents: string[] = [];
  const customIds: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('content' in value && typeof value.content === 'string') contents.push(value.content);
      if ('custom_id' in value && typeof value.custom_id === 'string') customIds.push(value.custom_id);
      Object.values(value).forEach(visit);
    }
  };
  visit(draft.components);
  return { contents, customIds };
}

/** What would be wrong with a draft as a message: by the rules of Discord, and by our own stricter limits. */
export function expectSendable(draft: Draft): void {
  const body = JSON.parse(JSON.stringify({ flags: V2, components: draft.components }));
  const request = { method: 'POST', path: '', route: '/channels/{channel_id}/messages', body, files: [] };
  expect(rulesCheck(request)).toEqual([]);
  const { contents, customIds } = partsOf(draft);
  const text = contents.join('');
  expect(text.length).toBeLessThanOrEqual(LIMITS.textCharacters);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMITS.textBytes);
  for (const customId of customIds) expect(readCustomId(customId), customId).not.toBeNull();
}

/** Quotations of hostile articles: the text of each with the quotation, long or short. */
export const quoted = (pieces: number): fc.Arbitrary<{ article: string; quotation: Quotation }> =>
  fc
    .record({ before: hostileText(3), middle: hostileText(pieces), repeat: fc.integer({ min: 1, max: 6 }) })
    .map(({ before, middle, repeat }) => ({ before, text: middle.repeat(repeat).trim() }))
    .filter(({ text }) => text !== '')
    .chain(({ before, text }) =>
      fc.record({
        before: fc.constant(before),
        text: fc.constant(text),
        marks: spansOf(text),
        title: hostileText(12),
        outlet: fc.option(hostileText(6)),
        section: fc.option(hostileText(12)),
        url: fc.constantFrom(null, 'https://a.example/b', `https://a.example/${'x'.repeat(480)}`),
        names: fc.array(hostileText(3), { maxLength: 3 }),
        key: fc.nat({ max: 9_999 }).map((number) => `k${String(number).padStart(5, '0')}001`),
      }),
    )
    .map(({ before, text, marks, title, outlet, section, url, names, key }) => ({
      article: before + text,
      quotation: {
        ref: { article: 'a', revision: before + text, start: before.length, end: before.length + text.length },
        key,
        text,
        marks: marks.map(({ start, end }) => ({ start: start + before.length, end: end + before.length })),
        language: 'de' as const,
        title,
        outlet,
        date: '2025-03-18',
        event: null,
        section,
        paragraph: 1,
        url,
        sources: [{ outlet: title, url: 'https://b.example/', date: null }],
        voice: 'unclear' as const,
        source: names.map((name) => ({ de: name, en: name })),
        actor: [],
        statement: null,
      },
    }));

export const unique = <T extends { quotation: Quotation }>(
  many: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<T[]> => fc.uniqueArray(many, { maxLength, selector: ({ quotation }) => quotation.key });

export const audiences: fc.Arbitrary<Audience> = fc.record({
  locale: fc.constantFrom('de' as const, 'en' as const),
  isPrivate: fc.boolean(),
  canShare: fc.boolean(),
  asker: fc.constant('123456789012345678'),
});

/** The text of an article is its own hash here. */
export const textOf = (hash: string): string => hash;
