import { randomBytes } from 'node:crypto';
import type { RegisteredCommand } from './commands.ts';
import { interactionJson } from './interaction-event.ts';
import { type Exchange, Interaction } from './interactions.ts';
import type { Button, Message } from './message.ts';
import { type OptionValues, optionsJson, peopleIn } from './options.ts';
import { messageJson, permissionsOf, userJson } from './payloads.ts';
import { channelAt, contextOf, installedByServer, ownersAt, type Place, placeOf } from './place.ts';
import type { Stage } from './stage.ts';
import { BUTTON_STYLE, type Choice, COMMAND_TYPE, COMPONENT, INTERACTION, type Json } from './wire.ts';
import { type Channel, type Guild, PERMISSION, type Person } from './world.ts';

export interface ActOptions {
  /** Sends what Discord's own client would not: other clients exist. The command must still be registered. */
  readonly unchecked?: boolean;
  /**
   * `reply` (the default) waits until there is something to read, also after a deferral; `nothing` returns at once,
   * and `exchange.replied()` waits later.
   */
  readonly wait?: 'reply' | 'nothing';
  /** How long to wait for a reply, in milliseconds. */
  readonly replyTimeoutMs?: number;
}

/** A user of the sandbox. The methods do what a person does in Discord and return what that person would see. */
export class SandboxUser implements Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly bot = false;
  acceptsDirectMessages = true;
  readonly #stage: Stage;

  constructor(stage: Stage, person: { readonly id: string; readonly name: string; readonly locale: string }) {
    this.#stage = stage;
    this.id = person.id;
    this.name = person.name;
    this.locale = person.locale;
  }

  /**
   * Types a slash command, by its name or its name in the user's language, and sends it.
   * @throws {Error} when there is no such command here, or the options are such that Discord would not send it
   */
  async command(
    name: string,
    values: OptionValues = {},
    place: Place = 'dm',
    options: ActOptions = {},
  ): Promise<Exchange> {
    const command = this.#findCommand(COMMAND_TYPE.slash, name, place, options);
    const sent = optionsJson(command, values, options);
    const people = peopleIn(values);
    const users = Object.fromEntries(people.map((person) => [person.id, userJson(person)]));
    return this.#act(INTERACTION.command, this.#channel(place), null, options, {
      ...commandData(command),
      ...(sent.length > 0 ? { options: sent } : {}),
      ...(people.length > 0 ? { resolved: { users } } : {}),
    });
  }

  /**
   * Types in an option that autocompletes and returns what is offered.
   * @throws {Error} when the bot does not answer in time ("Loading options failed"), and as `command` does
   */
  async autocomplete(
    name: string,
    values: OptionValues,
    focused: string,
    place: Place = 'dm',
    options: ActOptions = {},
  ): Promise<readonly Choice[]> {
    const command = this.#findCommand(COMMAND_TYPE.slash, name, place, options);
    const typed = { [focused]: '', ...values };
    const sent = optionsJson(command, typed, { focused, unchecked: options.unchecked ?? false });
    const data = { ...commandData(command), options: sent };
    const interaction = await this.#act(INTERACTION.autocomplete, this.#channel(place), null, options, data);
    if (interaction.choices === null) throw new Error(`/${name} ${focused}: Loading options failed`);
    return interaction.choices;
  }

  /**
   * Picks a command from a message's menu.
   * @throws {Error} when there is no such command here, or the user cannot see the message
   */
  async menu(name: string, message: Message, options: ActOptions = {}): Promise<Exchange> {
    const { channel } = message;
    const command = this.#findCommand(COMMAND_TYPE.message, name, placeOf(channel), options);
    this.#mustSee(message, options);
    return this.#act(INTERACTION.command, channel, null, options, {
      ...commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: this.#messageJson(message) } },
    });
  }

  /**
   * Presses a button, named by its label, its custom id or itself.
   * @throws {Error} when the message has no such button, it is disabled or a link, or the user cannot see the message
   */
  async press(message: Message, button: string | Button, options: ActOptions = {}): Promise<Exchange> {
    this.#mustSee(message, options);
    const customId = customIdOf(message, button, options.unchecked ?? false);
    const data = { custom_id: customId, component_type: COMPONENT.button };
    return this.#act(INTERACTION.component, message.channel, message, options, data);
  }

  /** Writes to the bot. */
  async sendDirectMessage(content: string): Promise<Message> {
    return this.#write(this.#stage.world.directChannel(this), content);
  }

  /** Writes into a server's channel, or into the group. */
  async post(place: Guild | 'private', content: string): Promise<Message> {
    return this.#write(this.#channel(place === 'private' ? place : { guild: place }), content);
  }

  /** @throws {Error} when it is someone else's message or deleted */
  async edit(message: Message, content: string): Promise<void> {
    this.#mustOwn(message);
    this.#stage.world.edit(message, { content });
  }

  /** @throws {Error} when it is someone else's message or deleted */
  async delete(message: Message): Promise<void> {
    this.#mustOwn(message);
    this.#stage.world.delete(message);
  }

  /** The direct messages with the bot as the user sees them now, oldest first. */
  directMessages(): readonly Message[] {
    return this.messagesIn('dm');
  }

  /** What the user sees now in a place, oldest first. */
  messagesIn(place: Place): readonly Message[] {
    return this.#channel(place).messages.filter((message) => message.visibleTo(this));
  }

  /** The commands that the user can pick in a place. */
  commandsIn(place: Place): readonly RegisteredCommand[] {
    return this.#registered(place).filter((command) => this.#obstacle(command, place) === null);
  }

  #write(channel: Channel, content: string): Message {
    return this.#stage.world.post(channel, { author: this, body: { content } });
  }

  #channel(place: Place): Channel {
    return channelAt(this.#stage.world, place, this);
  }

  #registered(place: Place): readonly RegisteredCommand[] {
    return this.#stage.commands.visibleIn(typeof place === 'object' ? place.guild.id : null);
  }

  #findCommand(type: number, name: string, place: Place, { unchecked = false }: ActOptions): RegisteredCommand {
    const wanted = this.#registered(place).filter(
      (command) => command.type === type && [command.name, command.name_localizations[this.locale]].includes(name),
    );
    const usable = wanted.find((command) => this.#obstacle(command, place) === null) ?? (unchecked ? wanted[0] : null);
    if (usable) return usable;
    const [unusable] = wanted;
    const known = this.commandsIn(place).map((command) => command.name);
    throw new Error(
      unusable
        ? `The command "${name}" cannot be used here: ${this.#obstacle(unusable, place)}`
        : `There is no command "${name}" here, only: ${known.join(', ') || 'none'}`,
    );
  }

  /** Why Discord does not offer a command in a place; null where it does. */
  #obstacle(command: RegisteredCommand, place: Place): string | null {
    const { contexts, integration_types: types, default_member_permissions: needed } = command;
    const context = contextOf(place);
    if (contexts !== null && !contexts.includes(context)) return `its contexts are ${contexts.join(', ')}`;
    if (!types.includes(1) && !installedByServer(place)) return 'it needs the app to be installed by a server';
    if (typeof place === 'object' && needed !== null) {
      const granted = permissionsOf(place.guild, this);
      const enough = needed === '0' ? false : (granted & BigInt(needed)) === BigInt(needed);
      const administrator = (granted & PERMISSION.administrator) !== 0n;
      if (!enough && !administrator) return `it needs the permissions ${needed}`;
    }
    return null;
  }

  #mustSee(message: Message, { unchecked = false }: ActOptions): void {
    if (!unchecked && !message.visibleTo(this)) throw new Error(`${this.name} cannot see the message ${message.id}`);
  }

  #mustOwn(message: Message): void {
    if (message.author !== this || message.deleted) throw new Error(`${message.id} is not a message of ${this.name}`);
  }

  #messageJson(message: Message): Json {
    return messageJson(message, this.#stage.world.people, this.#stage.applicationId);
  }

  async #act(
    type: number,
    channel: Channel,
    source: Message | null,
    { wait = 'reply', replyTimeoutMs }: ActOptions,
    data: Json,
  ): Promise<Interaction> {
    const { world, limits, gateway, interactions } = this.#stage;
    const owners = ownersAt(placeOf(channel), this);
    const token = randomBytes(48).toString('base64url');
    const start = { id: world.newId(), token, type, user: this, channel, owners, source };
    const interaction = new Interaction(world, start, limits);
    interactions.set(token, interaction);
    const audience = { guildId: channel.guild?.id ?? null, intent: 0 };
    gateway.dispatch('INTERACTION_CREATE', audience, interactionJson(this.#stage, start, data));
    if (wait === 'reply') await interaction.replied(replyTimeoutMs);
    return interaction;
  }
}

function commandData(command: RegisteredCommand): Json {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
  };
}

function customIdOf(message: Message, wanted: string | Button, unchecked: boolean): string {
  const button = message.buttons.find((known) =>
    typeof wanted === 'string'
      ? known.label === wanted || known.customId === wanted
      : known.customId === wanted.customId && known.label === wanted.label,
  );
  const name = typeof wanted === 'string' ? wanted : wanted.label;
  if (unchecked) {
    const given = typeof wanted === 'string' ? wanted : wanted.customId;
    return button?.customId ?? given ?? '';
  }
  if (!button) {
    const labels = message.buttons.map(({ label }) => `"${label}"`).join(', ');
    throw new Error(`There is no button "${name}", only: ${labels || 'none'}`);
  }
  if (button.disabled) throw new Error(`The button "${name}" is disabled`);
  if (button.style === BUTTON_STYLE.link || button.customId === null) throw new Error(`The button "${name}" is a link`);
  return button.customId;
}
