import { PassThrough } from 'node:stream';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { runPrompt } from '../../src/sandbox/prompt.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { expectNoViolations, startCheckedSandbox } from '../support/sandbox.ts';
import { type Bot, startBot } from './bot.ts';

const started: { sandbox: Sandbox; bot: Bot }[] = [];

afterEach(async () => {
  for (const { sandbox, bot } of started.splice(0)) {
    await bot.stop();
    await sandbox.close();
  }
});

const { String: text, Boolean: yesOrNo } = ApplicationCommandOptionType;
const COMMANDS = [
  {
    name: 'ask',
    description: 'Ask a question',
    descriptionLocalizations: { de: 'Eine Frage stellen' },
    options: [
      { type: text, name: 'question', nameLocalizations: { de: 'frage' }, description: 'What', required: true },
      { type: text, name: 'source', nameLocalizations: { de: 'quelle' }, description: 'Where', autocomplete: true },
      { type: yesOrNo, name: 'private', nameLocalizations: { de: 'privat' }, description: 'For you' },
    ],
  },
  { name: 'about', description: 'About' },
  { name: 'Find sources', nameLocalizations: { de: 'Quellen suchen' }, type: ApplicationCommandType.Message },
] as const;

/** A tiny bot with a bit of everything, a prompt on it, and what the prompt has written so far. */
async function start(locale: Language = 'en', terminal = false) {
  const sandbox = await startCheckedSandbox({ acknowledgeWithinMs: 500 });
  const bot = await startBot(sandbox, {
    commands: COMMANDS,
    onInteraction: async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: 'The Daily Paper', value: `daily:${interaction.options.getFocused()}` }]);
      } else if (interaction.isMessageContextMenuCommand()) {
        await interaction.reply({
          content: `Sources for: ${interaction.targetMessage.content}`,
          flags: MessageFlags.Ephemeral,
        });
      } else if (interaction.isButton()) {
        await interaction.update({ components: [{ type: ComponentType.TextDisplay, content: 'More **text**' }] });
      } else if (interaction.isChatInputCommand() && interaction.commandName === 'ask') {
        const { options } = interaction;
        await interaction.deferReply(options.getBoolean('private') ? { flags: MessageFlags.Ephemeral } : {});
        await interaction.editReply({
          flags: MessageFlags.IsComponentsV2,
          components: [
            {
              type: ComponentType.TextDisplay,
              content: `> ${options.getString('question')} / ${options.getString('source')}`,
            },
            {
              type: ComponentType.ActionRow,
              components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'More', customId: 'more' }],
            },
          ],
        });
      }
    },
    onMessage: (message) => message.reply({ content: `Answer to ${message.content}`, allowedMentions: { parse: [] } }),
  });
  started.push({ sandbox, bot });
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    written += chunk;
  });
  const user = sandbox.createUser({ name: 'anna', locale: locale === 'de' ? 'de' : 'en-US' });
  const abort = new AbortController();
  const ended = runPrompt({ sandbox, user, input, output, locale, signal: abort.signal, terminal, colour: false });
  return {
    sandbox,
    user,
    abort,
    ended,
    /** Types and waits until the prompt has written something, then returns all that it wrote since. */
    async type(line: string, until: string | RegExp): Promise<string> {
      const before = written.length;
      input.write(line);
      return sandbox.waitFor(
        () => {
          const fresh = written.slice(before);
          return (typeof until === 'string' ? fresh.includes(until) : until.test(fresh)) && fresh;
        },
        { what: `${until} after ${JSON.stringify(line)}` },
      );
    },
    input,
    all: () => written,
  };
}

it('greets and lists the commands with their options', async () => {
  const { type, all, sandbox } = await start();
  const list = await type('/\n', '>Find sources');
  expect(all()).toContain('A small Discord on this machine: a direct message to Wortlaut.');
  expect(list).toContain(
    '/ask  Ask a question\n    question: What (required)\n    source: Where\n    private: For you\n',
  );
  expect(list).toContain('/about  About\n');
  expectNoViolations(sandbox);
});

