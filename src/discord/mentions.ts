import type { Reply } from '../command/contract.ts';

/**
 * What Discord's clients write for a mention of a person, a role, a channel, a command or a part of the server, for an
 * emoji of a server's own, for a moment in time, and for all (https://discord.com/developers/docs/reference, "Message
 * Formatting").
 */
const MENTION =
  /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|\/[^<>:\n]+:\d+|id:\w+|t:-?\d+(?::[tTdDfFR])?)>|(?<!\w)@(?:everyone|here)(?!\w)/g;

/** What is left of a mention: not a word that could be looked for, and yet a text of nothing else is not empty. */
const LEFT = '@';

/** A text without the numbers and names of its mentions: they say nothing about what is asked. */
export const withoutMentions = (text: string): string => text.replace(MENTION, LEFT);

/** An answer under the question as it was written, mentions and all. */
export const asWritten = (reply: Reply, question: string): Reply =>
  reply.kind === 'answer' ? { ...reply, question } : reply;
