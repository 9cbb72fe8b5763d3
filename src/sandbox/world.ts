import { type Attachment, type Cause, Message } from './message.ts';
import { snowflakes } from './snowflake.ts';
import { CHANNEL_TYPE, type MessageBody } from './wire.ts';

/** Someone with an account: a user or the bot. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly bot: boolean;
  /** When false, the bot's direct messages are refused with code 50007. */
  acceptsDirectMessages: boolean;
}

export interface Channel {
  readonly id: string;
  /** One of `CHANNEL_TYPE`. */
  readonly type: number;
  readonly name: string | null;
  readonly guild: Guild | null;
  /** Who else is in a direct message with the bot or in a group; empty for a server's channel. */
  readonly people: readonly Person[];
  readonly messages: Message[];
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly preferredLocale: string;
  readonly owner: Person;
  readonly channel: Channel;
  /** False where only users have installed the app: the bot is no member and gets no events. */
  readonly hasBot: boolean;
  /** What the bot may do there, as permission bits. */
  readonly botPermissions: bigint;
  /** Members by id with their permission bits. */
  readonly members: Map<string, { readonly person: Person; readonly permissions: bigint }>;
}

/** What happened in the world; the gateway and whoever draws it listen. */
export type Change =
  | { readonly kind: 'created' | 'updated' | 'deleted'; readonly message: Message }
  | { readonly kind: 'typing'; readonly channel: Channel }
  | { readonly kind: 'guild'; readonly guild: Guild };

export const PERMISSION = {
  administrator: 1n << 3n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  useCommands: 1n << 31n,
} as const;

export const MEMBER_PERMISSIONS =
  PERMISSION.viewChannel |
  PERMISSION.sendMessages |
  PERMISSION.attachFiles |
  PERMISSION.readHistory |
  PERMISSION.useCommands;

export interface NewGuild {
  readonly name: string;
  readonly preferredLocale?: string;
  readonly owner?: Person;
  readonly members?: readonly Person[];
  readonly administrators?: readonly Person[];
  /** Default true. */
  readonly hasBot?: boolean;
  readonly botPermissions?: bigint;
}

export interface NewMessage {
  readonly author: Person;
  readonly body: MessageBody;
  readonly attachments?: readonly Attachment[];
  readonly onlyFor?: Person | null;
  readonly cause?: Cause | null;
}

/** Everything that exists in the sandbox: people, servers, channels and their messages. */
export class World {
  readonly newId = snowflakes();
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly bot: Person;
  readonly #channelsWith = new Map<string, Channel>();
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(botName: string) {
    this.bot = this.add({ id: this.newId(), name: botName, locale: 'en-US', bot: true, acceptsDirectMessages: true });
  }

  /** Calls the listener after every change until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  add<P extends Person>(person: P): P {
    this.people.set(person.id, person);
    return person;
  }

  addGuild(start: NewGuild): Guild {
    const id = this.newId();
    const owner = start.owner ?? start.administrators?.[0] ?? start.members?.[0] ?? this.bot;
    const members = new Map<string, { person: Person; permissions: bigint }>();
    for (const person of start.members ?? []) members.set(person.id, { person, permissions: MEMBER_PERMISSIONS });
    for (const person of start.administrators ?? []) {
      members.set(person.id, { person, permissions: MEMBER_PERMISSIONS | PERMISSION.administrator });
    }
    const channel: Channel & { guild: Guild | null } = {
      id: this.newId(),
      type: CHANNEL_TYPE.text,
      name: 'general',
      guild: null,
      people: [],
      messages: [],
    };
    const guild: Guild = {
      id,
      name: start.name,
      preferredLocale: start.preferredLocale ?? 'en-US',
      owner,
      channel,
      hasBot: start.hasBot ?? true,
      botPermissions: start.botPermissions ?? MEMBER_PERMISSIONS,
      members,
    };
    channel.guild = guild;
    this.guilds.set(id, guild);
    this.channels.set(channel.id, channel);
    this.announce({ kind: 'guild', guild });
    return guild;
  }

  /** The person's direct messages with the bot; opened when first asked for. */
  directChannel(person: Person): Channel {
    return this.#channelWith(CHANNEL_TYPE.dm, person);
  }

  /** A group of the person and others in which the bot is not, where a user-installed app can be used. */
  groupChannel(person: Person): Channel {
    return this.#channelWith(CHANNEL_TYPE.group, person);
  }

  #channelWith(type: number, person: Person): Channel {
    const key = `${type} ${person.id}`;
    const known = this.#channelsWith.get(key);
    if (known) return known;
    const channel: Channel = { id: this.newId(), type, name: null, guild: null, people: [person], messages: [] };
    this.#channelsWith.set(key, channel);
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Writes a message into a channel and announces it. */
  post(channel: Channel, { author, body, attachments = [], onlyFor = null, cause = null }: NewMessage): Message {
    const message = this.#append(channel, { author, onlyFor, cause }, body);
    message.write(body, attachments);
    this.announce({ kind: 'created', message });
    return message;
  }

  /** Writes the message of a deferred reply, which users see as "thinking" until its first edit. */
  postThinking(channel: Channel, onlyFor: Person | null, cause: Cause, loadingFlag: number): Message {
    const message = this.#append(channel, { author: this.bot, onlyFor, cause }, {});
    message.flags |= loadingFlag;
    this.announce({ kind: 'created', message });
    return message;
  }

  #append(
    channel: Channel,
    { author, onlyFor, cause }: { author: Person; onlyFor: Person | null; cause: Cause | null },
    body: MessageBody,
  ): Message {
    const reference = body.message_reference?.message_id ?? null;
    const nonce = body.nonce ?? null;
    const message = new Message({ id: this.newId(), channel, author, onlyFor, reference, cause, nonce });
    channel.messages.push(message);
    return message;
  }

  edit(message: Message, body: MessageBody, attachments?: readonly Attachment[]): void {
    const wasThinking = message.thinking;
    message.write(body, attachments);
    // Filling in a deferred reply is not an edit in a reader's eyes.
    if (!wasThinking) message.editedAt = new Date();
    this.announce({ kind: 'updated', message });
  }

  delete(message: Message): void {
    if (message.deleted) return;
    message.deleted = true;
    this.announce({ kind: 'deleted', message });
  }

  /** A message that still exists, wherever it stands. */
  message(channel: Channel, id: string): Message | undefined {
    return channel.messages.findLast((message) => message.id === id && !message.deleted);
  }
}
