import type { ListedDevice } from '../../protocol/device-list';
import type { Person } from '../../protocol/fields';
import { locale } from '../../protocol/words/language';
import type { Ground } from '../ground';
import { readPeople } from '../school/read-people';
import { cellsOf } from '../storage/cells';
import { groupBy } from '../storage/group-by';
import { readSilentTablets } from './silent-tablets';

/** Every device that was ever enrolled, by name; revoked ones last. */
export async function listDevices(ground: Ground, schoolId: string): Promise<{ devices: ListedDevice[] }> {
  const { read } = ground.database;
  const [rows, keys, people, silent] = await Promise.all([
    read('devices').where({ school_id: schoolId }),
    read('author_keys')
      .where({ school_id: schoolId })
      .whereNull('removed_at')
      .select('device_id', 'staff_id'),
    readPeople(read, ground, schoolId),
    readSilentTablets(ground, schoolId),
  ]);
  const staffOf = groupBy(
    keys,
    (row) => row.device_id,
    (row) => row.staff_id,
  );
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  const nameOf = (id: string) => people.among([id])[0]?.name ?? '';
  const devices = rows.map((row) => ({
    id: row.id,
    name: cells.need(row.id, 'name', row.name),
    shared: row.shared === null ? null : row.shared === 1,
    enrolledAt: row.enrolled_at,
    enrolledBy: nameOf(row.enrolled_by),
    people: inOrder(people.among(staffOf.get(row.id) ?? [])),
    seenAt: row.seen_at,
    waiting: row.waiting,
    missed: silent.some(({ id }) => id === row.id),
    revokedAt: row.revoked_at,
  }));
  return { devices: devices.sort(byName) };
}

const inOrder = (people: readonly Person[]) => people.toSorted((a, b) => a.name.localeCompare(b.name));

function byName(a: ListedDevice, b: ListedDevice): number {
  const gone = Number(a.revokedAt !== null) - Number(b.revokedAt !== null);
  return gone || a.name.localeCompare(b.name, locale, { numeric: true });
}
