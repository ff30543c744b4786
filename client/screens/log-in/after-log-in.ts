import { deviceKind } from '../../contexts/device-kind';
import { hasDeclinedHere } from '../enrol/not-here';
import { readEnrolStep } from '../enrol/set-up-here';

/**
 * Where somebody goes who has just logged in and was going nowhere else. On a new tablet or phone the device is set up
 * next, and on an enrolled one the person chooses a PIN; a computer asks when somebody wants to record there. Whoever
 * said "Not on this device" is not asked again.
 */
export async function afterLogIn(staffId: string): Promise<'/enrol' | '/'> {
  const step = hasDeclinedHere(staffId) ? 'already-here' : await readEnrolStep(staffId);
  const asks = step === 'join' || (step === 'new-device' && deviceKind() !== 'computer');
  return asks ? '/enrol' : '/';
}
