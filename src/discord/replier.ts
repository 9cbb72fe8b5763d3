import { randomUUID } from 'node:crypto';
import {
  type APIMediaGalleryComponent,
  AttachmentBuilder,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { toWortlautError, type WortlautError } from '../errors.ts';
import type { Language } from '../language/language.ts';
import { languageOfLocale } from '../messages/index.ts';
import type { BotContext } from './context.ts';
import type { Draft, Picture } from './draft.ts';
import { isSettled, retried } from './faults.ts';
import { verify } from './guard.ts';
import type { Audience } from './render/answer.ts';
import { renderProblem } from './render/index.ts';

/** Interactions that get a message as their reply. */
export type Replied = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

/** Replier is responsible for the one way in which interactions are answered: acknowledge, run, verify, send. */
export class Replier {
  readonly #context: BotContext;

  constructor(context: BotContext) {
    this.#context = context;
  }

  /** Runs, and answers with what came of it or what went wrong. The interaction is acknowledged before anything runs. */
  async reply(interaction: Replied, isPrivate: boolean, run: (audience: Audience) => Promise<Draft>): Promise<void> {
    const audience = audienceOf(interaction, isPrivate);
    await deferred(interaction, () => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
    try {
      await this.#send(interaction, await run(audience));
    } catch (error) {
      if (isSettled(error)) throw error;
      const wrapped = this.failure(error);
      await this.#send(interaction, renderProblem(wrapped.problem, audience));
    }
  }

  /** An error as the user is told of it; what was not foreseen is logged under a reference that the user sees. */
  failure(error: unknown): WortlautError {
    const wrapped = toWortlautError(error, randomUUID().slice(0, 8));
    if (wrapped.id === 'internal' || wrapped.id === 'guard.not-verbatim') {
      this.#context.log.error({ err: wrapped.cause ?? wrapped, facts: wrapped.facts }, 'failed');
    }
    return wrapped;
  }

  async #send(interaction: Replied, draft: Draft): Promise<void> {
    const { components } = verify(draft, (hash) => this.#context.library.textOf(hash));
    const { gallery, files } = await this.#draw(draft.picture);
    await retried(() =>
      interaction.editReply({
        components: [...gallery, ...components],
        flags: MessageFlags.IsComponentsV2,
        ...(files.length === 0 ? {} : { files: [...files] }),
      }),
    );
  }

  /** A picture as a file and the component that shows it; what it would have shown stands in the text as well. */
  async #draw(picture: Picture | null): Promise<Drawn> {
    if (picture === null) return NOTHING_DRAWN;
    const { name, description } = picture;
    try {
      const files = [new AttachmentBuilder(await picture.draw(), { name, description })];
      const media = { url: `attachment://${name}` };
      return { gallery: [{ type: ComponentType.MediaGallery, items: [{ media, description }] }], files };
    } catch (error) {
      this.#context.log.error({ err: error }, 'no picture');
      return NOTHING_DRAWN;
    }
  }
}

interface Drawn {
  readonly gallery: readonly APIMediaGalleryComponent[];
  readonly files: readonly AttachmentBuilder[];
}

const NOTHING_DRAWN: Drawn = { gallery: [], files: [] };

/** Acknowledges; where Discord says that this was done already, it was. */
export async function acknowledged(send: () => Promise<unknown>): Promise<void> {
  try {
    await retried(send);
  } catch (error) {
    if (!isSettled(error)) throw error;
  }
}

/** Acknowledges with a deferral; afterwards the reply can be edited or deleted. */
export async function deferred(interaction: Replied, defer: () => Promise<unknown>): Promise<void> {
  await acknowledged(defer);
  // Where Discord carried it out but its answer got lost, discord.js does not know so, and would refuse to edit.
  interaction.deferred = true;
}

/** Whether an interaction takes place between the user and the bot alone: there everything is private anyway. */
export const isDirect = (interaction: Replied): boolean =>
  interaction.context === null ? interaction.guildId === null : interaction.context === InteractionContextType.BotDM;

/** A private reply speaks the user's language, a public one the server's. */
function audienceOf(interaction: Replied, isPrivate: boolean): Audience {
  const direct = isDirect(interaction);
  const locale: Language = languageOfLocale(
    isPrivate || direct ? interaction.locale : (interaction.guildLocale ?? interaction.locale),
  );
  return { locale, isPrivate, canShare: !direct, asker: interaction.user.id };
}
