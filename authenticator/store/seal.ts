const IV_BYTES = 12;

/** AES-256-GCM of a JSON value: `IV ‖ ciphertext ‖ tag`, with a random IV. @param place bound as additional data */
export async function sealJson(key: CryptoKey, place: string, value: unknown): Promise<ArrayBuffer> {
  return sealBytes(key, place, new TextEncoder().encode(JSON.stringify(value)));
}

/** Opens {@link sealJson}. @throws OperationError for another key or place, or a changed bit */
export async function openJson(key: CryptoKey, place: string, sealed: ArrayBuffer): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, place, sealed)));
}

/** {@link sealJson} for bytes. */
export async function sealBytes(
  key: CryptoKey,
  place: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters(iv, place), key, plain));
  const whole = new Uint8Array(IV_BYTES + sealed.length);
  whole.set(iv);
  whole.set(sealed, IV_BYTES);
  return whole.buffer;
}

/** {@link openJson} for bytes. */
export async function openBytes(
  key: CryptoKey,
  place: string,
  sealed: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = new Uint8Array(sealed, 0, IV_BYTES);
  const rest = new Uint8Array(sealed, IV_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, place), key, rest));
}

/** An AES-256-GCM key of 32 bytes that no script can read back. */
export async function aesKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function parameters(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  const additionalData = new TextEncoder().encode(`heed authenticator\0${place}`);
  return { name: 'AES-GCM', iv, additionalData };
}
