import type { Reader, Transaction } from '../storage/database';
import type { Arrived } from './read-delivery';
import { newReference } from './reference';

/** What the school holds of one envelope, as a receipt names it. */
export interface HeldEnvelope {
  readonly envelopeId: string;
  readonly sha256: string;
  readonly reference: string;
  readonly receivedAt: string;
}

export interface IncomingEnvelope extends Arrived {
  readonly schoolId: string;
  readonly deliveryKeyId: string;
  readonly receivedAt: string;
}

/** Rows of one INSERT; SQLite takes 32,766 values in a statement, a row has 12. */
const CHUNK = 500;

/** Stores raw envelopes; those whose id is there already are left as they are (envelope.md, Accept). */
export async function insertEnvelopes(
  trx: Transaction,
  envelopes: readonly IncomingEnvelope[],
): Promise<void> {
  const rows = (await withReferences(trx, envelopes)).map((one) => ({
    school_id: one.schoolId,
    envelope_id: one.header.envelopeId,
    sha256: one.sha256,
    reference: one.reference,
    lineage_id: one.header.lineageId,
    kind: one.header.kind,
    kid: one.header.kid.slice(0, 36),
    device_id: one.header.deviceId,
    delivery_key_id: one.deliveryKeyId,
    raw: Buffer.from(one.raw),
    received_at: one.receivedAt,
  }));
  for (let from = 0; from < rows.length; from += CHUNK) {
    await trx('envelopes')
      .insert(rows.slice(from, from + CHUNK))
      .onConflict(['school_id', 'envelope_id'])
      .ignore();
  }
}

/** Four letters each; five for the few whose four are taken in their school. */
async function withReferences(
  trx: Transaction,
  envelopes: readonly IncomingEnvelope[],
): Promise<(IncomingEnvelope & { reference: string })[]> {
  const wanted = envelopes.map((one) => ({ ...one, reference: newReference() }));
  const taken = new Set<string>();
  for (let from = 0; from < wanted.length; from += CHUNK) {
    const schools = [...new Set(envelopes.map((one) => one.schoolId))];
    const rows = await trx('envelopes')
      .whereIn('school_id', schools)
      .whereIn(
        'reference',
        wanted.slice(from, from + CHUNK).map((one) => one.reference),
      )
      .pluck('reference');
    for (const reference of rows) taken.add(reference);
  }
  return wanted.map((one) => {
    const reference = taken.has(one.reference) ? newReference(5) : one.reference;
    taken.add(reference);
    return { ...one, reference };
  });
}

interface HeldRow {
  school_id: string;
  envelope_id: string;
  sha256: string;
  reference: string;
  received_at: string;
}

/** What is held under these ids, by `school id ‖ envelope id`. */
export async function findHeld(
  reader: Reader,
  envelopes: readonly IncomingEnvelope[],
): Promise<Map<string, HeldEnvelope>> {
  const held = new Map<string, HeldEnvelope>();
  const schools = [...new Set(envelopes.map((one) => one.schoolId))];
  for (let from = 0; from < envelopes.length; from += CHUNK) {
    const ids = envelopes.slice(from, from + CHUNK).map((one) => one.header.envelopeId);
    const rows = await reader('envelopes')
      .whereIn('school_id', schools)
      .whereIn('envelope_id', ids)
      .select<HeldRow[]>('school_id', 'envelope_id', 'sha256', 'reference', 'received_at');
    for (const row of rows) {
      held.set(`${row.school_id} ${row.envelope_id}`, {
        envelopeId: row.envelope_id,
        sha256: row.sha256,
        reference: row.reference,
        receivedAt: row.received_at,
      });
    }
  }
  return held;
}

/** Keeps the second of two envelopes with one id and two digests; both are evidence. */
export async function insertConflicts(
  trx: Transaction,
  envelopes: readonly IncomingEnvelope[],
): Promise<void> {
  if (envelopes.length === 0) return;
  const rows = envelopes.map((one) => ({
    school_id: one.schoolId,
    envelope_id: one.header.envelopeId,
    sha256: one.sha256,
    raw: Buffer.from(one.raw),
    received_at: one.receivedAt,
  }));
  await trx('envelope_conflicts').insert(rows).onConflict(['school_id', 'envelope_id', 'sha256']).ignore();
}
