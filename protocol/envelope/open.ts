import { sha256, type Bytes } from '../bytes';
import { verifyMessage } from '../signatures';
import { EnvelopeFault } from './fault';
import { parseEnvelope, type ParsedEnvelope } from './format';
import { HE1_SUITE, type EnvelopeHeader } from './header';
import { hpkeInfo, hpkeOpen } from './hpke';
import { decodePlaintext, isZero } from './plaintext';
import { authorMessage } from './seal';
import type { WebKeyPair } from '../web-keys';

/** An envelope that has been opened. Whose it is has not been proved yet: see {@link verifyAuthor}. */
export interface OpenedEnvelope {
  header: EnvelopeHeader;
  headerBytes: Bytes;
  payload: Bytes;
  /** 64 bytes; all zero when the author is unconfirmed */
  signature: Bytes;
}

/**
 * Opens an envelope with the school's key of `header.kid`.
 * @param recipientKey as `importHpkePrivateKey` gives it
 * @throws EnvelopeFault with any of its codes
 */
export async function openEnvelope(bytes: Uint8Array, recipientKey: WebKeyPair): Promise<OpenedEnvelope> {
  return openParsed(parseEnvelope(bytes), recipientKey);
}

/** {@link openEnvelope} for an envelope whose header was already read, to find its key. @throws EnvelopeFault */
export async function openParsed(
  envelope: ParsedEnvelope,
  recipientKey: WebKeyPair,
): Promise<OpenedEnvelope> {
  const { header, headerBytes } = envelope;
  if (header.suite !== HE1_SUITE) throw new EnvelopeFault('unknown-suite', 'unknown suite');
  return { header, headerBytes, ...decodePlaintext(await decrypt(envelope, recipientKey)) };
}

/** Whether the envelope carries a signature at all; if not, its author is unconfirmed. */
export function isSigned(opened: OpenedEnvelope): boolean {
  return !isZero(opened.signature);
}

/**
 * Whether the author's key signed exactly this header and payload. False for an unsigned envelope.
 * @param publicKeyRaw 65 bytes
 */
export async function verifyAuthor(opened: OpenedEnvelope, publicKeyRaw: Uint8Array): Promise<boolean> {
  const message = authorMessage(await sha256(opened.headerBytes), await sha256(opened.payload));
  return verifyMessage(publicKeyRaw, message, opened.signature);
}

async function decrypt(envelope: ParsedEnvelope, recipientKey: WebKeyPair): Promise<Bytes> {
  const info = hpkeInfo('envelope', envelope.header.schoolId, envelope.header.kid);
  try {
    return await hpkeOpen(recipientKey, info, envelope.headerBytes, envelope);
  } catch {
    // The library's own reasons (no point, wrong tag) all mean this one thing to the school.
    throw new EnvelopeFault('cannot-open', 'sealed to another key, or changed on the way');
  }
}
