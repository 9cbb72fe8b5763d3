import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { SlashCommand, Visibility } from '../command/contract.ts';
import { parseOptions } from '../command/options.ts';
import { toWortlautError, WortlautError } from '../errors.ts';
import type { Language } from '../language/language.ts';
import { languageOfLocale } from '../messages/index.ts';
import type { BotContext } from './bot.ts';
import { pressed } from './buttons.ts';
import type { Draft } from './draft.ts';
import { isSettled, retried } from './faults.ts';
import { verify } from './guard.ts';
import { LIMITS } from './limits.ts';
import type { Audience } from './render/answer.ts';
import { render, renderProblem } from './render/index.ts';

/** Interactions that get a message as their reply. */
export type Replied = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

/**
 * Pipeline is responsible for every interaction: it acknowledges at once (public or private is decided there), runs,
 * sends what came of it through the verbatim guard, measures, logs and maps errors.
 */
export class Pipeline {
  readonly #context: BotContext;

  constructor(context: BotContext) {
    this.#context = context;
  }

  async handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return this.#measure('autocomplete', () => this.#complete(interaction));
    if (interaction.isChatInputCommand()) {
      return this.#measure(`/${interaction.commandName}`, () => this.#command(interaction));
    }
    if (interaction.isMessageContextMenuCommand()) {
      return this.#measure('menu', () => this.#menu(interaction));
    }
    if (interaction.isButton()) return this.#measure('button', () => pressed(interaction, this.#context, this));
  }

  /** Runs, and answers with what came of it or what went wrong. The interaction is acknowledged before anything runs. */
  async reply(interaction: Replied, isPrivate: boolean, run: (audience: Audience) => Promise<Draft>): Promise<void> {
    const audience = audienceOf(interaction, isPrivate);
    await acknowledged(() => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
    let draft: Draft;
    try {
      draft = await run(audience);
      await this.#send(interaction, draft);
    } catch (error) {
      const wrapped = this.failure(error);
      await this.#send(interaction, renderProblem(wrapped.problem, audience.locale));
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
    await retried(() => interaction.editReply({ components: [...components], flags: MessageFlags.IsComponentsV2 }));
  }

  async #command(interaction: ChatInputCommandInteraction): Promise<void> {
    const { registry, library } = this.#context;
    const command = registry.slash.find((each) => each.name === interaction.commandName);
    const given = Object.fromEntries(interaction.options.data.map((option) => [option.name, option.value]));
    const isPrivate = command === undefined || isHidden(command.visibility, given);
    await this.reply(interaction, isPrivate && !isDirect(interaction), async (audience) => {
      if (command === undefined) throw new WortlautError('command.unknown', { name: interaction.commandName });
      await this.#authorize(command, interaction);
      const context = { library, registry, locale: audience.locale };
      return render(await command.run(context, parseOptions(command.options, given)), audience);
    });
  }

  async #authorize(command: SlashCommand, interaction: ChatInputCommandInteraction): Promise<void> {
    if (command.access === 'everyone') return;
    const allowed = interaction.client.isReady() && (await this.#context.operators.includes(interaction.user.id, interaction.client));
    if (!allowed) throw new WortlautError('permission.operators-only', {});
  }

  async #menu(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const { registry, library } = this.#context;
    await this.reply(interaction, !isDirect(interaction), async (audience) => {
      const menu = registry.menus.find((each) => each.name.en === interaction.commandName);
      if (menu === undefined) throw new WortlautError('command.unknown', { name: interaction.commandName });
      const reply = await menu.run({ library, registry, locale: audience.locale }, interaction.targetMessage.content);
      return render(reply, audience);
    });
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const { registry, library } = this.#context;
    const focused = interaction.options.getFocused(true);
    const command = registry.slash.find((each) => each.name === interaction.commandName);
    const complete = command?.options[focused.name]?.complete;
    const choices = complete === undefined ? [] : await complete(library, focused.value).catch(() => []);
    await acknowledged(() => interaction.respond(choices.slice(0, LIMITS.choices)));
  }

  /** The outer edge: nothing escapes it, so a fault in one interaction stays there. */
  async #measure(name: string, run: () => Promise<void>): Promise<void> {
    const { log } = this.#context;
    const started = performance.now();
    try {
      await run();
      log.info({ interaction: name, ms: Math.round(performance.now() - started) }, 'done');
    } catch (error) {
      if (isSettled(error)) log.info({ interaction: name }, 'already settled');
      else log.error({ interaction: name, err: error }, 'failed');
    }
  }
}

/** Acknowledges; where Discord says that this was done already, it was. */
export async function acknowledged(send: () => Promise<unknown>): Promise<void> {
  try {
    await retried(send);
  } catch (error) {
    if (!isSettled(error)) throw error;
  }
}

const isHidden = (visibility: Visibility, given: Readonly<Record<string, unknown>>): boolean =>
  typeof visibility === 'string' ? visibility === 'private' : given[visibility.privateIf] === true;

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

/** Whether the one who acts may manage other people's messages where they act. */
export const mayManageMessages = (interaction: ButtonInteraction): boolean =>
  interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
