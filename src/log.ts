import { destination, type Logger, pino } from 'pino';

/**
 * A log on standard error, one JSON object a line. No question text and no token is ever given to it: what is logged
 * are names of commands, durations, outcomes and identifiers of errors.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}

export type { Logger };
