import { createHash } from 'node:crypto';
import { parseEnvelope } from '../../protocol/envelope/format';
import type { EnvelopeHeader } from '../../protocol/envelope/header';
import { parseRequest } from '../../protocol/envelope/request';
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
 * Takes a request's body apart. A damaged frame ends the reading; its sender finds those ids missing from the
 * reply and keeps the rows (envelope.md, answer table). An id twice in one request counts once when equal.
 */
export async function readDelivery(schoolId: string, body: Uint8Array): Promise<Delivery> {
  const arrived = new Map<string, Arrived>();
  const refused: Refusal[] = [];
  for (const raw of parseRequest(body).envelopes) {
    const header = headerOf(raw);
    if (!header) break;
    // Not WebCrypto: in Node each call waits for a pool thread (envelope.md, Receiving).
    const digest = createHash('sha256').update(raw).digest('base64url');
    const twin = arrived.get(header.envelopeId);
    if (header.schoolId !== schoolId) refused.push({ envelopeId: header.envelopeId, code: 'wrong-school' });
    else if (twin && twin.sha256 !== digest)
      refused.push({ envelopeId: header.envelopeId, code: 'digest-conflict' });
    else arrived.set(header.envelopeId, { header, sha256: digest, raw });
  }
  return { arrived: [...arrived.values()], refused };
}

function headerOf(raw: Uint8Array): EnvelopeHeader | null {
  try {
    return parseEnvelope(raw).header;
  } catch {
    return null;
  }
}
