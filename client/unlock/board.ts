import { openJson, sealJson } from '../../offline/aes';
import { changeDevice, readDevice } from '../../offline/vault/device';
import type { DeviceBoard } from '../../protocol/devices';

const CELL = 'board';

/** Duty list, categories and places, as last fetched: also while locked. Null before the first fetch. */
export async function readKeptBoard(): Promise<DeviceBoard | null> {
  const device = await readDevice();
  if (!device?.board) return null;
  return (await openJson(device.deviceKey, CELL, device.board)) as DeviceBoard;
}

/** Keeps a newer board under the device key. */
export async function keepBoard(board: DeviceBoard): Promise<void> {
  const device = await readDevice();
  if (device) await changeDevice({ board: await sealJson(device.deviceKey, CELL, board) });
}
