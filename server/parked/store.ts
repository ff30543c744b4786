import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Reader, Transaction } from '../storage/database';
import type { ParkedDraftRow } from '../storage/rows/parked-drafts';

/** A draft that was left, without its ciphertext. */
export type ParkedRow = Omit<ParkedDraftRow, 'ciphertext'>;

/** All of a row but its ciphertext. */
export const parkedColumns = [
  ...(['school_id', 'envelope_id', 'lineage_id', 'device_id', 'revision', 'sha256'] as const),
  ...([
    'began_at',
    'touched_at',
    'parked_at',
    'received_at',
    'known_revision',
    'author_id',
    'facts',
  ] as const),
  ...(['resumed_at', 'resumed_revision', 'ended_at', 'ended_by', 'concern_id'] as const),
] satisfies readonly (keyof ParkedRow)[];

/** Which of these drafts have become a record whose words can be read. */
export async function sentLineages(
  reader: Reader,
  schoolId: string,
  lineages: readonly string[],
): Promise<string[]> {
  if (lineages.length === 0) return [];
  return reader('concerns')
    .where({ school_id: schoolId })
    .whereIn('lineage_id', lineages)
    .whereNotNull('body')
    .distinct()
    .pluck<string[]>('lineage_id');
}

/** One draft by the id of its parked envelope; ended ones too. */
export async function findParked(
  reader: Reader,
  schoolId: string,
  id: string,
): Promise<ParkedDraftRow | undefined> {
  return reader('parked_drafts').where({ school_id: schoolId, envelope_id: id }).first();
}

/** Several drafts by the ids of their parked envelopes; ended ones too. */
export async function findAllParked(
  reader: Reader,
  schoolId: string,
  ids: readonly string[],
): Promise<ParkedRow[]> {
  if (ids.length === 0) return [];
  return reader('parked_drafts')
    .where({ school_id: schoolId })
    .whereIn('envelope_id', ids)
    .select(...parkedColumns);
}

type EndedBy = NonNullable<ParkedDraftRow['ended_by']>;

/** Ends the drafts of a lineage, inside a command. @returns the ids of those that waited until now */
export async function endLineage(
  trx: Transaction,
  ground: Ground,
  { schoolId, lineageId, by }: { schoolId: string; lineageId: string; by: EndedBy },
): Promise<string[]> {
  const ended = await trx('parked_drafts')
    .where({ school_id: schoolId, lineage_id: lineageId, ended_at: null })
    .update({ ended_at: timeStamp(ground.clock), ended_by: by })
    .returning('envelope_id');
  return ended.map((row) => row.envelope_id);
}

/** Ends one draft, and those that its author went on from when it began. @returns the ids of those that waited until now */
export async function endDraft(
  trx: Transaction,
  ground: Ground,
  row: Pick<ParkedRow, 'school_id' | 'envelope_id' | 'lineage_id' | 'parked_at'>,
  by: EndedBy,
): Promise<string[]> {
  const ended = await trx('parked_drafts')
    .where({ school_id: row.school_id, lineage_id: row.lineage_id, ended_at: null })
    .where((some) =>
      some
        .where({ envelope_id: row.envelope_id })
        .orWhere((before) => before.whereNotNull('resumed_at').where('parked_at', '<', row.parked_at)),
    )
    .update({ ended_at: timeStamp(ground.clock), ended_by: by })
    .returning('envelope_id');
  return ended.map((one) => one.envelope_id);
}
