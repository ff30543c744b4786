import * as v from 'valibot';
import { sha256, toBase64url, type Bytes } from './bytes';
import { keyIdSchema } from './envelope/header';
import { bytesOrNull } from './identifiers';
import { SIGNATURE_BYTES, signedMessage, signMessage, verifyMessage } from './signatures';
import type { WebKey } from './web-keys';

/** A delivery header taken apart; nothing about it is proved yet. */
export interface DeliverySignature {
  keyId: string;
  /** 64 bytes */
  signature: Bytes;
}

/**
 * The value of `Heed-Delivery`: `<device key id>.<signature>` (envelope.md, Delivering). No cookie and no time in
 * it, because sessions end and tablets' clocks are wrong; a replay is harmless, since envelopes have ids.
 */
export async function signDelivery(deliveryKey: WebKey, keyId: string, body: Uint8Array): Promise<string> {
  const signature = await signMessage(deliveryKey, deliveryMessage(await sha256(body)));
  return `${keyId}.${toBase64url(signature)}`;
}

/** Takes a `Heed-Delivery` value apart, or null when it is none. */
export function parseDeliveryHeader(value: string): DeliverySignature | null {
  const [keyId = '', encoded = '', ...more] = value.split('.');
  const signature = bytesOrNull(encoded, SIGNATURE_BYTES);
  if (!v.is(keyIdSchema, keyId) || signature === null || more.length > 0) return null;
  return { keyId, signature };
}

/** Whether the device's key (65 bytes) signed exactly this body. */
export async function verifyDelivery(
  publicKeyRaw: Uint8Array,
  body: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return verifyMessage(publicKeyRaw, deliveryMessage(await sha256(body)), signature);
}

/** What a device signs: `"HE1\0delivery\0" ‖ SHA-256(body)`. */
export function deliveryMessage(bodySha256: Uint8Array): Bytes {
  return signedMessage('delivery', bodySha256);
}

/**
 * An author's signature on a call, base64url (access.md, callers): possible only while unlocked.
 * @param challenge what the school gave out for this one call
 * @param body what is asked, without this signature; it must say all of it, because nothing else is signed
 */
export async function signAuthorCall(
  authorKey: WebKey,
  challenge: Uint8Array,
  body: Uint8Array,
): Promise<string> {
  return toBase64url(await signMessage(authorKey, authorCallMessage(challenge, await sha256(body))));
}

/** Whether the author's key (65 bytes) signed exactly this body for this challenge. */
export async function verifyAuthorCall(
  publicKeyRaw: Uint8Array,
  challenge: Uint8Array,
  body: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return verifyMessage(publicKeyRaw, authorCallMessage(challenge, await sha256(body)), signature);
}

/** What an author signs in a call: `"HE1\0author-call\0" ‖ challenge ‖ SHA-256(body)`. */
export function authorCallMessage(challenge: Uint8Array, bodySha256: Uint8Array): Bytes {
  return signedMessage('author-call', challenge, bodySha256);
}
