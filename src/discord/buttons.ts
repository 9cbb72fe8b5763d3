import { type ButtonInteraction, ComponentType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { WortlautError } from '../errors.ts';
import type { BotContext } from './context.ts';
import { type Press, readCustomId } from './custom-id.ts';
import type { Draft } from './draft.ts';
import { isSettled } from './faults.ts';
import { LIMITS } from './limits.ts';
import { withoutMentions } from './mentions.ts';
import { type Audience, readEcho, renderContext, renderMore, renderShared } from './render/answer.ts';
import { render } from './render/index.ts';
import { renderListing } from './render/listing.ts';
import { deferred, isDirect, type Replier } from './replier.ts';

/** Further quotations shown at a press. */
const SHOWN = 3;

/** Answers a button of ours. Whatever the button needs stands in its custom id or in the message it is on. */
export async function pressed(interaction: ButtonInteraction, context: BotContext, replier: Replier): Promise<void> {
  const press = readCustomId(interaction.customId);
  if (press?.action === 'delete') return remove(interaction, press.asker, replier);
  const isPrivate = !isDirect(interaction) && isForOne(interaction, press);
  await replier.reply(interaction, isPrivate, (audience) => {
    if (press === null) throw new WortlautError('button.unknown', {});
    return show(press, interaction, context, audience);
  });
}

/** What is shared is for all to see, what is picked for those who could pick; all else only concerns who pressed. */
function isForOne({ message }: ButtonInteraction, press: Press | null): boolean {
  if (press?.action === 'pick') return message.flags.has(MessageFlags.Ephemeral);
  return press?.action !== 'share' && press?.action !== 'publish';
}

async function show(
  press: Exclude<Press, { action: 'delete' }>,
  interaction: ButtonInteraction,
  { library }: BotContext,
  audience: Audience,
): Promise<Draft> {
  const { locale } = audience;
  if ('from' in press) {
    const { key, from, action } = press;
    const listing = await library.request('page', { key, from, limit: LIMITS.lines });
    return renderListing(listing, audience, action === 'page' ? null : interaction.user.displayName);
  }
  if (press.action === 'pick') {
    return render(await library.request('picked', { key: press.key, limit: LIMITS.lines }), audience);
  }
  const [first] = press.keys;
  if (press.action === 'context') {
    return renderContext(await library.request('context', { key: first ?? '' }), locale);
  }
  const question = readEcho(textsOf(interaction));
  const keys = press.keys.slice(0, SHOWN);
  const asked = question === null ? null : withoutMentions(question);
  const found = await library.request('quotations', { keys, question: asked, locale });
  if (found.quotations.length === 0) throw new WortlautError('button.outdated', {});
  return press.action === 'share'
    ? renderShared(found, question, interaction.user.displayName, audience)
    : renderMore(found, press.keys.slice(SHOWN), question, audience);
}

/** Deletes the reply that the button is on, for the one who asked and for those who may manage messages. */
async function remove(interaction: ButtonInteraction, asker: string, replier: Replier): Promise<void> {
  // `component` is the button as it stands on the message: an id that was put together elsewhere gives no right to it.
  // A server that leaves the message's components out can only be believed.
  const standsThere = interaction.component !== null || interaction.message.components.length === 0;
  const isAsker = interaction.user.id === asker && standsThere;
  if (!isAsker && !mayManageMessages(interaction)) {
    return replier.reply(interaction, true, () => {
      throw new WortlautError('permission.not-yours', {});
    });
  }
  await deferred(interaction, () => interaction.deferUpdate());
  try {
    await interaction.deleteReply();
  } catch (error) {
    // Somebody was faster: the message is gone, which is what was wanted.
    if (!isSettled(error)) throw error;
  }
}

/** Whether the one who acts may manage other people's messages where they act. */
const mayManageMessages = (interaction: ButtonInteraction): boolean =>
  interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;

/** The texts of the message that a button is on, in order. */
function textsOf(interaction: ButtonInteraction): string[] {
  return interaction.message.components.flatMap((component) => {
    if (component.type !== ComponentType.Container) return [];
    return component.components.flatMap((inner) => (inner.type === ComponentType.TextDisplay ? [inner.content] : []));
  });
}
