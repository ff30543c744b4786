import type { DeviceBoard } from '../../protocol/devices';
import { stepsOf } from '../../protocol/staff-path';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { readDutyList } from '../school/duty';
import { readInOrder, readStaffNames } from '../school/names';
import { readSettings } from '../school/settings';
import { readSchool } from '../school/school';
import { cellsOf } from '../storage/cells';
import { readBoardCategories, readFallbackNames } from './goes-to';

/**
 * What an enrolled device keeps in reach while it is locked: duty list, categories, places. No pupil
 * (envelope.md, device key).
 */
export async function makeBoard(ground: Ground, schoolId: string, deviceId: string): Promise<DeviceBoard> {
  const { read } = ground.database;
  const [school, duty, staff, device, settings] = await Promise.all([
    readSchool(read, ground, schoolId),
    readDutyList(read, schoolId),
    readStaffNames(read, ground, schoolId),
    read('devices').where({ school_id: schoolId, id: deviceId }).first('name'),
    readSettings(read, ground, schoolId),
  ]);
  return {
    madeAt: timeStamp(ground.clock),
    schoolName: school.name,
    deviceName: cellsOf(ground.keys, schoolId, 'devices').open(deviceId, 'name', device?.name ?? null) ?? '',
    duty: duty.flatMap(({ role, staffId }) => {
      const person = staff.get(staffId);
      return person && role !== 'named' ? [{ role, name: person.formal, reach: person.phone }] : [];
    }),
    childrensServices: school.details.childrensServicesPhone,
    childrensServicesOutOfHours: school.details.childrensServicesOutOfHours,
    categories: await readBoardCategories(ground, schoolId, staff),
    places: await readInOrder(read, ground, schoolId, 'places'),
    agencies: await readInOrder(read, ground, schoolId, 'agencies'),
    staffPath: stepsOf(duty).map((step) =>
      step.flatMap(({ staffId }) => {
        const person = staff.get(staffId);
        return person ? [{ id: staffId, name: person.formal }] : [];
      }),
    ),
    fallback: await readFallbackNames(ground, schoolId, staff),
    lock: {
      idleSeconds: settings.numbers.lockIdleSeconds,
      backgroundSeconds: settings.numbers.lockBackgroundSeconds,
    },
    wording: settings.wording,
  };
}
