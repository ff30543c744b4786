import type { StaffActor } from '../../access/actor';
import { appendAudit, type AuditEntry } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { groupsWithoutLogIn } from '../../school/without-log-in';
import type { Transaction } from '../../storage/database';
import type { SlipRow } from '../../storage/rows/slips';

type Ending = Pick<SlipRow, 'school_id' | 'id' | 'staff_id' | 'used_at' | 'author_key_id'>;

/**
 * Withdraws a slip that was not used, or ends what a used one gave.
 * @throws problem 'not-found' for slips of other schools; 'conflict' for one that is over already
 */
export async function withdrawSlip(ground: Ground, actor: StaffActor, id: string): Promise<void> {
  const { schoolId, staffId: by } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const slip = await trx('slips').where({ school_id: schoolId, id }).forUpdate().first();
    if (!slip) throw problem('not-found');
    const over = slip.ended_at !== null || slip.withdrawn_at !== null;
    if (over || (slip.used_at === null && slip.expires_at <= at)) throw problem('conflict');
    await appendAudit(trx, await endOne(trx, slip, { at, by }));
  });
}

/**
 * Ends every slip whose person has left or now has to log in, or whose tablet was revoked, whatever change that came
 * by. Returns the audit entries for its caller's last statement.
 */
export async function endUnsuitedSlips(
  trx: Transaction,
  { schoolId, at, by }: { schoolId: string; at: string; by: string },
): Promise<AuditEntry[]> {
  const rows = await trx('slips as l')
    .join('staff as s', (on) => on.on('s.id', 'l.staff_id').andOn('s.school_id', 'l.school_id'))
    .leftJoin('devices as d', (on) => on.on('d.id', 'l.used_on').andOn('d.school_id', 'l.school_id'))
    .where({ 'l.school_id': schoolId })
    .whereNull('l.withdrawn_at')
    .whereNull('l.ended_at')
    .orderBy('l.id')
    // Somebody may be using it just now: it is ended as it stands afterwards.
    .forUpdate('l')
    .select<(Ending & { group_id: string; disabled_at: string | null; revoked_at: string | null })[]>(
      'l.school_id',
      'l.id',
      'l.staff_id',
      'l.used_at',
      'l.author_key_id',
      's.group_id',
      's.disabled_at',
      'd.revoked_at',
    );
  if (rows.length === 0) return [];
  const groups = await groupsWithoutLogIn(trx, schoolId);
  const entries: AuditEntry[] = [];
  for (const row of rows) {
    if (row.disabled_at === null && row.revoked_at === null && groups.has(row.group_id)) continue;
    entries.push(await endOne(trx, row, { at, by }));
  }
  return entries;
}

/** The author key that a used slip gave signs no call any more; what arrives under it is doubted from now on. */
async function endOne(
  trx: Transaction,
  { school_id, id, staff_id, used_at, author_key_id }: Ending,
  { at, by }: { at: string; by: string },
): Promise<AuditEntry> {
  const unused = used_at === null;
  await trx('slips')
    .where({ school_id, id })
    .update(unused ? { withdrawn_at: at } : { ended_at: at });
  if (author_key_id !== null) {
    await trx('author_keys')
      .where({ school_id, id: author_key_id })
      .whereNull('removed_at')
      .update({ removed_at: at });
  }
  return {
    schoolId: school_id,
    at,
    actor: by,
    what: unused ? 'slip.withdrawn' : 'slip.ended',
    object: `staff:${staff_id}`,
    facts: { slip: id },
  };
}
