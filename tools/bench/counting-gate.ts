import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One HTTP request as it came over the wire. */
export interface CountedRequest {
  /** "POST /api/envelopes" */
  readonly what: string;
  /** request line, header lines and the empty line after them */
  readonly headBytes: number;
  readonly bodyBytes: number;
}

/** A gate in front of a server that counts every byte of every request. */
export interface CountingGate {
  readonly origin: string;
  /** Requests since the last call, complete ones only. */
  take(): CountedRequest[];
  close(): Promise<void>;
}

/** Takes HTTP/1.1 requests apart by their content-length, as many as one connection carries. */
class RequestCounter {
  #held = Buffer.alloc(0);
  #body: { head: Omit<CountedRequest, 'bodyBytes'>; length: number; left: number } | null = null;
  readonly #counted: (request: CountedRequest) => void;

  constructor(counted: (request: CountedRequest) => void) {
    this.#counted = counted;
  }

  read(bytes: Buffer): void {
    this.#held = Buffer.concat([this.#held, bytes]);
    while (this.#readHead() && this.#readBody());
  }

  #readHead(): boolean {
    if (this.#body) return true;
    const end = this.#held.indexOf('\r\n\r\n');
    if (end === -1) return false;
    const head = this.#held.subarray(0, end).toString('latin1');
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const what = head.split(' ', 2).join(' ');
    this.#body = { head: { what, headBytes: end + 4 }, length, left: length };
    this.#held = this.#held.subarray(end + 4);
    return true;
  }

  #readBody(): boolean {
    const body = this.#body!;
    const taken = Math.min(body.left, this.#held.length);
    body.left -= taken;
    this.#held = this.#held.subarray(taken);
    if (body.left > 0) return false;
    this.#counted({ ...body.head, bodyBytes: body.length });
    this.#body = null;
    return this.#held.length > 0;
  }
}

/** Opens a gate on this machine that hands every byte on, both ways, and counts what goes in. */
export async function openCountingGate(serverOrigin: string): Promise<CountingGate> {
  const { hostname, port } = new URL(serverOrigin);
  const requests: CountedRequest[] = [];
  const sockets = new Set<Socket>();
  const gate = createServer((near) => {
    const far = connect(Number(port), hostname);
    const counter = new RequestCounter((request) => requests.push(request));
    near.on('data', (bytes: Buffer) => counter.read(bytes));
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => [near, far].forEach((one) => one.destroy()));
      socket.on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`,
    take: () => requests.splice(0),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => gate.close(resolve));
    },
  };
}
