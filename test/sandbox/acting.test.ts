import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ComponentType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange, Message, Place, Sandbox, SandboxGuild, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { expectNoViolations, startCheckedSandbox } from '../support/sandbox.ts';
import { type Bot, type BotOptions, startBot } from './bot.ts';

const running: { sandbox: Sandbox; bot: Bot }[] = [];

afterEach(async () => {
  for (const { sandbox, bot } of running.splice(0)) {
    await bot.stop();
    await sandbox.close();
  }
});

async function start(bot: BotOptions, options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; bot: Bot }> {
  const sandbox = await startCheckedSandbox(options);
  const started = { sandbox, bot: await startBot(sandbox, bot) };
  running.push(started);
  return started;
}

const ask = {
  name: 'ask',
  nameLocalizations: { de: 'frage' },
  description: 'Ask a question',
  options: [
    { type: ApplicationCommandOptionType.String, name: 'question', description: 'What', required: true, maxLength: 20 },
    { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'For you alone' },
    { type: ApplicationCommandOptionType.String, name: 'source', description: 'Where', autocomplete: true },
  ],
} as const;

const menu = { name: 'Find sources', type: ApplicationCommandType.Message } as const;

function text(content: string) {
  return { type: ComponentType.TextDisplay, content } as const;
}

function button(label: string, customId: string, disabled = false) {
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label, customId, disabled }],
  } as const;
}

/** The message that came of an exchange. */
function reply({ message, failed }: Exchange): Message {
  if (!message) throw new Error(`No reply: ${failed}`);
  return message;
}

