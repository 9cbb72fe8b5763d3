import type { Gateway } from './gateway.ts';
import type { Message } from './message.ts';
import { guildJson, memberJson, messageJson } from './payloads.ts';
import { CHANNEL_TYPE, INTENT, type Json } from './wire.ts';
import type { Change, World } from './world.ts';

/** Tells the bot, over the gateway, what happens in the world as far as Discord would tell it. */
export function forwardChanges(world: World, gateway: Gateway, applicationId: string): void {
  world.subscribe((change) => {
    if (change.kind === 'guild') {
      const { guild } = change;
      if (!guild.hasBot) return;
      gateway.dispatch('GUILD_CREATE', { guildId: guild.id, intent: INTENT.guilds }, guildJson(guild, world.bot));
    } else if (change.kind !== 'typing') {
      forwardMessage(world, gateway, applicationId, change);
    }
  });
}

const EVENT = { created: 'MESSAGE_CREATE', updated: 'MESSAGE_UPDATE', deleted: 'MESSAGE_DELETE' } as const;

function forwardMessage(
  world: World,
  gateway: Gateway,
  applicationId: string,
  { kind, message }: Extract<Change, { message: Message }>,
): void {
  const { channel } = message;
  const { guild } = channel;
  if (message.ephemeral || channel.type === CHANNEL_TYPE.group || guild?.hasBot === false) return;
  const audience = {
    guildId: guild?.id ?? null,
    intent: guild ? INTENT.guildMessages : INTENT.directMessages,
  };
  const server = guild ? { guild_id: guild.id } : {};
  if (kind === 'deleted') {
    gateway.dispatch(EVENT.deleted, audience, { id: message.id, channel_id: channel.id, ...server });
    return;
  }
  const full = messageJson(message, world.people, applicationId);
  if (!guild) {
    const omit = gateway.withoutChannelType > 0 && !message.author.bot;
    if (omit) gateway.withoutChannelType -= 1;
    gateway.dispatch(EVENT[kind], audience, omit ? full : { ...full, channel_type: channel.type });
    return;
  }
  const typed = { ...full, ...server, channel_type: channel.type };
  const { user: _, ...member } = memberJson(guild, message.author);
  const readable = message.author.bot || mentions(message, world.bot.id);
  gateway.dispatch(EVENT[kind], audience, (intents) =>
    readable || (intents & INTENT.messageContent) !== 0 ? { ...typed, member } : { ...typed, ...UNREADABLE, member },
  );
}

/** What a bot without the intent for message content reads in a server's message that does not mention it. */
const UNREADABLE: Json = { content: '', embeds: [], attachments: [], components: [] };

function mentions(message: Message, id: string): boolean {
  return new RegExp(`<@!?${id}>`).test(message.content);
}
