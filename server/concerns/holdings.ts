import type { Holdings } from '../../protocol/leavers';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { isNear } from '../access/concern';
import { knowWaiting } from '../parked/know-waiting';
import { readNamed, readStaffNames } from '../school/names';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { DeviceRow } from '../storage/rows/records';
import { onlyNear, readHeld } from './held-concerns';

/** What one person holds, before they leave or after. @throws problem 'not-found' for staff of another school */
export async function readHoldings(ground: Ground, asker: StaffActor, staffId: string): Promise<Holdings> {
  const reader = ground.database.read;
  const { schoolId } = asker;
  const there = await reader('staff').where({ school_id: schoolId, id: staffId }).first('id');
  if (!there) throw problem('not-found');
  const [held, unreadAlerts, unfinished, tablets, alertGroups] = await Promise.all([
    readHeld(reader, ground, asker, staffId),
    countUnread(reader, ground, asker, staffId),
    countUnfinished(reader, ground, asker, staffId),
    readTablets(reader, ground, schoolId, staffId),
    readAlertGroups(reader, ground, schoolId, staffId),
  ]);
  const leads = [...new Set(held.flatMap(({ mayTake }) => mayTake))];
  const names = await readStaffNames(reader, ground, schoolId, leads);
  return {
    concerns: held.map(({ row, mayTake }) => ({
      id: row.id,
      reference: row.reference,
      takenAt: row.taken_at ?? '',
      mayTake: [...mayTake],
    })),
    leads: leads.map((id) => ({ id, name: names.get(id)?.name ?? '' })),
    unreadAlerts,
    unfinished,
    tablets,
    alertGroups,
  };
}

async function countUnread(
  reader: Reader,
  ground: Ground,
  asker: StaffActor,
  staffId: string,
): Promise<number> {
  const ids = await reader('alerts')
    .where({ school_id: asker.schoolId, staff_id: staffId })
    .whereNull('read_at')
    .pluck<string[]>('concern_id');
  return (await onlyNear(reader, ground, asker, ids)).size;
}

/** Drafts that they left unsent; without what whoever asks may not know of. */
async function countUnfinished(
  reader: Reader,
  ground: Ground,
  asker: StaffActor,
  staffId: string,
): Promise<number> {
  const known = await knowWaiting(reader, ground, asker.schoolId, { authorId: staffId });
  return known.filter(({ facts }) => isNear(asker, facts.record.concern)).length;
}

async function readTablets(reader: Reader, ground: Ground, schoolId: string, staffId: string) {
  const rows = await reader('author_keys as k')
    .join('devices as d', (on) => on.on('d.id', 'k.device_id').andOn('d.school_id', 'k.school_id'))
    .where({ 'k.school_id': schoolId, 'k.staff_id': staffId })
    .whereNull('k.removed_at')
    .whereNull('d.revoked_at')
    .distinct<Pick<DeviceRow, 'id' | 'name'>[]>('d.id', 'd.name');
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  return rows.map(({ id, name }) => ({ id, name: cells.need(id, 'name', name) }));
}

async function readAlertGroups(reader: Reader, ground: Ground, schoolId: string, staffId: string) {
  const names = await readNamed(reader, ground, schoolId, 'alert_groups');
  const ids = await reader('alert_group_members')
    .where({ school_id: schoolId, staff_id: staffId })
    .pluck<string[]>('group_id');
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}
