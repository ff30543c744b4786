import type Koa from 'koa';
import type { CookieName } from './call';

const names: Readonly<Record<CookieName, string>> = {
  session: 'heed-session',
  browser: 'heed-browser',
  device: 'heed-device',
  passkey: 'heed-passkey',
  'sign-in': 'heed-sign-in',
};

/** `__Host-` where TLS is, so that no neighbouring school and no plain-text page can set it. */
function fullName(name: CookieName, secure: boolean): string {
  return secure ? `__Host-${names[name]}` : names[name];
}

/** Reads one of our cookies by its exact name. */
export function readCookie(ctx: Koa.Context, name: CookieName, secure: boolean): string | undefined {
  const wanted = fullName(name, secure);
  for (const part of (ctx.get('cookie') || '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** Sets a cookie: HttpOnly, SameSite=Strict, whole origin; no `days` lasts as long as the browser. */
export function writeCookie(
  ctx: Koa.Context,
  cookie: { name: CookieName; value: string | null; secure: boolean; days?: number | undefined },
): void {
  const life = cookie.value === null ? '; Max-Age=0' : cookie.days ? `; Max-Age=${cookie.days * 86_400}` : '';
  const secure = cookie.secure ? '; Secure' : '';
  const head = `${fullName(cookie.name, cookie.secure)}=${cookie.value ?? ''}`;
  ctx.append('Set-Cookie', `${head}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`);
}
