import { concatBytes, type Bytes } from '../bytes';
import { EnvelopeFault } from './fault';
import { hpkeInfo, hpkeOpen, hpkeSeal } from './hpke';
import { PUBLIC_KEY_BYTES } from './keys';
import type { WebKeyPair } from '../web-keys';

const NO_AAD = new Uint8Array(0);

/** `"HE1\0unlock\0" ‖ schoolId ‖ kid`: for the unlock key that is sealed to the school at enrolment. */
export function unlockInfo(schoolId: string, kid: string): string {
  return hpkeInfo('unlock', schoolId, kid);
}

/**
 * Seals a small secret to the school's envelope key: `enc ‖ ciphertext ‖ tag`, unpadded, so only for secrets of a
 * fixed length.
 * @param publicKey 65 bytes
 * @param info purpose, school and key id; see {@link unlockInfo}
 */
export async function sealToSchool(
  publicKey: Uint8Array,
  info: string,
  plaintext: Uint8Array,
): Promise<Bytes> {
  const { enc, ciphertext } = await hpkeSeal(publicKey, info, NO_AAD, plaintext);
  return concatBytes(enc, ciphertext);
}

/** Opens what {@link sealToSchool} sealed. @throws EnvelopeFault `cannot-open` */
export async function openSealed(recipientKey: WebKeyPair, info: string, box: Uint8Array): Promise<Bytes> {
  const sealed = { enc: box.subarray(0, PUBLIC_KEY_BYTES), ciphertext: box.subarray(PUBLIC_KEY_BYTES) };
  try {
    return await hpkeOpen(recipientKey, info, NO_AAD, sealed);
  } catch {
    throw new EnvelopeFault('cannot-open', 'sealed to another key, or changed on the way');
  }
}
