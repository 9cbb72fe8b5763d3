import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runRequest } from '../../src/answer/handlers.ts';
import type { Knowledge } from '../../src/answer/knowledge.ts';
import {
  aboutSchema,
  answerSchema,
  articleCardSchema,
  choicesSchema,
  contextSchema,
  type Quotations,
  quotationsSchema,
} from '../../src/answer/schemas.ts';
import { corpora, knowledgeOf, markdown, questions } from './knowledge.ts';

const FILES = {
  'gespraech.md': markdown(
    'Trump und Putin telefonierten am Dienstag. Sie sprachen über eine Waffenruhe.\n\nDer Kreml nannte Bedingungen.\n\n## Austausch\n\nAm Mittwoch werden 175 Kriegsgefangene ausgetauscht.',
    { title: 'Das Gespräch: Waffenruhe?', event: 'call-2025-03-18' },
  ),
  'talks.md': markdown('The talks went on in Istanbul.', {
    title: 'The talks',
    language: 'en',
    outlet: 'Courier',
    date: '2025-05',
  }),
  'alt.txt': 'Ein Artikel ohne Datum. Er handelt von Getreide.',
};
const known = knowledgeOf(FILES);

const quotations = (keys: readonly string[], question: string | null = null, knowledge = known): Quotations =>
  quotationsSchema.parse(runRequest(knowledge, 'quotations', { keys, question, locale: 'de' }));

function keysOf(knowledge: Knowledge, question: string): string[] {
  const answer = answerSchema.parse(runRequest(knowledge, 'ask', { question, locale: 'de' }));
  return [...answer.quotations, ...answer.nearest].map(({ key }) => key).concat(answer.more);
}

describe('the keys of quotations', () => {
  it('lead back to the same quotations', () => {
    fc.assert(
      fc.property(corpora, questions, (files, question) => {
        const knowledge = knowledgeOf(files);
        const keys = keysOf(knowledge, question);
        const found = quotations(keys, question, knowledge);
        expect(found.outdated).toBe(0);
        expect(found.quotations.map(({ key }) => key)).toEqual(keys);
      }),
      { numRuns: 40 },
    );
  });

  it('lead to the same text after other articles came and went', () => {
    const [key = ''] = keysOf(known, 'Wie viele Kriegsgefangene werden ausgetauscht?');
    const later = knowledgeOf({ ...FILES, 'aaa.md': markdown('Ein neuer Artikel steht nun vorn.') });
    expect(quotations([key], null, later).quotations[0]?.text).toBe(quotations([key]).quotations[0]?.text);
  });

  it('of passages that are gone are counted', () => {
    const [key = ''] = keysOf(known, 'Wie viele Kriegsgefangene werden ausgetauscht?');
    const later = knowledgeOf({ 'talks.md': FILES['talks.md'] });
    expect(quotations([key], null, later)).toMatchObject({ quotations: [], outdated: 1 });
  });

  it('that nobody issued lead nowhere', () => {
    const [key = ''] = keysOf(known, 'Wie viele Kriegsgefangene werden ausgetauscht?');
    const beyond = `${key.slice(0, 6)}zz9`;
    expect(quotations(['', 'nonsense', beyond, `${key}x`])).toMatchObject({ quotations: [], outdated: 4 });
  });

  it('bring the asked words back marked where the question is still known', () => {
    const question = 'Wie viele Kriegsgefangene werden ausgetauscht?';
    const keys = keysOf(known, question).slice(0, 1);
    expect(quotations(keys, question).quotations[0]?.marks).not.toEqual([]);
    expect(quotations(keys).quotations[0]?.marks).toEqual([]);
  });
});

describe('the context of a quotation', () => {
  const contextOf = (key: string) => contextSchema.parse(runRequest(known, 'context', { key }));

  it('is its passage, whole, between its neighbours, with the quotation as the mark', () => {
    const [key = ''] = keysOf(known, 'Welche Bedingungen nannte der Kreml?');
    const { passages, at } = contextOf(key);
    expect(passages.map(({ text }) => text)).toEqual([
      'Trump und Putin telefonierten am Dienstag. Sie sprachen über eine Waffenruhe.',
      'Der Kreml nannte Bedingungen.',
      'Am Mittwoch werden 175 Kriegsgefangene ausgetauscht.',
    ]);
    expect(at).toBe(1);
    const { ref, marks } = passages[at] ?? { ref: null, marks: [] };
    expect(marks).toEqual([{ start: ref?.start, end: ref?.end }]);
  });

  it('never reaches into another article', () => {
    const [key = ''] = keysOf(known, 'What happened in Istanbul?');
    const { passages } = contextOf(key);
    expect(new Set(passages.map(({ ref }) => ref.article))).toEqual(new Set(['talks']));
  });

  it('of a passage that is not there says that the articles have changed', () => {
    for (const key of ['', 'AbCdEf001', 'nonsense']) {
      expect(() => contextOf(key)).toThrow(expect.objectContaining({ id: 'button.outdated' }));
    }
  });
});

