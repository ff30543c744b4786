import { sha256, toBase64url, type Bytes } from '../bytes';
import { SIGNATURE_BYTES, signedMessage, signMessage } from '../signatures';
import { encodeEnvelope, encodeHeader } from './format';
import { HE1_SUITE, type EnvelopeHeader } from './header';
import { hpkeInfo, hpkeSeal } from './hpke';
import { encodePlaintext } from './plaintext';
import type { WebKey } from '../web-keys';

/** What goes into one envelope. */
export interface EnvelopeToSeal {
  header: EnvelopeHeader;
  /** the encoded payload, or an attachment's chunk */
  payload: Uint8Array;
  /** null when nobody has unlocked: the author then stays unconfirmed */
  authorKey: WebKey | null;
  /** the school's envelope key of `header.kid`, 65 bytes */
  recipientPublicKey: Uint8Array;
}

/** An envelope as it is stored, delivered and asked after. */
export interface SealedEnvelope {
  bytes: Bytes;
  /** SHA-256 of `bytes`, base64url: a receipt names it */
  digest: string;
}

/**
 * Signs and seals one envelope (envelope.md, Bytes). The signature lies inside, so that nobody outside sees whose it
 * is, and speaks about the header, so that the payload cannot be moved into another envelope or school.
 */
export async function sealEnvelope(envelope: EnvelopeToSeal): Promise<SealedEnvelope> {
  const { header, payload, authorKey, recipientPublicKey } = envelope;
  if (header.suite !== HE1_SUITE) throw new RangeError(`this build seals with ${HE1_SUITE} only`);
  const headerBytes = encodeHeader(header);
  const plaintext = encodePlaintext(payload, await authorSignature(authorKey, headerBytes, payload));
  const info = hpkeInfo('envelope', header.schoolId, header.kid);
  const sealed = await hpkeSeal(recipientPublicKey, info, headerBytes, plaintext);
  const bytes = encodeEnvelope(headerBytes, sealed.enc, sealed.ciphertext);
  return { bytes, digest: await envelopeDigest(bytes) };
}

/** SHA-256 of the whole envelope, base64url. */
export async function envelopeDigest(bytes: Uint8Array): Promise<string> {
  return toBase64url(await sha256(bytes));
}

/** What an author signs: `"HE1\0author\0" ‖ SHA-256(header) ‖ SHA-256(payload)`. */
export function authorMessage(headerSha256: Uint8Array, payloadSha256: Uint8Array): Bytes {
  return signedMessage('author', headerSha256, payloadSha256);
}

async function authorSignature(
  authorKey: WebKey | null,
  headerBytes: Uint8Array,
  payload: Uint8Array,
): Promise<Bytes> {
  if (authorKey === null) return new Uint8Array(SIGNATURE_BYTES);
  return signMessage(authorKey, authorMessage(await sha256(headerBytes), await sha256(payload)));
}
