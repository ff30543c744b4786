import { importAesKey, openBytes, sealBytes } from '../../offline/aes';
import type { DeviceRow, PasskeyRow, PersonRow } from '../../offline/vault/rows';
import { concatBytes, plainBytes, utf8, type Bytes } from '../../protocol/bytes';

/** Bound to the person: the wrap of one, put into the row of another, opens nothing. */
const contextOf = (authorKeyId: string): string => `unlock-key by passkey\0${authorKeyId}`;

/**
 * Wraps an unlock key (32 bytes) with the secret of a passkey: AES-256-GCM under
 * HKDF(secret ‖ HMAC(device pepper, salt)). The pepper makes a passkey that the maker of the device has copied to
 * the person's other devices worth nothing there.
 */
export async function wrapWithPasskey(
  unlockKey: Uint8Array,
  secret: Bytes,
  salt: Bytes,
  { device, row }: { device: DeviceRow; row: PersonRow },
): Promise<ArrayBuffer> {
  const key = await passkeyKey(secret, salt, device.pepper);
  return sealBytes(key, contextOf(row.authorKeyId), unlockKey);
}

/** The unlock key, or null for another secret, device or person. */
export async function unwrapWithPasskey(
  { salt, wrapped }: Pick<PasskeyRow, 'salt' | 'wrapped'>,
  secret: Bytes,
  { device, row }: { device: DeviceRow; row: PersonRow },
): Promise<Bytes | null> {
  const key = await passkeyKey(secret, new Uint8Array(salt), device.pepper);
  try {
    return await openBytes(key, contextOf(row.authorKeyId), wrapped);
  } catch {
    return null;
  }
}

async function passkeyKey(secret: Bytes, salt: Bytes, pepper: CryptoKey): Promise<CryptoKey> {
  const peppered = new Uint8Array(await crypto.subtle.sign('HMAC', pepper, salt));
  const both = concatBytes(secret, peppered);
  const hkdf = await crypto.subtle.importKey('raw', plainBytes(both), 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('heed passkey 1') };
  return importAesKey(new Uint8Array(await crypto.subtle.deriveBits(parameters, hkdf, 256)));
}
