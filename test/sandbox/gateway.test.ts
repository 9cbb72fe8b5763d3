import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Bot, type BotOptions, startBot } from './bot.ts';

const sandboxes: Sandbox[] = [];
const bots: Bot[] = [];

afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
});

async function open(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  sandboxes.push(sandbox);
  return sandbox;
}

async function login(sandbox: Sandbox, options: BotOptions = {}): Promise<Bot> {
  const bot = await startBot(sandbox, options);
  bots.push(bot);
  return bot;
}

const Event = z.object({ op: z.number(), t: z.string().nullish(), s: z.number().nullish(), d: z.unknown() });

/** A bare client: what it receives and the code with which it is closed. */
async function connect(sandbox: Sandbox) {
  const socket = new WebSocket(sandbox.apiUrl.replace('http', 'ws').replace('/api', '/?v=10&encoding=json'));
  const received: z.infer<typeof Event>[] = [];
  socket.on('message', (data) => received.push(Event.parse(JSON.parse(String(data)))));
  const closed = once(socket, 'close').then(([code]) => code);
  await once(socket, 'open');
  return { received, closed, socket, send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })) };
}

describe('the gateway', () => {
  it('greets, acknowledges heartbeats and sends READY with what a client needs', async () => {
    const sandbox = await open({ heartbeatIntervalMs: 1_234 });
    const guild = sandbox.createGuild({ name: 'Debate' });
    const client = await connect(sandbox);
    client.send(1, null);
    client.send(2, { token: sandbox.token, intents: GatewayIntentBits.Guilds, properties: {} });
    await sandbox.ready;
    await sandbox.waitFor(() => client.received.length === 4);
    expect(client.received.map(({ op, t, s }) => [op, t ?? null, s ?? null])).toEqual([
      [10, null, null],
      [11, null, null],
      [0, 'READY', 1],
      [0, 'GUILD_CREATE', 2],
    ]);
    expect(client.received[0]?.d).toEqual({ heartbeat_interval: 1_234 });
    expect(client.received[2]?.d).toMatchObject({
      user: { id: sandbox.application.id, bot: true },
      application: { id: sandbox.application.id },
      guilds: [{ id: guild.id, unavailable: true }],
      resume_gateway_url: expect.stringMatching(/^ws:/),
    });
    client.socket.terminate();
  });

  it('closes with 4004 for a wrong token, 4014 for intents that are not allowed, 4002 for nonsense', async () => {
    const sandbox = await open();
    const wrong = await connect(sandbox);
    wrong.send(2, { token: 'wrong', intents: 0 });
    const greedy = await connect(sandbox);
    greedy.send(2, { token: sandbox.token, intents: GatewayIntentBits.MessageContent });
    const confused = await connect(sandbox);
    confused.socket.send('{');
    expect(await Promise.all([wrong.closed, greedy.closed, confused.closed])).toEqual([4004, 4014, 4002]);
  });

  it('refuses to resume a session that it does not know', async () => {
    const sandbox = await open();
    const client = await connect(sandbox);
    client.send(6, { token: sandbox.token, session_id: 'none', seq: 3 });
    await sandbox.waitFor(() => client.received.some(({ op, d }) => op === 9 && d === false));
    client.socket.terminate();
  });

  it('sends what happens outside of servers to shard 0 and a server’s events to its own shard', async () => {
    const sandbox = await open();
    const guild = sandbox.createGuild({ name: 'Debate' });
    const own = Number((BigInt(guild.id) >> 22n) % 2n);
    const intents = GatewayIntentBits.DirectMessages | GatewayIntentBits.GuildMessages;
    const shards = await Promise.all([connect(sandbox), connect(sandbox)]);
    for (const [id, shard] of shards.entries()) shard.send(2, { token: sandbox.token, intents, shard: [id, 2] });
    await sandbox.waitFor(() => shards.every(({ received }) => received.length === 2));
    const anna = sandbox.createUser({ name: 'anna' });
    await anna.sendDirectMessage('direct');
    await anna.post(guild, `<@${sandbox.application.id}> server`);
    const got = () =>
      shards.map(({ received }) => received.flatMap(({ t, d }) => (t === 'MESSAGE_CREATE' ? Object(d).content : [])));
    await sandbox.waitFor(() => got().flat().length === 2);
    const expected: string[][] = [['direct'], []];
    expected[own]?.push(`<@${sandbox.application.id}> server`);
    expect(got()).toEqual(expected);
    for (const { socket } of shards) socket.terminate();
  });

  it('empties what a bot may not read, but not what mentions it', async () => {
    const sandbox = await open({ allowedIntents: 2 ** 26 - 1 });
    const seen: string[] = [];
    const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
    await login(sandbox, {
      intents: [Guilds, GuildMessages],
      onMessage: async (message) => seen.push(`without ${message.content}`),
    });
    await login(sandbox, {
      intents: [Guilds, GuildMessages, MessageContent],
      onMessage: async (message) => seen.push(`with ${message.content}`),
    });
    const anna = sandbox.createUser({ name: 'anna' });
    const guild = sandbox.createGuild({ name: 'Debate', members: [anna] });
    const mention = `<@${sandbox.application.id}> look`;
    await anna.post(guild, 'secret');
    await anna.post(guild, mention);
    await sandbox.waitFor(() => seen.length === 4);
    expect(seen.sort()).toEqual(['with secret', `with ${mention}`, 'without ', `without ${mention}`].sort());
  });

  it('keeps direct messages from a bot without the intent for them', async () => {
    const sandbox = await open();
    const seen: string[] = [];
    await login(sandbox, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
      onMessage: async (message) => seen.push(message.content),
    });
    const anna = sandbox.createUser({ name: 'anna' });
    const guild = sandbox.createGuild({ name: 'Debate', members: [anna] });
    await anna.sendDirectMessage('direct');
    await anna.post(guild, `<@${sandbox.application.id}> last`);
    await sandbox.waitFor(() => seen.length > 0);
    expect(seen).toEqual([`<@${sandbox.application.id}> last`]);
  });
});

