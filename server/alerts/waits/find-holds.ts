import type { Waits } from '../../../protocol/waits';
import type { Ground } from '../../ground';
import type { Transaction } from '../../storage/database';
import type { Alarm } from '../alarm';
import type { Channels } from '../channels';
import { holdOf } from './hold';
import { loadWaits } from './load-waits';

/** Until when each person's push and e-mail wait, by staff id; whoever is told at once is not in it. */
export type Holds = ReadonlyMap<string, Waits>;

/** Who of these people is told later. Urgent alerts never wait. */
export async function findHolds(
  trx: Transaction,
  ground: Ground,
  alarm: Alarm,
  channels: ReadonlyMap<string, Channels>,
): Promise<Holds> {
  if (alarm.urgent || alarm.atOnce) return new Map();
  const rules = await loadWaits(trx, ground, alarm.schoolId);
  const goes = Date.parse(alarm.gathering?.until ?? alarm.at);
  return new Map(
    alarm.recipients.flatMap(({ staffId, reasons, away }) => {
      if (away) return [];
      const hold = holdOf(goes, reasons, channels.get(staffId)?.quiet ?? null, rules);
      return hold ? [[staffId, hold] as const] : [];
    }),
  );
}
