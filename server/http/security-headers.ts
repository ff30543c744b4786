import type Koa from 'koa';

/** Scripts, styles, pictures and calls from this origin only; no inline anything; Trusted Types. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html app-scripts',
].join('; ');

/** Heed Authenticator is a page of its own: its own worker, no form that is sent anywhere. */
const authenticatorPolicy = policy
  .replace("form-action 'self'", "form-action 'none'")
  .replace('trusted-types lit-html app-scripts', 'trusted-types lit-html authenticator-worker');

/** The Argon2 worker alone may compile WebAssembly; its own response says so, the page's does not. */
const argonWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";

const isAuthenticator = (path: string): boolean => path.startsWith('/authenticator/');

function policyOf(path: string): string {
  if (isAuthenticator(path)) return authenticatorPolicy;
  return /^\/assets\/argon2-worker-/.test(path) ? argonWorkerPolicy : policy;
}

/** Passkeys open drafts and security keys here, and never inside somebody else's page. */
const passkeys = 'publickey-credentials-create=(self), publickey-credentials-get=(self)';

/** It alone scans QR codes; Heed takes no pictures. */
const cameraOf = (path: string): string => (isAuthenticator(path) ? 'camera=(self)' : 'camera=()');

export interface SecurityHeaderOptions {
  /** True where the public address is https: adds HSTS. */
  readonly secure: boolean;
}

/** Puts the security headers on every answer, also on faults. */
export function securityHeaders(options: SecurityHeaderOptions): Koa.Middleware {
  return async (ctx, next) => {
    ctx.set({
      'Content-Security-Policy': policyOf(ctx.path),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': `${cameraOf(ctx.path)}, microphone=(), geolocation=(), payment=(), usb=(), ${passkeys}`,
    });
    if (options.secure) ctx.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    await next();
  };
}