describe('a fault of the gateway', () => {
  /** Loses the connection by a fault, writes meanwhile, and returns what the bot saw of it all. */
  async function interrupted(fault: (sandbox: Sandbox) => void) {
    const sandbox = await open();
    const seen: string[] = [];
    const bot = await login(sandbox, { onMessage: async (message) => seen.push(message.content) });
    bot.client.on(Events.ShardResume, () => seen.push('resumed'));
    bot.client.on(Events.ShardReady, () => seen.push('ready'));
    const anna = sandbox.createUser({ name: 'anna' });
    await anna.sendDirectMessage('before');
    await sandbox.waitFor(() => seen.includes('before'));
    seen.length = 0;
    fault(sandbox);
    await sandbox.waitFor(() => !sandbox.connected);
    await anna.sendDirectMessage('meanwhile');
    return { sandbox, bot, anna, seen };
  }

  for (const [name, fault] of [
    ['opcode 7', (sandbox: Sandbox) => sandbox.faults.gateway.reconnect()],
    ['opcode 9 with resuming', (sandbox: Sandbox) => sandbox.faults.gateway.invalidateSession({ resumable: true })],
    ['a broken connection (1006)', (sandbox: Sandbox) => sandbox.faults.gateway.close(1006)],
    ['code 4000', (sandbox: Sandbox) => sandbox.faults.gateway.close(4000)],
    ['code 4001', (sandbox: Sandbox) => sandbox.faults.gateway.close(4001)],
    ['code 4009', (sandbox: Sandbox) => sandbox.faults.gateway.close(4009)],
  ] as const) {
    it(`${name} costs nothing: discord.js resumes and what it missed is replayed`, async () => {
      const { sandbox, seen } = await interrupted(fault);
      await sandbox.waitFor(() => seen.includes('resumed'));
      expect(seen).toContain('meanwhile');
      expect(seen).not.toContain('ready');
    });
  }

  for (const [name, fault] of [
    ['opcode 9 without resuming', (sandbox: Sandbox) => sandbox.faults.gateway.invalidateSession({ resumable: false })],
    ['code 4007', (sandbox: Sandbox) => sandbox.faults.gateway.close(4007)],
    ['code 4008', (sandbox: Sandbox) => sandbox.faults.gateway.close(4008)],
  ] as const) {
    it(`${name} starts a new session, and what was missed is lost`, async () => {
      const { sandbox, seen, anna } = await interrupted(fault);
      await sandbox.waitFor(() => seen.includes('ready'), { timeoutMs: 15_000 });
      await anna.sendDirectMessage('after');
      await sandbox.waitFor(() => seen.includes('after'));
      expect(seen).toEqual(['ready', 'after']);
    });
  }

  for (const code of [4004, 4014]) {
    it(`code ${code} ends it: discord.js never reconnects, yet says that it is ready`, async () => {
      const sandbox = await open();
      const bot = await login(sandbox);
      const gone = once(bot.client, Events.ShardDisconnect);
      sandbox.faults.gateway.close(code);
      await gone;
      expect(sandbox.connected).toBe(false);
      expect(bot.client.isReady()).toBe(true);
    });
  }

  it('of heartbeats that stay unanswered makes discord.js resume', async () => {
    const sandbox = await open({ heartbeatIntervalMs: 100 });
    const bot = await login(sandbox);
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.faults.gateway.withholdHeartbeatAcks();
    await sandbox.waitFor(() => !sandbox.connected);
    sandbox.faults.gateway.withholdHeartbeatAcks(false);
    await resumed;
    expect(sandbox.connected).toBe(true);
  });

  it('of new connections that break keeps discord.js trying, with a new session in the end', async () => {
    const sandbox = await open();
    const bot = await login(sandbox);
    const ready = once(bot.client, Events.ShardReady);
    sandbox.faults.gateway.refuseConnections();
    sandbox.faults.gateway.close(1006);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(sandbox.connected).toBe(false);
    sandbox.faults.gateway.refuseConnections(false);
    await ready;
    expect(sandbox.connected).toBe(true);
  });

  it('that sends an event without its fields ends a process with discord.js in it', async () => {
    const sandbox = await open();
    const script = `
      const { Client } = await import('discord.js');
      const client = new Client({ intents: [], rest: { api: process.argv[1] } });
      client.once('clientReady', () => console.log('ready'));
      await client.login(process.argv[2]);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, sandbox.apiUrl, sandbox.token]);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
    });
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    sandbox.faults.gateway.sendMalformed();
    expect((await ended)[0]).toBe(1);
    expect(errors).toContain('TypeError');
  });

  it('that sends what is no JSON goes unnoticed by discord.js', async () => {
    const sandbox = await open();
    const seen: string[] = [];
    await login(sandbox, { onMessage: async (message) => seen.push(message.content) });
    sandbox.faults.gateway.sendMalformed('{"op":');
    await sandbox.createUser({ name: 'anna' }).sendDirectMessage('still there');
    await sandbox.waitFor(() => seen.length > 0);
    expect(seen).toEqual(['still there']);
  });

  it('that leaves out channel_type makes discord.js drop a first direct message', async () => {
    const sandbox = await open();
    const seen: string[] = [];
    const bot = await login(sandbox, { onMessage: async (message) => seen.push(message.content) });
    const raw: unknown[] = [];
    bot.client.on(Events.Raw, (packet: { t: string }) => raw.push(packet.t));
    sandbox.faults.gateway.omitChannelType();
    const anna = sandbox.createUser({ name: 'anna' });
    await anna.sendDirectMessage('lost');
    await sandbox.waitFor(() => raw.includes('MESSAGE_CREATE'));
    await anna.sendDirectMessage('found');
    await sandbox.waitFor(() => seen.length > 0);
    expect(seen).toEqual(['found']);
  });
});
