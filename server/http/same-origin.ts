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
    if (safe.has(ctx.method)) return next();
    const origin = ctx.get('origin');
    const site = ctx.get('sec-fetch-site');
    if ((origin && origin !== ownOrigin(ctx, options.secure)) || (site && site !== 'same-origin'))
      throw problem('foreign-origin');
    return next();
  };
}