describe('a slash command', () => {
  it('brings its options, its place and its user, and shows the reply', async () => {
    const seen: unknown[] = [];
    const { sandbox, bot } = await start({
      commands: [ask],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        seen.push({
          question: interaction.options.getString('question'),
          private: interaction.options.getBoolean('private'),
          locale: interaction.locale,
          guildLocale: interaction.guildLocale,
          guild: interaction.guild?.name,
          member: interaction.inCachedGuild() && interaction.member.displayName,
          user: interaction.user.username,
          context: interaction.context,
          channel: interaction.channel?.id,
          owners: interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall],
          permissions: interaction.memberPermissions?.has(PermissionFlagsBits.SendMessages),
        });
        await interaction.reply({ content: 'Yes.' });
      },
    });
    const guild = sandbox.createGuild({ name: 'Debate', preferredLocale: 'de' });
    await sandbox.waitFor(() => bot.client.guilds.cache.has(guild.id));
    const anna = sandbox.createUser({ name: 'anna', locale: 'de' });
    const exchange = await anna.command('ask', { question: 'Who?', private: false }, { guild });
    expect(seen).toEqual([
      {
        question: 'Who?',
        private: false,
        locale: 'de',
        guildLocale: 'de',
        guild: 'Debate',
        member: 'anna',
        user: 'anna',
        context: InteractionContextType.Guild,
        channel: guild.channel.id,
        owners: guild.id,
        permissions: true,
      },
    ]);
    expect(exchange.message?.content).toBe('Yes.');
    expect(exchange.deferred).toBe(false);
    expect(exchange.failed).toBeUndefined();
    expect(exchange.acknowledgedAfterMs).toBeGreaterThan(0);
    expectNoViolations(sandbox);
    expect(bot.errors).toEqual([]);
  });

  it('can be used in direct messages and, where the user has installed the app, in groups', async () => {
    const contexts: unknown[] = [];
    const { sandbox } = await start({
      commands: [
        { ...ask, integrationTypes: [0, 1], contexts: [0, 1, 2] },
        { ...ask, name: 'here', nameLocalizations: {} },
      ],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { authorizingIntegrationOwners: owners } = interaction;
        contexts.push([interaction.context, owners[ApplicationIntegrationType.UserInstall] ?? null]);
        await interaction.reply('Hm.');
      },
    });
    const anna = sandbox.createUser({ name: 'anna' });
    await anna.command('ask', { question: '1' }, 'dm');
    await anna.command('ask', { question: '2' }, 'private');
    expect(contexts).toEqual([
      [InteractionContextType.BotDM, null],
      [InteractionContextType.PrivateChannel, anna.id],
    ]);
    await expect(anna.command('here', { question: '3' }, 'private')).rejects.toThrow(/installed by a server/);
  });

  it('reaches a bot that is no member of the server, and leaves it at five follow-ups', async () => {
    const refusals: unknown[] = [];
    const { sandbox } = await start({
      commands: [{ ...ask, integrationTypes: [0, 1], contexts: [0, 1, 2] }],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        refusals.push(interaction.guild, interaction.guildId);
        await interaction.reply('0');
        for (const number of ['1', '2', '3', '4', '5', '6']) {
          await interaction.followUp(number).catch((error) => refusals.push(error.code));
        }
      },
    });
    const guild: SandboxGuild = sandbox.createGuild({ name: 'Foreign', hasBot: false });
    const place: Place = { guild };
    const anna = sandbox.createUser({ name: 'anna' });
    const exchange = await anna.command('ask', { question: '1' }, place);
    await sandbox.waitFor(() => refusals.length > 2);
    expect(refusals).toEqual([null, guild.id, 40094]);
    expect(exchange.messages.map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('is checked as Discord checks it before it is sent', async () => {
    const { sandbox } = await start({ commands: [ask, { ...ask, name: 'dm', nameLocalizations: {}, contexts: [1] }] });
    const anna = sandbox.createUser({ name: 'anna' });
    const guild = sandbox.createGuild({ name: 'Debate' });
    await expect(anna.command('nothing')).rejects.toThrow('There is no command "nothing" here, only: ask, dm');
    await expect(anna.command('ask')).rejects.toThrow('the required option "question" is missing');
    await expect(anna.command('ask', { question: 'x'.repeat(21) })).rejects.toThrow('longer than 20 characters');
    await expect(anna.command('ask', { question: 3 })).rejects.toThrow('does not take a number');
    await expect(anna.command('ask', { question: 'x', other: 'y' })).rejects.toThrow('there is no option "other"');
    await expect(anna.command('dm', { question: 'x' }, { guild })).rejects.toThrow('its contexts are 1');
    await expect(anna.autocomplete('ask', { question: 'x' }, 'question')).rejects.toThrow('does not autocomplete');
  });

  it('reaches the bot unchecked where a test says so', async () => {
    const seen: unknown[] = [];
    const { sandbox } = await start({
      commands: [ask],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        seen.push(interaction.options.data.map(({ name, value }) => [name, value]));
        await interaction.reply('Hm.');
      },
    });
    const anna = sandbox.createUser({ name: 'anna' });
    await anna.command('ask', { other: 3 }, 'dm', { unchecked: true });
    expect(seen).toEqual([[['other', 3]]]);
  });

  it('is known by its name in the user’s language, and by permissions only to those who have them', async () => {
    const { sandbox } = await start({
      commands: [{ ...ask, defaultMemberPermissions: PermissionFlagsBits.ManageGuild }],
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply(interaction.commandName);
      },
    });
    const anna = sandbox.createUser({ name: 'anna', locale: 'de' });
    const boss = sandbox.createUser({ name: 'boss', locale: 'de' });
    const guild = sandbox.createGuild({ name: 'Debate', members: [anna], administrators: [boss], owner: boss });
    expect((await boss.command('frage', { question: 'x' }, { guild })).message?.content).toBe('ask');
    await expect(anna.command('frage', { question: 'x' }, { guild })).rejects.toThrow('it needs the permissions 32');
    expect((await anna.command('frage', { question: 'x' }, 'dm')).message?.content).toBe('ask');
  });
});

