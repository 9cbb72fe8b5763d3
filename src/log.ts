import { destination, type Logger, pino } from 'pino';

/**
 * A log on standard error, one JSON object a line. No question text and no token is ever given to it: what is logged
 * are names of commands, durations, outcomes and identifiers of errors.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: loggable } }, destination({ dest: 2, sync: true }));
}

/**
 * What of an error goes into the log. The errors of discord.js also hold the request that failed: its address is a key
 * to the interaction, and its body is what someone asked and read.
 */
export function loggable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const facts = ['code', 'status', 'method'].map((field) => [field, Reflect.get(error, field)] as const);
  return { type: name, message, stack, ...Object.fromEntries(facts.filter(([, value]) => value !== undefined)) };
}

export type { Logger };
