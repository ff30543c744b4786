import { accountRefusals } from '../../protocol/words/refusals/account';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { DAY, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';

/** Puts the list of first steps away for one person, or brings it back. */
export async function putAway(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  away: boolean,
): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('staff')
      .where({ school_id: schoolId, id: staffId })
      .update({ steps_away_at: away ? at : null });
    const what = away ? 'steps.put-away' : 'steps.brought-back';
    await appendAudit(trx, { schoolId, at, actor: staffId, what, object: `staff:${staffId}` });
  });
}

/** Says that the school needs no class restrictions, or takes that back. It changes nobody's rights. */
export async function settleRestrictions(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  needed: boolean,
): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('schools')
      .where({ id: schoolId })
      .update(
        needed
          ? { unrestricted_at: null, unrestricted_by: null }
          : { unrestricted_at: at, unrestricted_by: staffId },
      );
    const what = needed ? 'restrictions.needed' : 'restrictions.not-needed';
    await appendAudit(trx, { schoolId, at, actor: staffId, what, object: `school:${schoolId}` });
  });
}

/**
 * Somebody has seen their test alert arrive.
 * @throws problem 'conflict' where none that a channel took went out to them in the last day
 */
export async function noteTestArrived(ground: Ground, { schoolId, staffId }: StaffActor): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const sent: unknown = await trx('messages')
      .where({ school_id: schoolId, staff_id: staffId, template: 'test', state: 'sent' })
      .where('sent_at', '>', new Date(ground.clock.now() - DAY).toISOString())
      .first('id');
    if (!sent)
      throw problem('conflict', {
        title: accountRefusals.noTestAlert,
      });
    await trx('staff').where({ school_id: schoolId, id: staffId }).update({ test_arrived_at: at });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'alert.test-arrived',
      object: `staff:${staffId}`,
    });
  });
}
