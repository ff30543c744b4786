import type { ListedSlip } from '../../../protocol/slips';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { readPeople } from '../../school/read-people';
import { cellsOf } from '../../storage/cells';
import { slipState } from './slip-state';

/** As many as a page can hold; older ones stand in the audit. */
const MOST = 500;

/** The school's slips, newest first. Their codes are nowhere. */
export async function listSlips(ground: Ground, schoolId: string): Promise<{ slips: ListedSlip[] }> {
  const { read } = ground.database;
  const [rows, devices, people] = await Promise.all([
    read('slips').where({ school_id: schoolId }).orderBy('id', 'desc').limit(MOST),
    read('devices').where({ school_id: schoolId }).select('id', 'name'),
    readPeople(read, ground, schoolId),
  ]);
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  const tablets = new Map(devices.map(({ id, name }) => [id, cells.need(id, 'name', name)]));
  const nameOf = (id: string) => people.among([id])[0]?.name ?? '';
  const now = timeStamp(ground.clock);
  const slips = rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    name: nameOf(row.staff_id),
    madeBy: nameOf(row.made_by),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    state: slipState(row, now),
    usedAt: row.used_at,
    usedOn: row.used_on === null ? null : (tablets.get(row.used_on) ?? null),
  }));
  return { slips };
}
