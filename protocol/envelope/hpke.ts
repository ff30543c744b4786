import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { plainBytes, utf8, type Bytes } from '../bytes';
import { importHpkePublicKey } from './keys';
import type { WebKeyPair } from '../web-keys';

/**
 * HE1's suite: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (0x0010/0x0001/0x0002), base mode. P-256 because
 * a WebKit engine gives `null` for an X25519 private key read back from IndexedDB (envelope.md, Primitives).
 */
export const hpkeSuite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** One sealed message: the fresh public key it was sealed with and the ciphertext with its tag. */
export interface HpkeSealed {
  /** 65 bytes */
  enc: Bytes;
  ciphertext: Bytes;
}

/** `"HE1\0<purpose>\0" ‖ schoolId ‖ kid`: binds a sealed message to its purpose, its school and its key. */
export function hpkeInfo(purpose: 'envelope' | 'unlock', schoolId: string, kid: string): string {
  return `HE1\0${purpose}\0${schoolId}${kid}`;
}

/** Seals once to a school's public key (65 bytes); a new ephemeral key every time. */
export async function hpkeSeal(
  publicKey: Uint8Array,
  info: string,
  aad: Uint8Array,
  plaintext: Uint8Array,
): Promise<HpkeSealed> {
  const recipientPublicKey = await importHpkePublicKey(publicKey);
  const sealed = await hpkeSuite.seal(
    { recipientPublicKey, info: utf8(info) },
    plainBytes(plaintext),
    plainBytes(aad),
  );
  return { enc: new Uint8Array(sealed.enc), ciphertext: new Uint8Array(sealed.ct) };
}

/** Opens what {@link hpkeSeal} sealed. @throws when key, info, AAD or a single bit is another */
export async function hpkeOpen(
  recipientKey: WebKeyPair,
  info: string,
  aad: Uint8Array,
  sealed: { enc: Uint8Array; ciphertext: Uint8Array },
): Promise<Bytes> {
  const context = { recipientKey, enc: plainBytes(sealed.enc), info: utf8(info) };
  return new Uint8Array(await hpkeSuite.open(context, plainBytes(sealed.ciphertext), plainBytes(aad)));
}
