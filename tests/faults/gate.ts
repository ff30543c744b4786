import {
  createServer,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { onTestFinished } from 'vitest';

/** What came back for one call, whole. */
export interface GateAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** One call that stands at the gate. Its rule decides what becomes of it; a rule that does nothing holds it. */
export interface GateCall {
  /** "POST /api/envelopes", without a query */
  readonly name: string;
  /** What the caller sent, whole. */
  carried(): Promise<Buffer>;
  /** Lets the whole call through to the server and gives the server's answer, which the caller has not seen yet. */
  ask(): Promise<GateAnswer>;
  /** Answers the caller. */
  answer(answer: GateAnswer): void;
  /** Cuts the line to the caller. */
  cut(): void;
}

export type Rule = (call: GateCall) => Promise<void> | void;

/** Lets a call and its answer through. */
export const letThrough: Rule = async (call) => call.answer(await call.ask());
/** The Wi-Fi of a café or a school's filter: a page that says "log in", with status 200. */
export const captivePortal: Rule = (call) =>
  call.answer({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(
      '<!doctype html><title>Guest Wi-Fi</title><h1>Welcome! Accept the terms to go on.</h1>',
    ),
  });
/** The network between the browsers of a story and its server, which a test can spoil call by call. */
export class Gate {
  readonly origin: string;
  readonly #rules = new Map<string, Rule>();
  readonly #seen: string[] = [];
  #target = 0;

  private constructor(server: Server) {
    this.origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    server.on('request', (incoming, outgoing) => void this.#meet(incoming, outgoing));
  }

  /** An open gate that leads nowhere yet; closed when the story ends. */
  static async open(): Promise<Gate> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const gate = new Gate(server);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return gate;
  }

  /** @param port of the server behind the gate */
  leadTo(port: number): void {
    this.#target = port;
  }

  /** From now on `rule` decides about calls of this name, such as "POST /api/envelopes". */
  meet(name: string, rule: Rule): void {
    this.#rules.set(name, rule);
  }

  /** How many calls of this name have come to the gate, whatever became of them. */
  seen(name: string): number {
    return this.#seen.filter((one) => one === name).length;
  }

  /** Names of all calls that have come to the gate, in order, whatever became of them. */
  get calls(): readonly string[] {
    return this.#seen;
  }

  async #meet(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const name = `${incoming.method ?? ''} ${(incoming.url ?? '').split('?')[0] ?? ''}`;
    this.#seen.push(name);
    const cut = () => void incoming.socket.destroy();
    let body: Promise<Buffer> | null = null;
    const carried = () => (body ??= whole(incoming));
    const call: GateCall = {
      name,
      carried,
      ask: async () => this.#ask(incoming, await carried()),
      answer: ({ status, headers, body }) => {
        const plain: OutgoingHttpHeaders = { ...headers, 'content-length': String(body.length) };
        delete plain['transfer-encoding'];
        outgoing.writeHead(status, plain);
        outgoing.end(incoming.method === 'HEAD' ? undefined : body);
      },
      cut,
    };
    try {
      const rule = this.#rules.get(name);
      if (rule) await rule(call);
      else await this.#pass(incoming, outgoing);
    } catch {
      // The server is away, or the caller: both are what a broken line looks like.
      cut();
    }
  }

  async #ask(incoming: IncomingMessage, body: Buffer): Promise<GateAnswer> {
    // A rule may want to read the answer, so it is asked for whole and as it is.
    delete incoming.headers['accept-encoding'];
    delete incoming.headers['if-none-match'];
    const reply = await this.#onward(incoming, body);
    const { statusCode = 502, headers } = reply;
    return { status: statusCode, headers, body: await whole(reply) };
  }

  /** Without a rule an answer flows through as it comes, however long it lasts. */
  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const reply = await this.#onward(incoming, await whole(incoming));
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    await pipeline(reply, outgoing);
  }

  #onward(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { method, url, headers } = incoming;
      // A line of its own for each call: one that is kept can be closed by the server just as it is used again.
      const to = { host: '127.0.0.1', port: this.#target, agent: false };
      const onward = request({ ...to, method, path: url, headers }, resolve);
      onward.on('error', reject);
      onward.end(body);
    });
  }
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
