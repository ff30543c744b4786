import type { DeviceKind } from '../../strings/device';
import { lock } from '../../strings/lock';
import { passkey, passkeyHere } from '../../strings/unlock-passkey';
import { CannotStretch } from '../../unlock/stretch';
import type { PasskeyFault } from '../../unlock/passkey';
import type { UnlockResult } from '../../unlock/unlock';
import { waitWords } from './pin-wait';

/**
 * What to say after a PIN that did not unlock; empty when the growing wait says it, with its time.
 * A wrong PIN is never called the person's fault, and nothing is ever said of how many are left: none run out.
 */
export function refusalWords(
  result: Exclude<UnlockResult, { kind: 'unlocked' }>,
  device: DeviceKind,
): string {
  if (result.kind === 'gone') return lock.gone(device);
  return result.waitMs > 0 ? '' : lock.wrongPin;
}

/** {@link refusalWords} where no clock counts down: the wait is said as it is now. */
export function triedWords(result: Exclude<UnlockResult, { kind: 'unlocked' }>, device: DeviceKind): string {
  if (result.kind === 'gone' || result.waitMs === 0) return refusalWords(result, device);
  return passkeyHere.wait(waitWords(Math.ceil(result.waitMs / 1000)));
}

/** What to say after a passkey that did not unlock: the PIN is always there. */
export const passkeyWords: Readonly<Record<PasskeyFault, string>> = passkey.faults;

/** What to say when the PIN could not even be looked at. */
export function troubleWords(thrown: unknown, device: DeviceKind): string {
  return thrown instanceof CannotStretch ? lock.cannotCheck(device) : lock.failed;
}
