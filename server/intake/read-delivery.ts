import { createHash } from 'node:crypto';
import { parseEnvelope, readEnvelopeId } from '../../protocol/envelope/format';
import type { EnvelopeHeader } from '../../protocol/envelope/header';
import { MAX_ENVELOPE_BYTES, parseRequest } from '../../protocol/envelope/request';
import type { Refusal } from '../../protocol/receipts';

/** One envelope as it came in: its clear header, its digest, its bytes. Nothing is opened yet. */
export interface Arrived {
  readonly header: EnvelopeHeader;
  /** SHA-256 of the whole envelope, base64url. */
  readonly sha256: string;
  readonly raw: Uint8Array;
}

/** A delivery taken apart: what can be kept, and what cannot and why. */
export interface Delivery {
  readonly arrived: readonly Arrived[];
  readonly refused: readonly Refusal[];
}

/**
 * Takes a request's body apart. What is no envelope, or too large for one, is refused by its id; a frame without even
 * an id ends the reading, because after it nobody knows where the next envelope begins: its sender finds the ids
 * behind it missing from the reply and keeps the rows (envelope.md, answer table). An id twice in one request counts
 * once when equal. Neither the suite nor the build that sealed an envelope matters here: what is well-formed is kept.
 */
export async function readDelivery(schoolId: string, body: Uint8Array): Promise<Delivery> {
  const arrived = new Map<string, Arrived>();
  const refused: Refusal[] = [];
  for (const raw of parseRequest(body).envelopes) {
    const header = raw.length > MAX_ENVELOPE_BYTES ? null : headerOf(raw);
    const envelopeId = header?.envelopeId ?? readEnvelopeId(raw);
    if (envelopeId === null) break;
    // Not WebCrypto: in Node each call waits for a pool thread (envelope.md, Receiving).
    const sha256 = createHash('sha256').update(raw).digest('base64url');
    const twin = arrived.get(envelopeId);
    if (!header)
      refused.push({ envelopeId, code: raw.length > MAX_ENVELOPE_BYTES ? 'too-large' : 'malformed' });
    else if (header.schoolId !== schoolId) refused.push({ envelopeId, code: 'wrong-school' });
    else if (twin && twin.sha256 !== sha256) refused.push({ envelopeId, code: 'digest-conflict' });
    else arrived.set(envelopeId, { header, sha256, raw });
  }
  return { arrived: [...arrived.values()], refused };
}

/** Null for what is no envelope, or one of a version that this server does not know. */
function headerOf(raw: Uint8Array): EnvelopeHeader | null {
  try {
    return parseEnvelope(raw).header;
  } catch {
    return null;
  }
}
