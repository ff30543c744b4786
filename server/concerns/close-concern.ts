import type { BodyOf } from '../../protocol/endpoint';
import type { closeConcern as closing, reopenConcern as reopening } from '../../protocol/concern-decisions';
import { concernRefusals } from '../../protocol/words/refusals/concerns';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { addDeed, decideOnce, isDecided, type Deciding } from './decisions';

/**
 * Closes a concern: only with a decision and a reason (product.md section 5). Its escalation ends, and whoever closes
 * what nobody has taken has it.
 * @throws problem 'not-valid' without a decision; 'conflict' when somebody was first
 */
export async function closeConcern(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  asked: BodyOf<typeof closing>,
): Promise<void> {
  const { reason, decision } = asked;
  await decideOnce(ground, actor, { concernId, asked }, async (deciding) => {
    const { trx, concern, at } = deciding;
    if (concern.closed_at !== null) throw problem('conflict', { title: concernRefusals.justClosed });
    // A moment before the closing, so that it stands before it in the history.
    const before = { ...deciding, at: new Date(Date.parse(at) - 1).toISOString() };
    if (decision) await addDeed(before, decision.actionId, { kind: 'decision', text: decision.text });
    else if (!(await isDecided(trx, actor.schoolId, concernId))) {
      throw problem('not-valid', {
        field: 'body.decision',
        title: concernRefusals.noDecision,
      });
    }
    const taken = concern.taken_by === null ? { taken_by: actor.staffId, taken_at: at } : {};
    await change(deciding, { closed_at: at, escalates_at: null, ...taken });
    return { kind: 'closed', text: reason, what: 'concern.closed' };
  });
}

/**
 * Opens it again; whoever does so has it. What was closed by checking it stays so.
 * @throws problem 'conflict' when it is open
 */
export async function reopenConcern(
  ground: Ground,
  actor: StaffActor,
  concernId: string,
  asked: BodyOf<typeof reopening>,
): Promise<void> {
  const { reason } = asked;
  await decideOnce(ground, actor, { concernId, asked }, async (deciding) => {
    const { trx, concern, at } = deciding;
    const closed = await trx('concern_actions')
      .where({ school_id: actor.schoolId, concern_id: concernId, kind: 'closed' })
      .first('id');
    if (concern.closed_at === null || !closed)
      throw problem('conflict', { title: concernRefusals.openAlready });
    await change(deciding, { closed_at: null, taken_by: actor.staffId, taken_at: at });
    return { kind: 'reopened', text: reason, what: 'concern.reopened' };
  });
}

async function change({ trx, actor, concern }: Deciding, update: object): Promise<void> {
  await trx('concerns').where({ school_id: actor.schoolId, id: concern.id }).update(update);
}
