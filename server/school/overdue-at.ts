import type { Ground } from '../ground';
import type { Reader } from '../storage/database';
import { nextDay, startOfDay } from './local-time';
import { readSchool } from './school';
import { nextOpenMoment } from './school-hours';
import { readSettings } from './settings';

/**
 * When somebody is told that something due is late: when school next begins after its last day.
 * @param day yyyy-mm-dd on the school's wall @returns ISO 8601, UTC
 */
export async function overdueAt(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  day: string,
): Promise<string> {
  const { hours, terms } = await readSettings(reader, ground, schoolId);
  const { timeZone } = await readSchool(reader, ground, schoolId);
  const over = startOfDay(nextDay(day), timeZone);
  return new Date(nextOpenMoment(over, { hours, terms, timeZone })).toISOString();
}
