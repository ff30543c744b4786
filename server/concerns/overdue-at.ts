import { loadEscalationRules } from '../alerts/escalation/load';
import type { Ground } from '../ground';
import { nextDay, startOfDay } from '../school/local-time';
import { nextOpenMoment } from '../school/school-hours';
import type { Reader } from '../storage/database';

/**
 * When the owner of something due is told that it is late: when school next begins after its last day.
 * @param day yyyy-mm-dd on the school's wall @returns ISO 8601, UTC
 */
export async function overdueAt(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  day: string,
): Promise<string> {
  const { times } = await loadEscalationRules(reader, ground, schoolId);
  const over = startOfDay(nextDay(day), times.timeZone);
  return new Date(nextOpenMoment(over, times)).toISOString();
}
