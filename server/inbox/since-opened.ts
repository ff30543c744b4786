import type { AlertSince } from '../../protocol/inbox';
import { readToday } from '../alerts/absence/read-absences';
import type { Ground } from '../ground';
import type { ShownAlert } from './find-alerts';

/**
 * Why concerns that somebody has opened before stand in their list again: an action is late, or the author has written more
 * since. Its first words alone would say nothing of either.
 */
export async function readSince(
  ground: Ground,
  schoolId: string,
  shown: readonly ShownAlert[],
): Promise<(alert: ShownAlert) => { since?: AlertSince[] }> {
  const ids = [...new Set(shown.map(({ row }) => row.concern_id))];
  const { read } = ground.database;
  const today = await readToday(read, ground, schoolId);
  const late = await read('concern_actions')
    .where({ school_id: schoolId, done_at: null })
    .where('due_day', '<', today)
    .whereIn('concern_id', ids)
    .distinct()
    .pluck<string[]>('concern_id');
  const additions = await read('concern_actions')
    .where({ school_id: schoolId, kind: 'addendum' })
    .whereIn('concern_id', ids)
    .select('concern_id', 'at');
  return ({ row, one }) => {
    const since: AlertSince[] = [];
    if (one.row.closed_at === null && late.includes(row.concern_id)) since.push('action-late');
    const opened = row.read_at === null ? row.opened_at : null;
    const wrote = ({ concern_id, at }: (typeof additions)[number]) =>
      concern_id === row.concern_id && opened !== null && at > opened;
    if (additions.some(wrote)) since.push('written-more');
    return since.length === 0 ? {} : { since };
  };
}
