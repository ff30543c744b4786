import type { ChangeStep } from '../../school/apply-change';
import { endSessions, listOpenSessions } from '../session-store';

/** Ends every session of one person at this school, and every push to them. Answers how many sessions ran. */
export async function endAllSessions(
  { trx, schoolId, at }: Pick<ChangeStep, 'trx' | 'schoolId' | 'at'>,
  staffId: string,
): Promise<number> {
  const sessions = await listOpenSessions(trx, { school_id: schoolId, staff_id: staffId });
  await endSessions(trx, sessions, at);
  await trx('push_subscriptions').where({ school_id: schoolId, staff_id: staffId }).delete();
  return sessions.length;
}

/** Takes one person off every tablet: what they seal there from now on is no longer theirs. */
export async function leaveTablets(
  { trx, schoolId, at }: Pick<ChangeStep, 'trx' | 'schoolId' | 'at'>,
  staffId: string,
): Promise<number> {
  return trx('author_keys')
    .where({ school_id: schoolId, staff_id: staffId })
    .whereNull('removed_at')
    .update({ removed_at: at });
}
