import type { RegisteredCommand } from './commands.ts';
import type { OptionValue, OptionValues } from './options.ts';
import { type CommandOption, OPTION_TYPE } from './wire.ts';

/** What was typed for an option. */
interface TypedOption {
  readonly option: CommandOption;
  readonly text: string;
}

/** A typed slash command, taken apart. */
export interface TypedCommand {
  readonly command: RegisteredCommand;
  /** In the order in which they were typed. */
  readonly options: readonly TypedOption[];
}

const YES = ['true', 'yes', 'ja', '1', 'wahr'];

/** What a command or an option is called in a language. */
export function nameIn(locale: string, named: RegisteredCommand | CommandOption): string {
  return named.name_localizations?.[locale] ?? named.name;
}

/**
 * Takes `/name text option:value …` apart by the registered definitions: the text before the first named option fills
 * the first required text option, or the first text option; a value goes on to the next named option, so that it needs
 * no quotation marks, but may have them. Commands and options go by both of their names.
 *
 * @returns null where no command has this name
 */
export function readCommand(line: string, commands: readonly RegisteredCommand[], locale: string): TypedCommand | null {
  const [, name = '', rest = ''] = /^\/(\S*)\s*(.*)$/s.exec(line) ?? [];
  const command = commands.find((known) => [known.name, nameIn(locale, known)].includes(name));
  if (!command) return null;
  const marks = [...rest.matchAll(/(?<=^|\s)([^\s:"]+):/g)].flatMap((match) => {
    const option = command.options.find((known) => [known.name, nameIn(locale, known)].includes(match[1] ?? ''));
    return option ? [{ option, at: match.index, from: match.index + match[0].length }] : [];
  });
  const named = marks.map(({ option, from }, index) => ({ option, text: rest.slice(from, marks[index + 1]?.at) }));
  const text = rest.slice(0, marks[0]?.at);
  const free = freeTextOption(command);
  const options = free && text.trim() !== '' ? [{ option: free, text }, ...named] : named;
  return { command, options: options.map((typed) => ({ option: typed.option, text: unquoted(typed.text.trim()) })) };
}

/** The option that text without a name goes into. */
function freeTextOption({ options }: RegisteredCommand): CommandOption | undefined {
  const texts = options.filter(({ type }) => type === OPTION_TYPE.string);
  return texts.find(({ required }) => required === true) ?? texts[0];
}

function unquoted(text: string): string {
  return (
    /^"(.*)"$|^„(.*)“$/s
      .exec(text)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? text
  );
}

/** The values as Discord's client would send them: a fixed choice by its value, the others by their type. */
export function valuesOf({ options }: TypedCommand): OptionValues {
  return Object.fromEntries(options.map(({ option, text }) => [option.name, typedValue(option, text)]));
}

function typedValue(option: CommandOption, text: string): OptionValue {
  const choice = option.choices?.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (choice) return choice.value;
  if (option.type === OPTION_TYPE.boolean) return YES.includes(text.toLowerCase());
  const number = [OPTION_TYPE.integer, OPTION_TYPE.number].some((type) => type === option.type);
  return number ? Number(text) : text;
}
