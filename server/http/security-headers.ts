import type Koa from 'koa';
import { ownOrigin } from './own-origin';

/** Scripts, styles, pictures and calls from this origin only; no inline anything; Trusted Types. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  // The viewer of a PDF alone: every other page of ours refuses to be framed.
  "frame-src 'self'",
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

/**
 * The page that shows a PDF, inside Heed only (decision 22). The sandbox takes its origin away, here too for whoever opens
 * it by its address: no cookie, no storage. It loads its own script and the decoders beside it, and goes nowhere.
 * @param own where it lies, by name: to WebKit nothing is 'self' in a page without an origin
 */
const viewerPolicy = (own: string): string =>
  [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${own} 'wasm-unsafe-eval'`,
    `style-src ${own}`,
    `connect-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

const VIEWER = '/viewer/';
const isViewer = (path: string): boolean => path.startsWith(VIEWER);

const isAuthenticator = (path: string): boolean => path.startsWith('/authenticator/');

function policyOf(path: string, origin: string): string {
  if (isAuthenticator(path)) return authenticatorPolicy;
  if (isViewer(path)) return viewerPolicy(origin + VIEWER);
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
      'Content-Security-Policy': policyOf(ctx.path, ownOrigin(ctx, options.secure)),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'X-Frame-Options': isViewer(ctx.path) ? 'SAMEORIGIN' : 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': `${cameraOf(ctx.path)}, microphone=(), geolocation=(), payment=(), usb=(), ${passkeys}`,
    });
    // Without an origin it is a stranger to its own files, which are the same for everybody.
    if (isViewer(ctx.path)) ctx.set('Access-Control-Allow-Origin', '*');
    if (options.secure) ctx.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    await next();
  };
}
