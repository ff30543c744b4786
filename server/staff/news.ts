import { isNewer } from '../../protocol/versions';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';

/** Up to which version somebody has been told what is new. */
export async function readNewsSeen(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<string | null> {
  const row = await ground.database
    .read('staff')
    .where({ school_id: schoolId, id: staffId })
    .first('news_seen');
  return row?.news_seen ?? null;
}

/** Somebody has been told. An older page of theirs does not take it back. */
export async function noteNewsSeen(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  version: string,
): Promise<void> {
  await ground.database.write(async (trx) => {
    const row = await trx('staff').where({ school_id: schoolId, id: staffId }).first('news_seen');
    if (!row || (row.news_seen !== null && !isNewer(version, row.news_seen))) return;
    await trx('staff').where({ school_id: schoolId, id: staffId }).update({ news_seen: version });
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: 'staff.news-seen',
      object: `staff:${staffId}`,
      facts: { version },
    });
  });
}
