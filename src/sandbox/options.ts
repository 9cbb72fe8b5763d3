import type { RegisteredCommand } from './commands.ts';
import { LIMITS } from './limits.ts';
import { type CommandOption, type Json, OPTION_TYPE } from './wire.ts';
import type { Person } from './world.ts';

/** What a user can put into an option. */
export type OptionValue = string | number | boolean | Person;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/**
 * The options of an interaction in Discord's form.
 *
 * @param focused the option that the user is typing in, for an autocompletion; what is still missing is no mistake then
 * @param unchecked sends what is given as it is: other clients than Discord's own exist
 * @throws {Error} for whatever Discord's own client would not let a user send
 */
export function optionsJson(
  command: RegisteredCommand,
  values: OptionValues,
  { focused, unchecked = false }: { focused?: string; unchecked?: boolean } = {},
): readonly Json[] {
  const problems: string[] = [];
  for (const option of command.options) {
    if (option.required === true && values[option.name] === undefined && focused === undefined) {
      problems.push(`the required option "${option.name}" is missing`);
    }
  }
  const options = Object.entries(values).map(([name, value]) => {
    const option = command.options.find((known) => known.name === name);
    if (!option) problems.push(`there is no option "${name}"`);
    else if (name !== focused) problems.push(...problemsOf(option, value));
    return {
      name,
      type: option?.type ?? typeOf(value),
      value: isPerson(value) ? value.id : value,
      ...(name === focused ? { focused: true } : {}),
    };
  });
  if (focused !== undefined && command.options.find(({ name }) => name === focused)?.autocomplete !== true) {
    problems.push(`the option "${focused}" does not autocomplete`);
  }
  if (problems.length > 0 && !unchecked) throw new Error(`/${command.name}: ${problems.join('; ')}`);
  return options;
}

/** The users among the values, as `resolved` names them. */
export function peopleIn(values: OptionValues): readonly Person[] {
  return Object.values(values).filter(isPerson);
}

function isPerson(value: OptionValue): value is Person {
  return typeof value === 'object';
}

function typeOf(value: OptionValue): number {
  if (typeof value === 'string') return OPTION_TYPE.string;
  if (typeof value === 'boolean') return OPTION_TYPE.boolean;
  if (typeof value === 'number') return Number.isInteger(value) ? OPTION_TYPE.integer : OPTION_TYPE.number;
  return OPTION_TYPE.user;
}

function problemsOf(option: CommandOption, value: OptionValue): readonly string[] {
  const fits: Readonly<Record<number, boolean>> = {
    [OPTION_TYPE.string]: typeof value === 'string',
    [OPTION_TYPE.integer]: typeof value === 'number' && Number.isInteger(value),
    [OPTION_TYPE.number]: typeof value === 'number',
    [OPTION_TYPE.boolean]: typeof value === 'boolean',
    [OPTION_TYPE.user]: isPerson(value),
    [OPTION_TYPE.mentionable]: isPerson(value),
  };
  const what = `the option "${option.name}"`;
  if (fits[option.type] !== true) return [`${what} does not take a ${isPerson(value) ? 'user' : typeof value}`];
  const problems: string[] = [];
  if (typeof value === 'string') {
    const longest = option.max_length ?? LIMITS.stringOption;
    if (value.length > longest) problems.push(`${what} is longer than ${longest} characters`);
    if (value.length < Math.max(1, option.min_length ?? 0)) problems.push(`${what} is too short`);
  }
  if (typeof value === 'number') {
    if (value < (option.min_value ?? -Infinity)) problems.push(`${what} is below ${option.min_value}`);
    if (value > (option.max_value ?? Infinity)) problems.push(`${what} is above ${option.max_value}`);
  }
  if (option.choices && option.choices.length > 0 && !option.choices.some((choice) => choice.value === value)) {
    problems.push(`${what} offers no choice "${String(value)}"`);
  }
  return problems;
}
