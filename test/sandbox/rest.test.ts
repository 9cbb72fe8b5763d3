import { Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, type Sandbox, type SandboxUser, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Bot, startBot } from './bot.ts';

let sandbox: Sandbox;
let bot: Bot;
let anna: SandboxUser;

beforeEach(async () => {
  sandbox = await startSandbox();
  bot = await startBot(sandbox, { rest: { timeout: 150 } });
  anna = sandbox.createUser({ name: 'anna' });
});

afterEach(async () => {
  await bot.stop();
  await sandbox.close();
});

/** A request as curl would send it. */
async function ask(method: string, path: string, body?: unknown, token = sandbox.token) {
  const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** How often the bot asked to post a message, and what it was answered. */
function posts(): readonly (number | null)[] {
  return sandbox.requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    .map((r) => r.status);
}

async function send(content = 'Hello'): Promise<unknown> {
  const user = await bot.client.users.fetch(anna.id);
  return user.send({ content, nonce: 'n1', enforceNonce: true });
}

describe('the REST interface', () => {
  it('refuses another token, an unknown path and what does not exist with Discord’s codes', async () => {
    expect((await ask('GET', '/users/@me', undefined, 'wrong')).status).toBe(401);
    expect(await ask('GET', '/nowhere')).toEqual({ status: 404, body: { message: '404: Not Found', code: 0 } });
    expect((await ask('GET', '/channels/1')).body.code).toBe(10003);
    expect((await ask('GET', '/guilds/1')).body.code).toBe(10004);
    expect((await ask('GET', '/users/1')).body.code).toBe(10013);
    expect((await ask('POST', '/interactions/1/none/callback', { type: 6 })).body.code).toBe(10062);
    expect((await ask('PATCH', `/webhooks/${sandbox.application.id}/none/messages/@original`, {})).body.code).toBe(
      10015,
    );
    expect((await ask('GET', `/applications/${sandbox.application.id}/commands/1`)).body.code).toBe(10063);
    expect((await ask('GET', '/applications/1/commands')).body.code).toBe(10002);
    expect(sandbox.violations).toEqual([]);
  });

  it('answers what a bot asks about itself', async () => {
    const { id } = sandbox.application;
    expect((await ask('GET', '/gateway')).body.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask('GET', '/users/@me')).body).toMatchObject({ id, bot: true });
    expect((await ask('GET', '/applications/@me')).body).toMatchObject({ id, owner: { username: 'Owner' } });
    expect((await ask('GET', '/oauth2/applications/@me')).body.id).toBe(id);
  });

  it('refuses a body that is no object of the right shape', async () => {
    const { id } = (await anna.sendDirectMessage('x')).channel;
    expect((await ask('POST', `/channels/${id}/messages`, ['x'])).body.code).toBe(50035);
    expect((await ask('POST', `/channels/${id}/messages`, { content: 3, embeds: [{}] })).status).toBe(400);
    expect(sandbox.violations.map(({ rule }) => rule)).toEqual(['shape', 'shape']);
  });

  it('pages through a channel’s messages', async () => {
    const sent: Message[] = [];
    for (const text of ['1', '2', '3', '4']) sent.push(await anna.sendDirectMessage(text));
    const list = async (query: string) => {
      const { body } = await ask('GET', `/channels/${sent[0]?.channel.id}/messages?${query}`);
      return body.map(({ content }: { content: string }) => content);
    };
    expect(await list('limit=2')).toEqual(['4', '3']);
    expect(await list(`before=${sent[2]?.id}`)).toEqual(['2', '1']);
    expect(await list(`after=${sent[1]?.id}&limit=1`)).toEqual(['3']);
  });

  it('lets nobody touch other people’s messages', async () => {
    const mine = await anna.sendDirectMessage('mine');
    const guild = sandbox.createGuild({ name: 'Debate', members: [anna] });
    const posted = await anna.post(guild, 'mine');
    const inDm = `/channels/${mine.channel.id}/messages/${mine.id}`;
    expect((await ask('PATCH', inDm, { content: 'yours' })).body.code).toBe(50005);
    expect((await ask('DELETE', inDm)).body.code).toBe(50003);
    expect((await ask('DELETE', `/channels/${guild.channel.id}/messages/${posted.id}`)).body.code).toBe(50013);
    expect((await ask('GET', inDm)).body.content).toBe('mine');
  });

  it('does not let an edit mix Components V2 with content, or leave nothing', async () => {
    const { id } = (await anna.sendDirectMessage('x')).channel;
    const text = { type: 10, content: 'x' };
    const { body: message } = await ask('POST', `/channels/${id}/messages`, { flags: 1 << 15, components: [text] });
    const { body: plain } = await ask('POST', `/channels/${id}/messages`, { content: 'x' });
    const edit = async (target: { id: string }, body: unknown) => {
      return (await ask('PATCH', `/channels/${id}/messages/${target.id}`, body)).status;
    };
    expect(await edit(message, { components: [{ ...text, content: 'y' }] })).toBe(200);
    expect(await edit(message, { content: 'y' })).toBe(400);
    expect(await edit(message, { flags: 0 })).toBe(400);
    expect(await edit(plain, { components: [text] })).toBe(400);
    expect(await edit(plain, { flags: 1 << 15, components: [text] })).toBe(400);
    expect(await edit(plain, { flags: 1 << 15, content: null, components: [text] })).toBe(200);
    expect(await edit(plain, { components: [] })).toBe(400);
    expect(sandbox.violations.map(({ rule }) => rule)).toEqual([
      'edit-v2-content',
      'edit-v2-removed',
      'edit-v2-flag',
      'edit-v2-content',
      'edit-empty',
    ]);
  });

  it('says whom a message notifies', async () => {
    const guild = sandbox.createGuild({ name: 'Debate', members: [anna] });
    const content = `@everyone <@${anna.id}>`;
    const path = `/channels/${guild.channel.id}/messages`;
    await ask('POST', path, { content });
    await ask('POST', path, { content, allowed_mentions: { parse: [] } });
    expect(anna.messagesIn({ guild }).map(({ pings }) => pings)).toEqual([['@everyone', anna.id], []]);
  });

  it('shows that the bot is typing', async () => {
    const typing: string[] = [];
    sandbox.subscribe((change) => {
      if (change.kind === 'typing') typing.push(change.channel.id);
    });
    const { channel } = await anna.sendDirectMessage('x');
    expect((await ask('POST', `/channels/${channel.id}/typing`)).status).toBe(204);
    expect(typing).toEqual([channel.id]);
  });

  it('keeps a command’s definition through creating, changing and deleting it', async () => {
    const list = `/applications/${sandbox.application.id}/commands`;
    const made = await ask('POST', list, { name: 'ask', description: 'Ask', dm_permission: null });
    expect([made.status, made.body.name, made.body.type]).toEqual([201, 'ask', 1]);
    expect((await ask('POST', list, { name: 'ask', description: 'Again' })).body.id).toBe(made.body.id);
    const changed = await ask('PATCH', `${list}/${made.body.id}`, { description: 'Better' });
    expect([changed.body.name, changed.body.description]).toEqual(['ask', 'Better']);
    expect((await ask('DELETE', `${list}/${made.body.id}`)).status).toBe(204);
    expect(sandbox.registeredCommands).toEqual([]);
  });
});

