import type { ConcernFacts } from '../access/concern';
import { isApart } from '../access/staff-path';
import type { Ground } from '../ground';
import { readLeads } from '../school/duty';

/**
 * Everybody who was alerted and every lead (or keeper, of what is about staff) may have it open: their screens look at once. Says nothing of what it is,
 * and nothing at all to whom it must not be known (access.md, connected staff, about a member of staff).
 */
export async function tellReaders(ground: Ground, facts: ConcernFacts, concernId: string): Promise<void> {
  const { read } = ground.database;
  const alerted = await read('alerts')
    .where({ school_id: facts.schoolId, concern_id: concernId })
    .pluck('staff_id');
  const others = facts.keptBy ?? (await readLeads(read, facts.schoolId));
  const told = new Set([...alerted, ...others]);
  ground.changes.announce(
    facts.schoolId,
    [...told].filter((id) => isApart(id, facts)),
  );
}
