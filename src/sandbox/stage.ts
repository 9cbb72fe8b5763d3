import type { CommandRegistry } from './commands.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction } from './interactions.ts';
import type { Person, World } from './world.ts';

/** What the routes and the acting users share. */
export interface Stage {
  readonly applicationId: string;
  readonly world: World;
  readonly commands: CommandRegistry;
  readonly gateway: Gateway;
  /** By token. Kept until the sandbox closes: a late request must learn that its token is known but too old. */
  readonly interactions: Map<string, Interaction>;
  readonly limits: { readonly acknowledgeWithinMs: number; readonly tokenMs: number };
  /** How many shards GET /gateway/bot recommends. */
  readonly shards: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: () => string;
}

export interface TeamMember {
  readonly person: Person;
  readonly role: 'admin' | 'developer' | 'read_only';
  /** False while the invitation is not accepted. */
  readonly accepted: boolean;
}

/** Who owns the application. */
export interface Ownership {
  /** Of a team, its owner. */
  readonly owner: Person;
  /** Everyone in the team, its owner first; empty where one person owns the application. */
  readonly team: readonly TeamMember[];
}
