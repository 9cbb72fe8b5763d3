import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, ArticleCard, Context, Quotation, Quotations } from '../../src/answer/schemas.ts';
import { readCustomId } from '../../src/discord/custom-id.ts';
import { actionButton, type Draft, linkButton, Writer } from '../../src/discord/draft.ts';
import { verify } from '../../src/discord/guard.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import {
  type Audience,
  readEcho,
  renderAnswer,
  renderContext,
  renderMore,
  renderShared,
} from '../../src/discord/render/answer.ts';
import { renderArticle, renderReport } from '../../src/discord/render/cards.ts';
import { renderProblem } from '../../src/discord/render/index.ts';
import { messagesIn } from '../../src/messages/index.ts';
import { shorten } from '../../src/shorten.ts';
import { hostileText } from './hostile.ts';
import { audiences, expectSendable, partsOf, quoted, textOf, unique } from './messages.ts';

const KEY = 'AbCdEf001';

const answers: fc.Arbitrary<Answer> = fc
  .record({
    quotations: unique(quoted(40), 3),
    question: hostileText(60),
    missing: fc.array(hostileText(20), { maxLength: 12 }),
    more: fc.integer({ min: 0, max: 9 }),
    purpose: fc.constantFrom('question' as const, 'sources' as const),
    status: fc.constantFrom('answered' as const, 'abstained' as const),
    searchable: fc.boolean(),
  })
  .map(({ quotations, question, missing, more, purpose, status, searchable }) => {
    const shown = quotations.map(({ quotation }) => quotation);
    const answered = status === 'answered' && shown.length > 0;
    return {
      kind: 'answer',
      purpose,
      status: answered ? 'answered' : 'abstained',
      question,
      language: 'de',
      quotations: answered ? shown : [],
      more: answered ? Array.from({ length: more }, (_, index) => `more0${index}001`) : [],
      missing,
      nearest: answered ? [] : shown.slice(0, 2),
      searchable,
      evidence: { score: 0.5, threshold: 0.5 },
      extent: { articles: 4, newest: '2025-03-18' },
    };
  });

/** A quotation that is a whole article. */
const quotationOf = (text: string): Quotation => ({
  ref: { article: 'a', revision: text, start: 0, end: text.length },
  key: KEY,
  text,
  marks: [],
  language: 'de',
  title: 'Lang',
  outlet: 'Bote',
  date: '2025-03-18',
  event: null,
  section: null,
  paragraph: 1,
  url: null,
  sources: [],
  voice: 'unclear',
  source: [],
  actor: [],
  statement: null,
});

const answerWith = (quotations: Quotation[]): Answer => ({
  kind: 'answer',
  purpose: 'question',
  status: 'answered',
  question: 'Was?',
  language: 'de',
  quotations,
  more: [],
  missing: [],
  nearest: [],
  searchable: true,
  evidence: { score: 1, threshold: 0.5 },
  extent: { articles: 1, newest: null },
});

const cardWith = (more: Partial<ArticleCard>): ArticleCard => ({
  kind: 'article',
  id: 'a',
  title: 'Lang',
  outlet: 'Bote',
  date: '2025-03',
  event: 'e',
  language: 'de',
  url: 'https://a.example/b',
  sources: [],
  sections: [{ heading: null, passages: 2 }],
  words: 1_000,
  opening: null,
  ...more,
});

const PUBLIC: Audience = { locale: 'de', isPrivate: false, canShare: true, asker: '1' };

const typesIn = (draft: Draft): ComponentType[] =>
  draft.components.flatMap((each) => (each.type === ComponentType.Container ? each.components : [])).map((c) => c.type);

const label = hostileText(40).map((text) => ({ de: `2025 · ${text}`, en: text.padEnd(1, '?') }));

