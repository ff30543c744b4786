import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import { findTold } from './find-told';
import { queueLate } from './tell-overdue';

/** Files of one school that are told of in one transaction. */
const AT_ONCE = 50;

interface LateRecord {
  readonly concern_id: string;
  readonly owner_id: null;
  readonly taken_by: string | null;
  readonly reference: string;
}

/**
 * Tells of files that have not come a day after their record, once, however many processes look (failures.md, S10): whoever
 * has the concern, else the leads. Several files of one record are one message.
 * @returns who was told, so that their inboxes look again
 */
export async function tellLateFiles(ground: Ground, schoolId: string): Promise<ReadonlySet<string>> {
  return ground.database.write(async (trx) => {
    const told = new Set<string>();
    const here = { school_id: schoolId };
    const late = await trx('files')
      .where(here)
      .where('late_at', '<=', timeStamp(ground.clock))
      .orderBy('late_at')
      .limit(AT_ONCE)
      .pluck<string[]>('file_id');
    const marked: string[] = [];
    for (const file_id of late) {
      const changed = await trx('files')
        .where({ ...here, file_id })
        .whereNotNull('late_at')
        .update({ late_at: null });
      if (changed > 0) marked.push(file_id);
    }
    for (const record of await recordsOf(trx, schoolId, marked))
      for (const staffId of await tellOf(trx, ground, schoolId, record)) told.add(staffId);
    return told;
  });
}

function recordsOf(
  trx: Transaction,
  schoolId: string,
  files: readonly string[],
): Promise<Omit<LateRecord, 'owner_id'>[]> {
  return trx('concern_files as f')
    .join('concerns as c', (on) => on.on('c.school_id', 'f.school_id').andOn('c.id', 'f.concern_id'))
    .where({ 'f.school_id': schoolId })
    .whereIn('f.file_id', [...files])
    .whereNull('c.closed_at')
    .distinct()
    .select<Omit<LateRecord, 'owner_id'>[]>('f.concern_id', 'c.taken_by', 'c.reference');
}

async function tellOf(
  trx: Transaction,
  ground: Ground,
  schoolId: string,
  record: Omit<LateRecord, 'owner_id'>,
): Promise<string[]> {
  const late: LateRecord = { ...record, owner_id: null };
  const { told, away } = await findTold(trx, ground, schoolId, late);
  const word = `files-late:${late.concern_id}`;
  for (const { staffId, alertId } of told)
    await queueLate(trx, ground, schoolId, { staffId, alertId, late, template: 'files-late', word });
  const alerted = told.map(({ staffId }) => staffId);
  await appendAudit(trx, {
    schoolId,
    at: timeStamp(ground.clock),
    actor: 'heed',
    what: 'file.late',
    object: `concern:${late.concern_id}`,
    facts: { alerted },
  });
  return [...alerted, ...away];
}
