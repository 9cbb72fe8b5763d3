import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
} from 'discord.js';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

export interface BotOptions {
  readonly intents?: readonly GatewayIntentBits[];
  readonly commands?: Parameters<NonNullable<Client<true>['application']>['commands']['set']>[0];
  readonly rest?: ClientOptions['rest'];
  readonly onInteraction?: (interaction: Interaction) => Promise<unknown>;
  /** Messages of others only. */
  readonly onMessage?: (message: Message) => Promise<unknown>;
}

/** What the handlers of a bot threw, in order. */
export interface Bot {
  readonly client: Client<true>;
  readonly errors: unknown[];
  stop(): Promise<void>;
}

/** A bot with the real discord.js client, logged in to the sandbox and with its commands registered. */
export async function startBot(sandbox: Sandbox, options: BotOptions = {}): Promise<Bot> {
  const errors: unknown[] = [];
  const client = new Client({
    intents: options.intents ?? [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { ...options.rest, api: sandbox.apiUrl },
    // Discord lets a bot identify once in five seconds; no test needs to wait for that.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  const note = (error: unknown): void => {
    errors.push(error);
  };
  client.on(Events.Error, note);
  client.on(Events.InteractionCreate, (interaction) => options.onInteraction?.(interaction).catch(note));
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) options.onMessage?.(message).catch(note);
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(sandbox.token);
  const running = await ready;
  if (options.commands) await running.application.commands.set(options.commands);
  return { client: running, errors, stop: () => client.destroy() };
}
