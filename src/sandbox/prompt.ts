import { createInterface, type Interface } from 'node:readline';
import type { Language } from '../language/language.ts';
import { nameIn, readCommand, valuesOf } from './command-line.ts';
import { Completer } from './completion.ts';
import type { Button, Message } from './message.ts';
import type { Sandbox } from './sandbox.ts';
import { drawMessage, styled } from './terminal.ts';
import { PROMPT_TEXTS, type PromptTexts } from './texts.ts';
import type { SandboxUser } from './user.ts';
import { BUTTON_STYLE, COMMAND_TYPE } from './wire.ts';
import type { Change } from './world.ts';

export interface PromptOptions {
  readonly sandbox: Sandbox;
  /** Whose direct messages these are. */
  readonly user: SandboxUser;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** The language of the prompt's own texts. */
  readonly locale: Language;
  /** Ends the prompt. */
  readonly signal?: AbortSignal;
  /** Edits lines and completes with Tab. Default: whether the output is a terminal. */
  readonly terminal?: boolean;
  /** Default: in a terminal, unless NO_COLOR is set (https://no-color.org). */
  readonly colour?: boolean;
}

/** The width where the output tells none; some terminals say 0. */
const COLUMNS = 80;
/** As wide as a text is still easy to read. */
const MOST_COLUMNS = 100;
/** How long the prompt waits for a reply before it takes the next line. */
const REPLY_TIMEOUT_MS = 15_000;

/**
 * Runs a line editor in which a person talks with the bot: direct messages, commands, menus and buttons. Returns when
 * the person types `/quit`, the input ends or the signal aborts.
 */
export async function runPrompt(options: PromptOptions): Promise<void> {
  await new Prompt(options).run();
}

class Prompt {
  readonly #options: PromptOptions;
  readonly #texts: PromptTexts;
  readonly #colour: boolean;
  readonly #completer: Completer;
  readonly #lines: Interface;
  /** The buttons that were drawn since the last line was typed: the number is the place in the list, from 1. */
  #buttons: { readonly message: Message; readonly button: Button }[] = [];
  /** Nothing is being typed: the prompt has not begun, or a line is being carried out. */
  #waiting = true;
  /** The input has ended; newer versions of Node refuse to prompt then. */
  #closed = false;

