import { announceOutboxChange } from '../../offline/outbox/changes';
import { newStanding } from '../../offline/outbox/policy';
import { addToOutbox } from '../../offline/outbox/store';
import { readDevice } from '../../offline/vault/device';
import type { DeviceRow, OutboxRow } from '../../offline/vault/rows';
import { fromBase64url, type Bytes } from '../../protocol/bytes';
import { HE1_SUITE } from '../../protocol/envelope/header';
import { sealEnvelope } from '../../protocol/envelope/seal';
import { instant, newEnvelopeId } from '../../protocol/identifiers';
import { encodePayload, payloadFits, type Payload, type PayloadAuthor } from '../../protocol/payload';
import { CLIENT_BUILD } from './client-build';

/** Thrown when the words are more than one envelope takes (48 KiB): nothing was sealed, the draft is kept. */
export class RecordTooLong extends Error {
  override name = 'RecordTooLong';
}

/** Thrown on a browser that is not a device of a school: there is nobody to seal to. */
export class NotEnrolled extends Error {
  override name = 'NotEnrolled';
}

/** Who writes: signed when unlocked, a name as typed when not. */
export interface Writer {
  author: PayloadAuthor;
  authorKeyId: string | null;
  authorKey: CryptoKey | null;
}

/** One thing to seal. */
export interface RecordToSeal<K extends 'concern' | 'parked'> {
  kind: K;
  lineageId: string;
  /** how often this lineage has been sealed, this time included */
  revision: number;
  writer: Writer;
  body: Payload<K>['body'];
}

/** An envelope that is not yet in the outbox. */
export interface SealedRecord {
  envelopeId: string;
  digest: string;
  /** device clock, ms */
  createdAt: number;
  bytes: Bytes;
}

/** The device's row. @throws NotEnrolled */
export async function enrolledDevice(): Promise<DeviceRow> {
  const device = await readDevice();
  if (!device) throw new NotEnrolled();
  return device;
}

/** Signs and seals to the school. @throws NotEnrolled, RecordTooLong, ValiError for a body off its schema */
export async function sealRecord<K extends 'concern' | 'parked'>(
  record: RecordToSeal<K>,
): Promise<SealedRecord> {
  const device = await enrolledDevice();
  const { author, authorKeyId, authorKey } = record.writer;
  const payload = encodePayload(record.kind, {
    schema: 1,
    author,
    authorKeyId,
    body: record.body,
    attachments: [],
  } as Payload<K>);
  if (!payloadFits(payload)) throw new RecordTooLong();
  const { kid, publicKey } = device.bundle.value;
  const createdAt = Date.now();
  const envelopeId = newEnvelopeId();
  const header = {
    v: 1,
    suite: HE1_SUITE,
    kid,
    schoolId: device.schoolId,
    envelopeId,
    lineageId: record.lineageId,
    revision: record.revision,
    kind: record.kind,
    deviceId: device.deviceId,
    part: 1,
    parts: 1,
    createdAt: instant(createdAt),
    clientBuild: CLIENT_BUILD,
  } as const;
  const sealed = await sealEnvelope({
    header,
    payload,
    authorKey,
    recipientPublicKey: fromBase64url(publicKey),
  });
  return { envelopeId, createdAt, ...sealed };
}

/**
 * Puts a sealed concern into the outbox, durably, in the place of its draft.
 * @param draft the revision that was sealed
 * @param ownerMark null for an unconfirmed author
 */
export async function submitRecord(
  sealed: SealedRecord,
  lineageId: string,
  ownerMark: ArrayBuffer | null,
  draft: { draftId: string; revision: number },
): Promise<'kept' | 'draft-changed'> {
  const { envelopeId, digest, createdAt, bytes } = sealed;
  const row: OutboxRow = {
    ...newStanding(),
    envelopeId,
    lineageId,
    kind: 'concern',
    digest,
    byteLength: bytes.length,
    createdAt,
    ownerMark,
  };
  const kept = await addToOutbox(row, bytes.buffer, draft);
  if (kept === 'kept') announceOutboxChange();
  return kept;
}
