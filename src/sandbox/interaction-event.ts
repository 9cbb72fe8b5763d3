import type { InteractionStart } from './interactions.ts';
import { channelJson, memberJson, messageJson, userJson } from './payloads.ts';
import { contextOf, placeOf } from './place.ts';
import type { Stage } from './stage.ts';
import type { Json } from './wire.ts';
import { PERMISSION } from './world.ts';

const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** What Discord lets an app do in a direct message. */
const DM_PERMISSIONS =
  PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.attachFiles | PERMISSION.readHistory;

/** An interaction as INTERACTION_CREATE tells the bot of it; `data` is what the user picked, typed or pressed. */
export function interactionJson(stage: Stage, start: InteractionStart, data: Json): Json {
  const { channel, user, source } = start;
  const { guild } = channel;
  return {
    id: start.id,
    application_id: stage.applicationId,
    type: start.type,
    token: start.token,
    version: 1,
    data,
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.preferredLocale, features: [] },
          guild_locale: guild.preferredLocale,
          member: memberJson(guild, user),
        }
      : { user: userJson(user) }),
    channel: channelJson(channel),
    channel_id: channel.id,
    ...(source ? { message: messageJson(source, stage.world.people, stage.applicationId) } : {}),
    locale: user.locale,
    app_permissions: (guild?.botPermissions ?? DM_PERMISSIONS).toString(),
    entitlements: [],
    authorizing_integration_owners: start.owners,
    context: contextOf(placeOf(channel)),
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}
