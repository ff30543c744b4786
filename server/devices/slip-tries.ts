import type { DeviceActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { takeTries, type Bucket } from '../staff/tries';
import type { Slot } from '../staff/tries-store';

/** Wrong codes on one tablet, and in a whole school. None of them counts against recording or delivering. */
const limitsOf = ({ schoolId, deviceId }: DeviceActor): Bucket[] => [
  { name: `slips:${schoolId}:${deviceId}`, most: 8, seconds: 15 * 60 },
  { name: `slips-day:${schoolId}:${deviceId}`, most: 30, seconds: 24 * 60 * 60 },
  { name: `slips:${schoolId}`, most: 60, seconds: 60 * 60 },
];

/**
 * Takes one try of a slip's code before the code is looked at; to be given back when it was right. Once they are
 * spent, the audit says so, once a day for each tablet. @throws problem 'too-many' with the seconds to wait
 */
export async function needSlipTry(ground: Ground, device: DeviceActor): Promise<readonly Slot[]> {
  const taken = await takeTries(ground, limitsOf(device));
  if ('slots' in taken) return taken.slots;
  await noteGuessing(ground, device);
  throw problem('too-many', { retryAfter: taken.retryAfter });
}

async function noteGuessing(ground: Ground, { schoolId, deviceId }: DeviceActor): Promise<void> {
  const name = `slips-guessed:${schoolId}:${deviceId}`;
  const once = await takeTries(ground, [{ name, most: 1, seconds: 24 * 60 * 60 }]);
  if ('retryAfter' in once) return;
  const at = timeStamp(ground.clock);
  const object = `device:${deviceId}`;
  await ground.database.write((trx) =>
    appendAudit(trx, { schoolId, at, actor: deviceId, what: 'slip.guessed', object }),
  );
}
