import { describe, expect, it } from 'vitest';
import type { Exchange, Message, SandboxGuild, SandboxUser } from '../../src/sandbox/sandbox.ts';
import { PERMISSION } from '../../src/sandbox/world.ts';
import { article, asRead, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

/** One article a port, so that a question about ferries finds more than fits into one reply. */
const PORTS = ['Odesa', 'Mykolaiv', 'Kherson', 'Izmail', 'Reni', 'Berdiansk', 'Mariupol', 'Yalta'];
const ferry = (port: string): string => `The ferry of ${port} sails again under the terms of the talks.`;
const ARTICLES = Object.fromEntries(
  PORTS.map((port) => [
    `${port.toLowerCase()}.md`,
    article(
      { title: `Ferry of ${port}` },
      `Before it, ${port} was quiet.\n\n${ferry(port)}\n\nAfter it, ${port} was loud.`,
    ),
  ]),
);
const ABOUT_ODESA = { question: 'Which ferry sails again from Odesa?' };
const ABOUT_ALL = { question: 'Which ferry sails again?' };

interface Asked {
  readonly anna: SandboxUser;
  readonly guild: SandboxGuild;
  readonly message: Message;
}

async function ask(scene: Scene, options: { question: string; private?: boolean }): Promise<Asked> {
  const anna = scene.sandbox.createUser({ name: 'anna' });
  const guild = await scene.guild({ name: 'Debate' });
  return { anna, guild, message: replyOf(await anna.command('ask', options, { guild })) };
}

/** What stands in a message, and the exchange's own message where it is another one. */
const textOf = (exchange: Exchange): string => asRead(replyOf(exchange).text);

const shared = sharedScene({ articles: ARTICLES });

describe('more passages', () => {
  it('shows only passages that were not shown before, to the one who pressed, until there are no more', async () => {
    const { anna, message } = await ask(shared(), ABOUT_ALL);
    const seen = quotesIn(message);
    expect(seen.length).toBeGreaterThan(0);
    let page = message;
    while (page.buttons.some(({ label }) => label === 'More passages')) {
      page = replyOf(await anna.press(page, 'More passages'));
      expect(page.ephemeral).toBe(true);
      expect(page.text).toContain('-# Question: Which ferry sails again?');
      seen.push(...quotesIn(page));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(PORTS.map(ferry)));
  });
});

describe('context', () => {
  it('shows the quotation, marked, between its neighbours', async () => {
    const { anna, message } = await ask(shared(), ABOUT_ODESA);
    const page = replyOf(await anna.press(message, 'Context'));
    expect(page.ephemeral).toBe(true);
    expect(quotesIn(page)).toEqual(['Before it, Odesa was quiet.', ferry('Odesa'), 'After it, Odesa was loud.']);
    expect(page.text).toContain(`> **${ferry('Odesa')}**`);
  });

  it("speaks the reader's language", async () => {
    const { guild, message } = await ask(shared(), ABOUT_ODESA);
    const ben = shared().sandbox.createUser({ name: 'ben', locale: 'de' });
    const page = replyOf(await ben.press(message, 'Context'));
    expect(page.text).toContain('Das Zitat (fett) in seinem Zusammenhang');
    expect(ben.messagesIn({ guild })).toContain(page);
  });
});

describe('share', () => {
  it('makes of a private reply one that all can see, with the name of who shares it', async () => {
    const { anna, guild, message } = await ask(shared(), { ...ABOUT_ODESA, private: true });
    const ben = shared().sandbox.createUser({ name: 'ben' });
    expect(ben.messagesIn({ guild })).toEqual([]);
    const page = replyOf(await anna.press(message, 'Share'));
    expect(ben.messagesIn({ guild })).toEqual([page]);
    expect(quotesIn(page)).toEqual(quotesIn(message));
    expect(page.text).toContain('-# Question: Which ferry sails again from Odesa?');
    expect(page.text).toContain('Shared by anna');
  });

  it('leaves the one who shared the right to delete', async () => {
    const { anna, guild, message } = await ask(shared(), { ...ABOUT_ODESA, private: true });
    const page = replyOf(await anna.press(message, 'Share'));
    await anna.press(page, 'Delete');
    expect(page.deleted).toBe(true);
    expect(anna.messagesIn({ guild })).toEqual([message]);
  });
});

describe('delete', () => {
  it('is for the one who asked', async () => {
    const { anna, message } = await ask(shared(), ABOUT_ODESA);
    await anna.press(message, 'Delete');
    expect(message.deleted).toBe(true);
  });

  it('is for those who may manage messages', async () => {
    const { guild, message } = await ask(shared(), ABOUT_ODESA);
    const moderator = shared().sandbox.createUser({ name: 'moderator' });
    guild.members.set(moderator.id, { person: moderator, permissions: PERMISSION.manageMessages });
    await moderator.press(message, 'Delete');
    expect(message.deleted).toBe(true);
  });

  it.each([
    ['en-US', 'Only who asked, or who may manage messages here, can delete this answer.'],
    ['de', 'Löschen darf die Antwort nur, wer gefragt hat, oder wer hier Nachrichten verwalten darf.'],
  ])('is refused to others, privately (%s)', async (locale, refusal) => {
    const { anna, guild, message } = await ask(shared(), ABOUT_ODESA);
    const stranger = shared().sandbox.createUser({ name: 'stranger', locale });
    const page = replyOf(await stranger.press(message, 'Delete'));
    expect(asRead(page.text)).toBe(refusal);
    expect(anna.messagesIn({ guild })).toEqual([message]);
  });

  it('works in a direct message and in a group', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    for (const place of ['dm', 'private'] as const) {
      const message = replyOf(await anna.command('ask', ABOUT_ODESA, place));
      await anna.press(message, 'Delete');
      expect(message.deleted).toBe(true);
    }
  });
});

