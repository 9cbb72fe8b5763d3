import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { OptionSpec, Registry } from '../command/contract.ts';

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** The registry as Discord wants to be told of it. */
export function commandPayload(registry: Registry): RESTPutAPIApplicationCommandsJSONBody {
  return [
    ...registry.slash.map((command) => ({
      type: ApplicationCommandType.ChatInput as const,
      name: command.name,
      description: command.description.en,
      description_localizations: { de: command.description.de },
      // Only hides the command from members in servers; the bot checks operators itself.
      ...(command.access === 'operators'
        ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }
        : {}),
      options: Object.entries(command.options)
        .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
        .map(([name, spec]) => optionPayload(name, spec)),
      ...EVERYWHERE,
    })),
    ...registry.menus.map((menu) => ({
      type: ApplicationCommandType.Message as const,
      name: menu.name.en,
      name_localizations: { de: menu.name.de },
      ...EVERYWHERE,
    })),
  ];
}

function optionPayload(name: string, spec: OptionSpec) {
  const common = {
    name,
    name_localizations: { de: spec.german },
    description: spec.description.en,
    description_localizations: { de: spec.description.de },
    required: spec.required ?? false,
  };
  if (spec.type === 'boolean') return { ...common, type: ApplicationCommandOptionType.Boolean as const };
  return {
    ...common,
    type: ApplicationCommandOptionType.String as const,
    ...(spec.maxLength === undefined ? {} : { max_length: spec.maxLength }),
    ...offersOf(spec),
  };
}

/** Fixed choices or those that the bot is asked for while somebody types: Discord allows one of the two. */
function offersOf({ choices, complete }: OptionSpec) {
  if (choices === undefined) return complete === undefined ? {} : { autocomplete: true as const };
  return {
    choices: choices.map(({ value, name }) => ({ name: name.en, name_localizations: { de: name.de }, value })),
  };
}

/** Registers the commands globally, but only where they differ from those that are there. Returns whether it did. */
export async function registerCommands(client: Client<true>, registry: Registry): Promise<boolean> {
  const wanted = commandPayload(registry);
  const route = Routes.applicationCommands(client.application.id);
  const query = new URLSearchParams({ with_localizations: 'true' });
  // What cannot be compared is written: that is always right, only not always needed.
  const present: unknown = await client.rest.get(route, { query }).catch(() => null);
  const upToDate =
    Array.isArray(present) &&
    present.length === wanted.length &&
    wanted.every((command) => present.some((other) => agrees(command, other)));
  if (upToDate) return false;
  await client.rest.put(route, { body: wanted });
  return true;
}

/** What a definition may say or leave out: where only `present` says it, it is to go. */
const OPTIONAL = ['default_member_permissions', 'max_length', 'min_length', 'autocomplete', 'choices'];

const isDefault = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** Whether `present` says what `wanted` says; defaults may be left out on either side. */
function agrees(wanted: unknown, present: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (wanted.length === 0) return isDefault(present);
    if (!Array.isArray(present) || present.length !== wanted.length) return false;
    // Discord may order contexts and integration types as it likes; options keep their order.
    const sorted = (values: readonly unknown[]): readonly unknown[] =>
      values.every((value) => typeof value === 'number') ? [...values].sort((a, b) => a - b) : values;
    const [a, b] = [sorted(wanted), sorted(present)];
    return a.every((value, index) => agrees(value, b[index]));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    const other = typeof present === 'object' && present !== null ? new Map(Object.entries(present)) : new Map();
    const stale = OPTIONAL.some((key) => !(key in wanted) && !isDefault(other.get(key)));
    return !stale && Object.entries(wanted).every(([key, value]) => agrees(value, other.get(key)));
  }
  return wanted === present || (isDefault(wanted) && isDefault(present));
}
