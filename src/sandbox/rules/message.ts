import { LIMITS } from '../limits.ts';
import { CALLBACK, type Json, MESSAGE_FLAG, objectOf } from '../wire.ts';
import {
  type CheckedRequest,
  has,
  lengthProblems,
  numberOf,
  objectsOf,
  type Rule,
  textOf,
  unknownFields,
} from './rule.ts';

/** A message that a request creates or edits. */
export interface MessageSubject {
  readonly message: Json;
  /** False for an edit: what it does not mention stays. */
  readonly creates: boolean;
  /** Whether an interaction is answered: only there a message can be for one reader alone. */
  readonly interaction: boolean;
  /** The names of uploaded files. */
  readonly files: readonly string[];
}

const CALLBACK_ROUTE = '/interactions/{interaction_id}/{interaction_token}/callback';

/** The message in a request; null where it carries none. */
export function messageIn({ method, route, body, files }: CheckedRequest): MessageSubject | null {
  const object = objectOf(body);
  if (object === null) return null;
  if (route === CALLBACK_ROUTE) {
    const message = objectOf(object['data']);
    const type = object['type'];
    if (message === null || (type !== CALLBACK.message && type !== CALLBACK.update)) return null;
    return { message, creates: type === CALLBACK.message, interaction: true, files };
  }
  const interaction = route.startsWith('/webhooks/');
  const channel = route.startsWith('/channels/{channel_id}/messages');
  if (!interaction && !channel) return null;
  return { message: object, creates: method === 'POST', interaction, files };
}

const MESSAGE_FIELDS = [
  'content',
  'embeds',
  'allowed_mentions',
  'components',
  'flags',
  'attachments',
  'poll',
  'tts',
  'nonce',
  'enforce_nonce',
  'message_reference',
  'sticker_ids',
  'shared_client_theme',
  'username',
  'avatar_url',
  'thread_name',
  'applied_tags',
];
const EMBED_FIELDS = [
  'title',
  'type',
  'description',
  'url',
  'timestamp',
  'color',
  'footer',
  'image',
  'thumbnail',
  'video',
  'provider',
  'author',
  'fields',
];
/** What a bot can set, everywhere. */
const SETTABLE_FLAGS = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.suppressNotifications | MESSAGE_FLAG.componentsV2;

/** All texts of an embed that count towards the 6,000 characters. */
function embedTexts(embed: Json): readonly string[] {
  const inner = (field: string, name: string): string => textOf(objectOf(embed[field]) ?? {}, name);
  const fields = objectsOf(embed, 'fields').flatMap((field) => [textOf(field, 'name'), textOf(field, 'value')]);
  return [
    textOf(embed, 'title'),
    textOf(embed, 'description'),
    inner('footer', 'text'),
    inner('author', 'name'),
    ...fields,
  ];
}

