import { z } from 'zod';
import { commandJson } from '../commands.ts';
import { refusal } from '../errors.ts';
import { type Call, type Route, read } from '../http.ts';
import { userJson } from '../payloads.ts';
import type { Ownership, Stage } from '../stage.ts';
import { CommandBody, type Json, objectOf } from '../wire.ts';

/** The routes about the bot itself: where its gateway is, who owns it, which commands it has. */
export function applicationRoutes(stage: Stage, ownership: Ownership): readonly Route[] {
  const url = () => stage.origin().replace('http', 'ws');
  const application = () => ({ status: 200, body: applicationJson(stage, ownership) });
  return [
    { method: 'GET', template: '/gateway', open: true, handle: () => ({ status: 200, body: { url: url() } }) },
    {
      method: 'GET',
      template: '/gateway/bot',
      handle: () => ({
        status: 200,
        body: {
          url: url(),
          shards: stage.shards,
          session_start_limit: { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
        },
      }),
    },
    { method: 'GET', template: '/applications/@me', handle: application },
    { method: 'GET', template: '/oauth2/applications/@me', handle: application },
    ...commandRoutes(stage, '/applications/{application_id}/commands'),
    ...commandRoutes(stage, '/applications/{application_id}/guilds/{guild_id}/commands'),
  ];
}

function applicationJson({ applicationId, world }: Stage, { owner, team }: Ownership): Json {
  const [leader] = team;
  return {
    id: applicationId,
    name: world.bot.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { '0': {}, '1': {} },
    bot: userJson(world.bot),
    // A team's application is owned by a user that stands for the team.
    owner: leader ? { ...userJson(owner), username: `team${leader.person.id}` } : userJson(owner),
    team: leader
      ? {
          id: leader.person.id,
          name: `${world.bot.name} team`,
          icon: null,
          owner_user_id: leader.person.id,
          members: team.map(({ person, role, accepted }) => ({
            team_id: leader.person.id,
            user: userJson(person),
            role,
            permissions: ['*'],
            membership_state: accepted ? 2 : 1,
          })),
        }
      : null,
  };
}

function commandRoutes(stage: Stage, list: string): readonly Route[] {
  const { commands, applicationId, world } = stage;
  /** The server of the path, or null for the global list. */
  const scope = (call: Call): string | null => {
    if (call.param('application_id') !== applicationId) throw refusal.unknownApplication();
    const guild = call.param('guild_id');
    if (guild === '') return null;
    if (world.guilds.get(guild)?.hasBot !== true) throw refusal.missingAccess();
    return guild;
  };
  const one = `${list}/{command_id}`;
  return [
    {
      method: 'GET',
      template: list,
      handle: (call) => {
        const full = call.query.get('with_localizations') === 'true';
        return {
          status: 200,
          body: commands.list(scope(call)).map((known) => commandJson(known, applicationId, full)),
        };
      },
    },
    {
      method: 'PUT',
      template: list,
      handle: (call) => {
        const registered = commands.replace(scope(call), read(z.array(CommandBody), call.body));
        return { status: 200, body: registered.map((known) => commandJson(known, applicationId, true)) };
      },
    },
    {
      method: 'POST',
      template: list,
      handle: (call) => {
        const { command, created } = commands.upsert(scope(call), read(CommandBody, call.body));
        return { status: created ? 201 : 200, body: commandJson(command, applicationId, true) };
      },
    },
    {
      method: 'GET',
      template: one,
      handle: (call) => ({
        status: 200,
        body: commandJson(commands.get(scope(call), call.param('command_id')), applicationId, true),
      }),
    },
    {
      method: 'PATCH',
      template: one,
      handle: (call) => {
        const guild = scope(call);
        const id = call.param('command_id');
        const { type, definition } = commands.get(guild, id);
        const changed = read(CommandBody, { ...definition, ...objectOf(call.body), type });
        return { status: 200, body: commandJson(commands.update(guild, id, changed), applicationId, true) };
      },
    },
    {
      method: 'DELETE',
      template: one,
      handle: (call) => {
        commands.delete(scope(call), call.param('command_id'));
        return { status: 204 };
      },
    },
  ];
}