  constructor(options: PromptOptions) {
    const { input, output, locale, user } = options;
    const terminal = options.terminal ?? output.isTTY === true;
    this.#options = options;
    this.#texts = PROMPT_TEXTS[locale];
    this.#colour = options.colour ?? (terminal && !process.env['NO_COLOR']);
    this.#completer = new Completer(user);
    this.#lines = createInterface({
      input,
      output,
      terminal,
      prompt: styled(this.#texts.prompt, ['bold'], this.#colour),
      completer: (line: string, done: (error: Error | null, completion: [string[], string]) => void) => {
        this.#completer.complete(line).then(
          (completion) => done(null, completion),
          () => done(null, [[], line]),
        );
      },
    });
    this.#lines.once('close', () => {
      this.#closed = true;
    });
  }

  async run(): Promise<void> {
    const { sandbox, user, signal } = this.#options;
    const unsubscribe = sandbox.subscribe((change) => this.#onChange(change));
    const stop = (): void => this.#lines.close();
    const aborted = (): boolean => signal?.aborted === true;
    signal?.addEventListener('abort', stop, { once: true });
    try {
      if (aborted()) return;
      const [menu = null] = this.#commands(COMMAND_TYPE.message).map((known) => nameIn(user.locale, known));
      this.#print(this.#texts.greeting(sandbox.application.name, menu));
      this.#await();
      for await (const line of this.#lines) {
        this.#waiting = true;
        if (line.trim() === '/quit') break;
        await this.#take(line.trim());
        if (aborted()) break;
        this.#await();
      }
      // Where the input has ended or been interrupted, the cursor still stands behind the prompt.
      const left = this.#lines.terminal && !this.#waiting;
      this.#waiting = true;
      this.#print([...(left ? [''] : []), this.#texts.goodbye]);
    } finally {
      unsubscribe();
      signal?.removeEventListener('abort', stop);
      this.#lines.close();
    }
  }

  /** Asks for the next line. */
  #await(): void {
    if (this.#closed) return;
    this.#waiting = false;
    this.#lines.prompt();
  }

  /** Does what a line says. */
  async #take(line: string): Promise<void> {
    const buttons = this.#buttons;
    if (line === '') return;
    this.#buttons = [];
    try {
      if (line === '/') this.#list();
      else if (line.startsWith('/')) await this.#command(line);
      else if (line.startsWith('>')) await this.#menu(line.slice(1).trim());
      else if (/^\d{1,3}$/.test(line)) await this.#press(Number(line), buttons);
      else await this.#say(line);
    } catch (error) {
      this.#print([this.#texts.notSent(error instanceof Error ? error.message : String(error))]);
    }
  }

  #list(): void {
    const { locale } = this.#options.user;
    const lines = this.#options.user.commandsIn('dm').flatMap((command) => {
      const menu = command.type === COMMAND_TYPE.message;
      const name = `${menu ? '>' : '/'}${nameIn(locale, command)}`;
      const description = command.description_localizations[locale] ?? command.description;
      const options = command.options.map((option) => {
        const about = option.description_localizations?.[locale] ?? option.description;
        const note = option.required === true ? ` (${this.#texts.required})` : '';
        return styled(`    ${nameIn(locale, option)}: ${about}${note}`, ['dim'], this.#colour);
      });
      return [`${styled(name, ['bold'], this.#colour)}  ${description}`.trimEnd(), ...options];
    });
    this.#print(lines.length > 0 ? lines : [this.#texts.noCommands]);
  }

  async #command(line: string): Promise<void> {
    const { user } = this.#options;
    const typed = readCommand(line, this.#commands(COMMAND_TYPE.slash), user.locale);
    if (!typed) {
      this.#print([this.#texts.unknownCommand(line.split(' ', 1).join(''))]);
      return;
    }
    const { command } = typed;
    const values = this.#completer.valuesFor(command.name, valuesOf(typed));
    const missing = command.options.find((option) => option.required === true && values[option.name] === undefined);
    if (missing) {
      this.#print([this.#texts.missingOption(nameIn(user.locale, missing))]);
      return;
    }
    this.#explain(await user.command(command.name, values, 'dm', { replyTimeoutMs: REPLY_TIMEOUT_MS }));
  }

  /** `>Find sources 2`: the menu on the last message but one that the user has written. */
  async #menu(text: string): Promise<void> {
    const { user } = this.#options;
    const [, name = '', number = '1'] = /^(.*?)(?: (\d+))?$/.exec(text) ?? [];
    const command = this.#commands(COMMAND_TYPE.message).find((known) =>
      [known.name, nameIn(user.locale, known)].includes(name),
    );
    if (!command) {
      this.#print([this.#texts.unknownCommand(`>${name}`)]);
      return;
    }
    const back = Number(number);
    const own = user.directMessages().filter(({ author }) => author === user);
    const message = own.at(-back);
    if (!message || back < 1) {
      this.#print([this.#texts.noMessage]);
      return;
    }
    this.#explain(await user.menu(command.name, message, { replyTimeoutMs: REPLY_TIMEOUT_MS }));
  }

  async #press(number: number, buttons: readonly { message: Message; button: Button }[]): Promise<void> {
    const chosen = buttons[number - 1];
    if (!chosen) {
      // A number that presses nothing must not take away the buttons that are there.
      this.#buttons = [...buttons];
      this.#print([this.#texts.noButton(number)]);
      return;
    }
    const { message, button } = chosen;
    this.#explain(await this.#options.user.press(message, button, { replyTimeoutMs: REPLY_TIMEOUT_MS }));
  }

  async #say(text: string): Promise<void> {
    const { sandbox, user } = this.#options;
    const answered = new Promise<boolean>((resolve) => {
      const done = (answer: boolean): void => {
        clearTimeout(timer);
        unsubscribe();
        resolve(answer);
      };
      const timer = setTimeout(() => done(false), REPLY_TIMEOUT_MS);
      const unsubscribe = sandbox.subscribe((change) => {
        if (change.kind === 'created' && this.#concerns(change.message) && !change.message.thinking) done(true);
      });
      this.#options.signal?.addEventListener('abort', () => done(true), { once: true });
    });
    await user.sendDirectMessage(text);
    if (!(await answered)) this.#print([this.#texts.silent(sandbox.application.name)]);
  }

  /** Says it where the bot has not answered. */
  #explain({ failed, repliedAfterMs }: { readonly failed?: string; readonly repliedAfterMs: number | null }): void {
    if (failed !== undefined || repliedAfterMs === null) {
      this.#print([this.#texts.silent(this.#options.sandbox.application.name)]);
    }
  }

  #commands(type: number) {
    return this.#options.user.commandsIn('dm').filter((command) => command.type === type);
  }

  /** Whether a message is the bot's and stands where the user reads. */
  #concerns(message: Message): boolean {
    const { user } = this.#options;
    const here = message.channel.guild === null && message.channel.people[0] === user;
    return here && message.author.bot && (message.onlyFor === null || message.onlyFor === user);
  }

  #onChange(change: Change): void {
    if (change.kind === 'guild' || change.kind === 'typing' || !this.#concerns(change.message)) return;
    if (change.kind === 'deleted') this.#print([styled(this.#texts.deleted, ['dim'], this.#colour)]);
    else this.#draw(change.message);
  }

  #draw(message: Message): void {
    this.#buttons = this.#buttons.filter((known) => known.message !== message);
    const columns = Math.min(this.#options.output.columns || COLUMNS, MOST_COLUMNS);
    const numberOf = (button: Button): number | null => {
      if (button.disabled || button.style === BUTTON_STYLE.link || button.customId === null) return null;
      return this.#buttons.push({ message, button });
    };
    const drawn = drawMessage(message, { columns, colour: this.#colour, texts: this.#texts, numberOf });
    this.#print(message.thinking ? drawn : [...drawn, '']);
  }

  /** Writes lines above what is being typed. */
  #print(lines: readonly string[]): void {
    const { output } = this.#options;
    const typing = this.#lines.terminal && !this.#waiting && !this.#closed;
    if (typing) output.write('\r\u001b[K');
    output.write(`${lines.join('\n')}\n`);
    if (typing) this.#lines.prompt(true);
  }
}
