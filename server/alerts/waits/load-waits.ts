import type { SchoolSettings } from '../../../protocol/settings';
import type { Ground } from '../../ground';
import type { SchoolTimes } from '../../school/school-hours';
import { readSettings } from '../../school/settings';
import type { Reader } from '../../storage/database';

/** What decides, in one school, whether push and e-mail of an alert wait. */
export interface WaitRules {
  readonly times: SchoolTimes;
  readonly quiet: SchoolSettings['quiet'];
  readonly dailyAt: string;
  /** Automatic alerts that are told once a day. */
  readonly daily: ReadonlySet<string>;
}

/** Three reads, whatever the number of people. @throws when there is no such school */
export async function loadWaits(reader: Reader, ground: Ground, schoolId: string): Promise<WaitRules> {
  const { hours, terms, quiet, dailyAt } = await readSettings(reader, ground, schoolId);
  const row = await reader('schools').where({ id: schoolId }).first('time_zone');
  if (!row) throw new Error('no such school');
  const daily = await reader('automatic_alerts')
    .where({ school_id: schoolId, daily: 1 })
    .pluck<string[]>('id');
  return { times: { hours, terms, timeZone: row.time_zone }, quiet, dailyAt, daily: new Set(daily) };
}
