import { CHANNEL_TYPE, CONTEXT } from './wire.ts';
import type { Channel, Guild, Person, World } from './world.ts';

/** Where a user is: in a server, in the direct messages with the bot, or in a group without the bot. */
export type Place = { readonly guild: Guild } | 'dm' | 'private';

/** The channel that a person acts in at a place. */
export function channelAt(world: World, place: Place, person: Person): Channel {
  if (place === 'dm') return world.directChannel(person);
  return place === 'private' ? world.groupChannel(person) : place.guild.channel;
}

/** The place that a channel belongs to. */
export function placeOf(channel: Channel): Place {
  if (channel.guild) return { guild: channel.guild };
  return channel.type === CHANNEL_TYPE.dm ? 'dm' : 'private';
}

/** The place as commands declare it, see `CONTEXT`. */
export function contextOf(place: Place): number {
  if (place === 'dm') return CONTEXT.botDm;
  return place === 'private' ? CONTEXT.privateChannel : CONTEXT.guild;
}

/** Whether the app is in a place because a server has installed it; else it is there with the user who has. */
export function installedByServer(place: Place): boolean {
  return typeof place === 'object' ? place.guild.hasBot : place === 'dm';
}

/**
 * By whom the app was installed where it is used: 0 the server ("0" in the bot's direct messages), 1 the user.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function ownersAt(place: Place, person: Person): Readonly<Record<string, string>> {
  if (!installedByServer(place)) return { '1': person.id };
  return { '0': typeof place === 'object' ? place.guild.id : '0' };
}
