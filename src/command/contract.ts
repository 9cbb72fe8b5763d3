import type { Listing } from '../answer/listing-schemas.ts';
import type { Answering } from '../answer/requests.ts';
import type { About, Answer, ArticleCard, Choices } from '../answer/schemas.ts';
import type { Language, Localised } from '../language/language.ts';
import type { ReindexReport } from '../library/report.ts';

/** One of few values that an option takes. */
export interface OptionChoice {
  readonly value: string;
  readonly name: Localised;
}

/** An option that people fill in; the literal is the declaration, the types of the values follow from it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** What the option is called in German; in English it is called by its key. */
  readonly german: string;
  readonly description: Localised;
  readonly required?: boolean;
  /** In characters, for strings. */
  readonly maxLength?: number;
  /** The only values it takes, for strings: each as it is sent, with the name that people read. */
  readonly choices?: readonly OptionChoice[];
  /** Offers values while someone types, in the language of the one who types. */
  readonly complete?: (library: Answering, typed: string, locale: Language) => Promise<Choices>;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<Spec extends OptionSpec> = Spec['type'] extends 'boolean'
  ? boolean
  : Spec['choices'] extends readonly { readonly value: infer Value }[]
    ? Value
    : string;

/** The values of declared options: those not given are null. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name]['required'] extends true
    ? ValueOf<Specs[Name]>
    : ValueOf<Specs[Name]> | null;
};

/** A list of what can be typed, for `/help`. */
export interface Help {
  readonly kind: 'help';
  readonly commands: readonly { readonly name: string; readonly description: Localised }[];
  readonly menus: readonly Localised[];
}

/** Everything a command may come to: plain data, shown by whoever asked. */
export type Reply = Answer | Listing | ArticleCard | About | Help | ReindexReport;

/** What a command can reach. */
export interface CommandContext {
  readonly library: Answering & { reindex(options: { readonly dryRun: boolean }): Promise<ReindexReport> };
  readonly registry: Registry;
  /** The language that the reply is shown in. */
  readonly locale: Language;
  /** The most lines of a listing that can be shown at once. */
  readonly lines: number;
}

/** Whether a reply is for all in the channel or for the one who asked; or the boolean option that says so. */
export type Visibility = 'public' | 'private' | { readonly privateIf: string };

/** A slash command, declared as data. */
export interface SlashCommand<Specs extends OptionSpecs = OptionSpecs> {
  readonly name: string;
  readonly description: Localised;
  readonly options: Specs;
  /** `operators` are checked by the bot itself, wherever the command comes from. */
  readonly access: 'everyone' | 'operators';
  readonly visibility: Visibility;
  run(context: CommandContext, options: OptionValues<Specs>): Promise<Reply>;
}

/** An entry of the menu on a message, declared as data; its reply is private. */
export interface MessageCommand {
  readonly name: Localised;
  /** @param text The message's text, which may be empty. */
  run(context: CommandContext, text: string): Promise<Reply>;
}

/** All that people can type or pick. */
export interface Registry {
  readonly slash: readonly SlashCommand[];
  readonly menus: readonly MessageCommand[];
  /** What a plain message to the bot stands for. */
  readonly plain: SlashCommand<{
    readonly question: OptionSpec & { readonly type: 'string'; readonly required: true };
  }>;
}

/** Declares a command; the types of `run`'s options are taken from the literal. */
export function defineCommand<const Specs extends OptionSpecs>(command: SlashCommand<Specs>): SlashCommand<Specs> {
  return command;
}
