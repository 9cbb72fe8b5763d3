/** An answer that Discord gives instead of doing what a request asks. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  /** The HTTP status. */
  readonly status: number;
  /** Discord's own code, e.g. 10062. */
  readonly code: number;
  /** What exactly is wrong with the body. */
  readonly details: readonly string[];
  /** The rule that the request broke where no well-behaved bot would send it; null for what can happen to any bot. */
  readonly rule: string | null;

  constructor(status: number, code: number, message: string, broken?: { rule: string; details: readonly string[] }) {
    super(message);
    this.status = status;
    this.code = code;
    this.rule = broken?.rule ?? null;
    this.details = broken?.details ?? [];
  }

  /** Discord's "Invalid Form Body", for a request that a correct bot never sends. */
  static invalid(rule: string, ...details: readonly string[]): DiscordError {
    return new DiscordError(400, 50035, 'Invalid Form Body', { rule, details });
  }

  get json(): object {
    const found = this.details.map((message) => ({ code: (this.rule ?? 'INVALID').toUpperCase(), message }));
    return { message: this.message, code: this.code, ...(found.length > 0 ? { errors: { _errors: found } } : {}) };
  }
}

/** Discord's refusals by what they say; each call makes a new error. */
export const refusal = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  unknownApplication: () => new DiscordError(404, 10002, 'Unknown Application'),
  unknownChannel: () => new DiscordError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10004, 'Unknown Guild'),
  unknownMessage: () => new DiscordError(404, 10008, 'Unknown Message'),
  unknownUser: () => new DiscordError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new DiscordError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new DiscordError(404, 10063, 'Unknown application command'),
  alreadyAcknowledged: () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () =>
    new DiscordError(400, 40094, 'This interaction has hit the maximum number of follow-up messages'),
  missingAccess: () => new DiscordError(403, 50001, 'Missing Access'),
  wrongChannelType: () => new DiscordError(403, 50003, 'Cannot execute action on a DM channel'),
  othersMessage: () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user'),
  closedDirectMessages: () => new DiscordError(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new DiscordError(403, 50013, 'Missing Permissions'),
  expiredToken: () => new DiscordError(401, 50027, 'Invalid Webhook Token'),
};
