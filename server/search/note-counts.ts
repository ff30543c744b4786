import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

/** Notes that somebody looked at counts or took them along; no number of them. */
export async function noteCounts(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  what: 'counts.shown' | 'counts.exported',
): Promise<void> {
  await ground.database.write((trx) =>
    appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what,
      object: `school:${schoolId}`,
    }),
  );
}