describe('a reply', () => {
  it('that was deferred shows as thinking, then as its edit, for the same reader', async () => {
    const { sandbox } = await start({
      commands: [ask],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await new Promise((resolve) => setTimeout(resolve, 50));
        await interaction.editReply({
          flags: MessageFlags.IsComponentsV2,
          components: [
            { type: ComponentType.Container, components: [text('**One**'), text('Two')] },
            button('More', 'm'),
          ],
        });
      },
    });
    const guild = sandbox.createGuild({ name: 'Debate' });
    const anna = sandbox.createUser({ name: 'anna' });
    const ben = sandbox.createUser({ name: 'ben' });
    const exchange = await anna.command('ask', { question: 'x' }, { guild }, { wait: 'nothing' });
    const message = await sandbox.waitFor(() => exchange.message);
    expect(message.thinking).toBe(true);
    expect(exchange.repliedAfterMs).toBeNull();
    await exchange.replied();
    expect(message.thinking).toBe(false);
    expect(message.texts).toEqual(['**One**', 'Two']);
    expect(message.buttons).toEqual([{ label: 'More', customId: 'm', url: null, style: 1, disabled: false }]);
    expect(message.edited).toBe(false);
    expect(exchange.deferred).toBe(true);
    expect(exchange.repliedAfterMs ?? 0).toBeGreaterThan(exchange.acknowledgedAfterMs ?? Infinity);
    expect(anna.messagesIn({ guild })).toEqual([message]);
    expect(ben.messagesIn({ guild })).toEqual([]);
    expectNoViolations(sandbox);
  });

  it('that comes too late, twice or not at all is what Discord makes of it', async () => {
    const codes: unknown[] = [];
    const { sandbox } = await start(
      {
        commands: [ask],
        onInteraction: async (interaction) => {
          if (!interaction.isChatInputCommand()) return;
          const note = (error: { code?: unknown }) => codes.push(error.code);
          if (interaction.options.getString('question') === 'late') {
            await new Promise((resolve) => setTimeout(resolve, 120));
            await interaction.reply('Late.').catch(note);
          } else {
            await interaction.reply('First.');
            const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
            await interaction.client.rest.post(path, { auth: false, body: { type: 5 } }).catch(note);
          }
        },
      },
      { acknowledgeWithinMs: 80 },
    );
    const anna = sandbox.createUser({ name: 'anna' });
    const late = await anna.command('ask', { question: 'late' });
    expect(late.failed).toBe('did not respond');
    expect(late.acknowledgedAfterMs).toBeNull();
    expect(late.messages).toEqual([]);
    await sandbox.waitFor(() => codes.length === 1);
    const twice = await anna.command('ask', { question: 'twice' });
    expect(twice.message?.content).toBe('First.');
    await sandbox.waitFor(() => codes.length === 2);
    expect(codes).toEqual([10062, 40060]);
  });

  it('cannot be changed when the interaction’s token has expired', async () => {
    const codes: unknown[] = [];
    const { sandbox } = await start(
      {
        commands: [ask],
        onInteraction: async (interaction) => {
          if (!interaction.isChatInputCommand()) return;
          await interaction.reply('Now.');
          await new Promise((resolve) => setTimeout(resolve, 60));
          await interaction.editReply('Later.').catch((error) => codes.push(error.status));
        },
      },
      { interactionTokenMs: 50 },
    );
    const exchange = await sandbox.createUser({ name: 'anna' }).command('ask', { question: 'x' });
    await sandbox.waitFor(() => codes.length === 1);
    expect(codes).toEqual([401]);
    expect(exchange.message?.content).toBe('Now.');
  });

  it('can be fetched, followed up, edited and deleted', async () => {
    const fetched: unknown[] = [];
    const { sandbox } = await start({
      commands: [ask],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const response = await interaction.reply({ content: 'One.', withResponse: true });
        fetched.push(response.resource?.message?.content, (await interaction.fetchReply()).content);
        const second = await interaction.followUp('Two.');
        await interaction.editReply({ message: second, content: 'Two!' });
        await interaction.deleteReply();
      },
    });
    const exchange = await sandbox.createUser({ name: 'anna' }).command('ask', { question: 'x' });
    const first = exchange.message;
    await sandbox.waitFor(() => first?.deleted);
    expect(fetched).toEqual(['One.', 'One.']);
    expect(exchange.messages.map(({ content, edited }) => [content, edited])).toEqual([['Two!', true]]);
    expectNoViolations(sandbox);
  });

  it('with a picture serves the picture', async () => {
    const { sandbox } = await start({
      commands: [ask],
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        const reply = await interaction.editReply({
          flags: MessageFlags.IsComponentsV2,
          files: [{ attachment: Buffer.from('PNG'), name: 'line.png' }],
          components: [{ type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://line.png' } }] }],
        });
        await interaction.followUp(reply.attachments.first()?.url ?? 'none');
      },
    });
    const exchange = await sandbox.createUser({ name: 'anna' }).command('ask', { question: 'x' });
    await sandbox.waitFor(() => exchange.messages.length === 2);
    const response = await fetch(exchange.messages[1]?.content ?? '');
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/png', 'PNG']);
    expectNoViolations(sandbox);
  });
});

