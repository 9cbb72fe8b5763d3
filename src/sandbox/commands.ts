import { isDeepStrictEqual } from 'node:util';
import { refusal } from './errors.ts';
import { COMMAND_TYPE, type CommandBody, type CommandOption, type Json } from './wire.ts';

/** A command as the bot has registered it. */
export interface RegisteredCommand {
  readonly id: string;
  /** Changes whenever the definition does. */
  readonly version: string;
  /** The server it is registered for; null for a global command. */
  readonly guildId: string | null;
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>>;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
  readonly options: readonly CommandOption[];
  /** Permission bits that a member of a server needs, as a decimal number; null for everyone. */
  readonly default_member_permissions: string | null;
  /** Where it can be used, see `CONTEXT`; null means everywhere its installation allows. */
  readonly contexts: readonly number[] | null;
  /** 0 installed by a server, 1 by a user. */
  readonly integration_types: readonly number[];
  /** The definition as sent, without nulls. */
  readonly definition: CommandBody;
}

/** The commands of the application: one list for everywhere, one for each server. */
export class CommandRegistry {
  readonly #lists = new Map<string | null, readonly RegisteredCommand[]>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  list(guildId: string | null): readonly RegisteredCommand[] {
    return this.#lists.get(guildId) ?? [];
  }

  /** All commands that a member of the server sees: the server's own and the global ones. */
  visibleIn(guildId: string | null): readonly RegisteredCommand[] {
    return guildId === null ? this.list(null) : [...this.list(guildId), ...this.list(null)];
  }

  /** Replaces the whole list; a command of the same name and type keeps its id. */
  replace(guildId: string | null, bodies: readonly CommandBody[]): readonly RegisteredCommand[] {
    const commands = bodies.map((body) => this.#register(guildId, body));
    this.#lists.set(guildId, commands);
    return commands;
  }

  /** Adds a command, or replaces the one of the same name and type; tells whether it is new. */
  upsert(guildId: string | null, body: CommandBody): { command: RegisteredCommand; created: boolean } {
    const command = this.#register(guildId, body);
    const others = this.list(guildId).filter(({ id }) => id !== command.id);
    const created = others.length === this.list(guildId).length;
    this.#lists.set(guildId, [...others, command]);
    return { command, created };
  }

  /** @throws {DiscordError} 10063 */
  get(guildId: string | null, id: string): RegisteredCommand {
    const command = this.list(guildId).find((known) => known.id === id);
    if (!command) throw refusal.unknownCommand();
    return command;
  }

  /** @throws {DiscordError} 10063 */
  update(guildId: string | null, id: string, definition: CommandBody): RegisteredCommand {
    this.get(guildId, id);
    const command = this.#build(guildId, definition, id, this.#newId());
    this.#lists.set(
      guildId,
      this.list(guildId).map((known) => (known.id === id ? command : known)),
    );
    return command;
  }

  /** @throws {DiscordError} 10063 */
  delete(guildId: string | null, id: string): void {
    const gone = this.get(guildId, id);
    this.#lists.set(
      guildId,
      this.list(guildId).filter((command) => command !== gone),
    );
  }

  #register(guildId: string | null, body: CommandBody): RegisteredCommand {
    const known = this.list(guildId).find(({ name, type }) => name === body.name && type === body.type);
    if (known && isDeepStrictEqual(known.definition, body)) return known;
    return this.#build(guildId, body, known?.id ?? this.#newId(), this.#newId());
  }

  #build(guildId: string | null, definition: CommandBody, id: string, version: string): RegisteredCommand {
    return {
      id,
      version,
      guildId,
      type: definition.type,
      name: definition.name,
      name_localizations: definition.name_localizations ?? {},
      description: definition.description,
      description_localizations: definition.description_localizations ?? {},
      options: definition.options ?? [],
      default_member_permissions: definition.default_member_permissions ?? null,
      contexts: definition.contexts ?? null,
      integration_types: definition.integration_types ?? [0],
      definition,
    };
  }
}

/** A command as Discord returns it; localisations only where they were asked for. */
export function commandJson(command: RegisteredCommand, applicationId: string, localisations: boolean): Json {
  const { definition } = command;
  const full = {
    ...definition,
    id: command.id,
    application_id: applicationId,
    version: command.version,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
    description: command.type === COMMAND_TYPE.slash ? command.description : '',
    default_member_permissions: command.default_member_permissions,
    ...(command.guildId === null
      ? { contexts: command.contexts, integration_types: command.integration_types, dm_permission: true }
      : {}),
    nsfw: false,
    name_localizations: definition.name_localizations ?? null,
    description_localizations: definition.description_localizations ?? null,
  };
  if (localisations) return full;
  const { name_localizations: _names, description_localizations: _descriptions, ...plain } = full;
  return plain;
}
