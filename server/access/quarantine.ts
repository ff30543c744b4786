import { firstLeft, stepsOf } from '../../protocol/staff-path';
import { groupWorks, type Actor, type DutyRole } from './actor';
import { isNear, mayReadConcern, type ClassRestrictions, type ConcernFacts } from './concern';
import { isApart } from './staff-path';

/** A record with a doubt, and who keeps it. */
export interface QuarantinedFacts {
  readonly kind: 'quarantined';
  readonly concern: ConcernFacts;
  readonly restrictions: ClassRestrictions;
  readonly keepers: Keepers;
}

/** Who checks one record: the leads, or who stands in for them. */
export interface Keepers {
  readonly staff: ReadonlySet<string>;
  /** They need no right of a group: none of the leads is there or may know of it, or it is about a member of staff. */
  readonly standIn: boolean;
}

/**
 * The leads who are there and may know of it; where there is none, the head; then the chair (access.md, product.md
 * section 4). Nobody is ever a keeper of what is about them or about a child whom they are close to; what is about a
 * member of staff has its own keepers.
 */
export function keepersOf(
  concern: ConcernFacts,
  duty: readonly { readonly role: DutyRole; readonly staffId: string }[],
  present: ReadonlySet<string>,
): Keepers {
  const mayKnow = (staffId: string) => present.has(staffId) && isApart(staffId, concern);
  if (concern.keptBy) {
    const told = firstLeft(stepsOf(duty), ({ staffId }) => mayKnow(staffId));
    return { staff: new Set(told.map(({ staffId }) => staffId)), standIn: true };
  }
  const holders = (...roles: DutyRole[]) =>
    duty.filter(({ role, staffId }) => roles.includes(role) && mayKnow(staffId)).map((one) => one.staffId);
  const leads = holders('lead', 'deputy');
  if (leads.length > 0) return { staff: new Set(leads), standIn: false };
  const heads = holders('head');
  return { staff: new Set(heads.length > 0 ? heads : holders('chair')), standIn: true };
}

/** May look whether there is anything to check: whoever is on the duty list, while their rights work. */
export function mayLookForQuarantined(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.duty.length > 0 && groupWorks(actor);
}

/** Opens and decides: a keeper. A lead passes the same rule as for any record; who stands in needs no right of a group. */
export function mayCheckQuarantined(actor: Actor, object: QuarantinedFacts): boolean {
  if (!mayLookForQuarantined(actor) || !isNear(actor, object.concern)) return false;
  if (!object.keepers.staff.has(actor.staffId)) return false;
  return object.keepers.standIn || mayReadConcern(actor, object.concern, object.restrictions) !== null;
}
