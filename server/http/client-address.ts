import { isIP } from 'node:net';
import type Koa from 'koa';

/**
 * Whose address this request comes from; for limits only. Each proxy appends to X-Forwarded-For whom it heard, so with
 * `proxies` of them in front only the right-most `proxies` entries are their word, and what stands before is whatever
 * the sender wrote. Without a proxy the header is nobody's word. (Koa's own `proxy` switch is not used: it would also
 * believe X-Forwarded-Host.)
 * @param proxies how many proxies every request passes (TRUST_PROXY)
 */
export function clientAddress(ctx: Koa.Context, proxies: number): string {
  const peer = ctx.req.socket.remoteAddress ?? '';
  if (proxies === 0) return peer;
  const entries = ctx
    .get('x-forwarded-for')
    .split(',')
    .map((entry) => entry.trim());
  const told = entries.slice(-proxies)[0] ?? '';
  return isIP(told) === 0 ? peer : told;
}
