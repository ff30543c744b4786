import type { AdministrationRight } from '../../protocol/administration';
import { isLead, type Actor, type StaffActor } from './actor';

/** A change that is about to be made. */
export interface ChangeFacts {
  readonly kind: 'change';
  readonly right: AdministrationRight;
}

/** A change that waits for a second person. */
export interface PendingChangeFacts {
  readonly kind: 'pending-change';
  readonly schoolId: string;
  readonly right: AdministrationRight;
  readonly madeBy: string;
  /** Leads and deputies other than its maker who could confirm it. */
  readonly otherLeads: readonly string[];
}

/** Holds this part of administration, now: administering needs full access whatever the group. */
export function administers(actor: Actor, right: AdministrationRight): actor is StaffActor {
  return actor.kind === 'staff' && !actor.disabled && actor.elevated && actor.group.administration.has(right);
}

/** Holds any part of administration, now. */
export function administersAnything(actor: Actor): boolean {
  return actor.kind === 'staff' && !actor.disabled && actor.elevated && actor.group.administration.size > 0;
}

/** Holds a part of administration, also before full access: enough to know how far the school is, and for nothing more. */
export function mayAdminister(actor: Actor): boolean {
  return actor.kind === 'staff' && !actor.disabled && actor.group.administration.size > 0;
}

/** A lead, or whoever holds a part of administration: may look at what waits for a second person. */
export function seesPendingChanges(actor: Actor): boolean {
  return (
    actor.kind === 'staff' &&
    !actor.disabled &&
    actor.elevated &&
    (isLead(actor) || administersAnything(actor))
  );
}

/**
 * Confirms or refuses another person's change: a lead where one other than its maker exists, else anybody who
 * holds the same part of administration (product.md section 6).
 */
export function mayDecideChange(actor: Actor, change: PendingChangeFacts): boolean {
  if (!seesPendingChanges(actor) || actor.kind !== 'staff' || actor.schoolId !== change.schoolId)
    return false;
  if (actor.staffId === change.madeBy) return false;
  return change.otherLeads.length > 0 ? isLead(actor) : actor.group.administration.has(change.right);
}

/** A late first security key of one person, at one of their schools. */
export interface WaitingKeyFacts {
  readonly kind: 'waiting-key';
  readonly schoolId: string;
  readonly staffId: string;
}

/** Lets another person's late first key count: a lead, or who administers staff (access.md, "a stolen password"). */
export function mayDecideKey(actor: Actor, key: WaitingKeyFacts): boolean {
  return (
    decidesKeys(actor) &&
    actor.kind === 'staff' &&
    actor.schoolId === key.schoolId &&
    actor.staffId !== key.staffId
  );
}

/** May decide keys of others at all. */
export function decidesKeys(actor: Actor): boolean {
  return (
    actor.kind === 'staff' &&
    !actor.disabled &&
    actor.elevated &&
    (isLead(actor) || administers(actor, 'staff'))
  );
}

/** Takes a change back that nobody has decided: its maker only. */
export function mayWithdrawChange(actor: Actor, change: PendingChangeFacts): boolean {
  return (
    seesPendingChanges(actor) &&
    actor.kind === 'staff' &&
    actor.schoolId === change.schoolId &&
    actor.staffId === change.madeBy
  );
}