describe('a button', () => {
  const bot: BotOptions = {
    commands: [ask],
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'A', components: [button('Next', 'next'), button('Off', 'off', true)] });
      } else if (interaction.isButton() && interaction.customId === 'next') {
        await interaction.update({ content: `${interaction.message.content}B`, components: [button('Gone', 'gone')] });
      } else if (interaction.isButton() && interaction.customId === 'gone') {
        await interaction.deferUpdate();
        await interaction.deleteReply();
      } else if (interaction.isButton()) {
        await interaction.reply({ content: interaction.customId, flags: MessageFlags.Ephemeral });
      }
    },
  };

  it('is pressed by its label and changes its message, by its custom id and removes it', async () => {
    const { sandbox } = await start(bot);
    const anna = sandbox.createUser({ name: 'anna' });
    const message = reply(await anna.command('ask', { question: 'x' }));
    const pressed = await anna.press(message, 'Next');
    expect(pressed.messages).toEqual([message]);
    expect([message.content, message.edited]).toEqual(['AB', true]);
    await anna.press(message, 'gone');
    expect(message.deleted).toBe(true);
    expect(anna.directMessages()).toEqual([]);
    expectNoViolations(sandbox);
  });

  it('that is not there, disabled or invisible cannot be pressed, but an old client can send it', async () => {
    const { sandbox } = await start(bot);
    const anna = sandbox.createUser({ name: 'anna' });
    const message = reply(await anna.command('ask', { question: 'x' }));
    await expect(anna.press(message, 'Nope')).rejects.toThrow('There is no button "Nope", only: "Next", "Off"');
    await expect(anna.press(message, 'Off')).rejects.toThrow('disabled');
    const old = await anna.press(message, 'v0:old', { unchecked: true });
    expect([old.message?.content, old.message?.ephemeral]).toEqual(['v0:old', true]);
  });
});

describe('autocompletion', () => {
  it('sends what is typed so far and shows what is offered', async () => {
    const { sandbox } = await start({
      commands: [ask],
      onInteraction: async (interaction) => {
        if (!interaction.isAutocomplete()) return;
        const { name, value } = interaction.options.getFocused(true);
        await interaction.respond([
          { name: `${name} ${value}`, value: `${interaction.options.getString('question')}` },
        ]);
      },
    });
    const anna = sandbox.createUser({ name: 'anna' });
    expect(await anna.autocomplete('ask', { question: 'q', source: 'Tel' }, 'source')).toEqual([
      { name: 'source Tel', value: 'q' },
    ]);
    expectNoViolations(sandbox);
  });

  it('that the bot leaves unanswered fails to load', async () => {
    const { sandbox } = await start({ commands: [ask] }, { acknowledgeWithinMs: 50 });
    const anna = sandbox.createUser({ name: 'anna' });
    await expect(anna.autocomplete('ask', { source: 'T' }, 'source')).rejects.toThrow('Loading options failed');
  });
});

