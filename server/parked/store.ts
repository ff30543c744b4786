import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import type { Reader, Transaction } from '../storage/database';
import type { ParkedDraftRow } from '../storage/rows/parked-drafts';

/** A draft that was left, without its ciphertext. */
export type ParkedRow = Omit<ParkedDraftRow, 'ciphertext'>;

const columns = [
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

/**
 * Drafts that still wait to be sent, oldest first: known, not ended, and of no lineage that has become a record. Of one
 * that its author went on with elsewhere, only what was left since.
 */
export async function listWaiting(
  reader: Reader,
  schoolId: string,
  only: { authorId?: string; id?: string } = {},
): Promise<ParkedRow[]> {
  const query = reader('parked_drafts')
    .where({ school_id: schoolId, ended_at: null })
    .whereNotNull('known_revision')
    .orderBy(['parked_at', 'envelope_id'])
    .limit(500)
    .select(...columns);
  if (only.authorId !== undefined) query.where({ author_id: only.authorId });
  if (only.id !== undefined) query.where({ envelope_id: only.id });
  const rows: ParkedRow[] = await query;
  const lineages = rows.map((row) => row.lineage_id);
  const sent = new Set(await sentLineages(reader, schoolId, lineages));
  const later = await reader('parked_drafts')
    .where({ school_id: schoolId, ended_at: null })
    .whereIn('lineage_id', lineages)
    .whereNotNull('known_revision')
    .select('envelope_id', 'lineage_id', 'parked_at');
  const wentOn = (row: ParkedRow) =>
    row.resumed_at !== null &&
    row.resumed_revision === row.revision &&
    later.some((one) => one.lineage_id === row.lineage_id && one.parked_at > (row.resumed_at ?? ''));
  return rows.filter((row) => !sent.has(row.lineage_id) && !wentOn(row));
}

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
    .select(...columns);
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
