import type { MadeSlip } from '../../../protocol/slips';
import { uuidv7 } from '../../../protocol/identifiers';
import { slipRefusals, staffRefusals } from '../../../protocol/words/refusals/staff';
import type { StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { DAY, timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { readStaffNames } from '../../school/names';
import { groupsWithoutLogIn } from '../../school/without-log-in';
import type { Transaction } from '../../storage/database';
import { hashSlipCode, newSlipCode } from './codes';

/** How long a slip may lie in a drawer (product.md section 2, point 8). */
const SLIP_LIFE = 7 * DAY;

/**
 * Makes a slip for each of these people, all or none, and withdraws their older unused ones. The codes are in the
 * answer and nowhere else.
 * @throws problem 'not-found' for people of other schools; 'not-valid' for leavers and for whoever has to log in
 */
export async function makeSlips(
  ground: Ground,
  actor: StaffActor,
  to: readonly string[],
): Promise<{ slips: MadeSlip[] }> {
  const { schoolId, staffId: by } = actor;
  const at = timeStamp(ground.clock);
  const expiresAt = timeStamp(ground.clock, SLIP_LIFE);
  const names = await readStaffNames(ground.database.read, ground, schoolId, to);
  const slips = await ground.database.write(async (trx) => {
    await needNoLogIn(trx, schoolId, to);
    await trx('slips')
      .where({ school_id: schoolId, used_at: null, withdrawn_at: null })
      .whereIn('staff_id', to)
      .update({ withdrawn_at: at });
    const made = to.map((staffId) => ({ id: uuidv7(ground.clock.now()), staffId, code: newSlipCode() }));
    await trx('slips').insert(
      made.map(({ id, staffId, code }) => ({
        school_id: schoolId,
        id,
        staff_id: staffId,
        code_hash: hashSlipCode(ground.keys, schoolId, code),
        made_by: by,
        made_at: at,
        expires_at: expiresAt,
      })),
    );
    await appendAudit(
      trx,
      ...made.map(({ id, staffId }) => ({
        schoolId,
        at,
        actor: by,
        what: 'slip.made',
        object: `staff:${staffId}`,
        facts: { slip: id },
      })),
    );
    return made;
  });
  return { slips: slips.map((slip) => ({ ...slip, name: names.get(slip.staffId)?.name ?? '', expiresAt })) };
}

/** Whoever has an address, views, administers or is of a higher-level group logs in instead. */
async function needNoLogIn(trx: Transaction, schoolId: string, to: readonly string[]): Promise<void> {
  // Two administrators at once: the second waits here, so that nobody is left with two slips that work.
  const people = await trx('staff')
    .where({ school_id: schoolId })
    .whereIn('id', to)
    .orderBy('id')
    .forUpdate()
    .select('email', 'group_id', 'disabled_at');
  if (people.length !== to.length) throw problem('not-found');
  const groups = await groupsWithoutLogIn(trx, schoolId);
  const refuse = (title: string) => problem('not-valid', { field: 'body.to', title });
  for (const { email, group_id, disabled_at } of people) {
    if (disabled_at !== null) throw refuse(staffRefusals.left);
    if (email !== null) throw refuse(slipRefusals.logsIn);
    if (!groups.has(group_id)) throw refuse(slipRefusals.mustLogIn);
  }
}
