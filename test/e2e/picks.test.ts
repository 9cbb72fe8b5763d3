import { describe, expect, it } from 'vitest';
import type { Message, SandboxUser } from '../../src/sandbox/sandbox.ts';
import { asRead, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

/** Two rounds of talks in Geneva, one of them told in both languages, and one in Riyadh. */
const round = (title: string, fields: string, body: string): string =>
  `---\ntitle: ${title}\noutlet: Courier\n${fields}\n---\n${body}\n`;
const RUBIO = 'US Secretary of State Marco Rubio led the American delegation.';
const ARTICLES = {
  'first.en.md': round('First Geneva round', 'date: 2025-11-23\nlanguage: en\nevent: first', RUBIO),
  'first.de.md': round(
    'Erste Runde in Genf',
    'date: 2025-11-23\nlanguage: de\nevent: first',
    'US-Außenminister Marco Rubio leitete die amerikanische Delegation.',
  ),
  'second.en.md': round(
    'Second Geneva round',
    'date: 2026-02-17\nlanguage: en\nevent: second',
    'Presidential envoy Steve Witkoff led the American delegation. Kyiv demanded the release of all children.',
  ),
  'riyadh.en.md': round('Riyadh round', 'date: 2025-03-25\nlanguage: en', 'Marco Rubio led the American delegation.'),
};

const shared = sharedScene({ articles: ARTICLES });
const person = (locale = 'en-US', scene: Scene = shared()): SandboxUser =>
  scene.sandbox.createUser({ name: 'anna', locale });

/** The labels of the buttons that are neither links nor take the reply away. */
const offered = ({ buttons }: Message): string[] =>
  buttons.map(({ label }) => label).filter((label) => !['Delete', 'Löschen'].includes(label));

describe('a name that fits several things', () => {
  it('is answered with a button for each article, and the button shows it', async () => {
    const anna = person();
    const choice = replyOf(await anna.command('article', { article: 'geneva' }));
    expect(asRead(choice.text)).toBe('“geneva” fits several. Which one is meant?');
    expect(offered(choice)).toEqual(['2026-02-17 · Second Geneva round', '2025-11-23 · First Geneva round']);
    const picked = replyOf(await anna.press(choice, '2025-11-23 · First Geneva round'));
    expect(asRead(picked.text)).toContain('## First Geneva round');
    expect(quotesIn(picked)).toEqual([RUBIO]);
  });

  it('is answered with a button for each event, which keeps the other options', async () => {
    const ben = person('de');
    const choice = replyOf(await ben.command('participants', { event: 'genev', side: 'usa' }));
    expect(asRead(choice.text)).toBe('„genev“ passt auf mehreres. Was ist gemeint?');
    expect(offered(choice)).toEqual(['2026-02-17 · Second Geneva round', '2025-11-23 · Erste Runde in Genf']);
    const picked = replyOf(await ben.press(choice, '2025-11-23 · Erste Runde in Genf'));
    expect(asRead(picked.text)).toContain('Seite: die USA');
    expect(quotesIn(picked)).toEqual(['US-Außenminister Marco Rubio leitete die amerikanische Delegation.']);
  });

  it.each([
    ['terms', { topic: 'truce' }],
    ['conditions', { event: 'round' }],
    ['compare', { topic: 'truce', a: 'usa', b: 'ukraine' }],
    ['timeline', { topic: 'truce' }],
  ])('can be picked in every command: /%s %j', async (command, options) => {
    const anna = person();
    const choice = replyOf(await anna.command(command, options));
    const [first] = offered(choice);
    expect(offered(choice).length).toBeGreaterThan(1);
    const picked = replyOf(await anna.press(choice, first ?? ''));
    expect(asRead(picked.text)).toContain(first?.replace(/^[\d-]+ · /, ''));
  });

  it.each([
    ['article', { article: 'riyadh' }, 'Riyadh round'],
    ['article', { article: 'first geneva' }, 'First Geneva round'],
    ['article', { article: 'Erste Runde in Genf' }, 'Erste Runde in Genf'],
    ['participants', { event: 'genf' }, 'First Geneva round'],
    ['participants', { event: 'second' }, 'Second Geneva round'],
    ['participants', { event: 'second', side: 'united' }, 'Side: the United States'],
  ])('is none where one thing alone is meant, which is shown at once: /%s %j', async (command, options, shown) => {
    const message = replyOf(await person().command(command, options));
    expect(asRead(message.text)).toContain(shown);
    expect(quotesIn(message).length).toBeGreaterThan(0);
  });

  it('is picked from in the open where it was asked in the open, and alone where it was asked alone', async () => {
    const guild = await shared().guild({ name: 'Debate' });
    const anna = person();
    for (const isPrivate of [false, true]) {
      const options = { event: 'geneva', private: isPrivate };
      const choice = replyOf(await anna.command('participants', options, { guild }));
      expect(choice.ephemeral).toBe(isPrivate);
      const picked = replyOf(await anna.press(choice, '2026-02-17 · Second Geneva round'));
      expect(picked.ephemeral).toBe(isPrivate);
    }
  });

  it('can be picked from after a restart, and not after the articles have changed', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const anna = person('en-US', scene);
    const events = replyOf(await anna.command('participants', { event: 'geneva' }));
    const articles = replyOf(await anna.command('article', { article: 'geneva' }));
    await scene.restart();
    expect(quotesIn(replyOf(await anna.press(events, '2025-11-23 · First Geneva round')))).toEqual([RUBIO]);
    expect(quotesIn(replyOf(await anna.press(articles, '2025-11-23 · First Geneva round')))).toEqual([RUBIO]);
    await scene.remove('first.en.md');
    await scene.sandbox.application.owner.command('reindex');
    for (const choice of [events, articles]) {
      const outdated = replyOf(await anna.press(choice, '2025-11-23 · First Geneva round'));
      expect(asRead(outdated.text)).toBe('The articles have changed since this answer. Ask the question again.');
    }
  });

  it('offers so many, and counts the others', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [
        `r${at}.md`,
        round(`Round ${at}`, `date: 2025-06-${String(at + 1).padStart(2, '0')}\nlanguage: en`, RUBIO),
      ]),
    );
    const scene = await sceneForTest({ articles: many });
    const choice = replyOf(await person('en-US', scene).command('article', { article: 'round' }));
    expect(offered(choice)).toHaveLength(10);
    expect(asRead(choice.text)).toContain('… and 4 more: write more of the name.');
  });

  it.each(['pick:', 'pick:x', 'pick:../..', `pick:${'y'.repeat(85)}`])(
    'leaves the forged button %s without harm',
    async (id) => {
      const anna = person();
      const choice = replyOf(await anna.command('article', { article: 'geneva' }));
      const reply = replyOf(await anna.press(choice, id, { unchecked: true }));
      expect(asRead(reply.text)).toMatch(/^(The articles have changed since|I do not know this button)/);
    },
  );

  it('is named with what it fits where nothing could be picked: two of them at once', async () => {
    const reply = replyOf(await person().command('terms', { event: 'geneva', topic: 'truce' }));
    expect(asRead(reply.text)).toMatch(/^“truce” in “topic” fits several: .*;/);
    expect(offered(reply)).toEqual([]);
  });
});

it('what went wrong in the open can be taken away by the one who asked', async () => {
  const guild = await shared().guild({ name: 'Debate' });
  const anna = person();
  const problem = replyOf(await anna.command('article', { article: 'nothing' }, { guild }));
  await anna.press(problem, 'Delete');
  expect(problem.deleted).toBe(true);
});
