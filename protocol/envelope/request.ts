import { concatBytes, readU32be, u32be, type Bytes } from '../bytes';
import { looksLikeEnvelope } from './format';

const LENGTH_BYTES = 4;

/** A request of several envelopes is at most this long; a larger single envelope goes alone (envelope.md, Bytes). */
export const MAX_REQUEST_BYTES = 900_000;

/**
 * The largest single envelope that a school takes. An attachment's chunk of 768 KiB is the largest that is sealed, with
 * its padding about 805 kB; a delivery may be larger than this, so that what is too large is told so by its id.
 */
export const MAX_ENVELOPE_BYTES = 1_000_000;

/** What one envelope takes of a request: its length field and itself. */
export function framedLength(envelopeLength: number): number {
  return LENGTH_BYTES + envelopeLength;
}

/**
 * `1*( u32be length ‖ envelope )`: the body of a delivery.
 * @throws RangeError without envelopes, or when several are longer than MAX_REQUEST_BYTES together
 */
export function encodeRequest(envelopes: readonly Uint8Array[]): Bytes {
  if (envelopes.length === 0) throw new RangeError('a request has at least one envelope');
  const body = concatBytes(...envelopes.flatMap((envelope) => [u32be(envelope.length), envelope]));
  if (envelopes.length > 1 && body.length > MAX_REQUEST_BYTES)
    throw new RangeError('too much for one request');
  return body;
}

/**
 * The envelopes of a request, as views on `body`, unread. A damaged frame refuses itself and what follows it, never
 * what came before: after a wrong length nobody knows where the next envelope begins.
 */
export function parseRequest(body: Uint8Array): { envelopes: Uint8Array[]; damaged: boolean } {
  const envelopes: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    if (body.length - at < LENGTH_BYTES) return { envelopes, damaged: true };
    const end = at + LENGTH_BYTES + readU32be(body, at);
    const envelope = body.subarray(at + LENGTH_BYTES, end);
    if (end > body.length || !looksLikeEnvelope(envelope)) return { envelopes, damaged: true };
    envelopes.push(envelope);
    at = end;
  }
  return { envelopes, damaged: envelopes.length === 0 };
}
