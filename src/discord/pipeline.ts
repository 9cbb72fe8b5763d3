import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Choices } from '../answer/schemas.ts';
import type { SlashCommand, Visibility } from '../command/contract.ts';
import { parseOptions } from '../command/options.ts';
import { WortlautError } from '../errors.ts';
import { languageOfLocale } from '../messages/index.ts';
import { pressed } from './buttons.ts';
import type { BotContext } from './context.ts';
import { isSettled } from './faults.ts';
import { LIMITS } from './limits.ts';
import { asWritten, withoutMentions } from './mentions.ts';
import { render } from './render/index.ts';
import { acknowledged, isDirect, type Replier } from './replier.ts';

/**
 * Pipeline is responsible for every interaction: it acknowledges at once (public or private is decided there), runs,
 * sends what came of it through the verbatim guard, measures, logs and maps errors.
 */
export class Pipeline {
  readonly #context: BotContext;
  readonly #replier: Replier;

  constructor(context: BotContext, replier: Replier) {
    this.#context = context;
    this.#replier = replier;
  }

  async handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return this.#measure('autocomplete', () => this.#complete(interaction));
    if (interaction.isChatInputCommand()) {
      return this.#measure(`/${interaction.commandName}`, () => this.#command(interaction));
    }
    if (interaction.isMessageContextMenuCommand()) {
      return this.#measure('menu', () => this.#menu(interaction));
    }
    if (interaction.isButton())
      return this.#measure('button', () => pressed(interaction, this.#context, this.#replier));
  }

  async #command(interaction: ChatInputCommandInteraction): Promise<void> {
    const { registry, library } = this.#context;
    const command = registry.slash.find((each) => each.name === interaction.commandName);
    const given = Object.fromEntries(interaction.options.data.map((option) => [option.name, option.value]));
    const isPrivate = command === undefined || isHidden(command.visibility, given);
    await this.#replier.reply(interaction, isPrivate && !isDirect(interaction), async (audience) => {
      if (command === undefined) throw new WortlautError('command.unknown', { name: interaction.commandName });
      await this.#authorize(command, interaction);
      const context = { library, registry, locale: audience.locale, lines: LIMITS.lines };
      // Only a question is free text: what the other options hold is one name or date.
      const { question } = given;
      if (command.name !== registry.plain.name || typeof question !== 'string') {
        return render(await command.run(context, parseOptions(command.options, given)), audience);
      }
      const options = parseOptions(command.options, { ...given, question: withoutMentions(question) });
      return render(asWritten(await command.run(context, options), question), audience);
    });
  }

  async #authorize(command: SlashCommand, interaction: ChatInputCommandInteraction): Promise<void> {
    if (command.access === 'everyone') return;
    const allowed =
      interaction.client.isReady() && (await this.#context.operators.includes(interaction.user.id, interaction.client));
    if (!allowed) throw new WortlautError('permission.operators-only', {});
  }

  async #menu(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const { registry, library } = this.#context;
    await this.#replier.reply(interaction, !isDirect(interaction), async (audience) => {
      const menu = registry.menus.find((each) => each.name.en === interaction.commandName);
      if (menu === undefined) throw new WortlautError('command.unknown', { name: interaction.commandName });
      const reply = await menu.run(
        { library, registry, locale: audience.locale, lines: LIMITS.lines },
        withoutMentions(interaction.targetMessage.content),
      );
      return render(reply, audience);
    });
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const { registry, library } = this.#context;
    const focused = interaction.options.getFocused(true);
    const command = registry.slash.find((each) => each.name === interaction.commandName);
    const complete = command?.options[focused.name]?.complete;
    const locale = languageOfLocale(interaction.locale);
    const nothing = (error: unknown): Choices => {
      // Discord shows no error while somebody types; one that nobody foresaw is logged all the same.
      this.#replier.failure(error);
      return [];
    };
    const choices = complete === undefined ? [] : await complete(library, focused.value, locale).catch(nothing);
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

const isHidden = (visibility: Visibility, given: Readonly<Record<string, unknown>>): boolean =>
  typeof visibility === 'string' ? visibility === 'private' : given[visibility.privateIf] === true;
