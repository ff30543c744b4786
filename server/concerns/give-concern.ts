import type { giveConcern as giving } from '../../protocol/concern-decisions';
import type { BodyOf } from '../../protocol/endpoint';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import { raiseAlerts } from '../alerts/raise-alerts';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { decideOnce, type Deciding } from './decisions';
import { readTakers } from './held-concerns';
import { needOpen } from './lock-concern';

/**
 * "Give to…": another lead has the concern, and is alerted to it at once. It lets nobody read more: they must be able to
 * take it by themselves. Whoever gives what somebody else has may take it over: who has it may be off sick.
 * @throws problem 'not-valid' where they may not, or have it already
 */
export async function giveConcern(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  asked: BodyOf<typeof giving>,
): Promise<void> {
  const { actionId, to, note } = asked;
  const { schoolId, staffId } = actor;
  await decideOnce(ground, actor, { concernId, asked }, async (deciding) => {
    const { trx, concern, at } = deciding;
    needOpen(concern);
    const own = to === staffId;
    // What nobody has is taken by "I'll take this".
    const not = concern.taken_by === null ? staffId : null;
    const takers = await readTakers(trx, ground, schoolId, { not, ids: [concernId] });
    if (concern.taken_by === to || !takers.get(to)?.has(concernId)) {
      throw problem('not-valid', {
        field: 'body.to',
        title: concernRefusals.cannotHaveIt,
      });
    }
    await trx('concerns')
      .where({ school_id: schoolId, id: concernId })
      .update({ taken_by: to, taken_at: at, escalates_at: null });
    const text = note === '' ? null : note;
    if (own) return { kind: 'taken', text, what: 'concern.taken', facts: { from: concern.taken_by ?? '' } };
    await alert(deciding, to, actionId);
    return { kind: 'given', text, more: { owner_id: to }, what: 'concern.given', facts: { to } };
  });
  ground.changes.announce(schoolId, [to]);
}

async function alert(
  { trx, ground, actor: { schoolId }, concern, at }: Deciding,
  to: string,
  actionId: string,
): Promise<void> {
  const { id: concernId, reference, urgent } = concern;
  await raiseAlerts(trx, ground, {
    schoolId,
    concernId,
    reference,
    urgent: urgent === 1,
    recipients: [{ staffId: to, reasons: [{ code: 'given' }] }],
    at,
    again: true,
    // A message of its own, also to whoever was alerted to it before.
    gathering: { key: `given:${actionId}`, until: at },
    atOnce: true,
  });
}
