import { request as httpRequest } from 'node:http';
import { contract, type Contract, type EndpointName } from '../../protocol/contract';
import type { ParamsOf, QueryOf, ReplyOf } from '../../protocol/endpoint';
import type { Problem } from '../../protocol/problems';

export interface Sent<Name extends EndpointName> {
  readonly params?: ParamsOf<Contract[Name]>;
  readonly query?: Partial<QueryOf<Contract[Name]>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered<Name extends EndpointName> {
  readonly status: number;
  readonly headers: Headers;
  /** The reply's JSON; a problem where status is 400 or more. */
  readonly reply: ReplyOf<Contract[Name]>;
  readonly problem: Problem;
  readonly bytes: Uint8Array;
}

/** One browser that talks to the server over HTTP, with its own cookies. */
export class Visitor {
  readonly origin: string;
  /** The address that this browser opened, where the server has one by name; the connection goes to `origin`. */
  readonly host: string | null;
  readonly cookies = new Map<string, string>();

  constructor(origin: string, host: string | null = null) {
    this.origin = origin;
    this.host = host;
  }

  /** Calls an endpoint of the contract by its name. */
  async call<Name extends EndpointName>(name: Name, sent: Sent<Name> = {}): Promise<Answered<Name>> {
    const endpoint = contract[name];
    const params = (sent.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const query = new URLSearchParams((sent.query ?? {}) as Record<string, string>).toString();
    const raw = sent.body instanceof Uint8Array;
    const send = this.host === null ? fetch : dial;
    const answer = await send(`${this.origin}${path}${query ? `?${query}` : ''}`, {
      method: endpoint.method,
      redirect: 'manual',
      headers: {
        ...(sent.body === undefined
          ? {}
          : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...(this.host === null ? {} : { host: this.host }),
        ...(this.cookies.size > 0 ? { cookie: this.#cookieHeader() } : {}),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: raw ? Buffer.from(sent.body) : JSON.stringify(sent.body) }),
    });
    this.#keep(answer.headers.getSetCookie());
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const json = this.#json(answer, bytes);
    return {
      status: answer.status,
      headers: answer.headers,
      reply: json as ReplyOf<Contract[Name]>,
      problem: json as Problem,
      bytes,
    };
  }

  /** Calls an endpoint that must succeed. @throws with the problem when it does not */
  async must<Name extends EndpointName>(name: Name, sent: Sent<Name> = {}): Promise<ReplyOf<Contract[Name]>> {
    const answered = await this.call(name, sent);
    if (answered.status >= 400)
      throw new Error(`${name}: ${answered.status} ${JSON.stringify(answered.problem)}`);
    return answered.reply;
  }

  #cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  #json(answer: Response, bytes: Uint8Array): unknown {
    if (!/json/.test(answer.headers.get('content-type') ?? '') || bytes.length === 0) return undefined;
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  }
}

interface Dialled {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer | string;
}

/** One call under another host name than the one that is dialled, which fetch does not send. */
function dial(url: string, { method, headers, body }: Dialled): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const received = new Headers();
        const raw = answer.rawHeaders;
        for (let at = 0; at < raw.length; at += 2) received.append(raw[at] ?? '', raw[at + 1] ?? '');
        const status = answer.statusCode ?? 500;
        const empty = status === 204 || status === 304;
        resolve(new Response(empty ? null : Buffer.concat(chunks), { status, headers: received }));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
