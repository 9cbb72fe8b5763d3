import { nameIn, readCommand, valuesOf } from './command-line.ts';
import type { OptionValues } from './options.ts';
import type { SandboxUser } from './user.ts';
import { COMMAND_TYPE, OPTION_TYPE } from './wire.ts';

/** What could stand in place of the end of a line, in the form of `node:readline`. */
export type Completion = [offers: string[], replaced: string];

/**
 * Completes what a user types as Discord does: command names, option names, fixed choices and, by asking the bot, what
 * an option offers. Discord shows a choice's name and sends its value; so does this: it writes the name into the line
 * and remembers the value.
 */
export class Completer {
  readonly #user: SandboxUser;
  readonly #values = new Map<string, string | number>();

  constructor(user: SandboxUser) {
    this.#user = user;
  }

  async complete(line: string): Promise<Completion> {
    if (line.startsWith('>')) {
      const names = this.#commands(COMMAND_TYPE.message).map((command) => `>${nameIn(this.#user.locale, command)}`);
      return [names.filter((name) => name.startsWith(line)), line];
    }
    if (!line.startsWith('/')) return [[], line];
    if (!line.includes(' ')) {
      const names = this.#commands(COMMAND_TYPE.slash).map((command) => `/${nameIn(this.#user.locale, command)} `);
      return [names.filter((name) => name.startsWith(line)), line];
    }
    return this.#completeOption(line);
  }

  /** The values to send: where a line holds the name of a choice that was offered, the choice's value. */
  valuesFor(commandName: string, values: OptionValues): OptionValues {
    return Object.fromEntries(
      Object.entries(values).map(([option, value]) => [
        option,
        this.#values.get(`${commandName} ${option} ${String(value)}`) ?? value,
      ]),
    );
  }

  #commands(type: number) {
    return this.#user.commandsIn('dm').filter((command) => command.type === type);
  }

  async #completeOption(line: string): Promise<Completion> {
    const { locale } = this.#user;
    const typed = readCommand(line, this.#commands(COMMAND_TYPE.slash), locale);
    if (!typed) return [[], line];
    const { command, options } = typed;
    // With nothing typed yet, the option that free text goes into.
    const last = options.at(-1) ?? readCommand(`${line} x`, [command], locale)?.options[0];
    if (!last) return [[], line];
    const text = options.length === 0 ? '' : last.text;
    const { option } = last;
    const offers = option.choices
      ? option.choices
      : option.autocomplete === true
        ? await this.#ask(typed, option.name, text)
        : [];
    for (const { name, value } of offers) this.#values.set(`${command.name} ${option.name} ${name}`, value);
    const names = offers
      .map(({ name }) => name)
      .filter((name) => option.autocomplete === true || name.startsWith(text));
    if (names.length > 0) return [names, text];
    if (option.type === OPTION_TYPE.boolean) return [['true', 'false'].filter((word) => word.startsWith(text)), text];
    const word = /\S*$/.exec(line)?.[0] ?? '';
    const left = command.options.filter((known) => !options.some((given) => given.option === known));
    return [left.map((known) => `${nameIn(locale, known)}:`).filter((name) => name.startsWith(word)), word];
  }

  async #ask(typed: NonNullable<ReturnType<typeof readCommand>>, option: string, text: string) {
    const values = { ...valuesOf(typed), [option]: text };
    // "Loading options failed": Discord offers nothing then.
    return this.#user.autocomplete(typed.command.name, values, option, 'dm', { unchecked: true }).catch(() => []);
  }
}
