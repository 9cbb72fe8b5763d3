import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { CommandRegistry, type RegisteredCommand } from './commands.ts';
import { forwardChanges } from './events.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { Api, type RecordedRequest, type Violation } from './http.ts';
import { LIMITS } from './limits.ts';
import { guildJson, userJson } from './payloads.ts';
import { applicationRoutes } from './routes/application.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import type { RequestCheck } from './rules/rule.ts';
import { rulesCheck } from './rules/rules.ts';
import type { Stage, TeamMember } from './stage.ts';
import { SandboxUser } from './user.ts';
import { INTENT } from './wire.ts';
import { type Change, type Guild, type NewGuild, World } from './world.ts';

export type { Exchange } from './interactions.ts';
export type { Message } from './message.ts';
export type { Place } from './place.ts';
export type { Change, Guild as SandboxGuild } from './world.ts';
export type { RecordedRequest, RegisteredCommand, RequestCheck, SandboxUser, Violation };

export interface SandboxOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Beside the sandbox's own rules, which always apply. */
  readonly checks?: readonly RequestCheck[];
  readonly botName?: string;
  /** The id of the application's owner. */
  readonly ownerId?: string;
  /** The language of the owner's Discord, e.g. `de`. Default `en-US`. */
  readonly ownerLocale?: string;
  /** Owns the application in place of a single person; the first is the team's owner. */
  readonly team?: readonly { readonly name: string; readonly role?: TeamMember['role']; readonly accepted?: boolean }[];
  readonly acknowledgeWithinMs?: number;
  readonly interactionTokenMs?: number;
  readonly heartbeatIntervalMs?: number;
  /** Intents beyond these close the connection with 4014. Default: all but the privileged ones. */
  readonly allowedIntents?: number;
  /** What GET /gateway/bot recommends. */
  readonly shards?: number;
}

const PRIVILEGED = INTENT.members | INTENT.presences | INTENT.messageContent;
const ALL_INTENTS = 2 ** 26 - 1;
/** As Discord's gateway asks for. */
const HEARTBEAT_INTERVAL_MS = 41_250;
/** `waitFor` looks again after every change and every request, and this often for what neither announces. */
const LOOK_AGAIN_MS = 10;

/** Starts a small Discord on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new Sandbox(options);
  await sandbox.listen(options.port ?? 0);
  return sandbox;
}

/** A small Discord: a bot can log in to it, and people can be let act in it. */
export class Sandbox {
  /** The bot token that it accepts. */
  readonly token: string;
  readonly application: {
    readonly id: string;
    readonly name: string;
    /** Who owns the application; of a team, its owner. */
    readonly owner: SandboxUser;
    /** Everyone in the team, the owner included; empty where one person owns the application. */
    readonly team: readonly SandboxUser[];
  };
  readonly faults: Faults;
  /** Resolves when a bot has identified and was sent READY. */
  readonly ready: Promise<void>;
  readonly #stage: Stage;
  readonly #api: Api;
  #origin = '';
  #closed: Promise<void> | null = null;

