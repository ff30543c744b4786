import { importAesKey, openBytes, sealBytes } from '../../offline/aes';
import type { PersonRow, PinDerivation } from '../../offline/vault/rows';
import { concatBytes, randomBytes, utf8, type Bytes } from '../../protocol/bytes';
import { stretchPin } from './stretch';

const CONTEXT = 'unlock-key';

/**
 * Wraps an unlock key (32 bytes) with a PIN: AES-256-GCM under
 * HKDF(stretched PIN ‖ HMAC(device pepper, salt)) (envelope.md, unlock key).
 */
export async function wrapWithPin(
  unlockKey: Uint8Array,
  pin: string,
  pepper: CryptoKey,
  derivation: PinDerivation,
): Promise<PersonRow['pin']> {
  const salt = randomBytes(16);
  const key = await pinKey(derivation, pin, salt, pepper);
  return { derivation, salt: salt.buffer, wrapped: await sealBytes(key, CONTEXT, unlockKey) };
}

/** The unlock key, or null for another PIN. @throws CannotStretch when this device cannot try now */
export async function unwrapWithPin(
  pinRow: PersonRow['pin'],
  pin: string,
  pepper: CryptoKey,
): Promise<Bytes | null> {
  const key = await pinKey(pinRow.derivation, pin, new Uint8Array(pinRow.salt), pepper);
  try {
    return await openBytes(key, CONTEXT, pinRow.wrapped);
  } catch {
    return null;
  }
}

async function pinKey(
  derivation: PinDerivation,
  pin: string,
  salt: Bytes,
  pepper: CryptoKey,
): Promise<CryptoKey> {
  const stretched = await stretchPin(derivation, pin, salt);
  const peppered = new Uint8Array(await crypto.subtle.sign('HMAC', pepper, salt));
  const secret = concatBytes(stretched, peppered);
  const hkdf = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('heed pin 1') };
  return importAesKey(new Uint8Array(await crypto.subtle.deriveBits(parameters, hkdf, 256)));
}
