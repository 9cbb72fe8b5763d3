import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/**
 * Refusals that mean there is nothing left to do: the interaction expired or was answered (also by our own first try
 * whose answer got lost), or the message is gone.
 */
const SETTLED: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
]);

/** Whether a failed request to Discord needs no further action. */
export function isSettled(error: unknown): boolean {
  return error instanceof DiscordAPIError && SETTLED.has(error.code);
}

/** discord.js retries HTTP errors, but not a connection that broke. */
const BROKEN_CONNECTION: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const isBrokenConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && BROKEN_CONNECTION.has(error.code);

/** Sends again, once, what can safely be sent twice, after the connection broke. */
export async function retried<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isBrokenConnection(error)) throw error;
    return send();
  }
}
