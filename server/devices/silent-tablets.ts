import type { SilentTablet } from '../../protocol/device-list';
import type { Ground } from '../ground';
import { missedSince } from '../school/school-days';
import { readSchool } from '../school/school';
import { readSettings } from '../school/settings';
import { cellsOf } from '../storage/cells';

/** Shared tablets that were not heard of by the end of lunch on a school day; none on days without school. */
export async function readSilentTablets(ground: Ground, schoolId: string): Promise<SilentTablet[]> {
  const { read } = ground.database;
  const [settings, { timeZone }] = await Promise.all([
    readSettings(read, ground, schoolId),
    readSchool(read, ground, schoolId),
  ]);
  const since = missedSince(ground.clock.now(), settings, timeZone);
  if (since === null) return [];
  const rows = await read('devices')
    .where({ school_id: schoolId, shared: 1 })
    .whereNull('revoked_at')
    .where('seen_at', '<', new Date(since).toISOString())
    .orderBy('seen_at')
    .select('id', 'name', 'seen_at', 'waiting');
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  return rows.map((row) => ({
    id: row.id,
    name: cells.need(row.id, 'name', row.name),
    seenAt: row.seen_at,
    waiting: row.waiting,
  }));
}
