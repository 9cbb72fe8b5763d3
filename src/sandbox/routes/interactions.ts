import { refusal } from '../errors.ts';
import { type Call, type Route, read } from '../http.ts';
import type { Interaction } from '../interactions.ts';
import type { Message } from '../message.ts';
import { messageJson } from '../payloads.ts';
import type { Stage } from '../stage.ts';
import { CALLBACK, CallbackBody, type Json, MessageBody } from '../wire.ts';
import { checkEdit } from './messages.ts';
import { attachmentsAfter, attachmentsOf } from './uploads.ts';

/** The routes by which a bot answers an interaction: its first answer, and the messages that follow. */
export function interactionRoutes(stage: Stage): readonly Route[] {
  const json = (message: Message): Json => messageJson(message, stage.world.people, stage.applicationId);
  /** @throws {DiscordError} 10015 for a token that was never given out */
  const byToken = (call: Call): Interaction => {
    const interaction = stage.interactions.get(call.param('webhook_token'));
    if (!interaction || call.param('webhook_id') !== stage.applicationId) throw refusal.unknownWebhook();
    return interaction;
  };
  const webhook = '/webhooks/{webhook_id}/{webhook_token}';

  const onMessage = (template: string, idOf: (call: Call) => string): readonly Route[] => [
    {
      method: 'GET',
      template,
      open: true,
      handle: (call) => ({ status: 200, body: json(byToken(call).find(idOf(call))) }),
    },
    {
      method: 'PATCH',
      template,
      open: true,
      handle: (call) => {
        const interaction = byToken(call);
        const message = interaction.find(idOf(call));
        const body = read(MessageBody, call.body);
        checkEdit(message, body, call.uploads);
        const attachments = attachmentsAfter(stage, message, body, call.uploads);
        return { status: 200, body: json(interaction.edit(message.id, body, attachments)) };
      },
    },
    {
      method: 'DELETE',
      template,
      open: true,
      handle: (call) => {
        byToken(call).delete(idOf(call));
        return { status: 204 };
      },
    },
  ];

  return [
    {
      method: 'POST',
      template: '/interactions/{interaction_id}/{interaction_token}/callback',
      open: true,
      handle: (call) => {
        const interaction = stage.interactions.get(call.param('interaction_token'));
        if (interaction?.start.id !== call.param('interaction_id')) throw refusal.unknownInteraction();
        const body = read(CallbackBody, call.body);
        const message = body.type === CALLBACK.message || body.type === CALLBACK.update ? body.data : null;
        if (body.type === CALLBACK.update && interaction.start.source && message) {
          checkEdit(interaction.start.source, message, call.uploads);
        }
        interaction.callback(body, message ? attachmentsOf(stage, message, call.uploads) : []);
        if (call.query.get('with_response') !== 'true') return { status: 204 };
        return { status: 200, body: callbackJson(interaction, body.type, json) };
      },
    },
    {
      method: 'POST',
      template: webhook,
      open: true,
      handle: (call) => {
        const interaction = byToken(call);
        const body = read(MessageBody, call.body);
        const message = interaction.followUp(body, attachmentsOf(stage, body, call.uploads));
        return { status: 200, body: json(message) };
      },
    },
    ...onMessage(`${webhook}/messages/@original`, () => '@original'),
    ...onMessage(`${webhook}/messages/{message_id}`, (call) => call.param('message_id')),
  ];
}

function callbackJson(interaction: Interaction, type: number, json: (message: Message) => Json): Json {
  const { original, start } = interaction;
  const message = type === CALLBACK.autocomplete ? null : original;
  return {
    interaction: {
      id: start.id,
      type: start.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: message.thinking,
            response_message_ephemeral: message.ephemeral,
          }
        : {}),
    },
    resource: { type, ...(message ? { message: json(message) } : {}) },
  };
}
