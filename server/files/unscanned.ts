import { MINUTE, timeStamp } from '../clock';
import type { Ground } from '../ground';

/** A scanner that takes longer than this over a file is away, ms. */
const PATIENCE = 5 * MINUTE;

/** Files that lie here whole and that the scanner has not looked at for a while; none where the server has no scanner. */
export async function readUnscanned(
  { settings, database, clock }: Ground,
  schoolId: string,
): Promise<{ waiting: number; since: string | null }> {
  if (!settings.scanner) return { waiting: 0, since: null };
  const row = await database
    .read('files')
    .where({ school_id: schoolId, state: 'here', scan: null })
    .where('here_at', '<', timeStamp(clock, -PATIENCE))
    .count({ waiting: '*' })
    .min({ since: 'here_at' })
    .first<{ waiting: number | string; since: string | null } | undefined>();
  return { waiting: Number(row?.waiting ?? 0), since: row?.since ?? null };
}
