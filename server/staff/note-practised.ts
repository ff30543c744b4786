import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

/** Somebody has practised with an invented pupil. The first time is kept; told again, nothing changes. */
export async function notePractised(ground: Ground, { schoolId, staffId }: StaffActor): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const changed = await trx('staff')
      .where({ school_id: schoolId, id: staffId })
      .whereNull('practised_at')
      .update({ practised_at: at });
    if (changed === 0) return;
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'staff.practised',
      object: `staff:${staffId}`,
    });
  });
}
