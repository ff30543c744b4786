import { uuidv7 } from '../../protocol/identifiers';
import { heedWrites } from '../../protocol/words/heed-writes';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import { raiseAlerts } from '../alerts/raise-alerts';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { Transaction } from '../storage/database';
import { readHeld, type Held } from './held-concerns';

/**
 * Hands concerns that somebody has taken to another lead, who is alerted to them. It never lets anybody read more: the
 * lead must be able to take each of them by themselves. All of them or none.
 * @throws problem 'not-found' for what that person does not hold; 'not-valid' where the lead may not read one of them
 */
export async function handOver(
  ground: Ground,
  actor: StaffActor,
  given: { from: string; to: string; concerns: readonly string[] },
): Promise<void> {
  const { schoolId } = actor;
  const wanted = new Set(given.concerns);
  await ground.database.write(async (trx) => {
    const held = (await readHeld(trx, ground, actor, given.from)).filter(({ row }) => wanted.has(row.id));
    if (held.length !== wanted.size) throw problem('not-found');
    if (held.some(({ mayTake }) => !mayTake.includes(given.to))) {
      throw problem('not-valid', {
        field: 'body.to',
        title: concernRefusals.cannotHaveThem,
      });
    }
    const names = await readStaffNames(trx, ground, schoolId, [given.from, actor.staffId]);
    const name = (id: string) => names.get(id)?.name ?? '';
    const text = heedWrites.handedOver(name(given.from), name(actor.staffId));
    const batch = uuidv7(ground.clock.now());
    for (const one of held) await giveOne(trx, ground, actor, { ...given, one, text, batch });
  });
  ground.changes.announce(schoolId, [given.from, given.to, actor.staffId]);
}

async function giveOne(
  trx: Transaction,
  ground: Ground,
  { schoolId, staffId: by }: StaffActor,
  given: { from: string; to: string; one: Held; text: string; batch: string },
): Promise<void> {
  const { from, to, one, text } = given;
  const at = timeStamp(ground.clock);
  const { id: concernId, reference, urgent } = one.row;
  await trx('concerns').where({ school_id: schoolId, id: concernId }).update({ taken_by: to, taken_at: at });
  const actionId = uuidv7(ground.clock.now());
  await trx('concern_actions').insert({
    school_id: schoolId,
    id: actionId,
    concern_id: concernId,
    kind: 'taken',
    staff_id: to,
    ...cellsOf(ground.keys, schoolId, 'concern_actions').seal(actionId, { text }),
    at,
  });
  await raiseAlerts(trx, ground, {
    schoolId,
    concernId,
    reference,
    urgent: urgent === 1,
    recipients: [{ staffId: to, reasons: [{ code: 'handed-over' }] }],
    at,
    again: true,
    // One message, however many are handed over, and also to whoever was alerted to them before.
    gathering: { key: `hand-over:${given.batch}`, until: at },
    atOnce: true,
  });
  await appendAudit(trx, {
    schoolId,
    at,
    actor: by,
    what: 'concern.handed-over',
    object: `concern:${concernId}`,
    facts: { from, to },
  });
}
