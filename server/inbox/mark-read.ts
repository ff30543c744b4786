import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { UNDO_LIFE } from '../records/load-facts';
import { loadFor } from '../concerns/read-concern';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import type { AlertRow } from '../storage/rows/records';

/**
 * Marks one's own alert as read. Twice is once. Only who may read the concern at this moment may say so, or an alert
 * would vanish that nobody read.
 * @throws problem 'not-found' for anybody else's; 'elevation-needed' before elevating
 */
export async function markRead(ground: Ground, actor: StaffActor, alertId: string): Promise<void> {
  const alert = await loadOwn(ground, actor, alertId);
  if (alert.read_at !== null) return;
  await loadFor(ground, actor, alert.concern_id, 'concern.read');
  await change(ground, actor, alertId, {
    what: 'alert.read',
    readAt: timeStamp(ground.clock),
    concernId: alert.concern_id,
  });
}

/** Takes "Mark as read" back within 10 minutes. @throws problem 'not-found' afterwards, as for any other alert */
export async function undoRead(ground: Ground, actor: StaffActor, alertId: string): Promise<void> {
  const alert = await loadOwn(ground, actor, alertId);
  if (alert.read_at === null) return;
  if (ground.clock.now() - Date.parse(alert.read_at) >= UNDO_LIFE) throw problem('not-found');
  await change(ground, actor, alertId, { what: 'alert.unread', readAt: null, concernId: alert.concern_id });
}

async function loadOwn(
  ground: Ground,
  actor: StaffActor,
  alertId: string,
): Promise<Pick<AlertRow, 'concern_id' | 'read_at'>> {
  const alert = await ground.database
    .read('alerts')
    .where({ school_id: actor.schoolId, id: alertId })
    .first('staff_id', 'concern_id', 'read_at');
  const owner = { kind: 'owned', schoolId: actor.schoolId, owner: alert?.staff_id ?? '' } as const;
  if (!alert || !can(actor, 'alert.read-own', owner)) throw problem('not-found');
  return alert;
}

async function change(
  ground: Ground,
  actor: StaffActor,
  alertId: string,
  to: { what: string; readAt: string | null; concernId: string },
): Promise<void> {
  const { schoolId, staffId } = actor;
  await ground.database.write(async (trx) => {
    await trx('alerts').where({ school_id: schoolId, id: alertId }).update({ read_at: to.readAt });
    await appendAudit(trx, {
      schoolId,
      at: timeStamp(ground.clock),
      actor: staffId,
      what: to.what,
      object: `alert:${alertId}`,
      facts: { concern: to.concernId },
    });
  });
  ground.changes.announce(schoolId, [staffId]);
}
