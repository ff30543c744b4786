import { announceOutboxChange } from '../../offline/outbox/changes';
import { newStanding } from '../../offline/outbox/policy';
import { addToOutbox } from '../../offline/outbox/store';
import { readDevice } from '../../offline/vault/device';
import type { DeviceRow, OutboxRow } from '../../offline/vault/rows';
import { fromBase64url, type Bytes } from '../../protocol/bytes';
import { HE1_SUITE, type EnvelopeHeader } from '../../protocol/envelope/header';
import { sealEnvelope } from '../../protocol/envelope/seal';
import { instant, newEnvelopeId } from '../../protocol/identifiers';
import {
  encodePayload,
  payloadFits,
  type Attachment,
  type Payload,
  type PayloadAuthor,
  type PayloadKind,
} from '../../protocol/payload';
import { VERSION } from '../../protocol/version';

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
export interface RecordToSeal<K extends PayloadKind> {
  kind: K;
  lineageId: string;
  /** how often this lineage has been sealed, this time included */
  revision: number;
  writer: Writer;
  body: Payload<K>['body'];
  attachments?: readonly Attachment[];
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
export async function sealRecord<K extends PayloadKind>(record: RecordToSeal<K>): Promise<SealedRecord> {
  const device = await enrolledDevice();
  const { author, authorKeyId, authorKey } = record.writer;
  const payload = encodePayload(record.kind, {
    schema: 1,
    author,
    authorKeyId,
    body: record.body,
    attachments: record.attachments ?? [],
  } as Payload<K>);
  if (!payloadFits(payload)) throw new RecordTooLong();
  const { kind, lineageId, revision } = record;
  return sealAs(device, { kind, lineageId, revision, part: 1, parts: 1 }, payload, authorKey);
}

/** What an envelope's header says beside what every envelope of the device does. */
type Place = Pick<EnvelopeHeader, 'kind' | 'lineageId' | 'revision' | 'part' | 'parts'>;

/** Seals a payload to the school as it is. @param authorKey null: nobody signs it */
export async function sealAs(
  device: DeviceRow,
  place: Place,
  payload: Uint8Array,
  authorKey: CryptoKey | null,
): Promise<SealedRecord> {
  const { kid, publicKey } = device.bundle.value;
  const createdAt = Date.now();
  const envelopeId = newEnvelopeId();
  const header = {
    v: 1,
    suite: HE1_SUITE,
    kid,
    schoolId: device.schoolId,
    envelopeId,
    ...place,
    deviceId: device.deviceId,
    createdAt: instant(createdAt),
    clientBuild: VERSION,
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
 * @param files ids of its files, whose chunks are sealed already
 */
export async function submitRecord(
  sealed: SealedRecord,
  lineageId: string,
  ownerMark: ArrayBuffer | null,
  draft: { draftId: string; revision: number },
  files: readonly string[],
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
  const kept = await addToOutbox(row, bytes.buffer, draft, files);
  if (kept === 'kept') announceOutboxChange();
  return kept;
}
