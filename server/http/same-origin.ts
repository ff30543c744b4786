import type Koa from 'koa';
import { ownOrigin } from './own-origin';
import { problem } from './problem';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site's page sends, neighbouring schools included (access.md, cross-site).
 * A call without Origin and Sec-Fetch-Site is no browser's and carries no ambient cookie.
 */
export function sameOrigin(options: { secure: boolean }): Koa.Middleware {
  return async (ctx, next) => {
    if (!safe.has(ctx.method) && isForeign(ctx, options.secure)) throw problem('foreign-origin');
    if (ctx.get('sec-fetch-mode') === 'navigate' && ctx.path.startsWith('/api/')) refuseToBeRead(ctx.path);
    await next();
  };
}

function isForeign(ctx: Koa.Context, secure: boolean): boolean {
  const origin = ctx.get('origin');
  const site = ctx.get('sec-fetch-site');
  return (origin !== '' && origin !== ownOrigin(ctx, secure)) || (site !== '' && site !== 'same-origin');
}

/**
 * An answer of the API is for the app, never for the address bar: on a shared tablet that could be read past the lock
 * screen. The description of the API holds nobody's data.
 */
function refuseToBeRead(path: string): void {
  if (path !== '/api/openapi.json') throw problem('foreign-origin');
}
