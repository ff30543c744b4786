import type { NewAction } from '../../protocol/concern-actions';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import { insertActionFiles } from '../files/name-online';
import type { NamedFile } from '../files/store';
import type { Ground } from '../ground';
import { overdueAt } from '../school/overdue-at';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import { alertByAction } from './alert-by-action';

export interface ActionToInsert {
  readonly concernId: string;
  readonly action: NewAction;
  /** When the school had it; ISO 8601, UTC. */
  readonly at: string;
  readonly files: readonly NamedFile[];
  /** `digestOf` it, as its request says it. */
  readonly asked: string;
  /** That it came in; null: it was sent in a session. */
  readonly envelope: string | null;
}

/**
 * Writes an action that was checked, with its files, when somebody is told that it is late, and the audit row; alerts whom
 * it names. @returns who was alerted
 */
export async function insertAction(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  { concernId, action, at, files, asked, envelope }: ActionToInsert,
): Promise<string[]> {
  const { actionId, kind, due } = action;
  await trx('concern_actions').insert({
    school_id: schoolId,
    id: actionId,
    concern_id: concernId,
    kind,
    staff_id: staffId,
    ...cellsOf(ground.keys, schoolId, 'concern_actions').seal(actionId, { text: action.text }),
    at,
    asked,
    happened_at: action.happenedAt,
    agency_id: action.agencyId,
    due_day: due?.day ?? null,
    owner_id: due?.ownerId ?? null,
    overdue_at: due && (await overdueAt(trx, ground, schoolId, due.day)),
  });
  const alerted = await alertByAction(trx, ground, { schoolId, staffId }, { concernId, action, at });
  await insertActionFiles(trx, ground, { schoolId, staffId, concernId, actionId, files });
  await appendAudit(trx, {
    schoolId,
    at: timeStamp(ground.clock),
    actor: staffId,
    what: 'concern.action-added',
    object: `concern:${concernId}`,
    facts: {
      action: actionId,
      kind,
      ...(due ? { owner: due.ownerId } : {}),
      ...(alerted.length > 0 ? { alerted } : {}),
      ...(files.length > 0 ? { files: files.map(({ fileId }) => fileId) } : {}),
      ...(envelope === null ? {} : { envelope }),
    },
  });
  return alerted;
}
