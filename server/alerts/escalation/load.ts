import type { Ground } from '../../ground';
import { readSettings } from '../../school/settings';
import type { Reader } from '../../storage/database';
import type { EscalationRules } from './steps';

/** How the concerns of this school go up when nobody takes them. @throws when there is no such school */
export async function loadEscalationRules(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<EscalationRules> {
  const { numbers, hours, terms } = await readSettings(reader, ground, schoolId);
  const row = await reader('schools').where({ id: schoolId }).first('time_zone');
  if (!row) throw new Error('no such school');
  return { waitMinutes: numbers.escalationMinutes, times: { hours, terms, timeZone: row.time_zone } };
}
