import type Koa from 'koa';
import type { Download } from './call';

/** Even opened by hand in a tab of its own, it may load nothing, run nothing, and is of no origin. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Sends a file that somebody from outside has made: saved, never shown. Beside the headers of every answer. */
export function sendDownload(ctx: Koa.Context, { stream, name, type, size }: Download): void {
  ctx.set({
    'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': SANDBOX,
  });
  ctx.body = stream;
  ctx.length = size;
  ctx.type = type;
}

/** RFC 8187: all but letters, digits and a few marks by their bytes. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
