import type { Ground } from '../ground';

/** Ids of one announcement: PostgreSQL carries at most 8,000 bytes. */
const AT_ONCE = 100;

/**
 * Tells every open page of a school to ask again, after rights have changed: what it may show is decided by the next
 * answer. Whoever has just left is told too, so that their streams end.
 */
export async function announceToAll(ground: Ground, schoolId: string): Promise<void> {
  const ids = await ground.database.read('staff').where({ school_id: schoolId }).pluck('id');
  for (let at = 0; at < ids.length; at += AT_ONCE)
    ground.changes.announce(schoolId, ids.slice(at, at + AT_ONCE));
}
