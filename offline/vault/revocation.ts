import { announceOutboxChange } from '../outbox/changes';
import { STRICT, useVault } from './connection';
import type { DeviceRow } from './rows';

/**
 * The school has said whether this device still is one of its own. A revoked one keeps what it has to deliver and what
 * its people have written, and lets all its pupils go (access.md, Actors). Unlocking and recording go on.
 * @param asked the device as which the school was asked: it may have been enrolled anew since
 */
export async function noteRevoked(asked: DeviceRow, revoked: boolean): Promise<void> {
  const changed = await useVault(async (vault) => {
    const tx = vault.transaction(['device', 'people'], 'readwrite', STRICT);
    const device = await tx.objectStore('device').get('this');
    const isSame = device?.deliveryKeyId === asked.deliveryKeyId;
    if (device && isSame) await tx.objectStore('device').put({ ...device, revoked });
    const people = isSame && revoked ? await tx.objectStore('people').getAll() : [];
    for (const person of people) await tx.objectStore('people').put({ ...person, roll: null });
    await tx.done;
    return isSame && (device.revoked ?? false) !== revoked;
  });
  if (changed) announceOutboxChange();
}
