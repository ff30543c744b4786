import type { FieldError } from '../../components/heed-error-summary';
import type { DeviceKind } from '../../strings/device';
import { enrol } from '../../strings/lock';
import { pinFaults, type TypedPin } from './pin-faults';

/** Ids of the fields, for the error summary. */
export const NAME_FIELD = 'device-name';
export const SHARED_FIELD = 'device-shared';

/** What the person has to say: all of it on a new device, the PIN alone on one that colleagues use already. */
export type EnrolStep = 'new-device' | 'join' | 'already-here';

/** What was typed. `shared` is empty until it is chosen. */
export interface TypedEnrolment extends TypedPin {
  name: string;
  shared: '' | 'yes' | 'no';
}

/** @param staffIds of the people who have joined this device; null: it is not one yet */
export function enrolStep(staffIds: readonly string[] | null, staffId: string): EnrolStep {
  if (staffIds === null) return 'new-device';
  return staffIds.includes(staffId) ? 'already-here' : 'join';
}

/** What stands against setting up, in the order of the page; nothing when it may go on. */
export function enrolFaults(step: EnrolStep, typed: TypedEnrolment, device: DeviceKind): FieldError[] {
  const ofDevice: FieldError[] = [];
  if (typed.shared === '') ofDevice.push({ field: SHARED_FIELD, text: enrol.errors.shared });
  if (typed.name.trim() === '') ofDevice.push({ field: NAME_FIELD, text: enrol.errors.deviceName(device) });
  return [...(step === 'new-device' ? ofDevice : []), ...pinFaults(typed)];
}
