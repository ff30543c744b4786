import type Koa from 'koa';

/**
 * The origin under which this request was sent to us. The scheme is the public one, not that of this hop, behind a
 * proxy that ends TLS. (Koa's own `ctx.origin` is the Origin header, which is the sender's word.)
 */
export function ownOrigin(ctx: Koa.Context, secure: boolean): string {
  return `${secure ? 'https' : 'http'}://${ctx.host}`;
}