describe('a fault of the REST interface', () => {
  it('500 makes discord.js try again at once', async () => {
    sandbox.faults.rest.next({ method: 'POST', path: /\/messages$/, status: 500, times: 2 });
    await send();
    expect(posts()).toEqual([500, 500, 200]);
  });

  it('429 makes discord.js wait as long as it is told', async () => {
    sandbox.faults.rest.next({ path: '/messages', retryAfterSeconds: 1 });
    const begin = performance.now();
    await send();
    expect(performance.now() - begin).toBeGreaterThan(990);
    expect(posts()).toEqual([429, 200]);
  });

  it('of a broken connection fails the request, which a nonce makes safe to repeat', async () => {
    sandbox.faults.rest.next({ path: /\/messages$/, destroy: true });
    await expect(send()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(anna.directMessages()).toEqual([]);
    sandbox.faults.rest.next({ path: /\/messages$/, destroy: true, carriedOut: true });
    await expect(send()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    await send();
    expect(anna.directMessages().map(({ content }) => content)).toEqual(['Hello']);
  });

  it('of an answer that is too slow makes discord.js send an interaction’s answer twice', async () => {
    await bot.client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
    const codes: unknown[] = [];
    bot.client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) interaction.reply('Yes.').catch(({ code }) => codes.push(code));
    });
    sandbox.faults.rest.next({ path: '/callback', delayMs: 400 });
    const exchange = await anna.command('ask');
    expect(exchange.message?.content).toBe('Yes.');
    await sandbox.waitFor(() => codes.length > 0);
    expect(codes).toEqual([40060]);
  });

  for (const [status, code] of [
    [404, 10062],
    [400, 40060],
  ] as const) {
    it(`${code} reaches the bot as Discord’s error`, async () => {
      await bot.client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
      const codes: unknown[] = [];
      bot.client.on(Events.InteractionCreate, (interaction) => {
        if (interaction.isChatInputCommand()) interaction.reply('Yes.').catch((error) => codes.push(error.code));
      });
      sandbox.faults.rest.next({ path: '/callback', status, code });
      const exchange = await anna.command('ask', {}, 'dm', { wait: 'nothing' });
      await sandbox.waitFor(() => codes.length > 0);
      expect(codes).toEqual([code]);
      expect(exchange.messages).toEqual([]);
    });
  }

  it('ends when it is cleared', async () => {
    sandbox.faults.rest.next({ status: 500, times: 100 });
    sandbox.faults.rest.clear();
    await send();
    expect(posts()).toEqual([200]);
  });
});
