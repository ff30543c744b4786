import type { OpenedQuarantined } from '../../protocol/quarantine';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { loadQuarantined } from './load-quarantined';
import { showOpened } from './show-quarantined';

/**
 * Opens a record with a doubt. Whoever is first has taken it, and its text is theirs and the other leads' from then on
 * (envelope.md, Judge). @throws problem 'not-found' where there is none that this person keeps
 */
export async function openQuarantined(
  ground: Ground,
  viewer: StaffActor,
  id: string,
): Promise<OpenedQuarantined> {
  const { schoolId, staffId } = viewer;
  const at = timeStamp(ground.clock);
  const found = await ground.database.write(async (trx) => {
    const [one] = await loadQuarantined(trx, ground, viewer, id);
    if (!one) throw problem('not-found');
    if (one.row.decision === null)
      await trx('concerns')
        .where({ school_id: schoolId, id, taken_by: null })
        .update({ taken_by: staffId, taken_at: at });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'quarantine.opened',
      object: `concern:${id}`,
      facts: { reason: one.row.quarantine ?? one.row.doubted },
    });
    const [now] = await loadQuarantined(trx, ground, viewer, id);
    return now ?? one;
  });
  return showOpened(ground, viewer, found);
}
