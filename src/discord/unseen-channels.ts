import { ChannelType, type Client, Events } from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../log.ts';
import type { DirectMessages } from './direct-messages.ts';
import { isSettled } from './faults.ts';

/** What the gateway says of a message outside of servers. */
const place = { id: z.string(), channel_id: z.string(), guild_id: z.undefined().optional() };
const written = z.object({
  ...place,
  channel_type: z.number().optional(),
  content: z.string(),
  author: z.object({ id: z.string(), bot: z.boolean().default(false) }),
});
const packetSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('MESSAGE_CREATE'), d: written }),
  z.object({ t: z.literal('MESSAGE_UPDATE'), d: written }),
  z.object({ t: z.literal('MESSAGE_DELETE'), d: z.object(place) }),
]);
type Packet = z.infer<typeof packetSchema>;

/**
 * Brings messages to `direct` that discord.js drops: it cannot tell what kind of channel they are in, because since the
 * start nothing has happened there and the event itself does not say. These are edits and deletions after a restart,
 * and new messages that come without their `channel_type`.
 */
export function followUnseenChannels(client: Client, direct: DirectMessages, log: Logger): void {
  // This event comes before discord.js handles the packet: a channel it does not know now it will not know then.
  client.on(Events.Raw, (raw: unknown) => {
    const packet = packetSchema.safeParse(raw);
    if (!packet.success || client.channels.cache.has(packet.data.d.channel_id)) return;
    if (packet.data.t === 'MESSAGE_CREATE' && packet.data.d.channel_type !== undefined) return;
    deliver(packet.data, client, direct).catch((error: unknown) => {
      if (!isSettled(error)) log.error({ err: error }, 'message in an unseen channel');
    });
  });
}

async function deliver({ t, d }: Packet, client: Client, direct: DirectMessages): Promise<void> {
  const channel = await client.channels.fetch(d.channel_id);
  if (channel?.type !== ChannelType.DM) return;
  if (t === 'MESSAGE_DELETE') return direct.deleted(d.id, channel);
  if (d.author.bot || d.author.id === client.user?.id) return;
  const question = { id: d.id, text: d.content, asker: d.author.id, channel };
  return t === 'MESSAGE_CREATE' ? direct.created(question) : direct.edited(question);
}