  constructor(options: SandboxOptions) {
    const world = new World(options.botName ?? 'Wortlaut');
    const commands = new CommandRegistry(world.newId);
    // Bot tokens begin with the bot's id in base64; discord.js reads it from there.
    this.token = `${Buffer.from(world.bot.id).toString('base64url')}.sandbox.${randomBytes(20).toString('base64url')}`;
    const applicationId = world.bot.id;
    const gateway = new Gateway({
      token: this.token,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_INTERVAL_MS,
      allowedIntents: options.allowedIntents ?? ALL_INTENTS & ~PRIVILEGED,
      url: () => this.#origin.replace('http', 'ws'),
      ready: () => ({ user: userJson(world.bot), application: { id: applicationId, flags: 0 } }),
      guilds: () => guildsOf(world),
    });
    const stage: Stage = {
      applicationId,
      world,
      commands,
      gateway,
      interactions: new Map(),
      limits: {
        acknowledgeWithinMs: options.acknowledgeWithinMs ?? LIMITS.acknowledgeWithinMs,
        tokenMs: options.interactionTokenMs ?? LIMITS.interactionTokenMs,
      },
      shards: options.shards ?? 1,
      origin: () => this.#origin,
    };
    const [leader, ...others] = options.team ?? [];
    const owner = newUser(stage, leader?.name ?? 'Owner', options.ownerLocale, options.ownerId);
    const team = [
      ...(leader ? [{ person: owner, role: leader.role ?? 'admin', accepted: leader.accepted ?? true }] : []),
      ...others.map(({ name, role = 'admin', accepted = true }) => ({ person: newUser(stage, name), role, accepted })),
    ];
    this.application = { id: applicationId, name: world.bot.name, owner, team: team.map(({ person }) => person) };
    this.faults = new Faults(gateway);
    this.ready = gateway.ready;
    this.#stage = stage;
    forwardChanges(world, gateway, applicationId);
    this.#api = new Api({
      token: this.token,
      routes: [...applicationRoutes(stage, { owner, team }), ...interactionRoutes(stage), ...messageRoutes(stage)],
      checks: [rulesCheck, ...(options.checks ?? [])],
      faults: this.faults.rest,
      elsewhere: (path) => this.#upload(path),
    });
    this.#api.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  }

  /** `http://127.0.0.1:PORT/api`, for discord.js's `rest.api`. */
  get apiUrl(): string {
    return `${this.#origin}/api`;
  }

  /** Every request that broke a rule, in order. */
  get violations(): readonly Violation[] {
    return this.#api.violations;
  }

  /** Every REST request received, in order. */
  get requests(): readonly RecordedRequest[] {
    return this.#api.requests;
  }

  /** The commands that the bot has registered for everywhere. */
  get registeredCommands(): readonly RegisteredCommand[] {
    return this.#stage.commands.list(null);
  }

  /** The commands that the bot has registered for one server alone. */
  guildCommands(guild: Guild): readonly RegisteredCommand[] {
    return this.#stage.commands.list(guild.id);
  }

  /** Whether a bot is connected to the gateway now. */
  get connected(): boolean {
    return this.#stage.gateway.connected;
  }

  createUser({ name, locale = 'en-US' }: { readonly name: string; readonly locale?: string }): SandboxUser {
    return newUser(this.#stage, name, locale);
  }

  createGuild(guild: NewGuild): Guild {
    return this.#stage.world.addGuild(guild);
  }

  /** Calls the listener after every change of a message, typing included, until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.#stage.world.subscribe(listener);
  }

  /**
   * Waits until `probe` returns something other than undefined, null or false, and returns it.
   * @throws {Error} after `timeoutMs`, with what `describe` says
   */
  async waitFor<T>(
    probe: () => T | undefined | null | false,
    { timeoutMs = 5_000, what = String(probe) }: { readonly timeoutMs?: number; readonly what?: string } = {},
  ): Promise<T> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const value = probe();
      if (value !== undefined && value !== null && value !== false) return value;
      if (performance.now() > until) {
        const last = this.requests.slice(-5).map(({ method, path, status }) => `${method} ${path} → ${status}`);
        throw new Error(`Waited ${timeoutMs} ms in vain for ${what}. The last requests:\n${last.join('\n') || 'none'}`);
      }
      await this.#nextChange();
    }
  }

  async listen(port: number): Promise<void> {
    const { server } = this.#api;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.#origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;
  }

  /** Ends all waiting, breaks all connections and frees the port. Calling it again changes nothing. */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      for (const interaction of this.#stage.interactions.values()) interaction.close();
      this.#stage.gateway.shutDown();
      this.#api.server.close(() => resolve());
      this.#api.server.closeAllConnections();
    });
    return this.#closed;
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(done, LOOK_AGAIN_MS);
      const unsubscribe = this.subscribe(done);
    });
  }

  #upload(path: string) {
    const [, folder, id] = path.split('/');
    if (folder !== 'attachments') return null;
    for (const channel of this.#stage.world.channels.values()) {
      for (const message of channel.messages) {
        const found = message.attachments.find((attachment) => attachment.id === id);
        if (found) return found;
      }
    }
    return null;
  }
}

function newUser(stage: Stage, name: string, locale = 'en-US', id = stage.world.newId()): SandboxUser {
  return stage.world.add(new SandboxUser(stage, { id, name, locale }));
}

function guildsOf(world: World) {
  return [...world.guilds.values()]
    .filter(({ hasBot }) => hasBot)
    .map((guild) => ({ id: guild.id, json: guildJson(guild, world.bot) }));
}
