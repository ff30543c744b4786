import type { BodyOf } from '../../protocol/endpoint';
import type { markSeveral as marking } from '../../protocol/inbox';
import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { loadFor } from '../concerns/read-concern';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { loadConcerns, UNDO_LIFE } from '../records/load-facts';
import { loadRestrictions } from '../school/load-restrictions';
import type { AlertRow } from '../storage/rows/records';

type OwnAlert = Pick<AlertRow, 'id' | 'concern_id' | 'opened_at' | 'read_at'>;

/**
 * Marks one's own alert as read. Twice is once. Only who may read the concern at this moment may say so, or an alert
 * would vanish that nobody read.
 * @throws problem 'not-found' for anybody else's; 'elevation-needed' before elevating
 */
export async function markRead(ground: Ground, actor: StaffActor, alertId: string): Promise<void> {
  const alert = await loadOne(ground, actor, alertId);
  if (alert.read_at !== null) return;
  await loadFor(ground, actor, alert.concern_id, 'concern.read');
  await change(ground, actor, [alert], true);
}

/** Takes "Mark as read" back within 10 minutes. @throws problem 'not-found' afterwards, as for any other alert */
export async function undoRead(ground: Ground, actor: StaffActor, alertId: string): Promise<void> {
  const alert = await loadOne(ground, actor, alertId);
  if (alert.read_at === null) return;
  if (!mayUndo(ground, alert)) throw problem('not-found');
  await change(ground, actor, [alert], false);
}

/**
 * Several of one's own alerts at once. Of those to be marked, only what was opened and may be read at this moment: in one
 * press among many, nothing may go unseen.
 * @returns ids of those that were marked
 */
export async function markSeveral(
  ground: Ground,
  actor: StaffActor,
  { alertIds, read }: BodyOf<typeof marking>,
): Promise<string[]> {
  const own = await loadOwn(ground, actor, alertIds);
  const marked = read
    ? await onlyReadable(
        ground,
        actor,
        own.filter((alert) => alert.read_at === null && alert.opened_at !== null),
      )
    : own.filter((alert) => mayUndo(ground, alert));
  if (marked.length > 0) await change(ground, actor, marked, read);
  return marked.map(({ id }) => id);
}

function mayUndo({ clock }: Ground, { read_at: readAt }: OwnAlert): boolean {
  return readAt !== null && clock.now() - Date.parse(readAt) < UNDO_LIFE;
}

async function loadOne(ground: Ground, actor: StaffActor, alertId: string): Promise<OwnAlert> {
  const [alert] = await loadOwn(ground, actor, [alertId]);
  if (!alert) throw problem('not-found');
  return alert;
}

async function loadOwn(ground: Ground, actor: StaffActor, ids: readonly string[]): Promise<OwnAlert[]> {
  const rows = await ground.database
    .read('alerts')
    .where({ school_id: actor.schoolId })
    .whereIn('id', ids)
    .select('id', 'staff_id', 'concern_id', 'opened_at', 'read_at');
  return rows.filter(({ staff_id: owner }) =>
    can(actor, 'alert.read-own', { kind: 'owned', schoolId: actor.schoolId, owner }),
  );
}

async function onlyReadable(
  ground: Ground,
  actor: StaffActor,
  alerts: readonly OwnAlert[],
): Promise<OwnAlert[]> {
  const { read } = ground.database;
  const restrictions = await loadRestrictions(read, actor.schoolId);
  const ids = alerts.map((alert) => alert.concern_id);
  const loaded = await loadConcerns(read, ground, actor, ids);
  return alerts.filter((alert) => {
    const concern = loaded.get(alert.concern_id)?.facts;
    return concern && can(actor, 'concern.read', { kind: 'guarded-concern', concern, restrictions });
  });
}

async function change(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  alerts: readonly OwnAlert[],
  read: boolean,
): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const ids = alerts.map(({ id }) => id);
    await trx('alerts')
      .where({ school_id: schoolId })
      .whereIn('id', ids)
      .update({ read_at: read ? at : null });
    for (const { id, concern_id: concern } of alerts) {
      await appendAudit(trx, {
        schoolId,
        at,
        actor: staffId,
        what: read ? 'alert.read' : 'alert.unread',
        object: `alert:${id}`,
        facts: { concern },
      });
    }
  });
  ground.changes.announce(schoolId, [staffId]);
}
