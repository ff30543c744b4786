import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a link: 32 random bytes in base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token: SHA-256 in hexadecimal. The token itself has 256 random bits, so nothing slower
 * is needed, and a stolen database opens no session and no link.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether this text can be one of our tokens at all. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}
