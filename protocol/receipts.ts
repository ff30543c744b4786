import * as v from 'valibot';
import type { Bytes } from './bytes';
import { bytesSchema, instantSchema } from './identifiers';
import { signJson, verifyJson } from './signed-json';
import type { WebKey } from './web-keys';

/**
 * Why one envelope is refused. The list is closed: an outbox knows what to do with each of them, and no other code
 * exists (envelope.md, Delivering). `client-too-old` is reserved: old versions are read for ever, so no school of
 * today gives it (docs/specs/delivery.md, Accept).
 */
export const REFUSAL_CODES = [
  'unknown-device',
  'wrong-school',
  'digest-conflict',
  'too-large',
  'malformed',
  'client-too-old',
] as const;

const receiptSchema = v.object({
  envelopeId: bytesSchema(16),
  /** SHA-256 of the envelope as the school holds it: the row is received only if it is the same here */
  sha256: bytesSchema(32),
  /** what people say on the telephone ("ref 4F2K") */
  reference: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** the school's clock when it accepted the envelope */
  serverTime: instantSchema,
});

const refusalSchema = v.object({
  envelopeId: bytesSchema(16),
  code: v.picklist(REFUSAL_CODES),
});

/** The answer to a delivery, without its signature. */
export const receiptReplySchema = v.object({
  receipts: v.array(receiptSchema),
  refused: v.array(refusalSchema),
  /** the newest row of the school's audit chain when it answered; kept, so that a cut chain would show */
  auditHead: v.object({
    seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    hash: bytesSchema(32),
  }),
});

/** The school's signed word that it holds one envelope, durably. */
export type Receipt = v.InferOutput<typeof receiptSchema>;
/** The school's signed word that it does not take one envelope. */
export type Refusal = v.InferOutput<typeof refusalSchema>;
/** Why one envelope is refused. */
export type RefusalCode = Refusal['code'];
/** The answer to a delivery. */
export type ReceiptReply = v.InferOutput<typeof receiptReplySchema>;

/** The bytes of the reply, signed over `"HE1\0receipts\0" ‖ SHA-256(the rest)`. @throws for a reply off schema */
export async function signReceipts(receiptKey: WebKey, reply: ReceiptReply): Promise<Bytes> {
  return signJson('receipts', receiptKey, v.parse(receiptReplySchema, reply));
}

/**
 * The reply that `bytes` hold if the pinned receipt key signed it; else null. A captive portal's page, an unknown
 * refusal code, a changed byte: all are null, and the rows stay.
 * @param receiptKeyRaw 65 bytes, from the bundle
 */
export async function verifyReceipts(
  receiptKeyRaw: Uint8Array,
  bytes: Uint8Array,
): Promise<ReceiptReply | null> {
  const parsed = v.safeParse(receiptReplySchema, await verifyJson('receipts', receiptKeyRaw, bytes));
  return parsed.success ? parsed.output : null;
}
