import { readDevice } from '../../offline/vault/device';
import { changePersonRow, readPersonRow } from '../../offline/vault/people';
import type { DeviceRow, PersonRow } from '../../offline/vault/rows';
import { fromBase64url } from '../../protocol/bytes';
import { setUnlocked } from '../contexts/unlocked';
import type { DeviceCalls } from './device-calls';
import { NO_TRIES } from './pin-tries';
import { unwrapWithPin, wrapWithPin } from './pin-wrap';
import { chooseDerivation } from './stretch';
import { openPerson, type Unlocked } from './unlocked';

/**
 * Forgotten PIN: the school opens the unlock key of the same person on the same device (their password is at most
 * 5 minutes old), a new PIN wraps it, and the drafts open as before. Unlocked afterwards.
 * @param newPin check it with `checkNewPin` first
 * @returns null when the person is no longer on this device
 * @throws whatever the call throws (`password-needed`, offline); the old PIN still holds then
 */
export async function openForgottenPin(
  calls: Pick<DeviceCalls, 'openUnlockKey'>,
  authorKeyId: string,
  newPin: string,
): Promise<Unlocked | null> {
  const [device, row] = [await readDevice(), await readPersonRow(authorKeyId)];
  if (!device || !row) return null;
  const { unlockKey } = await calls.openUnlockKey({ deviceId: row.deviceId, authorKeyId });
  const raw = fromBase64url(unlockKey);
  // Opened before it is wrapped: a wrong key must never take the place of the right one.
  const unlocked = await openPerson(device, row, raw);
  await setPin(device, row, raw, newPin);
  setUnlocked(unlocked);
  return unlocked;
}

/** Changes the PIN of somebody who knows the old one. @returns false when the old one is wrong */
export async function changePin(authorKeyId: string, oldPin: string, newPin: string): Promise<boolean> {
  const [device, row] = [await readDevice(), await readPersonRow(authorKeyId)];
  const raw = device && row && (await unwrapWithPin(row.pin, oldPin, device.pepper));
  if (!raw) return false;
  await setPin(device, row, raw, newPin);
  return true;
}

async function setPin(device: DeviceRow, row: PersonRow, raw: Uint8Array, pin: string): Promise<void> {
  const wrapped = await wrapWithPin(raw, pin, device.pepper, await chooseDerivation());
  await changePersonRow(row.authorKeyId, () => ({ pin: wrapped, ...NO_TRIES }));
}
