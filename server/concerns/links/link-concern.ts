import type { linkConcern as linking, unlinkConcern as unlinking } from '../../../protocol/concern-linking';
import type { BodyOf } from '../../../protocol/endpoint';
import { concernRefusals, linkRefusals } from '../../../protocol/words/refusals/concerns';
import type { StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { cellsOf } from '../../storage/cells';
import type { Transaction } from '../../storage/database';
import type { ConcernLinkRow } from '../../storage/rows/linked-concerns';
import { lockConcern } from '../lock-concern';

/**
 * Links a concern with another one, with a reason; both show it to whoever may read both (product.md section 3). The page
 * makes the id, so that a repeated send links nothing twice. Whether this person may read the other one is asked before.
 * @throws problem 'not-valid' for the concern itself; 'conflict' where the two are linked already
 */
export async function linkConcern(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  concernId: string,
  { linkId, otherId, reason }: BodyOf<typeof linking>,
): Promise<void> {
  if (concernId === otherId)
    throw problem('not-valid', { field: 'body.otherId', title: linkRefusals.itself });
  const at = timeStamp(ground.clock);
  const cells = cellsOf(ground.keys, schoolId, 'concern_links');
  await ground.database.write(async (trx) => {
    // In one order, whichever of the two somebody links from.
    for (const id of [concernId, otherId].sort()) await lockConcern(trx, schoolId, id);
    const sent = await trx('concern_links').where({ school_id: schoolId, id: linkId }).first();
    if (sent) {
      const same = sent.concern_id === concernId && sent.other_id === otherId && sent.ended_at === null;
      if (same && cells.open(linkId, 'reason', sent.reason) === reason) return;
      throw problem('conflict', { title: concernRefusals.sentBefore });
    }
    const links = await linksBetween(trx, schoolId, concernId, otherId);
    if (links.some(({ ended_at }) => ended_at === null))
      throw problem('conflict', { title: linkRefusals.linkedAlready });
    await trx('concern_links').insert({
      school_id: schoolId,
      id: linkId,
      concern_id: concernId,
      other_id: otherId,
      linked_by: staffId,
      linked_at: at,
      ...cells.seal(linkId, { reason }),
    });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.linked',
      object: `concern:${concernId}`,
      facts: { link: linkId, concerns: [otherId] },
    });
  });
}

/**
 * Ends a link, with a reason; that there was one stays.
 * @throws problem 'conflict' where somebody was first
 */
export async function unlinkConcern(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
  link: Pick<ConcernLinkRow, 'id' | 'concern_id' | 'other_id'>,
  { actionId, reason }: Pick<BodyOf<typeof unlinking>, 'actionId' | 'reason'>,
): Promise<void> {
  const at = timeStamp(ground.clock);
  const one = { school_id: schoolId, id: link.id };
  await ground.database.write(async (trx) => {
    for (const id of [link.concern_id, link.other_id].sort()) await lockConcern(trx, schoolId, id);
    const row = await trx('concern_links').where(one).first('end_id', 'ended_at', 'ended_reason');
    const cells = cellsOf(ground.keys, schoolId, 'concern_links');
    const same = row?.end_id === actionId && cells.open(link.id, 'ended_reason', row.ended_reason) === reason;
    if (same) return;
    if (row?.end_id === actionId) throw problem('conflict', { title: concernRefusals.sentBefore });
    if (!row || row.ended_at !== null) throw problem('conflict', { title: linkRefusals.justEnded });
    const sealed = cells.seal(link.id, { ended_reason: reason });
    await trx('concern_links')
      .where(one)
      .update({ end_id: actionId, ended_by: staffId, ended_at: at, ...sealed });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'concern.unlinked',
      object: `concern:${link.concern_id}`,
      facts: { link: link.id, concerns: [link.other_id] },
    });
  });
}

async function linksBetween(
  trx: Transaction,
  schoolId: string,
  one: string,
  other: string,
): Promise<Pick<ConcernLinkRow, 'id' | 'ended_at'>[]> {
  return trx('concern_links')
    .where({ school_id: schoolId })
    .where((pair) =>
      pair.where({ concern_id: one, other_id: other }).orWhere({ concern_id: other, other_id: one }),
    )
    .select('id', 'ended_at');
}
