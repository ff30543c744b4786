import type { Database, Reader, Transaction } from '../storage/database';
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

/** Most ids of one question; most rows of one INSERT: SQLite takes 32,766 values in a statement, a row has 14. */
const CHUNK = 500;
export const MOST_TO_INSERT = 2000;

const COLUMNS = [
  ...['school_id', 'envelope_id', 'sha256', 'lineage_id', 'kind', 'kid', 'device_id', 'delivery_key_id'],
  ...['raw', 'received_at', 'reference'],
];
/** The last value is the reference: five letters where the four are taken in this school. */
const ONE_ROW = `(${'?, '.repeat(10)}coalesce((select ? from envelopes where school_id = ? and reference = ? limit 1), ?))`;

/**
 * Stores raw envelopes by one statement, which is one commit; those whose id is there already are left as they are
 * (envelope.md, Accept).
 * @param envelopes at most `MOST_TO_INSERT`
 * @param five makes a reference of five letters; given only by tests
 * @returns what was new, by `school id ‖ envelope id`
 */
export async function insertEnvelopes(
  database: Pick<Database, 'writeAlone'>,
  envelopes: readonly IncomingEnvelope[],
  five: () => string = () => newReference(5),
): Promise<Map<string, HeldEnvelope>> {
  if (envelopes.length === 0) return new Map();
  const references = newReferences(envelopes, five);
  const rows = await database.writeAlone<HeldRow>(
    `insert into envelopes (${COLUMNS.join(', ')}) values ${envelopes.map(() => ONE_ROW).join(', ')}
     on conflict (school_id, envelope_id) do nothing
     returning school_id, envelope_id, sha256, reference, received_at`,
    references.flatMap(valuesOf),
  );
  return byId(rows);
}

function valuesOf({ one, short, long }: Named): (string | Buffer)[] {
  const { header, raw } = one;
  return [
    one.schoolId,
    header.envelopeId,
    one.sha256,
    header.lineageId,
    header.kind,
    header.kid.slice(0, 36),
    header.deviceId,
    one.deliveryKeyId,
    Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength),
    one.receivedAt,
    long,
    one.schoolId,
    short,
    short,
  ];
}

interface Named {
  readonly one: IncomingEnvelope;
  readonly short: string;
  readonly long: string;
}

/** Four letters each and five to fall back on; within one statement no two are the same. */
function newReferences(envelopes: readonly IncomingEnvelope[], five: () => string): Named[] {
  const taken = new Set<string>();
  return envelopes.map((one) => {
    const long = five();
    const four = long.slice(0, 4);
    const short = taken.has(four) ? long : four;
    taken.add(short);
    return { one, short, long };
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
    for (const [key, one] of byId(rows)) held.set(key, one);
  }
  return held;
}

function byId(rows: readonly HeldRow[]): Map<string, HeldEnvelope> {
  return new Map(
    rows.map((row) => [
      `${row.school_id} ${row.envelope_id}`,
      {
        envelopeId: row.envelope_id,
        sha256: row.sha256,
        reference: row.reference,
        receivedAt: row.received_at,
      },
    ]),
  );
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
