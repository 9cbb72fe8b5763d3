import { COMPONENT, type Component, type Embed, MESSAGE_FLAG, type MessageBody } from './wire.ts';
import type { Channel, Person } from './world.ts';

/** A file that hangs on a message. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description: string | null;
  readonly contentType: string;
  /** Where the sandbox serves it. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** A button of a message as a user sees it. */
export interface Button {
  readonly label: string;
  readonly customId: string | null;
  readonly url: string | null;
  readonly style: number;
  readonly disabled: boolean;
}

/** The interaction that brought a message about. */
export interface Cause {
  readonly id: string;
  readonly type: number;
  readonly user: Person;
  readonly owners: Readonly<Record<string, string>>;
}

export interface MessageStart {
  readonly id: string;
  readonly channel: Channel;
  readonly author: Person;
  /** The one person who can see an ephemeral message, else null. */
  readonly onlyFor: Person | null;
  readonly reference: string | null;
  readonly cause: Cause | null;
  readonly nonce: string | number | null;
}

/** All components of a tree, parents before children, a section's accessory after its texts. */
export function* everyComponent(components: readonly Component[]): Generator<Component> {
  for (const component of components) {
    yield component;
    yield* everyComponent(component.components ?? []);
    if (component.accessory) yield* everyComponent([component.accessory]);
  }
}

/** One message, live: what it holds is its present state, also after the bot has edited or deleted it. */
export class Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: Person;
  readonly onlyFor: Person | null;
  /** The id of the message it replies to. */
  readonly reference: string | null;
  readonly cause: Cause | null;
  readonly nonce: string | number | null;
  readonly createdAt = new Date();
  editedAt: Date | null = null;
  deleted = false;
  content = '';
  flags = 0;
  /** The tree as the bot sent it. */
  components: readonly Component[] = [];
  embeds: readonly Embed[] = [];
  attachments: readonly Attachment[] = [];
  /** Whom the message notifies: user ids and `@everyone`. */
  pings: readonly string[] = [];

  constructor(start: MessageStart) {
    this.id = start.id;
    this.channel = start.channel;
    this.author = start.author;
    this.onlyFor = start.onlyFor;
    this.reference = start.reference;
    this.cause = start.cause;
    this.nonce = start.nonce;
    if (start.onlyFor) this.flags = MESSAGE_FLAG.ephemeral;
  }

  get ephemeral(): boolean {
    return this.onlyFor !== null;
  }

  get edited(): boolean {
    return this.editedAt !== null;
  }

  /** The bot has deferred its reply: users read "… is thinking". */
  get thinking(): boolean {
    return (this.flags & MESSAGE_FLAG.loading) !== 0;
  }

  /** What all text displays say, in reading order. */
  get texts(): readonly string[] {
    return [...everyComponent(this.components)]
      .filter(({ type }) => type === COMPONENT.textDisplay)
      .map(({ content }) => content ?? '');
  }

  /** All that is written in the message: its content, then its text displays, one below the other. */
  get text(): string {
    return [this.content, ...this.texts].filter((part) => part !== '').join('\n');
  }

  get buttons(): readonly Button[] {
    return [...everyComponent(this.components)]
      .filter(({ type }) => type === COMPONENT.button)
      .map((button) => ({
        label: button.label ?? button.emoji?.name ?? '',
        customId: button.custom_id ?? null,
        url: button.url ?? null,
        style: button.style ?? 0,
        disabled: button.disabled ?? false,
      }));
  }

  visibleTo(person: Person): boolean {
    return !this.deleted && (this.onlyFor === null || this.onlyFor.id === person.id);
  }

  /** Takes over what a request's body says; what it does not mention stays. */
  write(body: MessageBody, attachments?: readonly Attachment[]): void {
    if (body.content !== undefined) this.content = body.content ?? '';
    if (body.components !== undefined) this.components = body.components ?? [];
    if (body.embeds !== undefined) this.embeds = body.embeds ?? [];
    if (attachments !== undefined) this.attachments = attachments;
    const settable = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.suppressNotifications | MESSAGE_FLAG.componentsV2;
    // Whether a message is ephemeral is decided when it is made, and no edit takes Components V2 back.
    this.flags |= (body.flags ?? 0) & settable;
    this.flags &= ~MESSAGE_FLAG.loading;
    this.pings = pingsOf(this, body.allowed_mentions);
  }
}

/** Whom a message notifies: without `allowed_mentions`, everyone whom its text mentions. */
function pingsOf(message: Message, allowed: MessageBody['allowed_mentions']): readonly string[] {
  const mentioned = [...message.text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '');
  const parse = allowed ? (allowed.parse ?? []) : ['everyone', 'users'];
  const users = mentioned.filter((id) => parse.includes('users') || allowed?.users?.includes(id));
  const everyone =
    message.channel.guild !== null && parse.includes('everyone') && /@(everyone|here)\b/.test(message.text);
  const repliedTo =
    message.reference !== null && (allowed ? allowed.replied_user === true : true)
      ? message.channel.messages.find(({ id }) => id === message.reference)?.author.id
      : undefined;
  return [...new Set([...(everyone ? ['@everyone'] : []), ...users, ...(repliedTo ? [repliedTo] : [])])];
}
