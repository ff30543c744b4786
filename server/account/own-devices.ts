import type { ReplyOf } from '../../protocol/endpoint';
import type { listOwnDevices as endpoint } from '../../protocol/own-account';
import { locale } from '../../protocol/words/language';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';

type OwnDevice = ReplyOf<typeof endpoint>['devices'][number];

/** The devices of the school on which this person can record, by name; revoked ones record for nobody. */
export async function listOwnDevices(ground: Ground, actor: StaffActor): Promise<OwnDevice[]> {
  const { schoolId, staffId } = actor;
  const { read } = ground.database;
  const keys = await read('author_keys')
    .where({ school_id: schoolId, staff_id: staffId })
    .whereNull('removed_at')
    .orderBy('created_at');
  const rows = await read('devices')
    .where({ school_id: schoolId })
    .whereNull('revoked_at')
    .whereIn(
      'id',
      keys.map((key) => key.device_id),
    );
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  const devices = rows.map((row) => {
    const own = keys.filter((key) => key.device_id === row.id);
    return {
      id: row.id,
      name: cells.need(row.id, 'name', row.name),
      shared: row.shared === 1,
      joined: own[0]?.created_at ?? row.enrolled_at,
      seen: row.seen_at,
      authorKeys: own.map((key) => key.id),
    };
  });
  return devices.sort((a, b) => a.name.localeCompare(b.name, locale, { numeric: true }));
}
