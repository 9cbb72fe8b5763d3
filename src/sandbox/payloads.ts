import { type Attachment, everyComponent, type Message } from './message.ts';
import { CHANNEL_TYPE, type Component, type Json, listOf, objectOf } from './wire.ts';
import { type Channel, type Guild, MEMBER_PERMISSIONS, type Person } from './world.ts';

/**
 * What the bot reads: Discord's JSON of people, servers, channels and messages. Fields that Discord documents as
 * optional are left out where they have no value; fields that it documents as nullable are null.
 */

/** When the sandbox's people joined its servers: any moment will do. */
const JOINED_AT = '2025-01-01T00:00:00.000000+00:00';

export function userJson(person: Person): Json {
  return {
    id: person.id,
    username: person.name,
    discriminator: person.bot ? '0001' : '0',
    global_name: person.bot ? null : person.name,
    avatar: null,
    public_flags: 0,
    ...(person.bot ? { bot: true } : {}),
  };
}

export function memberJson(guild: Guild, person: Person): Json {
  return {
    user: userJson(person),
    nick: null,
    avatar: null,
    roles: [],
    joined_at: JOINED_AT,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    permissions: permissionsOf(guild, person).toString(),
  };
}

/** What a person may do in a server: all for its owner and administrators. */
export function permissionsOf(guild: Guild, person: Person): bigint {
  if (person.bot) return guild.botPermissions;
  const granted = guild.members.get(person.id)?.permissions ?? MEMBER_PERMISSIONS;
  const everything = (1n << 53n) - 1n;
  return guild.owner.id === person.id || (granted & 8n) !== 0n ? everything : granted;
}

export function channelJson(channel: Channel): Json {
  const last = channel.messages.at(-1)?.id ?? null;
  if (channel.type === CHANNEL_TYPE.text) {
    return {
      id: channel.id,
      type: channel.type,
      name: channel.name,
      guild_id: channel.guild?.id,
      position: 0,
      permission_overwrites: [],
      nsfw: false,
      topic: null,
      parent_id: null,
      rate_limit_per_user: 0,
      flags: 0,
      last_message_id: last,
    };
  }
  const group = channel.type === CHANNEL_TYPE.group;
  return {
    id: channel.id,
    type: channel.type,
    flags: 0,
    last_message_id: last,
    recipients: channel.people.map(userJson),
    ...(group ? { name: channel.name, icon: null, owner_id: channel.people[0]?.id } : {}),
  };
}

/** A server as GUILD_CREATE describes it. */
export function guildJson(guild: Guild, bot: Person): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.owner.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        permissions: guild.botPermissions.toString(),
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.preferredLocale,
    nsfw_level: 0,
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: guild.members.size + 1,
    members: [memberJson(guild, bot)],
    channels: [channelJson(guild.channel)],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function messageJson(message: Message, people: ReadonlyMap<string, Person>, applicationId: string): Json {
  const { channel, cause } = message;
  const mentioned = [...message.text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => people.get(id ?? '') ?? []);
  const referenced = channel.messages.findLast(({ id }) => id === message.reference);
  return {
    id: message.id,
    channel_id: channel.id,
    author: userJson(message.author),
    content: message.content,
    timestamp: message.createdAt.toISOString(),
    edited_timestamp: message.editedAt?.toISOString() ?? null,
    tts: false,
    mention_everyone: message.pings.includes('@everyone'),
    mentions: [...new Set(mentioned)].map(userJson),
    mention_roles: [],
    attachments: message.attachments.map(attachmentJson),
    embeds: message.embeds,
    components: received(message),
    pinned: false,
    type: typeOf(message),
    flags: message.flags,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.reference === null
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.reference,
            channel_id: channel.id,
            ...(channel.guild ? { guild_id: channel.guild.id } : {}),
          },
        }),
    ...(referenced ? { referenced_message: messageJson(referenced, people, applicationId) } : {}),
    ...(cause
      ? {
          application_id: applicationId,
          webhook_id: applicationId,
          interaction_metadata: {
            id: cause.id,
            type: cause.type,
            user: userJson(cause.user),
            authorizing_integration_owners: cause.owners,
          },
        }
      : {}),
  };
}

/** 0 an ordinary message, 19 a reply, 20 the answer to a command. */
function typeOf(message: Message): number {
  if (message.cause?.type === 2) return 20;
  return message.reference === null ? 0 : 19;
}

function attachmentJson(attachment: Attachment): Json {
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.bytes.length,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.contentType,
    ...(attachment.description === null ? {} : { description: attachment.description }),
  };
}

/** A message's components as Discord returns them: every one with an id, and uploads by their addresses. */
function received({ components, attachments }: Message): unknown {
  const given = new Set([...everyComponent(components)].map(({ id }) => id));
  let next = 0;
  const newId = (): number => {
    do next += 1;
    while (given.has(next));
    return next;
  };
  const withId = (component: Component): Component => ({
    ...component,
    id: component.id || newId(),
    ...(component.components ? { components: component.components.map(withId) } : {}),
    ...(component.accessory ? { accessory: withId(component.accessory) } : {}),
  });
  return withUploads(components.map(withId), attachments);
}

/** `attachment://name` replaced by the address of the uploaded file, anywhere in a value. */
function withUploads(value: unknown, attachments: readonly Attachment[]): unknown {
  if (attachments.length === 0) return value;
  if (Array.isArray(value)) return listOf(value).map((element) => withUploads(element, attachments));
  const object = objectOf(value);
  if (object === null) {
    if (typeof value !== 'string' || !value.startsWith('attachment://')) return value;
    return attachments.find(({ filename }) => `attachment://${filename}` === value)?.url ?? value;
  }
  return Object.fromEntries(Object.entries(object).map(([name, field]) => [name, withUploads(field, attachments)]));
}
