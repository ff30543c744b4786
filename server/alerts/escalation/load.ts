import type { Ground } from '../../ground';
import type { Reader } from '../../storage/database';
import { readSchool } from '../../school/school';
import { schoolHoursOf } from '../../school/school-hours';
import type { EscalationRules } from './steps';

/** Product.md section 4: half an hour. */
const WAIT_MINUTES = 30;

/** How the concerns of this school go up when nobody takes them. */
export async function loadEscalationRules(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<EscalationRules> {
  const school = await readSchool(reader, ground, schoolId);
  return { waitMinutes: WAIT_MINUTES, hours: schoolHoursOf(school) };
}
