import { type Client, Team, TeamMemberMembershipState } from 'discord.js';

/** Ownership changes rarely; asking Discord anew every few minutes is enough. */
const REMEMBER_MS = 5 * 60_000;

/**
 * Operators is responsible for who may reindex: the configured ids, or else the application's owner and the accepted
 * members of its team. Discord's own command permissions do not hold in direct messages and can be overridden.
 */
export class Operators {
  readonly #configured: ReadonlySet<string>;
  #owners: { readonly ids: ReadonlySet<string>; readonly until: number } | null = null;

  constructor(configured: readonly string[]) {
    this.#configured = new Set(configured);
  }

  async includes(userId: string, client: Client<true>): Promise<boolean> {
    if (this.#configured.size > 0) return this.#configured.has(userId);
    if (this.#owners === null || this.#owners.until < Date.now()) {
      const { owner } = await client.application.fetch();
      this.#owners = { ids: new Set(idsOf(owner)), until: Date.now() + REMEMBER_MS };
    }
    return this.#owners.ids.has(userId);
  }
}

function idsOf(owner: Client<true>['application']['owner']): string[] {
  if (owner === null) return [];
  if (!(owner instanceof Team)) return [owner.id];
  const accepted = owner.members.filter((member) => member.membershipState === TeamMemberMembershipState.Accepted);
  return [...(owner.ownerId === null ? [] : [owner.ownerId]), ...accepted.keys()];
}
