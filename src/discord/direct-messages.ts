import { createHash } from 'node:crypto';
import { ChannelType, type DMChannel, type Message, MessageFlags, type PartialDMChannel } from 'discord.js';
import { parseOptions } from '../command/options.ts';
import type { Language } from '../language/language.ts';
import type { BotContext } from './context.ts';
import type { Draft } from './draft.ts';
import { isSettled, retried } from './faults.ts';
import { verify } from './guard.ts';
import { LIMITS } from './limits.ts';
import { asWritten, withoutMentions } from './mentions.ts';
import { RecentMap } from './recent-map.ts';
import type { Audience } from './render/answer.ts';
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

/** A message of a person to the bot. */
export interface DirectQuestion {
  readonly id: string;
  readonly text: string;
  readonly asker: string;
  /** Partial after a restart: discord.js knows its id, which is all that is needed. */
  readonly channel: DMChannel | PartialDMChannel;
}

/** The question that a message is, or null where it is none: in a server, by a bot, by Discord itself. */
export function questionOf(message: Message): DirectQuestion | null {
  const { channel, author } = message;
  if (channel.type !== ChannelType.DM || author.bot || message.system) return null;
  return { id: message.id, text: message.content, asker: author.id, channel };
}

/**
 * DirectMessages is responsible for questions in direct messages: the answer follows its question when that is edited
 * or deleted. What happens to one question happens in order; different questions do not wait for each other.
 */
export class DirectMessages {
  readonly #context: BotContext;
  readonly #replier: Replier;
  readonly #answered = new RecentMap<string, Answered>(REMEMBERED);
  /** A direct message carries no locale: the language that someone last asked in is the best guess. */
  readonly #spoken = new RecentMap<string, Language>(REMEMBERED);
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(context: BotContext, replier: Replier) {
    this.#context = context;
    this.#replier = replier;
  }

  created(question: DirectQuestion): Promise<void> {
    return this.#inOrder('dm', question.id, async () => {
      const { components, digest } = await this.#answer(question);
      const reply = await retried(() =>
        question.channel.send({
          components: [...components],
          flags: MessageFlags.IsComponentsV2,
          allowedMentions: { parse: [], repliedUser: false },
          reply: { messageReference: question.id, failIfNotExists: false },
          // The same nonce twice is one message: sending again is safe.
          nonce: question.id.slice(0, LIMITS.nonce),
          enforceNonce: true,
        }),
      );
      this.#answered.set(question.id, { replyId: reply.id, digest });
    });
  }

  edited(question: DirectQuestion): Promise<void> {
    return this.#inOrder('dm edit', question.id, async () => {
      const known = await this.#find(question.id, question.channel);
      if (known === null) return;
      const { components, digest } = await this.#answer(question);
      if (digest === known.digest) return;
      await retried(() =>
        question.channel.messages.edit(known.replyId, {
          components: [...components],
          flags: MessageFlags.IsComponentsV2,
        }),
      );
      this.#answered.set(question.id, { replyId: known.replyId, digest });
    });
  }

  /** Deletes the answer to a message that is gone; one that was no question has none. */
  deleted(id: string, channel: DirectQuestion['channel']): Promise<void> {
    return this.#inOrder('dm delete', id, async () => {
      const known = await this.#find(id, channel);
      this.#answered.delete(id);
      if (known !== null) await channel.messages.delete(known.replyId);
    });
  }

  async #answer({ text, asker }: DirectQuestion): Promise<{ components: Draft['components']; digest: string }> {
    const { library, registry } = this.#context;
    let locale = this.#spoken.get(asker) ?? 'en';
    const audience = (): Audience => ({ locale, isPrivate: false, canShare: false, asker });
    let draft: Draft;
    try {
      const options = parseOptions(registry.plain.options, { question: withoutMentions(text) });
      const reply = await registry.plain.run({ library, registry, locale, lines: LIMITS.lines }, options);
      if (reply.kind === 'answer') {
        locale = reply.language;
        this.#spoken.set(asker, locale);
      }
      draft = render(asWritten(reply, text), audience());
    } catch (error) {
      draft = renderProblem(this.#replier.failure(error).problem, audience());
    }
    const { components } = verify(draft, (hash) => library.textOf(hash));
    return { components, digest: digestOf(components) };
  }

  /** The reply to a question: remembered, or, after a restart, looked for below the question. */
  async #find(questionId: string, channel: DirectQuestion['channel']): Promise<Answered | null> {
    const known = this.#answered.get(questionId);
    if (known !== undefined) return known;
    const below = await channel.messages.fetch({ after: questionId, limit: LOOKED_THROUGH });
    const reply = below.find(
      (message) => message.author.id === message.client.user.id && message.reference?.messageId === questionId,
    );
    return reply === undefined ? null : { replyId: reply.id, digest: '' };
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

const digestOf = (components: Draft['components']): string =>
  createHash('sha256').update(JSON.stringify(components)).digest('base64');
