import { concatBytes, plainBytes, utf8, type Bytes } from './bytes';
import { importVerifyingKey } from './envelope/keys';
import type { WebKey } from './web-keys';

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

/** Bytes of one ECDSA P-256 signature in P1363 encoding (envelope.md, Primitives). */
export const SIGNATURE_BYTES = 64;

/** What a signature speaks about. Each begins with its own name, so that none can be passed off as another. */
export type SignedPurpose = 'author' | 'author-call' | 'bundle' | 'delivery' | 'parked' | 'receipts';

/** The exact bytes that are signed: `"HE1\0<purpose>\0"` and then `parts` (envelope.md, Bytes). */
export function signedMessage(purpose: SignedPurpose, ...parts: readonly Uint8Array[]): Bytes {
  return concatBytes(utf8(`HE1\0${purpose}\0`), ...parts);
}

/** ECDSA P-256 with SHA-256 over `message`: 64 bytes, P1363. */
export async function signMessage(privateKey: WebKey, message: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(ECDSA, privateKey, plainBytes(message)));
}

/**
 * Whether `signature` is `publicKeyRaw`'s over `message`. A key or signature of a wrong form is a plain false.
 * @param publicKeyRaw 65 bytes, an uncompressed P-256 point
 */
export async function verifyMessage(
  publicKeyRaw: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false;
  try {
    const key = await importVerifyingKey(publicKeyRaw);
    return await crypto.subtle.verify(ECDSA, key, plainBytes(signature), plainBytes(message));
  } catch {
    return false;
  }
}
