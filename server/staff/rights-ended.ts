import type { Transaction } from '../storage/database';

/** Something that these people may have open has ended for them: their pages let it fall, at once or whenever they next hear. */
export async function noteRightsEnded(
  trx: Transaction,
  schoolId: string,
  staffIds: readonly string[],
): Promise<void> {
  if (staffIds.length === 0) return;
  await trx('staff').where({ school_id: schoolId }).whereIn('id', staffIds).increment('rights_ended', 1);
}
