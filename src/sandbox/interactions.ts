import { DiscordError, refusal } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { Attachment, Message } from './message.ts';
import { CALLBACK, type CallbackBody, type Choice, INTERACTION, MESSAGE_FLAG, type MessageBody } from './wire.ts';
import type { Channel, Person, World } from './world.ts';

/** What a user sees of a command, a menu or a button: live, so that it shows later edits as well. */
export interface Exchange {
  /** Milliseconds from the user's act to the bot's first answer; null while there is none, or when it came too late. */
  readonly acknowledgedAfterMs: number | null;
  /** Milliseconds until there was something to read: a message, an update, the edit of a deferred reply. */
  readonly repliedAfterMs: number | null;
  /** The bot asked for more time before it replied. */
  readonly deferred: boolean;
  /** The messages that came of it and that this user can see, oldest first, a changed source message included. */
  readonly messages: readonly Message[];
  /** The first of `messages`. */
  readonly message: Message | undefined;
  /** What Discord shows below the command when the bot was silent for too long. */
  readonly failed?: 'did not respond';
  /** Resolves when the bot has replied, has failed to, or the time is over. */
  replied(timeoutMs?: number): Promise<void>;
}

/** How long a test waits for the edit that follows a deferral. */
const REPLY_TIMEOUT_MS = 15_000;

export interface InteractionStart {
  readonly id: string;
  readonly token: string;
  /** One of `INTERACTION`. */
  readonly type: number;
  readonly user: Person;
  readonly channel: Channel;
  readonly owners: Readonly<Record<string, string>>;
  /** The message whose button was pressed. */
  readonly source: Message | null;
}

/**
 * One interaction and its state: waiting, then acknowledged or failed; acknowledged, then replied to. The bot's
 * requests drive it; the user's side reads it as an `Exchange`.
 */
export class Interaction implements Exchange {
  readonly start: InteractionStart;
  acknowledgedAfterMs: number | null = null;
  repliedAfterMs: number | null = null;
  deferred = false;
  failed?: 'did not respond';
  /** What the bot suggested, where the user asked for an autocompletion. */
  choices: readonly Choice[] | null = null;
  /** The message that `@original` names. */
  original: Message | null = null;
  readonly #world: World;
  readonly #tokenMs: number;
  readonly #startedAt = performance.now();
  readonly #timer: NodeJS.Timeout;
  readonly #produced = new Set<Message>();
  readonly #settled: Promise<void>;
  #settle: () => void = () => {};
  #unsubscribe: () => void = () => {};
  #followUps = 0;