describe('a button that leads nowhere', () => {
  it.each([
    'nonsense',
    'more:',
    'more:short',
    'share:../../etc/passwd',
    'delete:',
    'delete:me',
    'context:******00001',
    'x'.repeat(100),
  ])('is answered although nobody issued "%s"', async (customId) => {
    const { guild, message } = await ask(shared(), ABOUT_ODESA);
    const ben = shared().sandbox.createUser({ name: 'ben', locale: 'de' });
    const page = replyOf(await ben.press(message, customId, { unchecked: true }));
    expect(asRead(page.text)).toBe('Diesen Knopf kenne ich nicht. Stelle die Frage noch einmal.');
    expect(page.ephemeral).toBe(true);
    expect(ben.messagesIn({ guild })).toContain(message);
  });

  it.each(['more:AAAAAA001', 'context:AAAAAA001', 'share:AAAAAA001'])(
    'says that the articles have changed where "%s" names no passage',
    async (customId) => {
      const { anna, message } = await ask(shared(), ABOUT_ODESA);
      expect(textOf(await anna.press(message, customId, { unchecked: true }))).toContain('The articles have changed');
    },
  );

  it('answers on a message that was deleted, and deletes nothing twice', async () => {
    const { anna, message } = await ask(shared(), ABOUT_ODESA);
    await anna.press(message, 'Delete');
    const context = await anna.press(message, 'Context', { unchecked: true });
    expect(quotesIn(replyOf(context))).toContain(ferry('Odesa'));
    await shared().until('button', () => anna.press(message, 'Delete', { unchecked: true, wait: 'nothing' }));
    expect(message.deleted).toBe(true);
  });

  it("does not delete somebody else's answer with one's own custom id", async () => {
    const first = await ask(shared(), ABOUT_ODESA);
    const second = await ask(shared(), ABOUT_ODESA);
    const own = second.message.buttons.find(({ label }) => label === 'Delete')?.customId ?? '';
    const page = await second.anna.press(first.message, own, { unchecked: true });
    expect(textOf(page)).toContain('Only who asked');
    expect(first.message.deleted).toBe(false);
  });
});

