import * as v from 'valibot';
import { bytesSchema, instantSchema } from './identifiers';
import { verifyJson } from './signed-json';

/** Where drafts that were left go; said here, so that the worker need not carry the whole contract of them. */
export const PARKED_PATH = '/api/parked';

/** The school's signed word on one parked draft: what it holds of it, and whether that still waits for its author. */
const parkedWordSchema = v.object({
  /** of its parked envelope, which names it */
  envelopeId: bytesSchema(16),
  /** SHA-256 of the ciphertext that was sent; null where the draft was only said to be thrown away */
  sha256: v.nullable(bytesSchema(32)),
  /** `ended`: it was sent as a concern, thrown away, or a lead has opened it */
  standing: v.picklist(['open', 'ended']),
  /** the school's clock when it answered */
  serverTime: instantSchema,
});
export type ParkedWord = v.InferOutput<typeof parkedWordSchema>;

/**
 * The word that `bytes` hold if the pinned receipt key signed it; else null: a portal's page says nothing.
 * @param receiptKeyRaw 65 bytes, from the bundle
 */
export async function verifyParkedWord(
  receiptKeyRaw: Uint8Array,
  bytes: Uint8Array,
): Promise<ParkedWord | null> {
  const parsed = v.safeParse(parkedWordSchema, await verifyJson('parked', receiptKeyRaw, bytes));
  return parsed.success ? parsed.output : null;
}
