import { openPart } from '../files/open-part';
import { insertPart } from '../files/store';
import type { Ground } from '../ground';
import type { UnjudgedRow, Verdict } from './judging';
import { settle } from './settle';

/**
 * A chunk of a file: kept sealed, and noted under the name of its file. One that does not open is kept as it is: the
 * record whose file it may be of goes on saying that the file has not come.
 */
export async function judgePart(ground: Ground, row: UnjudgedRow): Promise<() => Promise<Verdict>> {
  const chunk = await openPart(ground, row.school_id, row.sha256);
  const settled = { verdict: 'kept', reason: chunk ? null : 'cannot-open', concernId: null } as const;
  return async () => {
    const recorded = await ground.database.write(async (trx) => {
      if (!(await settle(trx, ground, row, settled)) || !chunk) return false;
      await insertPart(trx, row, chunk);
      return true;
    });
    return { alerted: [], files: recorded };
  };
}
