import type { StaffActor } from '../access/actor';
import { can } from '../access/can';
import { mayReadConcern, type ClassRestrictions } from '../access/concern';
import type { Action } from '../../protocol/actions';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { loadRestrictions } from '../school/load-restrictions';
import { loadConcerns, type LoadedConcern } from '../records/load-facts';

export interface GuardedConcern {
  readonly loaded: LoadedConcern;
  readonly restrictions: ClassRestrictions;
}

/**
 * Loads one concern and asks the policy. Hidden and absent are the same answer (access.md, Traps).
 * @throws problem 'not-found'; 'elevation-needed' when only the elevation is missing
 */
export async function loadFor(
  ground: Ground,
  viewer: StaffActor,
  id: string,
  action: Action,
): Promise<GuardedConcern> {
  const { read } = ground.database;
  const restrictions = await loadRestrictions(read, viewer.schoolId);
  const loaded = (await loadConcerns(read, ground, viewer, [id])).get(id);
  if (!loaded) throw problem('not-found');
  const object = { kind: 'guarded-concern', concern: loaded.facts, restrictions } as const;
  if (can(viewer, action, object)) return { loaded, restrictions };
  // Somebody who was alerted already knows that it exists; elevating is all that is missing.
  const waits = loaded.alert !== null && loaded.alert.readAt === null;
  if (
    waits &&
    viewer.group.higherLevel &&
    !viewer.elevated &&
    can({ ...viewer, elevated: true }, action, object)
  ) {
    throw problem('elevation-needed');
  }
  throw problem('not-found');
}

/** Notes that a concern was opened, by whom and why it was allowed; the first opening of an alert is kept with it. */
export async function noteOpened(ground: Ground, viewer: StaffActor, guarded: GuardedConcern): Promise<void> {
  const { row, facts, alert } = guarded.loaded;
  const at = timeStamp(ground.clock);
  const because = mayReadConcern(viewer, facts, guarded.restrictions) ?? 'none';
  await ground.database.write(async (trx) => {
    if (alert && !alert.openedAt) {
      await trx('alerts').where({ school_id: viewer.schoolId, id: alert.id }).update({ opened_at: at });
    }
    // Whoever wrote more after sending it reads on their ladder that it was opened.
    if (leadsConcern(viewer, guarded))
      await trx('addenda')
        .where({ school_id: viewer.schoolId, concern_id: row.id, opened_at: null })
        .update({ opened_at: at });
    await appendAudit(trx, {
      schoolId: viewer.schoolId,
      at,
      actor: viewer.staffId,
      what: 'concern.opened',
      object: `concern:${row.id}`,
      facts: { because, elevated: viewer.elevated },
    });
  });
}

/** Whether this person decides about a concern that they may read. */
export function leadsConcern(viewer: StaffActor, { loaded, restrictions }: GuardedConcern): boolean {
  return can(viewer, 'concern.lead', { kind: 'guarded-concern', concern: loaded.facts, restrictions });
}
