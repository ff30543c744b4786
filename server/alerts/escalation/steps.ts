import { MINUTE } from '../../clock';
import type { DutyRole } from '../../access/actor';
import { nextOpenMoment, type SchoolTimes } from '../../school/school-hours';

/** What decides how a school's concerns go up. */
export interface EscalationRules {
  /** So long a step waits for somebody to take the concern, minutes. */
  readonly waitMinutes: number;
  readonly times: SchoolTimes;
}

/** A concern that waits, as far as the next step depends on it. */
export interface Waiting {
  /** Steps taken so far. */
  readonly step: number;
  /** It needs checking: only leads and deputies may know of it. */
  readonly quarantined: boolean;
  /** About a member of staff: only its own way may know of it, and whoever of that was told can take it. */
  readonly staffPath: boolean;
  readonly alerted: readonly { readonly staffId: string; readonly readAt: string | null }[];
}

/** Who is told now. */
export interface Step {
  /** Those who have been alerted, again. */
  readonly again: readonly string[];
  /** Who is alerted for the first time. */
  readonly added: string | null;
}

type Duty = readonly { readonly role: DutyRole; readonly staffId: string }[];

/**
 * The next step of a concern that nobody has taken (product.md section 4): first those alerted again, then whoever
 * comes next on the duty list, one at a time, at last the head. About a member of staff: head, then chair. Pure. null: nobody is left to ask.
 * @param may whether a person may be told of this concern at all
 */
export function nextStep(waiting: Waiting, duty: Duty, may: (staffId: string) => boolean): Step | null {
  const again = waiting.step === 0 ? toRemind(waiting, duty).filter(may) : [];
  if (again.length > 0) return { again, added: null };
  const known = new Set(waiting.alerted.map(({ staffId }) => staffId));
  const added = duty.find(
    ({ role, staffId }) => isAsked(role, waiting) && !known.has(staffId) && may(staffId),
  );
  return added ? { again: [], added: added.staffId } : null;
}

/** Whoever marked it as read is done, save the leads: only they can take it. */
function toRemind({ alerted, staffPath }: Waiting, duty: Duty): string[] {
  if (staffPath) return alerted.map(({ staffId }) => staffId);
  const leads = new Set(
    duty.filter(({ role }) => role === 'lead' || role === 'deputy').map(({ staffId }) => staffId),
  );
  return alerted
    .filter(({ staffId, readAt }) => readAt === null || leads.has(staffId))
    .map(({ staffId }) => staffId);
}

function isAsked(role: DutyRole, { quarantined, staffPath }: Waiting): boolean {
  if (staffPath) return role === 'head' || role === 'chair';
  return role === 'lead' || role === 'deputy' || (role === 'head' && !quarantined);
}

/**
 * When a concern goes on if nobody takes it: after the school's time limit; one that is not urgent not outside the
 * school's hours, but when these begin again.
 * @param from ms since 1970 @returns ISO 8601, UTC
 */
export function dueAfter(from: number, urgent: boolean, { waitMinutes, times }: EscalationRules): string {
  const due = from + waitMinutes * MINUTE;
  return new Date(urgent ? due : nextOpenMoment(due, times)).toISOString();
}
