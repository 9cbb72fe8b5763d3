import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { GatewayControl } from './faults.ts';
import { LIMITS } from './limits.ts';
import { INTENT, type Json } from './wire.ts';

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const;

/** What the sandbox understands of what a client sends; anything else closes the connection with 4001 or 4002. */
const Incoming = z.discriminatedUnion('op', [
  z.object({ op: z.literal(OP.heartbeat), d: z.number().nullish() }),
  z.object({
    op: z.literal(OP.identify),
    d: z.object({
      token: z.string(),
      intents: z.number().int(),
      shard: z.tuple([z.number().int(), z.number().int().min(1)]).optional(),
    }),
  }),
  z.object({ op: z.literal(OP.resume), d: z.object({ token: z.string(), session_id: z.string(), seq: z.number() }) }),
  z.object({ op: z.union([z.literal(3), z.literal(4), z.literal(8)]), d: z.unknown() }),
]);

/** A client's session: it outlives its connection, so that a client can resume it. */
interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** The last events, for a client that resumes; `sequence` is the number of the last one. */
  readonly log: string[];
  sequence: number;
  socket: WebSocket | null;
}

/** For whom an event is. */
export interface Audience {
  /** Null for what happens outside of servers: it goes to shard 0. */
  readonly guildId: string | null;
  /** The session must have this intent; 0 for none. */
  readonly intent: number;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** Intents beyond these close the connection with 4014. */
  readonly allowedIntents: number;
  /** The address that READY names for resuming. */
  readonly url: () => string;
  /** What READY says beside the session. */
  readonly ready: () => Json;
  /** The servers of a session, sent one by one after READY where it has the intent for it. */
  readonly guilds: () => readonly { readonly id: string; readonly json: Json }[];
}

/** Which shard a server belongs to. */
function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

/** Discord's gateway: lets clients identify, resume and beat, and sends them events. */
export class Gateway implements GatewayControl {
  silent = false;
  refusing = false;
  withoutChannelType = 0;
  /** Resolves when a client has identified for the first time. */
  readonly ready: Promise<void>;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  #markReady: () => void = () => {};

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.ready = new Promise((resolve) => {
      this.#markReady = resolve;
    });
    this.#server.on('connection', (socket: WebSocket) => this.#serve(socket));
  }

  /** Whether any client can receive events now. */
  get connected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== null);
  }

  /** Takes over an HTTP connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refusing) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#server.emit('connection', client, request));
  }

  /** Sends an event to every session that wants it; a function makes its data for the session's intents. */
  dispatch(type: string, audience: Audience, data: Json | ((intents: number) => Json)): void {
    for (const session of this.#sessions.values()) {
      const [shard, shards] = session.shard;
      const here = audience.guildId === null ? shard === 0 : shardOf(audience.guildId, shards) === shard;
      const wanted = audience.intent === 0 || (session.intents & audience.intent) !== 0;
      if (here && wanted) this.#send(session, type, typeof data === 'function' ? data(session.intents) : data);
    }
  }

  reconnect(): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op: OP.reconnect, d: null }));
  }

  invalidateSession(resumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      session.socket?.send(JSON.stringify({ op: OP.invalid, d: resumable }));
      // Nothing more reaches this session until the client resumes it, on the same connection or on a new one.
      session.socket = null;
      if (!resumable) this.#sessions.delete(session.id);
    }
  }

  close(code: number): void {
    for (const session of [...this.#sessions.values()]) {
      if (code === 1006) session.socket?.terminate();
      else session.socket?.close(code);
      session.socket = null;
      // After these a client cannot resume: its session or its sequence number is not valid any more.
      if ([1000, 1001, 4004, 4007, 4014].includes(code)) this.#sessions.delete(session.id);
    }
  }

  sendRaw(text: string): void {
    for (const { socket } of this.#sessions.values()) socket?.send(text);
  }

  /** Breaks all connections for good. */
  shutDown(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#sessions.clear();
    this.#server.close();
  }

  #serve(socket: WebSocket): void {
    let session: Session | null = null;
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (session?.socket !== socket) return;
      session.socket = null;
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    });
    socket.on('message', (raw) => {
      const message = parse(String(raw));
      if (message === null) {
        socket.close(4002, 'Error while decoding payload.');
        return;
      }
      switch (message.op) {
        case OP.heartbeat:
          if (!this.silent) socket.send(JSON.stringify({ op: OP.ack, d: null }));
          break;
        case OP.identify:
          session = this.#identify(socket, message.d);
          break;
        case OP.resume:
          session = this.#resume(socket, message.d);
          break;
      }
    });
    const hello = { heartbeat_interval: this.#options.heartbeatIntervalMs };
    socket.send(JSON.stringify({ op: OP.hello, d: hello, s: null, t: null }));
  }

  #identify(
    socket: WebSocket,
    { token, intents, shard = [0, 1] }: { token: string; intents: number; shard?: [number, number] | undefined },
  ): Session | null {
    if (token !== this.#options.token) {
      socket.close(4004, 'Authentication failed.');
      return null;
    }
    if ((intents & ~this.#options.allowedIntents) !== 0) {
      socket.close(4014, 'Disallowed intent(s).');
      return null;
    }
    const session: Session = { id: randomUUID().replaceAll('-', ''), intents, shard, log: [], sequence: 0, socket };
    this.#sessions.set(session.id, session);
    const guilds = this.#options.guilds().filter(({ id }) => shardOf(id, shard[1]) === shard[0]);
    this.#send(session, 'READY', {
      v: 10,
      ...this.#options.ready(),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard,
    });
    if ((intents & INTENT.guilds) !== 0) for (const { json } of guilds) this.#send(session, 'GUILD_CREATE', json);
    this.#markReady();
    return session;
  }

  #resume(
    socket: WebSocket,
    { token, session_id, seq }: { token: string; session_id: string; seq: number },
  ): Session | null {
    const session = this.#sessions.get(session_id);
    const missed = session ? session.sequence - seq : 0;
    if (token !== this.#options.token || !session || missed < 0 || missed > session.log.length) {
      socket.send(JSON.stringify({ op: OP.invalid, d: false }));
      return null;
    }
    session.socket = socket;
    for (const event of missed === 0 ? [] : session.log.slice(-missed)) socket.send(event);
    this.#send(session, 'RESUMED', {});
    return session;
  }

  #send(session: Session, type: string, data: Json): void {
    session.sequence += 1;
    const event = JSON.stringify({ op: OP.dispatch, t: type, s: session.sequence, d: data });
    session.log.push(event);
    if (session.log.length > LIMITS.replay) session.log.shift();
    session.socket?.send(event);
  }
}

function parse(text: string): z.infer<typeof Incoming> | null {
  try {
    const parsed = Incoming.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
