import { uuidv7 } from '../../protocol/identifiers';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';

/**
 * "I'll take this": the first lead who takes a concern has it; others see whose it is.
 * @throws problem 'conflict' when somebody was first
 */
export async function takeConcern(ground: Ground, actor: StaffActor, concernId: string): Promise<void> {
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const taken = await trx('concerns')
      .where({ school_id: schoolId, id: concernId, taken_by: null, closed_at: null })
      .update({ taken_by: staffId, taken_at: at, escalates_at: null });
    if (taken === 0) throw problem('conflict', { title: concernRefusals.justTaken });
    await trx('concern_actions').insert({
      school_id: schoolId,
      id: uuidv7(ground.clock.now()),
      concern_id: concernId,
      kind: 'taken',
      staff_id: staffId,
      at,
    });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.taken',
      object: `concern:${concernId}`,
    });
  });
}
