import type { Concern } from '../../protocol/concerns';
import { MINUTE } from '../clock';
import type { Ground } from '../ground';
import type { StaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { ConcernRow } from '../storage/rows/records';

/** A device's clock further off than this is shown to the lead (product.md section 3, when). */
const CLOCK_OFF = 5 * MINUTE;

/** When and on which device a concern was written, and when it arrived. */
export async function showWritten(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
): Promise<Concern['written']> {
  const device = await ground.database
    .read('devices')
    .where({ school_id: schoolId, id: row.device_id })
    .first('name');
  const at = row.written_at ?? row.received_at;
  return {
    at,
    device: device
      ? cellsOf(ground.keys, schoolId, 'devices').open(row.device_id, 'name', device.name)
      : null,
    receivedAt: row.received_at,
    // A clock that runs ahead is certain; one that runs behind looks like a long wait without network.
    clockOff: Date.parse(at) - Date.parse(row.received_at) > CLOCK_OFF,
  };
}

/** What has happened to a concern, oldest first, from its arrival on. */
export async function showHistory(
  ground: Ground,
  schoolId: string,
  row: ConcernRow,
  staff: ReadonlyMap<string, StaffNames>,
): Promise<Concern['history']> {
  const rows = await ground.database
    .read('concern_actions')
    .where({ school_id: schoolId, concern_id: row.id })
    .orderBy(['at', 'id']);
  const cells = cellsOf(ground.keys, schoolId, 'concern_actions');
  const received = { id: row.id, kind: 'received' as const, by: null, at: row.received_at, text: null };
  return [
    received,
    ...rows.map((one) => ({
      id: one.id,
      kind: one.kind,
      by: one.staff_id ? (staff.get(one.staff_id)?.name ?? null) : null,
      at: one.at,
      text: cells.open(one.id, 'text', one.text),
    })),
  ];
}
