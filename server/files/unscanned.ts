import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';
import { silentSince } from './scanner-silence';

/** Nobody is told of a scanner that is silent for less than this, ms: it may have been started anew. */
const PATIENCE = 5 * MINUTE;

/** What this server's scanner has not looked at. */
export interface Unscanned {
  /** Files that wait for it, and since when it does not answer; null: it does, or nothing waits. */
  readonly waiting: number;
  readonly since: string | null;
  /** Files that could not be looked at. */
  readonly failed: number;
}

/** Files that lie here whole and were not looked at; none where the server has no scanner. */
export async function readUnscanned(
  { settings, database, clock }: Ground,
  schoolId: string,
): Promise<Unscanned> {
  if (!settings.scanner) return { waiting: 0, since: null, failed: 0 };
  const { read } = database;
  const count = async (failed: boolean): Promise<number> => {
    const files = read('files').where({ school_id: schoolId, state: 'here', scan: null });
    const row = await (failed ? files.whereNotNull('scan_failed_at') : files.whereNull('scan_failed_at'))
      .count({ count: '*' })
      .first<{ count: number | string } | undefined>();
    return Number(row?.count ?? 0);
  };
  const silent = await silentSince(read);
  const since = silent !== null && silent < timeStamp(clock, -PATIENCE) ? silent : null;
  const waiting = since === null ? 0 : await count(false);
  return { waiting, since: waiting === 0 ? null : since, failed: await count(true) };
}
