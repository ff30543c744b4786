import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

/** Adds a note to a concern. The page makes the id, so that a repeated send adds nothing twice. */
export async function addAction(
  ground: Ground,
  actor: StaffActor,
  given: { concernId: string; actionId: string; text: string },
): Promise<void> {
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  const sealed = cellsOf(ground.keys, schoolId, 'concern_actions').seal(given.actionId, { text: given.text });
  await ground.database.write(async (trx) => {
    const there: unknown = await trx('concern_actions')
      .where({ school_id: schoolId, id: given.actionId })
      .first('id');
    if (there) return;
    await trx('concern_actions').insert({
      school_id: schoolId,
      id: given.actionId,
      concern_id: given.concernId,
      kind: 'note',
      staff_id: staffId,
      ...sealed,
      at,
    });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.action-added',
      object: `concern:${given.concernId}`,
      facts: { action: given.actionId, kind: 'note' },
    });
  });
}
