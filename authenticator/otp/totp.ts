import type { Account, Algorithm } from './account';
import { decodeBase32 } from './base32';

/** How an account counts time and digits. */
export type Rhythm = Pick<Account, 'digits' | 'period'>;

const SECOND = 1000;
const HIGH = 2 ** 32;

/**
 * The key of an account's codes; no script can read it back.
 * @param secret base32, as {@link Account.secret}
 * @throws TypeError for a text that is not base32
 */
export async function codeKey(secret: string, algorithm: Algorithm): Promise<CryptoKey> {
  const read = decodeBase32(secret);
  if ('stranger' in read) throw new TypeError('not base32');
  return crypto.subtle.importKey('raw', read.bytes, { name: 'HMAC', hash: algorithm }, false, ['sign']);
}

/** Number of the period in which `now` (ms since 1970) lies: RFC 6238, section 4.2. */
export function stepAt(period: number, now: number): number {
  return Math.floor(now / (period * SECOND));
}

/** Seconds for which the code of `now` (ms since 1970) still stands: the whole period at its beginning, never 0. */
export function secondsLeft(period: number, now: number): number {
  return Math.ceil(period - ((now / SECOND) % period));
}

/** The code of one step, with its leading zeros: RFC 4226, section 5.3. */
export async function codeOfStep(key: CryptoKey, digits: 6 | 8, step: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setUint32(0, Math.floor(step / HIGH));
  counter.setUint32(4, step % HIGH);
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter));
  const offset = mac.getUint8(mac.byteLength - 1) & 0xf;
  const number = (mac.getUint32(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The code of a moment (ms since 1970). */
export async function codeAt(key: CryptoKey, { digits, period }: Rhythm, now: number): Promise<string> {
  return codeOfStep(key, digits, stepAt(period, now));
}
