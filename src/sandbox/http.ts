import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { z } from 'zod';
import { DiscordError, refusal } from './errors.ts';
import type { RestFault, RestFaults } from './faults.ts';
import type { RequestCheck } from './rules/rule.ts';

/** A file that came with a request. */
export interface Upload {
  /** The number in `files[n]`, by which the body's `attachments` name it. */
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** One request, matched to its route. */
export interface Call {
  /** A part of the path by its name in the template. */
  param(name: string): string;
  readonly query: URLSearchParams;
  /** The JSON body as it came; undefined where there is none. */
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Discord's specification writes it. */
  readonly template: string;
  /** True where a token in the path stands for the bot's. */
  readonly open?: boolean;
  readonly handle: (call: Call) => Reply;
}

/** A request that the sandbox received. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/api/v10`, with the query. */
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly string[];
  /** The HTTP status of the answer; null while there is none, or when a fault swallowed it. */
  status: number | null;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

/** A request that broke a rule. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly rule: string;
  readonly detail: string;
}

export interface ApiOptions {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly checks: readonly RequestCheck[];
  readonly faults: RestFaults;
  /** Answers what is not below `/api`, e.g. uploaded files; null where there is nothing. */
  readonly elsewhere: (path: string) => { readonly contentType: string; readonly bytes: Uint8Array } | null;
}

const API_PATH = /^\/api(?:\/v\d+)?(?=\/)/;

/** Reads a body with a schema. @throws {DiscordError} 50035, recorded as a violation */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw DiscordError.invalid('shape', ...details);
}

/** Discord's REST interface: finds the route of a request, checks it, carries it out and keeps a record. */
export class Api {
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly server: Server;
  readonly #options: ApiOptions;
  readonly #routes: readonly { readonly route: Route; readonly pattern: RegExp }[];

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#routes = options.routes.map((route) => ({ route, pattern: patternOf(route.template) }));
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!API_PATH.test(url.pathname)) {
      this.#serveElsewhere(url.pathname, response);
      return;
    }
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(API_PATH, '') + url.search;
    const content = await contentOf(request);
    const files = content.uploads.map(({ filename }) => filename);
    const record: RecordedRequest = { method, path, body: content.body, files, status: null, at: Date.now() };
    this.requests.push(record);

    const fault = this.#options.faults.take(method, path);
    const instead = fault === null ? null : insteadOf(fault);
    if (instead === 'destroy') {
      response.destroy();
      return;
    }
    const reply = instead ?? this.#answer(record, content.uploads, url, request.headers.authorization);
    if (fault !== null && 'destroy' in fault) {
      response.destroy();
      return;
    }
    if (fault !== null && 'delayMs' in fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    record.status = reply.status;
    send(response, reply);
  }

  #answer(record: RecordedRequest, uploads: readonly Upload[], url: URL, authorization: string | undefined): SentReply {
    try {
      return this.#carryOut(record, uploads, url, authorization);
    } catch (error) {
      if (!(error instanceof DiscordError)) {
        // A mistake of the sandbox must be seen as one, not as a bot's.
        this.#report(record, [{ rule: 'sandbox', detail: String(error instanceof Error ? error.stack : error) }]);
        return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
      }
      const { rule, details } = error;
      if (rule !== null)
        this.#report(
          record,
          details.map((detail) => ({ rule, detail })),
        );
      return { status: error.status, body: error.json };
    }
  }

  #carryOut(
    record: RecordedRequest,
    uploads: readonly Upload[],
    url: URL,
    authorization: string | undefined,
  ): SentReply {
    const path = url.pathname.replace(API_PATH, '');
    const found = this.#match(record.method, path);
    if (found === null) throw refusal.notFound();
    const { route, groups } = found;
    if (!route.open && authorization !== `Bot ${this.#options.token}`) throw refusal.unauthorized();
    const { method, body, files } = record;
    const findings = this.#options.checks.flatMap((check) =>
      check({ method, path: record.path, route: route.template, body, files }),
    );
    if (findings.length > 0) {
      this.#report(record, findings);
      const errors = { _errors: findings.map(({ rule, detail }) => ({ code: rule.toUpperCase(), message: detail })) };
      return { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors } };
    }
    return route.handle({
      param: (name) => decodeURIComponent(groups[name] ?? ''),
      query: url.searchParams,
      body,
      uploads,
    });
  }

  #match(method: string, path: string): { route: Route; groups: Readonly<Record<string, string>> } | null {
    for (const { route, pattern } of this.#routes) {
      const hit = route.method === method ? pattern.exec(path) : null;
      if (hit) return { route, groups: hit.groups ?? {} };
    }
    return null;
  }

  #report({ method, path }: RecordedRequest, findings: readonly { rule: string; detail: string }[]): void {
    this.violations.push(...findings.map(({ rule, detail }) => ({ method, path, rule, detail })));
  }

  #serveElsewhere(path: string, response: ServerResponse): void {
    const found = this.#options.elsewhere(path);
    response.writeHead(found ? 200 : 404, { 'content-type': found?.contentType ?? 'text/plain' });
    response.end(found?.bytes);
  }
}

interface SentReply extends Reply {
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a fault answers without carrying the request out; null where it does carry it out. */
function insteadOf(fault: RestFault): SentReply | 'destroy' | null {
  if ('status' in fault) {
    const { status, code = 0, message = `${status}` } = fault;
    return { status, body: { message, code } };
  }
  if ('retryAfterSeconds' in fault) {
    const seconds = fault.retryAfterSeconds;
    return {
      status: 429,
      headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
      body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
    };
  }
  return 'destroy' in fault && fault.carriedOut !== true ? 'destroy' : null;
}

function send(response: ServerResponse, { status, body, headers = {} }: SentReply): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  const standard = { 'content-type': 'application/json', 'content-length': String(bytes.length) };
  response.writeHead(status, { ...standard, ...headers }).end(bytes);
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

async function contentOf(request: IncomingMessage): Promise<{ body: unknown; uploads: readonly Upload[] }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (chunks.length === 0) return { body: undefined, uploads: [] };
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { body: jsonOf(bytes.toString()), uploads: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const uploads: Upload[] = [];
  for (const [name, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (id === undefined || typeof value === 'string') continue;
    const contentType = typeByEnding(value.name) ?? (value.type || 'application/octet-stream');
    uploads.push({ id, filename: value.name, contentType, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? jsonOf(payload) : {}, uploads };
}

/** As Discord does, by what the file is called rather than by what the bot says of it. */
function typeByEnding(name: string): string | null {
  if (name.endsWith('.png')) return 'image/png';
  if (name.endsWith('.svg')) return 'image/svg+xml';
  return /\.(txt|md)$/.test(name) ? 'text/plain; charset=utf-8' : null;
}

/** What is not JSON stays text: the checks and schemas then refuse it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