it('speaks German to whoever wants it', async () => {
  const { type, all } = await start('de');
  const list = await type('/\n', '>Quellen suchen');
  expect(all()).toContain('Eine Frage einfach eintippen.');
  expect(list).toContain('/ask  Eine Frage stellen\n    frage: What (nötig)\n');
  expect(await type('/ask frage:Wer? privat:ja\n', 'Wer?')).toContain('nur für dich sichtbar');
});

it('sends what is typed as a direct message and shows the answer', async () => {
  const { type, sandbox } = await start();
  expect(await type('Who met?\n', 'Answer')).toContain('Wortlaut\nAnswer to Who met?\n');
  expectNoViolations(sandbox);
});

it('sends commands, with free text in the first required option and the others by name', async () => {
  const { type, sandbox } = await start();
  const reply = await type('/ask Who met: and where? source:The Post private:true\n', 'More]');
  expect(reply).toContain(
    'Wortlaut is thinking … · only you can see this\nWortlaut · only you can see this\n▎ Who met: and where? / The Post\n[1 More]',
  );
  expectNoViolations(sandbox);
});

it('presses the button whose number is typed, until other buttons are drawn', async () => {
  const { type, sandbox } = await start();
  await type('/ask Who?\n', '[1 More]');
  expect(await type('2\n', 'no button 2')).not.toContain('[1 More]');
  expect(await type('1\n', 'More text')).toContain('Wortlaut · (edited)\nMore text');
  expect(await type('1\n', 'no button 1')).toContain('There is no button 1 here.');
  expectNoViolations(sandbox);
});

it('uses the message menu on the user’s own messages', async () => {
  const { type, sandbox } = await start();
  expect(await type('>Find sources\n', 'no message of yours')).toContain('There is no message of yours yet');
  await type('They signed.\n', 'Answer to They signed.');
  await type('They left.\n', 'Answer to They left.');
  expect(await type('>Find sources\n', 'Sources for')).toContain('Sources for: They left.');
  expect(await type('>Find sources 2\n', 'Sources for')).toContain('Sources for: They signed.');
  expectNoViolations(sandbox);
});

it('says what is wrong instead of sending it, and when the bot is silent', async () => {
  const { type, sandbox } = await start();
  expect(await type('/ask\n', 'Missing')).toContain('Missing: question');
  expect(await type('/nothing\n', 'no command')).toContain('There is no command “/nothing”; / lists them all.');
  expect(await type('/about\n', 'did not')).toContain('Wortlaut did not respond.');
  expect(sandbox.requests.filter(({ path }) => path.startsWith('/interactions'))).toEqual([]);
});

it('shows edits, and that a message was deleted', async () => {
  const { type, sandbox, user, all } = await start();
  await type('Who?\n', 'Answer');
  const [, reply] = user.directMessages();
  const path = `${sandbox.apiUrl}/v10/channels/${reply?.channel.id}/messages/${reply?.id}`;
  const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
  await fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ content: 'Better' }) });
  await fetch(path, { method: 'DELETE', headers });
  await sandbox.waitFor(() => all().includes('(a message was deleted)'));
  expect(all()).toContain('Wortlaut · (edited)\nBetter\n');
});

it('completes commands, options and what the bot offers, and sends the value behind the offered name', async () => {
  const { type, sandbox } = await start('en', true);
  await type('/as\t', '/ask ');
  await type('Who? so\t', 'source:');
  await type('Da\t', 'The Daily Paper');
  const reply = await type('\r', 'More]');
  expect(reply).toContain('▎ Who? / daily:Da');
  expectNoViolations(sandbox);
});

it('ends at /quit, at the end of the input and when it is told to', async () => {
  const quit = await start();
  await quit.type('/quit\n', 'Goodbye.');
  await quit.ended;
  const drained = await start();
  drained.input.end('Who?\n');
  await drained.ended;
  expect(drained.all()).toContain('Answer to Who?');
  const aborted = await start();
  aborted.abort.abort();
  await aborted.ended;
});
