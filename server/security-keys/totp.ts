import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { create } from 'qrcode';
import { SECOND } from '../clock';

/** RFC 6238 as every authenticator app takes it: SHA-1, six digits, a new code every 30 seconds. */
const PERIOD = 30;
/** How many steps a phone's clock may be off, each way. */
const WINDOW = 1;

/** A new secret of 160 bits (RFC 4226, section 4), in base32. */
export function newSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;
}

/** The number of the 30 seconds in which `now` (milliseconds since 1970) lies. */
export function stepAt(now: number): number {
  return Math.floor(now / (PERIOD * SECOND));
}

/** Whole seconds until the next code, 1 to 30. @param now milliseconds since 1970 */
export function secondsLeft(now: number): number {
  return PERIOD - (Math.floor(now / SECOND) % PERIOD);
}

/** The steps around `now` whose code this is; almost always one or none. */
export function matchingSteps(secret: string, code: string, now: number): number[] {
  const totp = totpOf(secret);
  const middle = stepAt(now);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, at) => middle - WINDOW + at);
  return steps.filter((step) => same(totp.generate({ timestamp: step * PERIOD * SECOND }), code));
}

/** What a phone needs to keep a secret: link, and the rows of a QR code with `1` for a dark module. */
export function showSecret(
  secret: string,
  owner: { email: string; schoolName: string },
): { secret: string; uri: string; qr: string[] } {
  const uri = totpOf(secret, { label: owner.email, issuer: `Heed (${owner.schoolName})` }).toString();
  return { secret, uri, qr: qrRows(uri) };
}

/** Heed Authenticator at the address where this server offers it. */
export function showAuthenticator(url: string): { url: string; qr: string[] } {
  return { url, qr: qrRows(url) };
}

/** Rows of a QR code, `1` for a dark module. */
function qrRows(text: string): string[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const row = (y: number) =>
    Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0')).join('');
  return Array.from({ length: modules.size }, (_, y) => row(y));
}

// No colon in issuer or label: apps take the first one for the border between the two.
function totpOf(secret: string, named: { label?: string; issuer?: string } = {}): TOTP {
  return new TOTP({
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
    ...named,
    ...(named.issuer ? { issuer: named.issuer.replaceAll(':', ' ') } : {}),
  });
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
