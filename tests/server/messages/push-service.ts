import { createServer, Agent, type Server } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { certificate, certificateKey } from './certificate';

export interface ReceivedPush {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How the service answers one push: a status with headers, or never. */
export type Answer = { status: number; headers?: Record<string, string> } | 'silence';

/** A push service on this machine, over TLS, that does what a test tells it. */
export interface PushService {
  readonly host: string;
  readonly agent: Agent;
  readonly received: ReceivedPush[];
  /** Answers the next pushes one by one; 201 when none is left. */
  answerWith(...answers: Answer[]): void;
  /** Resolves when the next push arrives. */
  nextPush(): Promise<ReceivedPush>;
  endpoint(device: string): string;
  close(): Promise<void>;
}

export async function openPushService(): Promise<PushService> {
  const received: ReceivedPush[] = [];
  const answers: Answer[] = [];
  const waiting: ((push: ReceivedPush) => void)[] = [];
  const server = createServer({ cert: certificate, key: certificateKey }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const push = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) };
      received.push(push);
      const answer = answers.shift() ?? { status: 201 };
      if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end('said by the service');
      waiting.shift()?.(push);
    });
  });
  const port = await listen(server);
  const agent = new Agent({ ca: certificate });
  return {
    host: `localhost:${port}`,
    agent,
    received,
    answerWith: (...more) => answers.push(...more),
    nextPush: () => new Promise((resolve) => waiting.push(resolve)),
    endpoint: (device) => `https://localhost:${port}/push/${device}`,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
