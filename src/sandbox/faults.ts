/** What goes wrong with a request instead of, or in addition to, what it asks for. */
export type RestFault = {
  /** Default: any method. */
  readonly method?: string;
  /** Matched against the path below `/api/v10`, with the query. Default: any path. */
  readonly path?: RegExp | string;
  /** How many matching requests are hit. Default 1. */
  readonly times?: number;
} & (
  | { readonly status: number; readonly code?: number; readonly message?: string }
  | { readonly retryAfterSeconds: number }
  /** The connection breaks: before the request is carried out or, with `carriedOut`, after it and before the answer. */
  | { readonly destroy: true; readonly carriedOut?: boolean }
  /** The request is carried out at once and answered later. */
  | { readonly delayMs: number }
);

/** What the gateway's faults act upon. */
export interface GatewayControl {
  reconnect(): void;
  invalidateSession(resumable: boolean): void;
  close(code: number): void;
  sendRaw(text: string): void;
  /** While true, heartbeats stay without an answer. */
  silent: boolean;
  /** While true, new connections break at once. */
  refusing: boolean;
  /** How many of the next direct messages come without their `channel_type`. */
  withoutChannelType: number;
}

/** The faults of one sandbox: what a test, or a curious operator, lets go wrong. */
export class Faults {
  readonly gateway: GatewayFaults;
  readonly rest: RestFaults;

  constructor(control: GatewayControl) {
    this.gateway = new GatewayFaults(control);
    this.rest = new RestFaults();
  }
}

export class GatewayFaults {
  readonly #control: GatewayControl;

  constructor(control: GatewayControl) {
    this.#control = control;
  }

  /** Asks every client to reconnect and resume (opcode 7). */
  reconnect(): void {
    this.#control.reconnect();
  }

  /** Declares every session invalid (opcode 9). */
  invalidateSession({ resumable }: { readonly resumable: boolean }): void {
    this.#control.invalidateSession(resumable);
  }

  /** Closes every connection with a code; 1006 means that it breaks without a closing frame. */
  close(code: number): void {
    this.#control.close(code);
  }

  /** Leaves heartbeats unanswered: a zombie connection. */
  withholdHeartbeatAcks(withhold = true): void {
    this.#control.silent = withhold;
  }

  /** Sends something that no client expects; without an argument, an interaction without its fields. */
  sendMalformed(text = '{"op":0,"t":"INTERACTION_CREATE","s":null,"d":{"type":2,"data":{"type":1}}}'): void {
    this.#control.sendRaw(text);
  }

  /** Breaks every new connection while true: the network is gone. */
  refuseConnections(refuse = true): void {
    this.#control.refusing = refuse;
  }

  /** Leaves `channel_type` out of the next direct messages, as Discord did in the past. */
  omitChannelType(times = 1): void {
    this.#control.withoutChannelType = times;
  }
}

export class RestFaults {
  #pending: { fault: RestFault; left: number }[] = [];

  /** Lets the next matching requests fail. */
  next(fault: RestFault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** Lets everything work again. */
  clear(): void {
    this.#pending = [];
  }

  /** The fault for a request, counted as used. */
  take(method: string, path: string): RestFault | null {
    const hit = this.#pending.find(
      ({ fault }) =>
        (fault.method === undefined || fault.method === method) &&
        (fault.path === undefined ||
          (typeof fault.path === 'string' ? path.includes(fault.path) : fault.path.test(path))),
    );
    if (!hit) return null;
    hit.left -= 1;
    if (hit.left === 0) this.#pending = this.#pending.filter((pending) => pending !== hit);
    return hit.fault;
  }
}