  constructor(world: World, start: InteractionStart, limits: { acknowledgeWithinMs: number; tokenMs: number }) {
    this.#world = world;
    this.start = start;
    this.#tokenMs = limits.tokenMs;
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#timer = setTimeout(() => this.fail(), limits.acknowledgeWithinMs);
    if (start.source) {
      // A bot may also answer a button by deleting the button's message as any message of the channel.
      this.#unsubscribe = world.subscribe((change) => {
        if (change.kind === 'deleted' && change.message === start.source) this.#markReplied();
      });
    }
  }

  get messages(): readonly Message[] {
    return [...this.#produced].filter((message) => message.visibleTo(this.start.user));
  }

  get message(): Message | undefined {
    return this.messages[0];
  }

  async replied(timeoutMs = REPLY_TIMEOUT_MS): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([this.#settled, timeUp]);
    clearTimeout(timer);
  }

  /** The time to acknowledge is over, or there is no bot that could. */
  fail(): void {
    if (this.acknowledgedAfterMs !== null) return;
    clearTimeout(this.#timer);
    this.failed = 'did not respond';
    this.#settle();
  }

  /** Ends all waiting: the sandbox closes. */
  close(): void {
    this.fail();
    this.#unsubscribe();
    this.#settle();
  }

  /**
   * The bot's first answer.
   * @throws {DiscordError} 10062 when it is late, 40060 when it is not the first, 50035 when it does not fit
   */
  callback(body: CallbackBody, attachments: readonly Attachment[]): void {
    if (this.failed) throw refusal.unknownInteraction();
    if (this.acknowledgedAfterMs !== null) throw refusal.alreadyAcknowledged();
    this.#checkFits(body);
    clearTimeout(this.#timer);
    this.acknowledgedAfterMs = performance.now() - this.#startedAt;
    const { user, channel, source } = this.start;
    switch (body.type) {
      case CALLBACK.message:
        this.original = this.#post(body.data, attachments);
        break;
      case CALLBACK.deferredMessage: {
        this.deferred = true;
        const ephemeral = ((body.data?.flags ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;
        const { cause } = this;
        this.original = this.#world.postThinking(channel, ephemeral ? user : null, cause, MESSAGE_FLAG.loading);
        this.#produced.add(this.original);
        break;
      }
      case CALLBACK.deferredUpdate:
        this.deferred = true;
        this.original = source;
        break;
      case CALLBACK.update:
        this.original = source;
        if (source && body.data) this.#edit(source, body.data, attachments);
        this.#markReplied();
        break;
      case CALLBACK.autocomplete:
        this.choices = body.data.choices;
        this.#markReplied();
        break;
    }
  }

  /** Who caused the messages of this interaction. */
  get cause() {
    const { id, type, user, owners } = this.start;
    return { id, type, user, owners };
  }

  #checkFits(body: CallbackBody): void {
    const autocomplete = this.start.type === INTERACTION.autocomplete;
    const updates = body.type === CALLBACK.update || body.type === CALLBACK.deferredUpdate;
    if (autocomplete !== (body.type === CALLBACK.autocomplete) || (updates && this.start.source === null)) {
      throw DiscordError.invalid(
        'callback-type',
        `Response type ${body.type} is not valid for interaction type ${this.start.type}.`,
      );
    }
  }

  /**
   * A further message. The first one after a deferral takes the place of "thinking", as Discord does it.
   * @throws {DiscordError} 10015 before the first answer, 50027 after the token's life, 40094 beyond five follow-ups
   * where only the user has installed the app
   */
  followUp(body: MessageBody, attachments: readonly Attachment[]): Message {
    this.#checkToken();
    if (this.original?.thinking) {
      this.#edit(this.original, body, attachments);
      return this.original;
    }
    this.#followUps += 1;
    const userInstallOnly = !('0' in this.start.owners);
    if (userInstallOnly && this.#followUps > LIMITS.userInstallFollowUps) throw refusal.tooManyFollowUps();
    return this.#post(body, attachments);
  }

  /**
   * A message of this interaction by its id or as `@original`.
   * @throws {DiscordError} 10015 before the first answer, 50027 after the token's life, 10008 for any other message
   */
  find(id: string): Message {
    this.#checkToken();
    const message =
      id === '@original' ? this.original : [...this.#produced, this.original].find((known) => known?.id === id);
    if (!message || message.deleted) throw refusal.unknownMessage();
    return message;
  }

  edit(id: string, body: MessageBody, attachments: readonly Attachment[] | undefined): Message {
    const message = this.find(id);
    this.#edit(message, body, attachments);
    return message;
  }

  delete(id: string): void {
    this.#world.delete(this.find(id));
    this.#markReplied();
  }

  #checkToken(): void {
    if (this.acknowledgedAfterMs === null || this.start.type === INTERACTION.autocomplete) {
      throw refusal.unknownWebhook();
    }
    if (performance.now() - this.#startedAt > this.#tokenMs) throw refusal.expiredToken();
  }

  #post(body: MessageBody, attachments: readonly Attachment[]): Message {
    const onlyFor = ((body.flags ?? 0) & MESSAGE_FLAG.ephemeral) !== 0 ? this.start.user : null;
    const { bot } = this.#world;
    const { cause } = this;
    const message = this.#world.post(this.start.channel, { author: bot, body, attachments, onlyFor, cause });
    this.#produced.add(message);
    this.#markReplied();
    return message;
  }

  #edit(message: Message, body: MessageBody, attachments: readonly Attachment[] | undefined): void {
    this.#world.edit(message, body, attachments);
    this.#produced.add(message);
    this.#markReplied();
  }

  #markReplied(): void {
    this.repliedAfterMs ??= performance.now() - this.#startedAt;
    this.#unsubscribe();
    this.#settle();
  }
}