describe('a message’s menu', () => {
  it('brings the message with its content, without the intent for it', async () => {
    const { sandbox } = await start({
      commands: [menu],
      onInteraction: async (interaction) => {
        if (!interaction.isMessageContextMenuCommand()) return;
        await interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
      },
    });
    const guild = sandbox.createGuild({ name: 'Debate' });
    const anna = sandbox.createUser({ name: 'anna' });
    const said = await anna.post(guild, 'They signed it!');
    const exchange = await anna.menu('Find sources', said);
    expect(exchange.message?.content).toBe('They signed it!');
    expectNoViolations(sandbox);
  });
});

describe('direct messages', () => {
  it('reach the bot with edits and deletions, and its replies the user', async () => {
    const events: string[] = [];
    const { sandbox, bot } = await start({
      onMessage: async (message) => {
        const reply = await message.reply({
          content: `Re: ${message.content}`,
          allowedMentions: { repliedUser: false },
        });
        events.push(reply.reference?.messageId === message.id ? 'replied' : 'lost');
      },
    });
    bot.client.on('messageUpdate', (_, message) => events.push(`edit ${message.content}`));
    bot.client.on('messageDelete', (message) => events.push(`delete ${message.id}`));
    const anna = sandbox.createUser({ name: 'anna' });
    const sent = await anna.sendDirectMessage('Hello');
    await sandbox.waitFor(() => events.length === 1);
    await anna.edit(sent, 'Hello!');
    await anna.delete(sent);
    await sandbox.waitFor(() => events.length === 3);
    expect(events).toEqual(['replied', 'edit Hello!', `delete ${sent.id}`]);
    const [reply] = anna.directMessages();
    expect([reply?.content, reply?.reference, reply?.pings]).toEqual(['Re: Hello', sent.id, []]);
    expectNoViolations(sandbox);
  });

  it('of people who closed theirs are refused with 50007', async () => {
    const { sandbox, bot } = await start({});
    const anna = sandbox.createUser({ name: 'anna' });
    anna.acceptsDirectMessages = false;
    const user = await bot.client.users.fetch(anna.id);
    await expect(user.send('Hello')).rejects.toMatchObject({ code: 50007 });
  });
});

describe('the application', () => {
  it('is owned by one person, or by a team', async () => {
    const single = await start({}, { ownerId: '123456789012345678' });
    const application = await single.bot.client.application.fetch();
    expect(application.owner?.id).toBe('123456789012345678');
    expect(single.sandbox.application.owner.id).toBe('123456789012345678');
    const team = await start({}, { team: [{ name: 'Ada' }, { name: 'Bob', role: 'read_only' }] });
    const owned = await team.bot.client.application.fetch();
    expect(owned.owner && 'members' in owned.owner && owned.owner.members.map(({ user }) => user.username)).toEqual([
      'Ada',
      'Bob',
    ]);
    expect(team.sandbox.application.team.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  });

  it('keeps a command’s id when the list is written anew, and tells global from server commands', async () => {
    const { sandbox, bot } = await start({ commands: [ask] });
    const guild = sandbox.createGuild({ name: 'Debate' });
    const { commands } = bot.client.application;
    const [before] = sandbox.registeredCommands;
    await commands.set([{ ...ask, description: 'Better' }, menu]);
    expect(sandbox.registeredCommands.map(({ id, description }) => [id === before?.id, description])).toEqual([
      [true, 'Better'],
      [false, ''],
    ]);
    await commands.set([menu], guild.id);
    expect(sandbox.guildCommands(guild).map(({ name }) => name)).toEqual(['Find sources']);
    expect(
      (await commands.fetch({ withLocalizations: true })).map(({ name, nameLocalizations }) => [
        name,
        nameLocalizations,
      ]),
    ).toEqual([
      ['ask', { de: 'frage' }],
      ['Find sources', null],
    ]);
    expectNoViolations(sandbox);
  });

  it('closes at once, however often it is told to', async () => {
    const { sandbox } = await start({ commands: [ask] });
    const waiting = sandbox.createUser({ name: 'anna' }).command('ask', { question: 'x' });
    const begin = performance.now();
    await Promise.all([sandbox.close(), sandbox.close()]);
    expect(performance.now() - begin).toBeLessThan(200);
    expect((await waiting).failed).toBe('did not respond');
  });
});
