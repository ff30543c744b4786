import { concatBytes, plainBytes, randomBytes, type Bytes } from '../protocol/bytes';

const IV_BYTES = 12;

/** A new AES-256-GCM key that no script can export; it survives in IndexedDB (envelope.md, Primitives). */
export async function newStoredAesKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A non-extractable AES-256-GCM key from 32 bytes. */
export async function importAesKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', plainBytes(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * `IV ‖ ciphertext ‖ tag` with a random 12-byte IV, as an ArrayBuffer: the one form in which the vault keeps bytes
 * (a Blob in IndexedDB fails in WebKit).
 * @param context bound as AAD, so that a cell cannot be moved to another place
 */
export async function sealBytes(key: CryptoKey, context: string, plain: Uint8Array): Promise<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt(parameters(iv, context), key, plainBytes(plain));
  return concatBytes(iv, new Uint8Array(sealed)).buffer;
}

/** Opens what {@link sealBytes} sealed. @throws OperationError for another key or context, or a changed bit */
export async function openBytes(key: CryptoKey, context: string, sealed: ArrayBuffer): Promise<Bytes> {
  const iv = new Uint8Array(sealed, 0, IV_BYTES);
  const ciphertext = new Uint8Array(sealed, IV_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, context), key, ciphertext));
}

/** {@link sealBytes} for a JSON value. */
export async function sealJson(key: CryptoKey, context: string, value: unknown): Promise<ArrayBuffer> {
  return sealBytes(key, context, new TextEncoder().encode(JSON.stringify(value)));
}

/** {@link openBytes} for a JSON value; its shape is for the caller to know, because only this device wrote it. */
export async function openJson(key: CryptoKey, context: string, sealed: ArrayBuffer): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, context, sealed)));
}

function parameters(iv: Bytes, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`heed\0${context}`) };
}
