import type Koa from 'koa';
import { authenticatorHost } from '../authenticator-address';

/**
 * A host of its own for Heed Authenticator: every address there is one in its folder, so that it gets its own page and
 * policy and nothing else of this server, no call of the API either.
 */
export function ownAuthenticatorHost(publicUrl: URL): Koa.Middleware {
  const host = authenticatorHost(publicUrl);
  return async (ctx, next) => {
    if (host !== null && ctx.hostname === host) ctx.path = `/authenticator${ctx.path}`;
    await next();
  };
}
