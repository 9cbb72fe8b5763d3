import { describe, expect, it } from 'vitest';
import { registry } from '../../commands/index.ts';
import { article, asRead, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

const BARGES = 'The harbour master of Odesa counted forty grain barges.';

const shared = sharedScene({
  articles: {
    'call.md': article({ title: 'Call of the presidents', date: '2025-03-18', outlet: 'The Mirror' }, 'They talked.'),
    'barges.md': article(
      { title: 'Barges wait', date: '2025-06-02', url: 'https://herald.example/barges' },
      `${BARGES}\n\nNobody else counted.\n\n## At the quay\n\nIt was quiet.`,
    ),
    'kueste.md': article(
      { title: 'Dunkle Küste', date: '2025-07', language: 'de', outlet: 'Küstenbote' },
      'Der Leuchtturm bleibt dunkel.',
    ),
  },
});

const REGISTRATIONS = ['PUT', 'POST', 'PATCH'];
const registrations = (scene: Scene): number =>
  scene.sandbox.requests.filter(({ method, path }) => REGISTRATIONS.includes(method) && path.endsWith('/commands'))
    .length;

describe('/article', () => {
  it('shows the data, the sections and the beginning, and links to the article', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('article', { article: 'barges' }));
    const text = asRead(message.text);
    expect(text).toContain('## Barges wait');
    expect(text).toContain('Date: 2 June 2025\nOutlet: The Herald\nLanguage: English, 15 words\nId: barges');
    expect(text).toContain('- introduction (2 paragraphs)\n- At the quay (1 paragraph)');
    expect(quotesIn(message)).toEqual([BARGES]);
    expect(message.buttons.map(({ url }) => url)).toContain('https://herald.example/barges');
  });

  it('speaks German to Germans', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna', locale: 'de' });
    const text = asRead(replyOf(await anna.command('article', { article: 'kueste' })).text);
    expect(text).toContain('Datum: Juli 2025\nMedium: Küstenbote\nSprache: Deutsch, 4 Wörter\nKennung: kueste');
  });

  it.each(['barges', 'BARGES', 'barges.md', 'Barges wait', '2025-06-02 · Barges wait', '  barges '])(
    'finds the article by "%s"',
    async (wanted) => {
      const anna = shared().sandbox.createUser({ name: 'anna' });
      expect(quotesIn(replyOf(await anna.command('article', { article: wanted })))).toEqual([BARGES]);
    },
  );

  it.each([
    ['', ['kueste', 'barges', 'call']],
    ['bar', ['barges']],
    ['WAI bar', ['barges']],
    ['2025-06', ['barges']],
    ['kuste', ['kueste']],
    ['Küs', ['kueste']],
    ['mirror', ['call']],
    ['zeppelin', []],
  ])('offers, when someone has typed "%s", %j', async (typed, offered) => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const choices = await anna.autocomplete('article', { article: typed }, 'article');
    expect(choices.map(({ value }) => value)).toEqual(offered);
  });

  it('offers no more than Discord can show, each within its length', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`a${at}.md`, article({ title: `${'Long '.repeat(40)}${at}` }, 'Text.')]),
    );
    const scene = await sceneForTest({ articles: many });
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const choices = await anna.autocomplete('article', { article: 'long' }, 'article');
    expect(choices).toHaveLength(25);
    for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
    const label = choices[3]?.name ?? '';
    expect(label).toMatch(/…$/);
  });
});

describe('/about', () => {
  it.each([
    ['en-US', ['3 articles with 5 paragraphs.', '18 March 2025 – July 2025', '1 of them in German and 2 in English']],
    ['de', ['3 Artikel mit 5 Absätzen.', '18. März 2025 – Juli 2025', 'Davon 1 auf Deutsch und 2 auf Englisch']],
  ])('tells the size of the corpus, its dates and languages, to the asker alone (%s)', async (locale, parts) => {
    const anna = shared().sandbox.createUser({ name: 'anna', locale });
    const guild = await shared().guild({ name: 'Debate' });
    const message = replyOf(await anna.command('about', {}, { guild }));
    expect(message.ephemeral).toBe(true);
    for (const part of parts) expect(asRead(message.text)).toContain(part);
  });
});

describe('/help', () => {
  it.each(['en-US', 'de'] as const)('lists every command and menu that there is (%s)', async (locale) => {
    const language = locale === 'de' ? 'de' : 'en';
    const anna = shared().sandbox.createUser({ name: 'anna', locale });
    const text = asRead(replyOf(await anna.command('help')).text);
    for (const { name, description } of registry.slash) expect(text).toContain(`/${name} – ${description[language]}`);
    for (const { name } of registry.menus) expect(text).toContain(name[language]);
  });
});

describe('the commands', () => {
  it('are registered once, everywhere, and not again where nothing differs', async () => {
    const scene = await sceneForTest({ articles: { 'a.md': article({ title: 'A' }, 'A text.') } });
    expect(registrations(scene)).toBe(1);
    const registered = scene.sandbox.registeredCommands;
    await scene.restart();
    expect(registrations(scene)).toBe(1);
    expect(scene.sandbox.registeredCommands).toEqual(registered);
    const guild = await scene.guild({ name: 'Debate' });
    expect(scene.sandbox.guildCommands(guild)).toEqual([]);
  });

  it('are registered again where someone has changed one', async () => {
    const scene = await sceneForTest({ articles: { 'a.md': article({ title: 'A' }, 'A text.') } });
    const registered = scene.sandbox.registeredCommands;
    await scene.bot.client.application.commands.edit(registered[0]?.id ?? '', { description: 'Something else' });
    const before = registrations(scene);
    await scene.restart();
    expect(registrations(scene)).toBe(before + 1);
    const described = (commands: typeof registered) => commands.map(({ name, description }) => [name, description]);
    expect(described(scene.sandbox.registeredCommands)).toEqual(described(registered));
  });

  it('can be used in servers, direct messages and groups, by whoever installed the app', () => {
    const { registeredCommands } = shared().sandbox;
    expect(registeredCommands.map(({ name }) => name).sort()).toEqual(
      [...registry.slash.map(({ name }) => name), ...registry.menus.map(({ name }) => name.en)].sort(),
    );
    for (const { contexts, integration_types: types } of registeredCommands) {
      expect([...(contexts ?? [])].sort()).toEqual([0, 1, 2]);
      expect([...types].sort()).toEqual([0, 1]);
    }
  });

  it('are described in German as well, with all their options', () => {
    for (const command of shared().sandbox.registeredCommands) {
      const isMenu = command.type === 3;
      if (isMenu) expect(command.name_localizations['de']).not.toBe(command.name);
      else expect(command.description_localizations['de']).not.toBe(command.description);
      for (const option of command.options ?? []) {
        expect(option.name_localizations?.['de'], `${command.name} ${option.name}`).toMatch(/^[\p{Ll}\d-]+$/u);
        expect(option.description_localizations?.['de']).not.toBe(option.description);
      }
    }
  });

  it('that are gone are answered all the same', async () => {
    const scene = await sceneForTest({ articles: { 'a.md': article({ title: 'A' }, 'A text.') } });
    await scene.bot.client.application.commands.create({ name: 'ghost', description: 'Of an older version' });
    const anna = scene.sandbox.createUser({ name: 'anna', locale: 'de' });
    const message = replyOf(await anna.command('ghost'));
    expect(asRead(message.text)).toContain('Den Befehl „ghost“ gibt es nicht (mehr).');
  });
});
