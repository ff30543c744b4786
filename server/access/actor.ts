import type { DutyRole } from '../../protocol/staff-path';

/** What a user group may do with the concerns of one category. */
export interface CategoryRights {
  readonly viewPupils: boolean;
  readonly viewConcerns: boolean;
  readonly addConcerns: boolean;
}

export type { DutyRole };

/** A staff member who calls, with everything that a decision may need, loaded beforehand. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly schoolId: string;
  readonly staffId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly group: {
    readonly id: string;
    /** Its rights work only while elevated. */
    readonly higherLevel: boolean;
    /** Class restrictions do not apply. */
    readonly unrestricted: boolean;
    readonly administration: ReadonlySet<string>;
    /** Rights per category id, worked out over parents and `*`. */
    readonly rights: ReadonlyMap<string, CategoryRights>;
  };
  readonly duty: readonly DutyRole[];
  readonly elevated: boolean;
  readonly keyHolder: boolean;
  readonly disabled: boolean;
  /** Sets up sites of a trust; a right of the account, over no school's records. */
  readonly keepsSites: boolean;
}

/** An enrolled device that signed its call. */
export interface DeviceActor {
  readonly kind: 'device';
  readonly schoolId: string;
  readonly deviceId: string;
  readonly deliveryKeyId: string;
  readonly revoked: boolean;
}

/** Nobody that we know. */
export interface Anybody {
  readonly kind: 'anybody';
}
export const anybody: Anybody = { kind: 'anybody' };

export type Actor = StaffActor | DeviceActor | Anybody;

/** Leads and deputies of the duty list. */
export function isLead(actor: StaffActor): boolean {
  return actor.duty.includes('lead') || actor.duty.includes('deputy');
}

/** The rights of the group work now: it is not higher-level, or the person is elevated. */
export function groupWorks(actor: StaffActor): boolean {
  return !actor.disabled && (!actor.group.higherLevel || actor.elevated);
}
