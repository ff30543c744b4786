import { fromUtf8, sha256, toBase64url, type Bytes } from './bytes';
import { canonicalBytes } from './canonical-json';
import { bytesOrNull } from './identifiers';
import { SIGNATURE_BYTES, signedMessage, signMessage, verifyMessage, type SignedPurpose } from './signatures';
import type { WebKey } from './web-keys';

/**
 * Signs a JSON object and writes it with its signature as one more member, canonically.
 * The signature is over `"HE1\0<purpose>\0" ‖ SHA-256(the object without it)`.
 */
export async function signJson(purpose: SignedPurpose, privateKey: WebKey, value: object): Promise<Bytes> {
  const signature = await signMessage(privateKey, await jsonMessage(purpose, value));
  return withSignature(value, signature);
}

/** The bytes of a signed object as they travel. For signers that have no WebCrypto key. */
export function withSignature(value: object, signature: Uint8Array): Bytes {
  return canonicalBytes({ ...value, signature: toBase64url(signature) });
}

/** The bytes that are signed for a JSON object (given without its signature). */
export async function jsonMessage(purpose: SignedPurpose, value: object): Promise<Bytes> {
  return signedMessage(purpose, await sha256(canonicalBytes(value)));
}

/**
 * The object that `bytes` hold, without its signature, if that signature verifies; else null, whatever is wrong.
 * Members that this build does not know are part of what was signed, so an older device still reads a newer school.
 */
export async function verifyJson(
  purpose: SignedPurpose,
  publicKeyRaw: Uint8Array,
  bytes: Uint8Array,
): Promise<object | null> {
  try {
    const read: unknown = JSON.parse(fromUtf8(bytes));
    if (typeof read !== 'object' || read === null || !('signature' in read)) return null;
    const { signature: encoded, ...value } = read;
    const signature = typeof encoded === 'string' ? bytesOrNull(encoded, SIGNATURE_BYTES) : null;
    if (signature === null) return null;
    const message = await jsonMessage(purpose, value);
    return (await verifyMessage(publicKeyRaw, message, signature)) ? value : null;
  } catch {
    return null;
  }
}