describe('after a restart of the bot', () => {
  it('all buttons of old messages work', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const open = await ask(scene, ABOUT_ALL);
    const hidden = replyOf(await open.anna.command('ask', { ...ABOUT_ODESA, private: true }, { guild: open.guild }));
    await scene.restart();
    await scene.sandbox.waitFor(() => scene.bot.client.guilds.cache.has(open.guild.id));

    const more = replyOf(await open.anna.press(open.message, 'More passages'));
    expect(quotesIn(more).length).toBeGreaterThan(0);
    expect(more.text).toContain('-# Question: Which ferry sails again?');
    expect(quotesIn(more).some((quote) => quotesIn(open.message).includes(quote))).toBe(false);

    const context = replyOf(await open.anna.press(hidden, 'Context'));
    expect(quotesIn(context)).toContain(ferry('Odesa'));
    const sharing = replyOf(await open.anna.press(hidden, 'Share'));
    expect(sharing.ephemeral).toBe(false);

    const stranger = scene.sandbox.createUser({ name: 'stranger' });
    expect(textOf(await stranger.press(open.message, 'Delete'))).toContain('Only who asked');
    await open.anna.press(open.message, 'Delete');
    expect(open.message.deleted).toBe(true);
  });
});

describe('after a reindex', () => {
  it('buttons say that the articles have changed where the passage is gone', async () => {
    const scene = await sceneForTest({
      articles: {
        'odesa.md': article({ title: 'Odesa' }, ferry('Odesa')),
        'bells.md': article({ title: 'Bells' }, 'The bells of Kharkiv rang.'),
      },
    });
    const { anna, message } = await ask(scene, { ...ABOUT_ODESA, private: true });
    await scene.remove('odesa.md');
    await scene.sandbox.application.owner.command('reindex');
    expect(textOf(await anna.press(message, 'Context'))).toBe(
      'The articles have changed since this answer, and the passage is not there any more. Ask the question again.',
    );
    expect(textOf(await anna.press(message, 'Share'))).toContain('The articles have changed');
    expect(message.deleted).toBe(false);
  });

  it('more passages shows those that are left, and says how many are gone', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const { anna, message } = await ask(scene, ABOUT_ALL);
    const first = replyOf(await anna.press(message, 'More passages'));
    const [gone, ...left] = quotesIn(first);
    const port = PORTS.find((name) => gone?.includes(name)) ?? '';
    await scene.remove(`${port.toLowerCase()}.md`);
    await scene.sandbox.application.owner.command('reindex');
    const again = replyOf(await anna.press(message, 'More passages'));
    expect(quotesIn(again)).toEqual(left);
    expect(again.text).toContain('1 passage is not in the present state of the articles any more.');
  });

  it('buttons go on working where another article has changed', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const { anna, message } = await ask(scene, ABOUT_ODESA);
    const before = textOf(await anna.press(message, 'Context'));
    await scene.write('reni.md', article({ title: 'Reni' }, 'Nothing sails from Reni.'));
    await scene.write('aaa.md', article({ title: 'A new one' }, 'A new article sorts before all others.'));
    await scene.sandbox.application.owner.command('reindex');
    expect(textOf(await anna.press(message, 'Context'))).toBe(before);
  });

  it('buttons go on working where the same article has grown', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const { anna, message } = await ask(scene, ABOUT_ODESA);
    await scene.write(
      'odesa.md',
      article({ title: 'Ferry of Odesa' }, `A new beginning was made.\n\n${ferry('Odesa')}\n\nAnd a new end.`),
    );
    await scene.sandbox.application.owner.command('reindex');
    const page = replyOf(await anna.press(message, 'Context'));
    expect(quotesIn(page)).toEqual(['A new beginning was made.', ferry('Odesa'), 'And a new end.']);
  });
});
