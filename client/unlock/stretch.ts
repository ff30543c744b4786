import { plainBytes, utf8, type Bytes } from '../../protocol/bytes';
import type { PinDerivation } from '../../offline/vault/rows';
import { argon2WorkerUrl } from '../script-urls';
import type { StretchReply, StretchRequest } from './argon2-worker';

/** Under these a derivation is refused, also when our own server or an old row names it (envelope.md, Primitives). */
const FLOOR = { memoryKiB: 19 * 1024, passes: 2, iterations: 600_000 };
/** Aimed at: 64 MiB and about a second. */
const MEMORY_KIB = 64 * 1024;
const FIRST_PASSES = 3;
const MOST_PASSES = 8;
const AIM_MS = 1_000;
const GIVE_UP_MS = 60_000;

/** Thrown when this device cannot stretch the PIN now: too little memory, or parameters under the floor. */
export class CannotStretch extends Error {
  override name = 'CannotStretch';
}

/** 32 bytes that cost a guesser about as much as they cost this device. @throws CannotStretch */
export async function stretchPin(derivation: PinDerivation, pin: string, salt: Uint8Array): Promise<Bytes> {
  if (derivation.name === 'pbkdf2-sha256') return pbkdf2(derivation.iterations, pin, salt);
  const { memoryKiB, passes } = derivation;
  if (memoryKiB < FLOOR.memoryKiB || passes < FLOOR.passes) throw new CannotStretch('under the floor');
  const stretched = await argon2({ secret: utf8(pin), salt, memoryKiB, passes });
  if (!stretched) throw new CannotStretch('Argon2 does not run here');
  return plainBytes(stretched);
}

/**
 * Parameters for a new PIN on this device, by one measured run: 64 MiB with as many passes as take about a second;
 * less memory where that takes too long; PBKDF2 where WebAssembly is blocked.
 * @param now milliseconds of a clock that only runs forward
 */
export async function chooseDerivation(now: () => number = () => performance.now()): Promise<PinDerivation> {
  const probe = { secret: utf8('a PIN'), salt: new Uint8Array(16), passes: FIRST_PASSES };
  for (const memoryKiB of [MEMORY_KIB, MEMORY_KIB / 2, FLOOR.memoryKiB]) {
    const before = now();
    const ran = await argon2({ ...probe, memoryKiB });
    if (ran) return derivationFor(memoryKiB, now() - before);
  }
  return { name: 'pbkdf2-sha256', iterations: FLOOR.iterations };
}

/** What to use after three passes over `memoryKiB` took `ms`. Never under the floor. */
export function derivationFor(memoryKiB: number, ms: number): PinDerivation {
  const perPass = Math.max(1, ms / FIRST_PASSES);
  const passes = Math.min(MOST_PASSES, Math.max(FIRST_PASSES, Math.round(AIM_MS / perPass)));
  if (ms <= 2 * AIM_MS) return { name: 'argon2id', memoryKiB, passes, lanes: 1 };
  const lighter = Math.max(FLOOR.memoryKiB, Math.round((memoryKiB * AIM_MS) / ms));
  return { name: 'argon2id', memoryKiB: lighter, passes: FLOOR.passes, lanes: 1 };
}

function argon2(request: StretchRequest): Promise<StretchReply> {
  const worker = new Worker(argon2WorkerUrl(), { type: 'module' });
  return new Promise<StretchReply>((resolve) => {
    setTimeout(() => resolve(null), GIVE_UP_MS);
    worker.addEventListener('error', () => resolve(null));
    worker.addEventListener('message', (event: MessageEvent<StretchReply>) => resolve(event.data));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

async function pbkdf2(iterations: number, pin: string, salt: Uint8Array): Promise<Bytes> {
  if (iterations < FLOOR.iterations) throw new CannotStretch('under the floor');
  const key = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt: plainBytes(salt) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}
