import { concatBytes, readU32be, u32be, type Bytes } from '../bytes';
import { SIGNATURE_BYTES } from '../signatures';
import { EnvelopeFault } from './fault';
import { padmeLength, padPlaintext } from './padding';

const LENGTH_BYTES = 4;

/** What lies sealed in an envelope, before its payload is read. */
export interface EnvelopePlaintext {
  payload: Bytes;
  /** 64 bytes; all zero when the author is unconfirmed */
  signature: Bytes;
}

/** `u32be payloadLength ‖ payload ‖ signature ‖ zeros` (envelope.md, Bytes). */
export function encodePlaintext(payload: Uint8Array, signature: Uint8Array): Bytes {
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError('a signature has 64 bytes');
  return padPlaintext(concatBytes(u32be(payload.length), payload, signature));
}

/**
 * The inverse of {@link encodePlaintext}. One payload has one plaintext: another length or a padding byte that is
 * not zero is a fault, so nothing can be smuggled along.
 * @throws EnvelopeFault `bad-plaintext`
 */
export function decodePlaintext(plaintext: Uint8Array): EnvelopePlaintext {
  if (plaintext.length < LENGTH_BYTES + SIGNATURE_BYTES) throw fault('too short');
  const payloadLength = readU32be(plaintext, 0);
  const signatureAt = LENGTH_BYTES + payloadLength;
  const end = signatureAt + SIGNATURE_BYTES;
  if (end > plaintext.length) throw fault('the payload is longer than its envelope');
  if (padmeLength(end) !== plaintext.length) throw fault('padded to a wrong length');
  if (!isZero(plaintext.subarray(end))) throw fault('the padding is not zeros');
  return {
    payload: new Uint8Array(plaintext.subarray(LENGTH_BYTES, signatureAt)),
    signature: new Uint8Array(plaintext.subarray(signatureAt, end)),
  };
}

/** Whether all bytes are zero: the padding, or the signature of an unconfirmed author. */
export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function fault(message: string): EnvelopeFault {
  return new EnvelopeFault('bad-plaintext', message);
}
