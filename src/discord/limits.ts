/**
 * Discord's limits, as documented on 2026-08-06; the smaller numbers of ours carry their own reason.
 */
export const LIMITS = {
  /** Characters over all text displays of a message: Discord allows 4,000. We stay below, as in the reports of failures. */
  textCharacters: 3_500,
  /** UTF-8 bytes over all text displays: Discord answers HTTP 500 from about 10,170 on. */
  textBytes: 8_000,
  /** Components of a message, nested ones included. */
  components: 40,
  customId: 100,
  buttonLabel: 80,
  url: 512,
  choices: 25,
  /** Lines of a listing in one message: three components each, and ten more for what stands around them. */
  lines: 10,
  nonce: 25,
} as const;
