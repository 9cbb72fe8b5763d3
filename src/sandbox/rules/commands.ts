import { LIMITS } from '../limits.ts';
import { COMMAND_TYPE, type Json, listOf, OPTION_TYPE, objectOf } from '../wire.ts';
import {
  type CheckedRequest,
  duplicates,
  has,
  lengthProblems,
  numberOf,
  objectsIn,
  objectsOf,
  type Rule,
  textOf,
  unknownFields,
} from './rule.ts';

/** A command that a request defines. */
export interface CommandSubject {
  readonly command: Json;
  /** False for a PATCH: what it does not mention stays. */
  readonly creates: boolean;
}

/** All commands of a request that replaces the whole list. */
export type CommandList = readonly Json[];

const LIST_ROUTES = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
];

/** The commands that a request defines. */
export function commandsIn({ method, route, body }: CheckedRequest): readonly CommandSubject[] {
  if (LIST_ROUTES.includes(route)) {
    const commands = method === 'PUT' ? objectsIn(body) : method === 'POST' ? objectsIn([body]) : [];
    return commands.map((command) => ({ command, creates: true }));
  }
  const object = method === 'PATCH' && LIST_ROUTES.some((list) => route.startsWith(list)) ? objectOf(body) : null;
  return object ? [{ command: object, creates: false }] : [];
}

/** The list of commands that a request puts in place of the old one; null where it does not. */
export function commandListIn({ method, route, body }: CheckedRequest): CommandList | null {
  if (method !== 'PUT' || !LIST_ROUTES.includes(route)) return null;
  return objectsIn(body);
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );
const COMMAND_FIELDS = [
  'id',
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'contexts',
  'integration_types',
  'nsfw',
  'handler',
];
const OPTION_FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'choices',
  'options',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
];
const WITH_CHOICES: readonly number[] = [OPTION_TYPE.string, OPTION_TYPE.integer, OPTION_TYPE.number];
const NESTED: readonly number[] = [OPTION_TYPE.subcommand, OPTION_TYPE.subcommandGroup];

function isSlash(command: Json): boolean {
  return (numberOf(command, 'type') ?? COMMAND_TYPE.slash) === COMMAND_TYPE.slash;
}

/** The command's own options and those of its subcommands. */
function allOptions(command: Json): readonly Json[] {
  return objectsOf(command, 'options').flatMap((option): readonly Json[] => [option, ...allOptions(option)]);
}

/** A text with its translations. */
function localised(object: Json, field: string): readonly string[] {
  const translations = Object.values(objectOf(object[`${field}_localizations`]) ?? {});
  return [object[field], ...translations].filter((text) => typeof text === 'string');
}

/** What Discord counts of a command: of localised texts the longest. */
function charactersOf(object: Json): number {
  const longest = (field: string): number => Math.max(0, ...localised(object, field).map((text) => text.length));
  const choices = objectsOf(object, 'choices').reduce(
    (sum, choice) =>
      sum + Math.max(...localised(choice, 'name').map((name) => name.length), 0) + String(choice['value']).length,
    0,
  );
  const options = objectsOf(object, 'options').reduce((sum, option) => sum + charactersOf(option), 0);
  return longest('name') + longest('description') + choices + options;
}

/** Between the option's bounds, both ends of which must be in order. */
function boundProblems(option: Json): readonly string[] {
  const [least, most] = [numberOf(option, 'min_length'), numberOf(option, 'max_length')];
  const lengths = [least, most].filter((bound) => bound !== null);
  return [
    ...(lengths.length > 0 && option['type'] !== OPTION_TYPE.string
      ? ['min_length: only a string option has it.']
      : []),
    ...(lengths.some((bound) => bound < 0 || bound > LIMITS.stringOption) ? ['max_length: at most 6000.'] : []),
    ...(most === 0 ? ['max_length: at least 1.'] : []),
    ...(least !== null && most !== null && least > most ? ['min_length: greater than max_length.'] : []),
    ...((numberOf(option, 'min_value') ?? -Infinity) > (numberOf(option, 'max_value') ?? Infinity)
      ? ['min_value: greater than max_value.']
      : []),
  ];
}

function choiceProblems(option: Json): readonly string[] {
  const choices = objectsOf(option, 'choices');
  const type = option['type'] === OPTION_TYPE.string ? 'string' : 'number';
  return [
    ...(choices.length > LIMITS.choices ? [`choices: ${choices.length}, at most ${LIMITS.choices}.`] : []),
    ...duplicates(choices.map((choice) => textOf(choice, 'name'))).map((name) => `choices: "${name}" occurs twice.`),
    ...choices.flatMap((choice) => [
      ...localised(choice, 'name')
        .filter((name) => name.length < 1 || name.length > LIMITS.choiceName)
        .map((name) => `choices: the name "${name}" must be between 1 and 100 in length.`),
      ...(typeof choice['value'] === 'string' ? lengthProblems(choice, 'value', LIMITS.choiceValue, 1) : []),
      ...(typeof choice['value'] === type ? [] : [`choices: a value of this option is a ${type}.`]),
      ...unknownFields(choice, ['name', 'name_localizations', 'value'], 'choices.'),
    ]),
  ];
}

