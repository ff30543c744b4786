import { firstLeft, stepsOf } from '../../protocol/staff-path';
import type { DutyRole } from './actor';

type Duty = readonly { readonly role: DutyRole; readonly staffId: string }[];

/** What decides who may not know of a concern. */
export interface Closeness {
  readonly aboutStaff: ReadonlySet<string>;
  readonly pupils: readonly { readonly connectedStaff: ReadonlySet<string> }[];
}

/** Not whom it is about, and connected to none of its pupils (access.md, "about a member of staff", "connected staff"). */
export function isApart(staffId: string, { aboutStaff, pupils }: Closeness): boolean {
  return !aboutStaff.has(staffId) && !pupils.some((pupil) => pupil.connectedStaff.has(staffId));
}

/**
 * Who alone may look up a concern about these members of staff, as the duty list stands today. It turns on the duty list
 * and on nothing else: nobody comes to read it because somebody left or is close to a pupil. Whoever was told of it
 * beside them (recipientsOf) reads it by their alert.
 */
export function keepersOfStaffConcern(aboutStaff: ReadonlySet<string>, duty: Duty): ReadonlySet<string> {
  return new Set(
    firstLeft(stepsOf(duty), ({ staffId }) => !aboutStaff.has(staffId)).map(({ staffId }) => staffId),
  );
}

/** Of everybody on the path, who has to be what it is about before they would keep it; by staff id. */
export function standsBefore(duty: Duty): Map<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>();
  const passed: string[] = [];
  for (const step of stepsOf(duty)) {
    for (const { staffId } of step) if (!before.has(staffId)) before.set(staffId, new Set(passed));
    passed.push(...step.map(({ staffId }) => staffId));
  }
  return before;
}
