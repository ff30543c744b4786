import type { DeviceKind } from '../../strings/device';
import { lock } from '../../strings/lock';
import { CannotStretch } from '../../unlock/stretch';
import type { UnlockResult } from '../../unlock/unlock';

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

/** What to say when the PIN could not even be looked at. */
export function troubleWords(thrown: unknown, device: DeviceKind): string {
  return thrown instanceof CannotStretch ? lock.cannotCheck(device) : lock.failed;
}
