import type { DeviceRow } from './rows';
import { STRICT, useVault } from './connection';

/** What this browser is to its school, or null before it was enrolled. */
export async function readDevice(): Promise<DeviceRow | null> {
  return (await useVault((vault) => vault.get('device', 'this'))) ?? null;
}

/** Keeps the device's keys, durably. */
export async function keepDevice(row: DeviceRow): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('device', 'readwrite', STRICT);
    await Promise.all([tx.store.put(row), tx.done]);
  });
}

/** Changes some fields of the device's row; does nothing before enrolment. */
export async function changeDevice(changes: Partial<Omit<DeviceRow, 'key'>>): Promise<void> {
  await useVault(async (vault) => {
    const tx = vault.transaction('device', 'readwrite', STRICT);
    const row = await tx.store.get('this');
    if (row) await tx.store.put({ ...row, ...changes });
    await tx.done;
  });
}
