import {
  numberBounds,
  numberSettings,
  type NumberSetting,
  type SchoolSettings,
} from '../../protocol/settings';
import { MINUTE, HOUR } from '../clock';
import type { Ground } from '../ground';
import { cellsOf } from '../storage/cells';
import type { Reader } from '../storage/database';
import type { SchoolDetails } from './school';

/** What a school has set otherwise than Heed comes. Hours and terms stand with its details, as its spreadsheet does. */
export interface KeptSettings {
  readonly numbers?: Partial<Record<NumberSetting, number>>;
  readonly danger?: string | null;
  readonly afterSending?: string | null;
  readonly lunchEnds?: string;
  readonly quiet?: SchoolSettings['quiet'];
  readonly dailyAt?: string;
  readonly supportHours?: string | null;
}

/** After lessons and before people go home. */
const USUAL_DAILY = '15:00';
const USUAL_HOURS = { dayStarts: '08:30', lunchEnds: '13:15', dayEnds: '15:30' } as const;

/** Opens what a school has set. @throws when there is no such school */
export async function readKept(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<{ kept: KeptSettings; details: SchoolDetails }> {
  const row = await reader('schools').where({ id: schoolId }).first('settings', 'details');
  if (!row) throw new Error('no such school');
  const cells = cellsOf(ground.keys, schoolId, 'schools');
  return {
    kept: JSON.parse(cells.open(schoolId, 'settings', row.settings) ?? '{}') as KeptSettings,
    details: JSON.parse(cells.need(schoolId, 'details', row.details)) as SchoolDetails,
  };
}

/** Everything that a school may set, with the usual where it has said nothing. */
export async function readSettings(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<SchoolSettings> {
  const { kept, details } = await readKept(reader, ground, schoolId);
  const number = (name: NumberSetting) => kept.numbers?.[name] ?? numberBounds[name].usual;
  return {
    numbers: Object.fromEntries(
      numberSettings.map((name) => [name, number(name)]),
    ) as SchoolSettings['numbers'],
    wording: { danger: kept.danger ?? null, afterSending: kept.afterSending ?? null },
    hours: {
      dayStarts: details.dayStarts ?? USUAL_HOURS.dayStarts,
      lunchEnds: kept.lunchEnds ?? USUAL_HOURS.lunchEnds,
      dayEnds: details.dayEnds ?? USUAL_HOURS.dayEnds,
    },
    terms: details.termDates.map(({ from, to }) => ({ from, to })),
    quiet: kept.quiet ?? null,
    dailyAt: kept.dailyAt ?? USUAL_DAILY,
    support: {
      email: details.supportEmail,
      phone: details.supportPhone,
      hours: kept.supportHours ?? null,
    },
  };
}

/** How long log-ins and full access live at one school, ms. */
export interface SessionLimits {
  readonly idle: number;
  readonly elevationIdle: number;
  readonly elevationMost: number;
}

/** How long log-ins and full access live at one school. */
export async function readSessionLimits(
  reader: Reader,
  ground: Ground,
  schoolId: string,
): Promise<SessionLimits> {
  const { numbers } = await readSettings(reader, ground, schoolId);
  return {
    idle: numbers.sessionIdleHours * HOUR,
    elevationIdle: numbers.elevationIdleMinutes * MINUTE,
    elevationMost: numbers.elevationMostMinutes * MINUTE,
  };
}
