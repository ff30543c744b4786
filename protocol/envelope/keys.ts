import { plainBytes, type Bytes } from '../bytes';
import type { WebKey, WebKeyPair } from '../web-keys';

const ECDH_P256 = { name: 'ECDH', namedCurve: 'P-256' };
const ECDSA_P256 = { name: 'ECDSA', namedCurve: 'P-256' };

/** Bytes of an uncompressed P-256 point, the only form of a public key in this protocol. */
export const PUBLIC_KEY_BYTES = 65;

/** A key pair as it is kept: the school wraps `privateKey` under its data key before it stores it. */
export interface StoredKeyPair {
  /** 65 bytes, an uncompressed P-256 point */
  publicKey: Bytes;
  /** PKCS#8 */
  privateKey: Bytes;
}

/** A new pair to receive envelopes with (HPKE, DHKEM P-256). */
export async function generateHpkeKeyPair(): Promise<StoredKeyPair> {
  return storedPair(await crypto.subtle.generateKey(ECDH_P256, true, ['deriveBits']));
}

/**
 * The recipient's key, ready for `openEnvelope`. Both halves, because opening mixes the public key into the key
 * schedule and not every engine can work it out from the private one.
 * @param privateKey PKCS#8; the resulting key cannot be exported
 * @param publicKey 65 bytes
 */
export async function importHpkePrivateKey(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
): Promise<WebKeyPair> {
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', plainBytes(privateKey), ECDH_P256, false, [
      'deriveBits',
    ]),
    publicKey: await importHpkePublicKey(publicKey),
  };
}

/** The school's public key as an HPKE recipient. @throws when the 65 bytes are no point of the curve */
export async function importHpkePublicKey(publicKey: Uint8Array): Promise<WebKey> {
  return crypto.subtle.importKey('raw', uncompressed(publicKey), ECDH_P256, true, []);
}

/**
 * A new ECDSA P-256 pair: device, author, receipt and site identity keys.
 * @param extractable whether its private half can ever be read out again (author keys: yes, to be wrapped)
 */
export async function generateSigningKeyPair(extractable: boolean): Promise<WebKeyPair> {
  return crypto.subtle.generateKey(ECDSA_P256, extractable, ['sign', 'verify']);
}

/** Both halves of an extractable signing pair, to be wrapped and stored. */
export async function exportSigningKeyPair(pair: WebKeyPair): Promise<StoredKeyPair> {
  return storedPair(pair);
}

/** A signing key from PKCS#8. The key can sign, and cannot be exported again. */
export async function importSigningKey(privateKey: Uint8Array): Promise<WebKey> {
  return crypto.subtle.importKey('pkcs8', plainBytes(privateKey), ECDSA_P256, false, ['sign']);
}

/** A public key to verify with. @throws when the 65 bytes are no point of the curve */
export async function importVerifyingKey(publicKey: Uint8Array): Promise<WebKey> {
  return crypto.subtle.importKey('raw', uncompressed(publicKey), ECDSA_P256, true, ['verify']);
}

/** The 65 bytes of a public key. */
export async function exportPublicKey(publicKey: WebKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}

async function storedPair(pair: WebKeyPair): Promise<StoredKeyPair> {
  return {
    publicKey: await exportPublicKey(pair.publicKey),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

// Some engines also take the compressed 33-byte form; the protocol has one spelling for one key.
function uncompressed(publicKey: Uint8Array): Bytes {
  if (publicKey.length !== PUBLIC_KEY_BYTES || publicKey[0] !== 4) {
    throw new TypeError('a public key is 65 bytes, an uncompressed P-256 point');
  }
  return plainBytes(publicKey);
}
