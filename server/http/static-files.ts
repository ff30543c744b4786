import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type Koa from 'koa';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
/** Its addresses are relative, so the slash at the end belongs to it. */
const AUTHENTICATOR = '/authenticator/';

const squeezed = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest']);

interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly immutable: boolean;
  readonly small: Map<string, Buffer>;
}

type Squeezing = 'br' | 'gzip';

const squeeze: Readonly<Record<Squeezing, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * Serves the built client out of memory: hashed files for ever, everything else asked again each time,
 * and the page itself for every address of the app that is no file. Heed Authenticator lies in a folder of it and has
 * one page.
 */
export function staticFiles(folder: string): Koa.Middleware {
  const files = existsSync(folder) ? loadFolder(folder) : new Map<string, StaticFile>();
  return async (ctx, next) => {
    const reads = ctx.method === 'GET' || ctx.method === 'HEAD';
    const file = files.get(ctx.path) ?? files.get(pageOf(ctx.path));
    if (reads && ctx.path === AUTHENTICATOR.slice(0, -1)) ctx.redirect(AUTHENTICATOR);
    else if (reads && file) await sendFile(ctx, file);
    else await next();
  };
}

/** The page that answers for an address which is no file; '' where there is none. */
function pageOf(path: string): string {
  if (path === AUTHENTICATOR) return `${AUTHENTICATOR}index.html`;
  const foreign = path.startsWith('/api/') || path.startsWith(AUTHENTICATOR);
  return extname(path) === '' && !foreign ? '/index.html' : '';
}

async function sendFile(ctx: Koa.Context, file: StaticFile): Promise<void> {
  ctx.set({
    'Content-Type': file.type,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  });
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const encoding = file.small.size > 0 ? ctx.acceptsEncodings('br', 'gzip', 'identity') : 'identity';
  if (encoding === 'br' || encoding === 'gzip') {
    ctx.set('Content-Encoding', encoding);
    ctx.body = await smallOf(file, encoding);
  } else {
    ctx.body = file.bytes;
  }
}

async function smallOf(file: StaticFile, encoding: Squeezing): Promise<Buffer> {
  const made = file.small.get(encoding);
  if (made && made.length > 0) return made;
  const small = await squeeze[encoding](file.bytes);
  file.small.set(encoding, small);
  return small;
}

function loadFolder(folder: string): Map<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    files.map((name) => [
      `/${relative(folder, join(folder, name)).split(sep).join('/')}`,
      load(join(folder, name)),
    ]),
  );
}

function load(file: string): StaticFile {
  const bytes = readFileSync(file);
  const ending = extname(file);
  return {
    bytes,
    type: types[ending] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    immutable: file.includes(`${sep}assets${sep}`),
    small: new Map(
      squeezed.has(ending)
        ? [
            ['br', Buffer.alloc(0)],
            ['gzip', Buffer.alloc(0)],
          ]
        : [],
    ),
  };
}