describe('a message', () => {
  it('with any answer stays within the limits of Discord and passes the guard', () => {
    fc.assert(
      fc.property(answers, audiences, (answer, audience) => {
        const draft = renderAnswer(answer, audience);
        expectSendable(draft);
        expect(verify(draft, textOf).components).toEqual(draft.components);
      }),
      { numRuns: 200 },
    );
  });

  it('with an answer shows every quotation, or names it, or leads to it by a button', () => {
    fc.assert(
      fc.property(answers, audiences, (answer, audience) => {
        fc.pre(answer.status === 'answered');
        const draft = renderAnswer(answer, audience);
        const { contents, customIds } = partsOf(draft);
        const behind = customIds.map(readCustomId).flatMap((press) => (press?.action === 'more' ? press.keys : []));
        const named = contents.join('\n').match(/zu lang|too long/g)?.length ?? 0;
        const shown = answer.quotations.filter(({ ref }) => draft.claims.includes(ref)).map(({ key }) => key);
        const rest = answer.quotations.filter(({ key }) => !shown.includes(key) && !behind.includes(key));
        expect(rest.length).toBeLessThanOrEqual(named);
        expect(behind.filter((key) => shown.includes(key))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('with more quotations, or shared ones, does so too', () => {
    const found: fc.Arbitrary<Quotations> = unique(quoted(40), 3).map((entries) => ({
      kind: 'quotations',
      quotations: entries.map(({ quotation }) => quotation),
      outdated: 1,
    }));
    fc.assert(
      fc.property(found, hostileText(40), audiences, (quotations, text, audience) => {
        for (const draft of [
          renderMore(quotations, [KEY], text, audience),
          renderMore(quotations, [], null, audience),
          renderShared(quotations, text, text, audience),
        ]) {
          expectSendable(draft);
          verify(draft, textOf);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('with a quotation in its context does so too, and the passage itself is kept before its neighbours', () => {
    const contexts = unique(quoted(24), 3).filter((entries) => entries.length === 3);
    fc.assert(
      fc.property(contexts, (entries) => {
        const context: Context = { kind: 'context', passages: entries.map(({ quotation }) => quotation), at: 1 };
        const draft = renderContext(context, 'de');
        expectSendable(draft);
        verify(draft, textOf);
        const own = context.passages[1]?.ref;
        if ((context.passages[1]?.text.length ?? 0) < 1_000) expect(draft.claims).toContainEqual(own);
      }),
      { numRuns: 100 },
    );
  });

  it('never cuts a quotation: one that is too long is left out, and the reader is told', () => {
    const quotation = quotationOf('Sehr lang, '.repeat(400).trim());
    const drafts = [
      renderAnswer(answerWith([quotation]), PUBLIC),
      renderMore({ kind: 'quotations', quotations: [quotation], outdated: 0 }, [], null, PUBLIC),
      renderShared({ kind: 'quotations', quotations: [quotation], outdated: 0 }, null, 'x', PUBLIC),
      renderContext({ kind: 'context', passages: [quotation], at: 0 }, 'de'),
    ];
    for (const draft of drafts) {
      expectSendable(draft);
      expect(draft.claims).toEqual([]);
      expect(partsOf(draft).contents.join('\n')).toMatch(/zu lang.*Lang/s);
    }
  });

  it('announces no quotation that its marks and escapes leave no room for', () => {
    const stars = quotationOf('*'.repeat(2_000));
    const answer = renderAnswer(answerWith([quotationOf('x'.repeat(500)), stars]), PUBLIC);
    expect(answer.claims).toHaveLength(1);
    expect(typesIn(answer)).not.toContain(ComponentType.Separator);
    const article = renderArticle(cardWith({ opening: stars }), PUBLIC);
    expect(article.claims).toEqual([]);
    expect(typesIn(article)).not.toContain(ComponentType.Separator);
    expect(partsOf(article).contents.join('\n')).not.toContain(messagesIn('de').article.opening);
  });

  it('shows the question so that it can be read back from it', () => {
    fc.assert(
      fc.property(answers, audiences, (answer, audience) => {
        fc.pre(answer.purpose === 'question' && answer.question.trim() !== '' && answer.question.length < 150);
        const { contents } = partsOf(renderAnswer(answer, audience));
        const echoed = readEcho(contents);
        // Where the quotations leave no room, the reminder is what goes.
        if (echoed !== null) expect(echoed).toBe(answer.question.replace(/\s+/gu, ' ').trim());
        else expect(contents.join('').length).toBeGreaterThan(1_000);
      }),
    );
  });

  it('about an article of any shape can be sent', () => {
    const cards = fc.record({
      text: hostileText(40),
      sections: fc.integer({ min: 0, max: 40 }),
      sources: fc.integer({ min: 0, max: 40 }),
      opening: fc.option(quoted(30)),
    });
    fc.assert(
      fc.property(cards, audiences, ({ text, sections, sources, opening }, audience) => {
        const name = text.trim() || 'x';
        const draft = renderArticle(
          cardWith({
            id: name,
            title: name,
            outlet: name,
            event: name,
            sources: Array.from({ length: sources }, (_, index) => ({
              outlet: name,
              url: `https://b.example/${index}`,
              date: null,
            })),
            sections: Array.from({ length: sections }, () => ({ heading: name, passages: 2 })),
            opening: opening?.quotation ?? null,
          }),
          audience,
        );
        expectSendable(draft);
        verify(draft, textOf);
      }),
      { numRuns: 100 },
    );
  });

  it('about a reindex of any size can be sent, and leaves no kind of change unsaid', () => {
    const article = { id: 'i'.repeat(200), title: '*'.repeat(300) };
    const many = Array.from({ length: 50 }, () => article);
    for (const locale of ['de', 'en'] as const) {
      const draft = renderReport(
        {
          kind: 'report',
          dryRun: true,
          added: many,
          changed: many,
          removed: many,
          lexicon: true,
          refused: many.map(() => ({
            file: '_'.repeat(300),
            line: 1,
            problem: { id: 'article.front-matter', facts: { field: '*'.repeat(300), expected: 'date', found: null } },
          })),
          articles: 50,
          revision: 'r',
          milliseconds: 1_234,
        },
        locale,
      );
      expectSendable(draft);
      const shown = partsOf(draft).contents.join('\n');
      for (const title of locale === 'de'
        ? ['Neu', 'Geändert', 'Entfernt', 'Abgelehnt']
        : ['Added', 'Changed', 'Removed', 'Refused']) {
        expect(shown).toContain(`${title}: 50`);
      }
      expect(shown).toContain(messagesIn(locale).report.lexiconChanged);
    }
  });

  it('about a problem shows what someone typed as they typed it, and can be sent', () => {
    fc.assert(
      fc.property(hostileText(200), audiences, (value, audience) => {
        const draft = renderProblem({ id: 'article.unknown', facts: { value } }, audience);
        expectSendable(draft);
        verify(draft, textOf);
      }),
    );
  });

  it('about a name that fits several things has a button for each, whatever they are called', () => {
    const key = fc.stringMatching(/^[\w.-]{1,85}$/);
    const choices = fc.uniqueArray(fc.record({ value: hostileText(5), label, key }), {
      minLength: 1,
      maxLength: 10,
      selector: (choice) => choice.key,
    });
    fc.assert(
      fc.property(hostileText(200), choices, fc.nat(90), audiences, (value, picks, more, audience) => {
        const facts = { option: 'event', value, choices: picks, more };
        const draft = renderProblem({ id: 'option.ambiguous', facts }, audience);
        expectSendable(draft);
        verify(draft, textOf);
        const keys = partsOf(draft).customIds.flatMap((customId) => {
          const press = readCustomId(customId);
          return press?.action === 'pick' ? [press.key] : [];
        });
        expect(keys).toEqual(picks.map((choice) => choice.key));
      }),
    );
  });
});

describe('a writer', () => {
  it('refuses what would exceed the limits, in characters or in bytes, and says so', () => {
    const writer = new Writer();
    expect(writer.text('x'.repeat(LIMITS.textCharacters - 10))).toBe(true);
    expect(writer.text('x'.repeat(11))).toBe(false);
    expect(writer.text('x'.repeat(10))).toBe(true);
    const bytes = new Writer();
    expect(bytes.text('漢'.repeat(Math.floor(LIMITS.textBytes / 3)))).toBe(true);
    expect(bytes.text('漢')).toBe(false);
  });

  it('leaves no claim for what it refused', () => {
    const writer = new Writer();
    writer.text('x'.repeat(LIMITS.textCharacters + 1), { article: 'a', revision: 'a', start: 0, end: 1 });
    expect(writer.draft().claims).toEqual([]);
  });

  it('takes no more texts than a message may have components', () => {
    const writer = new Writer();
    let taken = 0;
    while (taken < 100 && writer.textWithButton('x', actionButton('x', `delete:${taken}`))) taken += 1;
    writer.button(actionButton('y', 'delete:999'));
    expect(taken).toBeGreaterThan(5);
    expectSendable(writer.draft());
  });

  it('puts buttons into rows of five', () => {
    const writer = new Writer();
    writer.text('x');
    for (let number = 0; number < 7; number++) writer.button(actionButton('x', `delete:${number}`));
    const rows = writer.draft().components.filter(({ type }) => type === ComponentType.ActionRow);
    expect(rows.map(({ components }) => components.length)).toEqual([5, 2]);
  });
});

describe('a shortened label', () => {
  it('is never longer than allowed, is unchanged where it fits, and holds no half of a character', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const label = shorten(text, limit);
        expect(label.length).toBeLessThanOrEqual(limit);
        if (text.length <= limit) expect(label).toBe(text);
        else expect(label.endsWith('…')).toBe(true);
        if (text.isWellFormed()) expect(label.isWellFormed()).toBe(true);
      }),
    );
  });
});

it('an address that is too long for a button makes none', () => {
  expect(linkButton('x', `https://a.example/${'x'.repeat(LIMITS.url)}`)).toBeUndefined();
  expect(linkButton('x', 'https://a.example/')).toMatchObject({ url: 'https://a.example/' });
});
