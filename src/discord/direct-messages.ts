import { createHash } from 'node:crypto';
import { type Message, MessageFlags, type PartialMessage, type TextBasedChannel } from 'discord.js';
import { parseOptions } from '../command/options.ts';
import type { Language } from '../language/language.ts';
import type { BotContext } from './context.ts';
import type { Draft } from './draft.ts';
import { isSettled, retried } from './faults.ts';
import { verify } from './guard.ts';
import { LIMITS } from './limits.ts';
import { render, renderProblem } from './render/index.ts';
import type { Replier } from './replier.ts';

/** Questions whose reply is remembered; older ones are looked up in the channel. */
const REMEMBERED = 1_000;
/** How far below a question its reply is looked for, in messages. */
const LOOKED_THROUGH = 50;

interface Answered {
  readonly replyId: string;
  /** Of the components that were sent: an edit that changes nothing is not sent. */
  readonly digest: string;
}

/**
 * DirectMessages is responsible for questions in direct messages: the answer follows its question when that is edited
 * or deleted. What happens to one question happens in order; different questions do not wait for each other.
 */
export class DirectMessages {
  readonly #context: BotContext;
  readonly #replier: Replier;
  readonly #answered = new Map<string, Answered>();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(context: BotContext, replier: Replier) {
    this.#context = context;
    this.#replier = replier;
  }

  created(message: Message): Promise<void> {
    if (!isQuestion(message)) return Promise.resolve();
    return this.#inOrder('dm', message.id, async () => {
      const { components, digest } = await this.#answer(message);
      const reply = await retried(() =>
        message.reply({
          components: [...components],
          flags: MessageFlags.IsComponentsV2,
          allowedMentions: { parse: [], repliedUser: false },
          failIfNotExists: false,
          // The same nonce twice is one message: sending again is safe.
          nonce: message.id.slice(0, LIMITS.nonce),
          enforceNonce: true,
        }),
      );
      this.#remember(message.id, { replyId: reply.id, digest });
    });
  }

  async edited(updated: Message | PartialMessage): Promise<void> {
    if (!updated.channel.isDMBased()) return;
    await this.#inOrder('dm edit', updated.id, async () => {
      const message = updated.partial ? await updated.fetch() : updated;
      if (!isQuestion(message)) return;
      const known = await this.#find(message.id, message.channel);
      if (known === null) return;
      const { components, digest } = await this.#answer(message);
      if (digest === known.digest) return;
      await retried(() =>
        message.channel.messages.edit(known.replyId, {
          components: [...components],
          flags: MessageFlags.IsComponentsV2,
        }),
      );
      this.#remember(message.id, { replyId: known.replyId, digest });
    });
  }

  async deleted(message: Message | PartialMessage): Promise<void> {
    const { channel } = message;
    if (!channel.isDMBased() || message.author?.bot === true) return;
    await this.#inOrder('dm delete', message.id, async () => {
      const known = await this.#find(message.id, channel);
      this.#answered.delete(message.id);
      if (known !== null) await channel.messages.delete(known.replyId);
    });
  }

  async #answer(message: Message): Promise<{ components: Draft['components']; digest: string }> {
    const { library, registry } = this.#context;
    // A direct message carries no locale: the question's own language is the best guess, and the answer holds it.
    let locale: Language = 'en';
    let draft: Draft;
    try {
      const options = parseOptions(registry.plain.options, { question: message.content });
      const reply = await registry.plain.run({ library, registry, locale }, options);
      if (reply.kind === 'answer') locale = reply.language;
      draft = render(reply, { locale, isPrivate: false, canShare: false, asker: message.author.id });
    } catch (error) {
      draft = renderProblem(this.#replier.failure(error).problem, locale);
    }
    const { components } = verify(draft, (hash) => library.textOf(hash));
    return { components, digest: digestOf(components) };
  }

  /** The reply to a question: remembered, or, after a restart, looked for below the question. */
  async #find(questionId: string, channel: TextBasedChannel): Promise<Answered | null> {
    const known = this.#answered.get(questionId);
    if (known !== undefined) return known;
    const below = await channel.messages.fetch({ after: questionId, limit: LOOKED_THROUGH });
    const reply = below.find(
      (message) => message.author.id === message.client.user.id && message.reference?.messageId === questionId,
    );
    return reply === undefined ? null : { replyId: reply.id, digest: '' };
  }

  #remember(questionId: string, answered: Answered): void {
    this.#answered.set(questionId, answered);
    const oldest = this.#answered.keys().next();
    if (this.#answered.size > REMEMBERED && oldest.done === false) this.#answered.delete(oldest.value);
  }

  async #inOrder(name: string, questionId: string, act: () => Promise<void>): Promise<void> {
    const { log } = this.#context;
    const started = performance.now();
    const before = this.#underWay.get(questionId) ?? Promise.resolve();
    const next = before.then(act).then(
      () => log.info({ interaction: name, ms: Math.round(performance.now() - started) }, 'done'),
      (error: unknown) => {
        if (isSettled(error)) log.info({ interaction: name }, 'already settled');
        else log.error({ interaction: name, err: error }, 'failed');
      },
    );
    this.#underWay.set(questionId, next);
    await next;
    if (this.#underWay.get(questionId) === next) this.#underWay.delete(questionId);
  }
}

const isQuestion = (message: Message): boolean => message.channel.isDMBased() && !message.author.bot && !message.system;

const digestOf = (components: Draft['components']): string =>
  createHash('sha256').update(JSON.stringify(components)).digest('base64');
