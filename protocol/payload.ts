import * as v from 'valibot';
import { actionKinds } from './action-kinds';
import { fromUtf8, type Bytes } from './bytes';
import { canonicalBytes } from './canonical-json';
import { concernBodySchema, MAX_TEXT_CHARS, typedText } from './concern-body';
import { keyIdSchema } from './envelope/header';
import { day } from './fields';
import { MAX_FILE_BYTES, MAX_FILES } from './files/limits';
import { bytesSchema, instantSchema, uuidSchema } from './identifiers';
import { LONGEST_ACTION } from './text-limits';

export { roles, type ConcernBody } from './concern-body';

/** A payload under 48 KiB still fits the last-chance `keepalive` send (envelope.md, Bytes). */
export const MAX_PAYLOAD_BYTES = 48 * 1024;

const authorSchema = v.union([
  v.strictObject({ staffId: uuidSchema }),
  // The name as typed on the locked screen; never taken for a person without a lead's decision.
  v.strictObject({ unconfirmed: typedText(1, 200) }),
]);

const attachmentSchema = v.strictObject({
  sha256: bytesSchema(32),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FILE_BYTES)),
  /** the file's own AES-256-GCM key */
  key: bytesSchema(32),
  name: typedText(1, 255),
  type: v.pipe(v.string(), v.maxLength(100)),
});

const someIds = v.optional(v.array(uuidSchema), []);

/** An action that found no connection: what the page would have asked of `addAction`, and why it could. */
const actionBodySchema = v.strictObject({
  concernId: uuidSchema,
  /** the one that the page sent it with, so that an action whose answer was lost is not added twice */
  actionId: uuidSchema,
  /** the school's word that its author had the concern open, and with what access (`pass` of a concern) */
  pass: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(actionKinds),
  text: typedText(1, LONGEST_ACTION),
  /** when it happened; left out: when it was written */
  happenedAt: v.optional(instantSchema),
  /** of a referral */
  agencyId: v.optional(uuidSchema),
  /** by which day something is to be done about it, or answered, and whose that is */
  due: v.optional(v.strictObject({ day, ownerId: uuidSchema })),
  /** whom a lead has told of it; a list without anybody is left out */
  alert: v.optional(v.strictObject({ staff: someIds, groups: someIds })),
  /** when the button was pressed, by the school's clock as the device knew it */
  writtenAt: instantSchema,
});

const addendumBodySchema = v.strictObject({
  /**
   * Id of the envelope of the record that it adds to. The lineage in the header would not do: a draft that was sent from
   * two tabs is two records of one lineage.
   */
  recordId: bytesSchema(16),
  text: typedText(1, MAX_TEXT_CHARS),
  /** when Send was pressed, by the device's clock */
  sentAt: instantSchema,
});

const parkedBodySchema = v.strictObject({
  lineageId: bytesSchema(16),
  /** what the draft's own ciphertext opens with */
  draftKey: bytesSchema(32),
  signature: v.optional(bytesSchema(64)),
});

function payloadSchema<const Body extends v.GenericSchema>(body: Body) {
  return v.strictObject({
    schema: v.literal(1),
    author: authorSchema,
    /** null exactly when the envelope is unsigned */
    authorKeyId: v.nullable(keyIdSchema),
    body,
    attachments: v.optional(v.pipe(v.array(attachmentSchema), v.maxLength(MAX_FILES)), []),
  });
}

/** The payloads of this build, by kind of envelope. Attachments are raw chunks. */
export const payloadSchemas = {
  concern: payloadSchema(concernBodySchema),
  action: payloadSchema(actionBodySchema),
  addendum: payloadSchema(addendumBodySchema),
  parked: payloadSchema(parkedBodySchema),
};

/** Kinds of envelope whose payload this build can read. */
export type PayloadKind = keyof typeof payloadSchemas;
/** What is sealed in an envelope of kind `K`. */
export type Payload<K extends PayloadKind> = v.InferOutput<(typeof payloadSchemas)[K]>;
/** A file of a record, whose chunks come in envelopes of their own. */
export type Attachment = v.InferOutput<typeof attachmentSchema>;
/** Who wrote it: a staff member, or a name as typed. */
export type PayloadAuthor = v.InferOutput<typeof authorSchema>;

/**
 * The canonical bytes of a payload. Members without content (undefined, an empty list or object) are left out.
 * @throws v.ValiError when it is not of its schema
 */
export function encodePayload<K extends PayloadKind>(kind: K, payload: Payload<K>): Bytes {
  return canonicalBytes(withoutEmpty(v.parse(payloadSchemas[kind], payload)));
}

/**
 * Reads a payload that came out of an envelope. Strict: a member that this build does not know makes it null, so
 * nothing an author wrote is dropped in silence; such an envelope is quarantined (envelope.md, Receiving).
 * @returns null when it is not a payload of this kind
 */
export function decodePayload<K extends PayloadKind>(kind: K, bytes: Uint8Array): Payload<K> | null {
  try {
    const parsed = v.safeParse(payloadSchemas[kind], JSON.parse(fromUtf8(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Whether the encoded payload is under 48 KiB. */
export function payloadFits(bytes: Uint8Array): boolean {
  return bytes.length < MAX_PAYLOAD_BYTES;
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withoutEmpty(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)));
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return Object.keys(value).length === 0;
}
