import type { Registry } from '../command/contract.ts';
import type { Library } from '../library/library.ts';
import type { Logger } from '../log.ts';
import type { Operators } from './operators.ts';

/** What everything on the Discord side can reach. */
export interface BotContext {
  readonly library: Library;
  readonly registry: Registry;
  readonly operators: Operators;
  readonly log: Logger;
}
