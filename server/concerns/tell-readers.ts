import type { ConcernFacts } from '../access/concern';
import { isApart } from '../access/staff-path';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { UNDO_LIFE } from '../records/load-facts';
import { readLeads } from '../school/duty';

/**
 * Everybody who was alerted and every lead may have it open: their screens look at once. Of what is about a member of
 * staff these are its keepers, and whoever was alerted and has not marked it as read. Says nothing of what it is, and
 * nothing at all to whom it must not be known (access.md, connected staff, about a member of staff).
 */
export async function tellReaders(ground: Ground, facts: ConcernFacts, concernId: string): Promise<void> {
  const { read } = ground.database;
  const alerts = read('alerts').where({ school_id: facts.schoolId, concern_id: concernId });
  if (facts.keptBy !== null) {
    const undoable = timeStamp(ground.clock, -UNDO_LIFE);
    alerts.where((open) => open.whereNull('read_at').orWhere('read_at', '>', undoable));
  }
  const alerted = await alerts.pluck('staff_id');
  const others = facts.keptBy ?? (await readLeads(read, facts.schoolId));
  const told = new Set([...alerted, ...others]);
  ground.changes.announce(
    facts.schoolId,
    [...told].filter((id) => isApart(id, facts)),
  );
}
