import type { Ground } from '../ground';
import type { Transaction } from '../storage/database';
import { dropElevation } from './session-store';

/** Something that these people may have open has ended for them: their pages let it fall, at once or whenever they next hear. */
export async function noteRightsEnded(
  trx: Transaction,
  schoolId: string,
  staffIds: readonly string[],
): Promise<void> {
  if (staffIds.length === 0) return;
  await trx('staff').where({ school_id: schoolId }).whereIn('id', staffIds).increment('rights_ended', 1);
}

/** Where somebody is on the staff. */
export interface StaffPlace {
  readonly school_id: string;
  readonly id: string;
}

/**
 * Full access of an account ends wherever else it is logged in, and what is open there falls at once: the session may be in
 * the hands of whoever found the phone. Once it is committed, {@link announceEnded}.
 * @param exceptId the session in which it was asked; empty for none
 */
export async function endElevationElsewhere(
  trx: Transaction,
  accountId: string,
  exceptId: string,
): Promise<StaffPlace[]> {
  await dropElevation(trx, { accountId, exceptId });
  await trx('staff').where({ account_id: accountId }).increment('rights_ended', 1);
  return trx('staff')
    .where({ account_id: accountId })
    .orderBy('school_id')
    .select<StaffPlace[]>('school_id', 'id');
}

/** Live lines of these people look again. */
export function announceEnded({ changes }: Ground, places: readonly StaffPlace[]): void {
  for (const { school_id, id } of places) changes.announce(school_id, [id]);
}
