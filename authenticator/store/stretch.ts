/**
 * Rounds of PBKDF2-SHA-256 under which no PIN is kept: what OWASP's Password Storage Cheat Sheet asks for.
 * docs/decisions/0010-jsqr-and-pbkdf2-in-the-authenticator.md has the measurements.
 */
export const FEWEST_ROUNDS = 600_000;
const MOST_ROUNDS = 6_000_000;
/** What a try of the PIN may cost its owner, ms. */
const AIM_MS = 700;
const PROBE_ROUNDS = 100_000;

/** 32 bytes out of a PIN or a passphrase, dear to whoever has to guess. Salt: 16 random bytes. */
export async function stretch(
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(secret.normalize('NFC'));
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}

/** How many rounds take about 0.7 s on this device, measured once when a PIN is chosen. Never under the floor. */
export async function measuredRounds(now: () => number = () => performance.now()): Promise<number> {
  const before = now();
  await stretch('a PIN', new Uint8Array(16), PROBE_ROUNDS);
  return roundsFor(now() - before);
}

/** The same from how long (ms) 100,000 rounds took. */
export function roundsFor(ms: number): number {
  const rounds = Math.round((PROBE_ROUNDS * AIM_MS) / Math.max(1, ms));
  return Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, rounds));
}
