import { concernRefusals } from '../../protocol/words/refusals/concerns';
import { problem } from '../http/problem';
import type { Transaction } from '../storage/database';
import type { ConcernRow } from '../storage/rows/records';

/** What a deed has to know of a concern, as it stands while nobody else can change it. */
export type LockedConcern = Pick<
  ConcernRow,
  'id' | 'reference' | 'urgent' | 'taken_by' | 'closed_at' | 'level'
>;

/**
 * Holds one concern until the transaction ends: two who act at once act one after the other, so that neither loses a
 * word nor finds it in another state than they were answered.
 * @throws problem 'not-found'
 */
export async function lockConcern(
  trx: Transaction,
  schoolId: string,
  concernId: string,
): Promise<LockedConcern> {
  const row = await trx('concerns')
    .where({ school_id: schoolId, id: concernId })
    .forUpdate()
    .first('id', 'reference', 'urgent', 'taken_by', 'closed_at', 'level');
  if (!row) throw problem('not-found');
  return row;
}

/** @throws problem 'conflict' for what is closed: it takes nothing but reopening */
export function needOpen({ closed_at }: LockedConcern): void {
  if (closed_at !== null) {
    throw problem('conflict', { title: concernRefusals.closed });
  }
}
