import { DiscordError, refusal } from '../errors.ts';
import { type Call, type Route, read, type Upload } from '../http.ts';
import { LIMITS } from '../limits.ts';
import type { Message } from '../message.ts';
import { channelJson, guildJson, messageJson, userJson } from '../payloads.ts';
import type { Stage } from '../stage.ts';
import { CHANNEL_TYPE, COMPONENT, type Json, MESSAGE_FLAG, MessageBody, objectOf } from '../wire.ts';
import { type Channel, PERMISSION } from '../world.ts';
import { attachmentsAfter, attachmentsOf } from './uploads.ts';

/** The routes about people, servers, channels and the messages in them. */
export function messageRoutes(stage: Stage): readonly Route[] {
  const { world } = stage;
  const json = (message: Message): Json => messageJson(message, world.people, stage.applicationId);

  /** A message that the bot can see as one of the channel's: those to one reader only are not among them. */
  const find = (channel: Channel, id: string): Message => {
    const message = world.message(channel, id);
    if (!message || message.ephemeral) throw refusal.unknownMessage();
    return message;
  };

  const list = '/channels/{channel_id}/messages';
  const one = `${list}/{message_id}`;
  return [
    { method: 'GET', template: '/users/@me', handle: () => ({ status: 200, body: userJson(world.bot) }) },
    {
      method: 'GET',
      template: '/users/{user_id}',
      handle: (call) => {
        const person = world.people.get(call.param('user_id'));
        if (!person) throw refusal.unknownUser();
        return { status: 200, body: userJson(person) };
      },
    },
    {
      method: 'POST',
      template: '/users/@me/channels',
      handle: ({ body }) => {
        const person = world.people.get(String(objectOf(body)?.['recipient_id']));
        if (!person || person.bot) throw refusal.closedDirectMessages();
        return { status: 200, body: channelJson(world.directChannel(person)) };
      },
    },
    {
      method: 'GET',
      template: '/guilds/{guild_id}',
      handle: (call) => {
        const guild = world.guilds.get(call.param('guild_id'));
        if (!guild) throw refusal.unknownGuild();
        if (!guild.hasBot) throw refusal.missingAccess();
        return { status: 200, body: guildJson(guild, world.bot) };
      },
    },
    {
      method: 'GET',
      template: '/channels/{channel_id}',
      handle: (call) => ({ status: 200, body: channelJson(channelOf(stage, call, PERMISSION.viewChannel)) }),
    },
    {
      method: 'POST',
      template: '/channels/{channel_id}/typing',
      handle: (call) => {
        world.announce({ kind: 'typing', channel: channelOf(stage, call, PERMISSION.sendMessages) });
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      template: list,
      handle: (call) => {
        const channel = channelOf(stage, call, PERMISSION.readHistory);
        return { status: 200, body: page(channel, call.query).map(json) };
      },
    },
    {
      method: 'POST',
      template: list,
      handle: (call) => {
        const channel = channelOf(stage, call, PERMISSION.sendMessages);
        const body = read(MessageBody, call.body);
        const { nonce, enforce_nonce: enforce, message_reference: reference } = body;
        const first =
          enforce && nonce != null
            ? channel.messages.findLast((known) => known.author.bot && known.nonce === nonce)
            : undefined;
        if (first) return { status: 200, body: json(first) };
        if (reference && reference.fail_if_not_exists !== false && !world.message(channel, reference.message_id)) {
          throw new DiscordError(400, 50035, 'Invalid Form Body: message_reference: Unknown message');
        }
        const attachments = attachmentsOf(stage, body, call.uploads);
        return { status: 200, body: json(world.post(channel, { author: world.bot, body, attachments })) };
      },
    },
    {
      method: 'GET',
      template: one,
      handle: (call) => {
        const channel = channelOf(stage, call, PERMISSION.readHistory);
        return { status: 200, body: json(find(channel, call.param('message_id'))) };
      },
    },
    {
      method: 'PATCH',
      template: one,
      handle: (call) => {
        const message = find(channelOf(stage, call, PERMISSION.viewChannel), call.param('message_id'));
        if (!message.author.bot) throw refusal.othersMessage();
        const body = read(MessageBody, call.body);
        checkEdit(message, body, call.uploads);
        world.edit(message, body, attachmentsAfter(stage, message, body, call.uploads));
        return { status: 200, body: json(message) };
      },
    },
    {
      method: 'DELETE',
      template: one,
      handle: (call) => {
        const channel = channelOf(stage, call, PERMISSION.viewChannel);
        const message = find(channel, call.param('message_id'));
        if (!message.author.bot) {
          if (channel.guild === null) throw refusal.wrongChannelType();
          if (!allows(channel.guild.botPermissions, PERMISSION.manageMessages)) throw refusal.missingPermissions();
        }
        world.delete(message);
        return { status: 204 };
      },
    },
  ];
}

/**
 * What an edit cannot do to a message that is there: mix Components V2 with content, take them back, or leave nothing.
 * @throws {DiscordError} 50035, or 50006 for a message without anything in it
 */
export function checkEdit(message: Message, body: MessageBody, uploads: readonly Upload[]): void {
  const had = (message.flags & MESSAGE_FLAG.componentsV2) !== 0;
  const has = had || ((body.flags ?? 0) & MESSAGE_FLAG.componentsV2) !== 0;
  if (had && body.flags != null && (body.flags & MESSAGE_FLAG.componentsV2) === 0) {
    throw DiscordError.invalid('edit-v2-removed', 'IS_COMPONENTS_V2 cannot be removed from a message.');
  }
  const content = body.content === undefined ? message.content : body.content;
  const embeds = body.embeds === undefined ? message.embeds : (body.embeds ?? []);
  const components = body.components === undefined ? message.components : (body.components ?? []);
  if (has && (content || embeds.length > 0)) {
    throw DiscordError.invalid('edit-v2-content', 'A message with Components V2 cannot have content or embeds.');
  }
  if (!has && components.some(({ type }) => type !== COMPONENT.actionRow)) {
    throw DiscordError.invalid('edit-v2-flag', 'These components need the flag IS_COMPONENTS_V2.');
  }
  const files = body.attachments === undefined ? message.attachments : (body.attachments ?? []);
  if (!content && [embeds, components, files, uploads].every(({ length }) => length === 0)) {
    const details = ['The edit leaves nothing of the message.'];
    throw new DiscordError(400, 50006, 'Cannot send an empty message', { rule: 'edit-empty', details });
  }
}

function allows(granted: bigint, wanted: bigint): boolean {
  return (granted & (wanted | PERMISSION.administrator)) !== 0n;
}

/** @throws {DiscordError} 10003, 50001, 50007 or 50013, as Discord refuses it */
function channelOf({ world }: Stage, call: Call, permission: bigint): Channel {
  const channel = world.channels.get(call.param('channel_id'));
  if (!channel) throw refusal.unknownChannel();
  // The bot is no member of a group: there it answers interactions only.
  if (channel.type === CHANNEL_TYPE.group) throw refusal.missingAccess();
  if (channel.guild === null) {
    const open =
      permission !== PERMISSION.sendMessages || channel.people.every((person) => person.acceptsDirectMessages);
    if (!open) throw refusal.closedDirectMessages();
    return channel;
  }
  if (!channel.guild.hasBot || !allows(channel.guild.botPermissions, PERMISSION.viewChannel)) {
    throw refusal.missingAccess();
  }
  if (!allows(channel.guild.botPermissions, permission)) throw refusal.missingPermissions();
  return channel;
}

/** The newest messages first, of those before or after a given one. */
function page(channel: Channel, query: URLSearchParams): readonly Message[] {
  const limit = Number(query.get('limit') ?? LIMITS.messagePageDefault);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.messagePage) {
    throw DiscordError.invalid('page-limit', `limit: must be between 1 and ${LIMITS.messagePage}.`);
  }
  const visible = channel.messages.filter((message) => !message.deleted && !message.ephemeral);
  const after = query.get('after');
  if (after !== null) {
    return visible
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .reverse();
  }
  const before = query.get('before');
  const older = before === null ? visible : visible.filter(({ id }) => BigInt(id) < BigInt(before));
  return older.slice(-limit).reverse();
}
