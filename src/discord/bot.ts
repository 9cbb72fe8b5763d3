import { ChannelType, Client, Events, GatewayIntentBits, OAuth2Scopes, Options, Partials } from 'discord.js';
import type { Registry } from '../command/contract.ts';
import { WortlautError } from '../errors.ts';
import type { Library } from '../library/library.ts';
import { type Logger, loggable } from '../log.ts';
import type { BotContext } from './context.ts';
import { DirectMessages, questionOf } from './direct-messages.ts';
import { Operators } from './operators.ts';
import { Pipeline } from './pipeline.ts';
import { registerCommands } from './registration.ts';
import { Replier } from './replier.ts';
import { followUnseenChannels } from './unseen-channels.ts';

export interface BotOptions {
  readonly library: Library;
  readonly registry: Registry;
  readonly log: Logger;
  readonly token: string;
  /** Null for Discord's own. */
  readonly apiUrl: string | null;
  readonly operatorIds: readonly string[];
}

/** A bot that is logged in. */
export interface Bot {
  readonly client: Client<true>;
  /** The link by which people add the bot to their servers or to themselves. */
  readonly invitation: string;
  stop(): Promise<void>;
}

/**
 * discord.js holds requests back above 50 a second, and counts the edits of deferred replies, which Discord does not:
 * at 50 answers a second every fiftieth waited. What Discord does limit it still says (429), and is obeyed.
 */
const REQUESTS_PER_SECOND = 200;

/** Messages kept a channel: only the latest are ever edited or deleted, and the bot looks up what it does not keep. */
const KEPT_MESSAGES = 25;

/**
 * Logs in and serves until stopped.
 * @throws WortlautError `config.invalid` where the token is refused or the server does not answer.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { registry } = options;
  // Whatever logger is handed over, what Discord's errors hold of questions and tokens must not reach it.
  const log = options.log.child({}, { serializers: { err: loggable } });
  const context: BotContext = { ...options, log, operators: new Operators(options.operatorIds) };
  const client = new Client({
    // No privileged intent: the content of direct messages comes without one.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: KEPT_MESSAGES }),
    rest: {
      globalRequestsPerSecond: REQUESTS_PER_SECOND,
      ...(options.apiUrl === null ? {} : { api: options.apiUrl }),
    },
  });
  const replier = new Replier(context);
  const pipeline = new Pipeline(context, replier);
  const direct = new DirectMessages(context, replier);
  client.on(Events.InteractionCreate, (interaction) => void pipeline.handle(interaction));
  client.on(Events.MessageCreate, (message) => {
    const question = questionOf(message);
    if (question !== null) void direct.created(question);
  });
  client.on(Events.MessageUpdate, (_, message) => {
    const question = questionOf(message);
    if (question !== null) void direct.edited(question);
  });
  client.on(Events.MessageDelete, (message) => {
    if (message.channel.type === ChannelType.DM) void direct.deleted(message.id, message.channel);
  });
  followUnseenChannels(client, direct, log);
  client.on(Events.Error, (error) => log.error({ err: error }, 'client'));
  client.on(Events.ShardError, (error, shard) => log.error({ err: error, shard }, 'shard'));
  client.on(Events.ShardDisconnect, (event, shard) =>
    log.error({ code: event.code, shard }, 'shard disconnected for good'),
  );
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'client'));

  const ready = await logIn(client, options);
  try {
    const changed = await registerCommands(ready, registry);
    log.info({ changed, commands: registry.slash.length + registry.menus.length }, 'commands registered');
  } catch (error) {
    // Those registered earlier, and direct messages, still work.
    log.error({ err: error }, 'commands not registered');
  }
  return {
    client: ready,
    invitation: invitationOf(ready.application.id),
    stop: () => client.destroy(),
  };
}

async function logIn(client: Client, { token, apiUrl }: BotOptions): Promise<Client<true>> {
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    return await ready;
  } catch (error) {
    await client.destroy();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const refused = code === 'TokenInvalid' || (error instanceof Error && 'status' in error && error.status === 401);
    throw refused
      ? new WortlautError('config.invalid', { variable: 'DISCORD_TOKEN', problem: 'token-refused' }, { cause: error })
      : new WortlautError(
          'config.invalid',
          { variable: apiUrl === null ? 'DISCORD_TOKEN' : 'DISCORD_API_URL', problem: 'api-unreachable' },
          { cause: error },
        );
  }
}

/** People invite a bot on Discord itself, whatever server the bot's own requests go through. */
function invitationOf(applicationId: string): string {
  const scope = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' ');
  return `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: applicationId, scope })}`;
}