const Ambiguous = z.object({
  id: z.literal('option.ambiguous'),
  facts: z.object({ choices: z.array(z.object({ value: z.string(), key: z.string() })) }),
});

describe('an article', () => {
  const article = (value: string) => articleCardSchema.parse(runRequest(known, 'article', { article: value }));
  const suggest = (typed: string) => choicesSchema.parse(runRequest(known, 'suggestArticles', { typed }));

  it.each([
    'gespraech',
    'GESPRAECH',
    ' gespraech ',
    'gespraech.md',
    'Das Gespräch: Waffenruhe?',
    'das gesprach: waffenruhe?',
    '2025-03-18 · Das Gespräch: Waffenruhe?',
    'gespr',
    'waffenruhe',
  ])('is found by %j', (value) => {
    expect(article(value).id).toBe('gespraech');
  });

  it('is found by what autocomplete shows as well as by what it sends', () => {
    for (const { name, value } of suggest('')) {
      expect(article(name).id).toBe(value);
      expect(article(value).id).toBe(value);
    }
  });

  it('tells its data, its sections and how it begins', () => {
    expect(article('gespraech')).toMatchObject({
      title: 'Das Gespräch: Waffenruhe?',
      event: 'call-2025-03-18',
      sections: [
        { heading: null, passages: 2 },
        { heading: 'Austausch', passages: 1 },
      ],
      words: 21,
      opening: { text: 'Trump und Putin telefonierten am Dienstag. Sie sprachen über eine Waffenruhe.' },
    });
  });

  it.each(['', '   ', '?', 'nirgends', '../../etc/passwd'])('%j is unknown', (value) => {
    expect(() => article(value)).toThrow(expect.objectContaining({ id: 'article.unknown', facts: { value } }));
  });

  it('that is not one alone is told what there is to pick from, newest first, each with a key that shows it', () => {
    const asked = (): unknown => {
      try {
        return article('2025');
      } catch (error) {
        return error;
      }
    };
    const { facts } = Ambiguous.parse(asked());
    expect(facts.choices.map(({ value }) => value)).toEqual(['talks', 'gespraech']);
    for (const { key, value } of facts.choices) {
      expect(runRequest(known, 'picked', { key, limit: 5 })).toMatchObject({ kind: 'article', id: value });
    }
  });

  it.each([
    ['', ['talks', 'gespraech', 'alt']],
    ['gespr', ['gespraech']],
    ['waffenruhe gespräch', ['gespraech']],
    ['2025', ['talks', 'gespraech']],
    ['courier', ['talks']],
    ['GETREIDE', []],
    ['xyz', []],
  ])('typed as %j is offered as %j, newest first', (typed, ids) => {
    expect(suggest(typed).map(({ value }) => value)).toEqual(ids);
  });

  it('is offered within the limits of Discord, however long its name and however many there are', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, number) => [
        `a${number}${'x'.repeat(number * 4)}.md`,
        markdown('Text.', { title: `${number} ${'🇺🇦'.repeat(number)}${'y'.repeat(number * 3)}` }),
      ]),
    );
    const choices = choicesSchema.parse(runRequest(knowledgeOf(files), 'suggestArticles', { typed: '' }));
    expect(choices).toHaveLength(25);
    for (const { name, value } of choices) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
      expect(name.isWellFormed()).toBe(true);
    }
  });
});

it('outlets are offered once each, by any part of their name', () => {
  const outlets = (typed: string) => choicesSchema.parse(runRequest(known, 'suggestOutlets', { typed }));
  expect(outlets('').map(({ value }) => value)).toEqual(['Bote', 'Courier']);
  expect(outlets('our').map(({ value }) => value)).toEqual(['Courier']);
  expect(outlets('zzz')).toEqual([]);
});

it('what the bot knows is told in numbers', () => {
  expect(aboutSchema.parse(runRequest(known, 'about', {}))).toMatchObject({
    articles: 3,
    passages: 5,
    newest: '2025-05',
    oldest: '2025-03-18',
    languages: { de: 2, en: 1 },
    events: 1,
  });
});
