import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

/** Notes that somebody looked into the audit: who and how, never what they searched for (access.md, reads). */
export async function noteLook(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  what: 'audit.searched' | 'audit.exported' | 'audit.checked',
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
