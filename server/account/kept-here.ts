import type { Kept } from '../../protocol/own-account';
import type { StaffActor } from '../access/actor';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readNamed } from '../school/names';
import { cellsOf } from '../storage/cells';
import { readKeptBeginning } from './kept-beginning';
import type { StaffRow } from '../storage/rows/school';

type OfSchool =
  | 'devices'
  | 'slips'
  | 'notifications'
  | 'absence'
  | 'supportRequests'
  | 'training'
  | 'beginning';

/** What one school keeps of this person as a member of its staff and on its devices. */
export async function readKeptHere(
  ground: Ground,
  actor: StaffActor,
): Promise<Pick<Kept, OfSchool> & { person: Omit<Kept['person'], 'email'> }> {
  const [person, devices, slips, notifications, absence, begun] = await Promise.all([
    readPerson(ground, actor),
    readDevices(ground, actor),
    readSlips(ground, actor),
    readNotifications(ground, actor),
    readAbsence(ground, actor),
    readKeptBeginning(ground, actor),
  ]);
  return { person, devices, slips, notifications, absence, ...begun };
}

type Text = 'first_name' | 'last_name' | 'title' | 'known_as' | 'phone' | 'job_title';

async function readPerson(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<Omit<Kept['person'], 'email'>> {
  const { read } = ground.database;
  const row = await read('staff').where({ school_id: schoolId, id: staffId }).first();
  if (!row) throw problem('log-in-needed');
  const [groups, classes, taught] = await Promise.all([
    readNamed(read, ground, schoolId, 'user_groups'),
    readNamed(read, ground, schoolId, 'classes'),
    read('staff_classes').where({ school_id: schoolId, staff_id: staffId }).pluck('class_id'),
  ]);
  const open = openerOf(ground, row);
  return {
    firstName: open('first_name'),
    lastName: open('last_name'),
    title: open('title'),
    knownAs: open('known_as'),
    phone: open('phone'),
    jobTitle: open('job_title'),
    userGroup: groups.get(row.group_id) ?? '',
    classes: taught.flatMap((id) => classes.get(id) ?? []),
    added: row.created_at,
  };
}

function openerOf(ground: Ground, row: StaffRow): (column: Text) => string | null {
  const cells = cellsOf(ground.keys, row.school_id, 'staff');
  return (column) => cells.open(row.id, column, row[column]);
}

async function readDevices(ground: Ground, { schoolId, staffId }: StaffActor): Promise<Kept['devices']> {
  const { read } = ground.database;
  const keys = await read('author_keys')
    .where({ school_id: schoolId, staff_id: staffId })
    .orderBy('created_at');
  const devices = await read('devices').where({ school_id: schoolId });
  const cells = cellsOf(ground.keys, schoolId, 'devices');
  return keys.flatMap((key) => {
    const device = devices.find(({ id }) => id === key.device_id);
    if (!device) return [];
    return {
      name: cells.need(device.id, 'name', device.name),
      shared: device.shared === 1,
      joined: key.created_at,
      left: key.removed_at,
      lastSeen: device.seen_at,
    };
  });
}

async function readSlips(ground: Ground, { schoolId, staffId }: StaffActor): Promise<Kept['slips']> {
  const rows = await ground.database
    .read('slips')
    .where({ school_id: schoolId, staff_id: staffId })
    .orderBy('made_at');
  return rows.map((row) => ({
    made: row.made_at,
    expires: row.expires_at,
    used: row.used_at,
    withdrawn: row.withdrawn_at,
  }));
}

async function readNotifications(
  ground: Ground,
  { schoolId, staffId }: StaffActor,
): Promise<Kept['notifications']> {
  const rows = await ground.database
    .read('push_subscriptions')
    .where({ school_id: schoolId, staff_id: staffId })
    .orderBy('created_at');
  const cells = cellsOf(ground.keys, schoolId, 'push_subscriptions');
  return rows.map((row) => ({
    device: cells.open(row.id, 'name', row.name) ?? '',
    added: row.created_at,
    lastSuccess: row.success_at,
    givenUp: row.gone_at,
  }));
}

/** Without whoever stands in: their name is theirs. */
async function readAbsence(ground: Ground, { schoolId, staffId }: StaffActor): Promise<Kept['absence']> {
  const row = await ground.database
    .read('absences')
    .where({ school_id: schoolId, staff_id: staffId })
    .first();
  if (!row) return null;
  return { from: row.from_day, until: row.until_day, set: row.set_at, setByYou: row.set_by === staffId };
}
