import { openJson, sealJson } from '../../offline/aes';
import { changeDevice, readDevice } from '../../offline/vault/device';
import type { DeviceBoard } from '../../protocol/devices';
import { noteLockTimes } from './auto-lock';

const CELL = 'board';

/** Duty list, categories and places, as last fetched: also while locked. Null before the first fetch. */
export async function readKeptBoard(): Promise<DeviceBoard | null> {
  const device = await readDevice();
  if (!device?.board) return null;
  const board = (await openJson(device.deviceKey, CELL, device.board)) as DeviceBoard;
  noteLockTimes(board.lock);
  return board;
}

/** Keeps a newer board under the device key. */
export async function keepBoard(board: DeviceBoard): Promise<void> {
  noteLockTimes(board.lock);
  const device = await readDevice();
  if (device) await changeDevice({ board: await sealJson(device.deviceKey, CELL, board) });
}