/** The rules about a message apart from its components. */
export const MESSAGE_RULES: readonly Rule<MessageSubject>[] = [
  { id: 'message-fields', check: ({ message }) => unknownFields(message, MESSAGE_FIELDS, '') },
  { id: 'content', check: ({ message }) => lengthProblems(message, 'content', LIMITS.content) },
  {
    id: 'empty-message',
    check: ({ message, creates, files }) => {
      const parts = ['content', 'embeds', 'components', 'sticker_ids', 'poll'];
      const blank = textOf(message, 'content').trim() === '' && !parts.slice(1).some((part) => has(message, part));
      return creates && blank && files.length === 0 ? ['Cannot send an empty message.'] : [];
    },
  },
  {
    id: 'message-flags',
    check: ({ message, interaction, creates }) => {
      const allowed = SETTABLE_FLAGS | (interaction && creates ? MESSAGE_FLAG.ephemeral : 0);
      // An edit that repeats EPHEMERAL is ignored by Discord, not refused.
      const extra = (numberOf(message, 'flags') ?? 0) & ~(interaction ? allowed | MESSAGE_FLAG.ephemeral : allowed);
      return extra === 0 ? [] : [`flags: ${extra} cannot be set.`];
    },
  },
  { id: 'nonce', check: ({ message }) => lengthProblems(message, 'nonce', LIMITS.nonce) },
  {
    id: 'allowed-mentions',
    check: ({ message }) => {
      const mentions = objectOf(message['allowed_mentions']);
      if (mentions === null) return [];
      const parse = Array.isArray(mentions['parse']) ? mentions['parse'] : [];
      return [
        ...unknownFields(mentions, ['parse', 'users', 'roles', 'replied_user'], 'allowed_mentions.'),
        ...parse.filter((kind) => !['roles', 'users', 'everyone'].includes(kind)).map((kind) => `parse: ${kind}.`),
        ...['users', 'roles']
          .filter((kind) => parse.includes(kind) && has(mentions, kind))
          .map((kind) => `allowed_mentions: parse and ${kind} are mutually exclusive.`),
      ];
    },
  },
  {
    id: 'embeds',
    check: ({ message }) => {
      const { length } = objectsOf(message, 'embeds');
      return length > LIMITS.embeds ? [`embeds: ${length}, at most ${LIMITS.embeds}.`] : [];
    },
  },
  {
    id: 'embed-lengths',
    check: ({ message }) =>
      objectsOf(message, 'embeds').flatMap((embed) => {
        const fields = objectsOf(embed, 'fields');
        return [
          ...lengthProblems(embed, 'title', LIMITS.embedTitle),
          ...lengthProblems(embed, 'description', LIMITS.embedDescription),
          ...lengthProblems(objectOf(embed['footer']) ?? {}, 'text', LIMITS.embedFooter),
          ...lengthProblems(objectOf(embed['author']) ?? {}, 'name', LIMITS.embedAuthor),
          ...(fields.length > LIMITS.embedFields ? [`fields: ${fields.length}, at most ${LIMITS.embedFields}.`] : []),
          ...fields.flatMap((field) => [
            ...lengthProblems(field, 'name', LIMITS.embedFieldName, 1),
            ...lengthProblems(field, 'value', LIMITS.embedFieldValue, 1),
          ]),
        ];
      }),
  },
  {
    id: 'embed-characters',
    check: ({ message }) => {
      const count = objectsOf(message, 'embeds').flatMap(embedTexts).join('').length;
      return count > LIMITS.embedCharacters ? [`embeds: ${count} characters, at most ${LIMITS.embedCharacters}.`] : [];
    },
  },
  {
    id: 'embed-fields',
    check: ({ message }) =>
      objectsOf(message, 'embeds').flatMap((embed) => unknownFields(embed, EMBED_FIELDS, 'embeds.')),
  },
];

/** The rules about the first answer to an interaction as a whole. */
export const CALLBACK_RULES: readonly Rule<Json>[] = [
  { id: 'callback-fields', check: (callback) => unknownFields(callback, ['type', 'data'], '') },
  {
    id: 'deferred-flags',
    check: ({ type, data }) => {
      const object = objectOf(data) ?? {};
      if (type !== CALLBACK.deferredMessage) return [];
      const extra = (numberOf(object, 'flags') ?? 0) & ~MESSAGE_FLAG.ephemeral;
      return [
        ...(extra === 0 ? [] : [`flags: a deferred reply takes only EPHEMERAL, not ${extra}.`]),
        ...unknownFields(object, ['flags'], 'data.'),
      ];
    },
  },
  {
    id: 'autocomplete-choices',
    check: ({ type, data }) => {
      if (type !== CALLBACK.autocomplete) return [];
      const choices = objectsOf(objectOf(data) ?? {}, 'choices');
      return [
        ...(choices.length > LIMITS.choices ? [`choices: ${choices.length}, at most ${LIMITS.choices}.`] : []),
        ...choices.flatMap((choice) => [
          ...lengthProblems(choice, 'name', LIMITS.choiceName, 1),
          ...(typeof choice['value'] === 'number' ? [] : lengthProblems(choice, 'value', LIMITS.choiceValue, 1)),
          ...unknownFields(choice, ['name', 'name_localizations', 'value'], 'choices.'),
        ]),
      ];
    },
  },
];

/** The first answer to an interaction in a request; null where it is none. */
export function callbackIn({ route, body }: CheckedRequest): Json | null {
  return route === CALLBACK_ROUTE ? objectOf(body) : null;
}
