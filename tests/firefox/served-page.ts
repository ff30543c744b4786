import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { build, type Rolldown } from 'vite';
import type { DeviceCalls } from '../../client/unlock/device-calls';
import { securityHeaders } from '../../server/http/security-headers';
import { callsOf, type School } from '../offline/school';

/** The product's modules built for a browser, served beside a school, under the product's own security headers. */
export async function servePage(school: School): Promise<{ url: string; stop: () => void }> {
  const files = await buildPage();
  const app = new Koa();
  app.use(securityHeaders({ secure: false }));
  app.use(async (ctx) => {
    const body = await readBody(ctx.req);
    if (ctx.path.startsWith('/api/')) return passOn(ctx, await school.answer(requestOf(ctx, body)));
    if (ctx.path.startsWith('/session/')) {
      ctx.body = JSON.stringify((await answerCall(school, ctx.path.slice(9), body)) ?? null);
      return;
    }
    const file = files.get(ctx.path.slice(1));
    ctx.type = file ? 'text/javascript' : 'text/html';
    ctx.body = file ?? '<!doctype html><title>Heed</title><script type="module" src="/page.js"></script>';
  });
  const server: Server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: new URL('./page.ts', import.meta.url).pathname,
        output: { entryFileNames: 'page.js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}

async function readBody(from: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of from) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

function requestOf(ctx: Koa.Context, body: Uint8Array<ArrayBuffer>): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(ctx.headers))
    if (typeof value === 'string') headers.set(name, value);
  return new Request(ctx.href, { method: ctx.method, headers, ...(body.length > 0 ? { body } : {}) });
}

async function passOn(ctx: Koa.Context, answer: Response): Promise<void> {
  ctx.status = answer.status;
  ctx.type = answer.headers.get('content-type') ?? 'application/octet-stream';
  ctx.body = Buffer.from(await answer.arrayBuffer());
}

async function answerCall(school: School, name: string, body: Uint8Array): Promise<unknown> {
  const calls = callsOf(school) as unknown as Record<
    keyof DeviceCalls,
    (...given: unknown[]) => Promise<unknown>
  >;
  return calls[name as keyof DeviceCalls](...(JSON.parse(Buffer.from(body).toString()) as unknown[]));
}