/** The rules about one command. */
export const COMMAND_RULES: readonly Rule<CommandSubject>[] = [
  {
    id: 'command-fields',
    check: ({ command }) => [
      ...unknownFields(command, COMMAND_FIELDS, ''),
      ...allOptions(command).flatMap((option) => unknownFields(option, OPTION_FIELDS, 'options.')),
    ],
  },
  {
    id: 'command-name',
    check: ({ command, creates }) => {
      const names = [...(isSlash(command) ? [command] : []), ...allOptions(command)].flatMap((o) =>
        localised(o, 'name'),
      );
      const menu = isSlash(command) ? [] : localised(command, 'name');
      return [
        ...(creates && !has(command, 'name') ? ['name: required.'] : []),
        ...names
          .filter((name) => !NAME.test(name) || name !== name.toLowerCase())
          .map((name) => `name: "${name}" does not fit the pattern of names.`),
        ...menu
          .filter((name) => name.length > LIMITS.commandName || name.trim() === '')
          .map((name) => `name: "${name}" must be between 1 and 32 in length.`),
      ];
    },
  },
  {
    id: 'command-description',
    check: ({ command, creates }) => {
      const described = [...(isSlash(command) ? [command] : []), ...allOptions(command)];
      const missing = (creates ? described : described.slice(1)).some((object) => !has(object, 'description'));
      return [
        ...(missing ? ['description: required.'] : []),
        ...(!isSlash(command) && has(command, 'description') ? ['description: a menu command has none.'] : []),
        ...described
          .flatMap((object) => localised(object, 'description'))
          .filter((text) => text.length > LIMITS.commandDescription)
          .map((text) => `description: "${text}" is longer than ${LIMITS.commandDescription}.`),
      ];
    },
  },
  {
    id: 'command-locales',
    check: ({ command }) => {
      const choices = allOptions(command).flatMap((option) => objectsOf(option, 'choices'));
      return [command, ...allOptions(command), ...choices]
        .flatMap((object) => [object['name_localizations'], object['description_localizations']])
        .flatMap((translations) => Object.keys(objectOf(translations) ?? {}))
        .filter((locale) => !LOCALES.includes(locale))
        .map((locale) => `"${locale}" is no locale of Discord.`);
    },
  },
  {
    id: 'command-options',
    check: ({ command }) => [
      ...(!isSlash(command) && has(command, 'options') ? ['options: a menu command has none.'] : []),
      ...[command, ...allOptions(command)]
        .map((object) => objectsOf(object, 'options').length)
        .filter((count) => count > LIMITS.commandOptions)
        .map((count) => `options: ${count}, at most ${LIMITS.commandOptions}.`),
      ...allOptions(command)
        .filter((option) => has(option, 'options') && !NESTED.includes(numberOf(option, 'type') ?? 0))
        .map((option) => `options: "${textOf(option, 'name')}" cannot have options.`),
    ],
  },
  {
    id: 'option-order',
    check: ({ command }) =>
      [command, ...allOptions(command)].flatMap((object) => {
        const required = objectsOf(object, 'options').map((option) => option['required'] === true);
        const optional = required.indexOf(false);
        return optional >= 0 && required.includes(true, optional)
          ? ['options: required options must come before optional ones.']
          : [];
      }),
  },
  {
    id: 'option-name-twice',
    check: ({ command }) =>
      [command, ...allOptions(command)].flatMap((object) =>
        duplicates(objectsOf(object, 'options').map((option) => textOf(option, 'name'))).map(
          (name) => `options: "${name}" occurs twice.`,
        ),
      ),
  },
  {
    id: 'option-autocomplete',
    check: ({ command }) =>
      allOptions(command)
        .filter((option) => option['autocomplete'] === true)
        .filter((option) => has(option, 'choices') || !WITH_CHOICES.includes(numberOf(option, 'type') ?? 0))
        .map((option) => `options: "${textOf(option, 'name')}" cannot autocomplete.`),
  },
  { id: 'option-choices', check: ({ command }) => allOptions(command).flatMap(choiceProblems) },
  { id: 'option-bounds', check: ({ command }) => allOptions(command).flatMap(boundProblems) },
  {
    id: 'command-permissions',
    check: ({ command: { default_member_permissions: bits } }) =>
      bits === undefined || bits === null || /^\d+$/.test(String(bits))
        ? []
        : ['default_member_permissions: must be a decimal number.'],
  },
  {
    id: 'command-contexts',
    check: ({ command }) =>
      [['contexts', 2] as const, ['integration_types', 1] as const].flatMap(([field, most]) => {
        const values = command[field];
        if (values === undefined || values === null) return [];
        const list = listOf(values);
        const valid = list.every((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most);
        return valid && list.length > 0 && new Set(list).size === list.length ? [] : [`${field}: ${list.join(', ')}.`];
      }),
  },
  {
    id: 'command-characters',
    check: ({ command }) => {
      const count = charactersOf(command);
      return count > LIMITS.commandCharacters ? [`${count} characters, at most ${LIMITS.commandCharacters}.`] : [];
    },
  },
];

/** The rules about all commands together. */
export const COMMAND_LIST_RULES: readonly Rule<CommandList>[] = [
  {
    id: 'command-name-twice',
    check: (commands) =>
      duplicates(commands.map((command) => `${numberOf(command, 'type') ?? 1} ${textOf(command, 'name')}`)).map(
        (name) => `the command "${name}" occurs twice.`,
      ),
  },
  {
    id: 'command-count',
    check: (commands) => {
      const most = { 1: LIMITS.slashCommands, 2: LIMITS.userCommands, 3: LIMITS.messageCommands };
      return Object.entries(most).flatMap(([type, limit]) => {
        const count = commands.filter((command) => String(numberOf(command, 'type') ?? 1) === type).length;
        return count > limit ? [`${count} commands of type ${type}, at most ${limit}.`] : [];
      });
    },
  },
];
