import { z } from 'zod';

/** The numbers of Discord's protocol that the sandbox speaks, under Discord's own names. */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

export const BUTTON_STYLE = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 } as const;

export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const COMMAND_TYPE = { slash: 1, user: 2, message: 3 } as const;

export const OPTION_TYPE = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export const INTERACTION = { command: 2, component: 3, autocomplete: 4 } as const;

export const CALLBACK = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

export const CHANNEL_TYPE = { text: 0, dm: 1, group: 3 } as const;

/** Where a command is used. */
export const CONTEXT = { guild: 0, botDm: 1, privateChannel: 2 } as const;

export const INTENT = {
  guilds: 1 << 0,
  members: 1 << 1,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

export type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON object, or null where the value is anything else. */
export function objectOf(value: unknown): Json | null {
  return isObject(value) ? value : null;
}

/** The elements of an array, or none where the value is anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A copy in which no optional field is null: Discord leaves such fields out, and discord.js relies on it. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  const object = objectOf(value);
  if (object === null) return value;
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([name, field]) => [name, withoutNulls(field)]),
  );
}

/** A component as the bot sent it; fields that the sandbox does not use are kept. */
export interface Component {
  readonly type: number;
  readonly id?: number | undefined;
  readonly custom_id?: string | undefined;
  readonly style?: number | undefined;
  readonly label?: string | undefined;
  readonly emoji?: { readonly name?: string | undefined } | undefined;
  readonly url?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly content?: string | undefined;
  readonly accent_color?: number | undefined;
  readonly divider?: boolean | undefined;
  readonly spacing?: number | undefined;
  readonly description?: string | undefined;
  readonly media?: { readonly url: string } | undefined;
  readonly file?: { readonly url: string } | undefined;
  readonly items?:
    | readonly { readonly media: { readonly url: string }; readonly description?: string | undefined }[]
    | undefined;
  readonly accessory?: Component | undefined;
  readonly components?: readonly Component[] | undefined;
}

const Media = z.looseObject({ url: z.string() });

const Component: z.ZodType<Component> = z.looseObject({
  type: z.number().int(),
  id: z.number().optional(),
  custom_id: z.string().optional(),
  style: z.number().optional(),
  label: z.string().optional(),
  emoji: z.looseObject({ name: z.string().optional() }).optional(),
  url: z.string().optional(),
  disabled: z.boolean().optional(),
  content: z.string().optional(),
  accent_color: z.number().optional(),
  divider: z.boolean().optional(),
  spacing: z.number().optional(),
  description: z.string().optional(),
  media: Media.optional(),
  file: Media.optional(),
  items: z.array(z.looseObject({ media: Media, description: z.string().optional() })).optional(),
  accessory: z.lazy(() => Component).optional(),
  components: z.array(z.lazy(() => Component)).optional(),
});

/** An embed as the bot sent it. */
export type Embed = Json;

/** The body of a message that the bot creates or edits. In an edit, absent means unchanged and null means emptied. */
export const MessageBody = z.looseObject({
  content: z.string().nullish(),
  components: z.preprocess((value) => (value ? withoutNulls(value) : value), z.array(Component).nullish()),
  embeds: z.preprocess(
    (value) => (value ? withoutNulls(value) : value),
    z.array(z.record(z.string(), z.unknown())).nullish(),
  ),
  flags: z.number().int().nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).transform(String),
        filename: z.string().nullish(),
        description: z.string().nullish(),
      }),
    )
    .nullish(),
  message_reference: z.looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish() }).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  allowed_mentions: z
    .looseObject({
      parse: z.array(z.string()).nullish(),
      users: z.array(z.string()).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
});
export type MessageBody = z.infer<typeof MessageBody>;

export const Choice = z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) });
/** One suggestion of an autocompletion, or one of an option's fixed choices. */
export type Choice = z.infer<typeof Choice>;

export const CallbackBody = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal(CALLBACK.message), data: MessageBody }),
  z.looseObject({
    type: z.literal(CALLBACK.deferredMessage),
    data: z.looseObject({ flags: z.number().int().nullish() }).nullish(),
  }),
  z.looseObject({ type: z.literal(CALLBACK.deferredUpdate) }),
  z.looseObject({ type: z.literal(CALLBACK.update), data: MessageBody.nullish() }),
  z.looseObject({
    type: z.literal(CALLBACK.autocomplete),
    data: z.looseObject({ choices: z.array(Choice) }),
  }),
]);
export type CallbackBody = z.infer<typeof CallbackBody>;

const Localisations = z.record(z.string(), z.string());

/** One option of a command, as registered. */
export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | undefined;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>> | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly options?: readonly CommandOption[] | undefined;
}

const CommandOption: z.ZodType<CommandOption> = z.looseObject({
  type: z.number().int(),
  name: z.string(),
  name_localizations: Localisations.optional(),
  description: z.string(),
  description_localizations: Localisations.optional(),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z.array(Choice).optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  options: z.array(z.lazy(() => CommandOption)).optional(),
});

/** A command as the bot defines it, without nulls. */
export const CommandBody = z.preprocess(
  withoutNulls,
  z.looseObject({
    type: z.number().int().default(COMMAND_TYPE.slash),
    name: z.string(),
    name_localizations: Localisations.optional(),
    description: z.string().default(''),
    description_localizations: Localisations.optional(),
    options: z.array(CommandOption).optional(),
    default_member_permissions: z
      .union([z.string(), z.number()])
      .transform((bits) => String(bits))
      .optional(),
    contexts: z.array(z.number()).optional(),
    integration_types: z.array(z.number()).optional(),
  }),
);
export type CommandBody = z.infer<typeof CommandBody>;
