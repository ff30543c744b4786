import type { DutyRole } from '../access/actor';

/** An automatic alert: a concern in any of these categories alerts these groups and people. */
export interface AlertRule {
  readonly id: string;
  readonly categories: readonly string[];
  readonly groups: readonly string[];
  readonly staff: readonly string[];
  /** Limits the rule to pupils of these classes or year groups; both empty: all pupils. */
  readonly classes: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

/** Who is told what in one school, as it stands at the moment of sending. */
export interface SchoolRules {
  /** Parent of every category; null at the top of the tree. */
  readonly parents: ReadonlyMap<string, string | null>;
  readonly rules: readonly AlertRule[];
  /** Members of every alert group. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Groups that are told when nobody else is; at least one in every school. */
  readonly fallbackGroups: readonly string[];
  /** Lead, deputies in order, head, chair. */
  readonly duty: readonly { readonly role: DutyRole; readonly staffId: string }[];
  /** Staff who have not left. */
  readonly present: ReadonlySet<string>;
}

/** A pupil of the concern, as far as alerts depend on it; null where a pupil is not matched yet. */
export interface AlertedPupil {
  readonly classId: string | null;
  readonly yearGroupId: string | null;
  readonly connectedStaff: ReadonlySet<string>;
}

/** A concern about which people are to be told. */
export interface AlertedConcern {
  /** Null where the author is not confirmed. */
  readonly authorId: string | null;
  /** Staff whom it is about. */
  readonly aboutStaff: ReadonlySet<string>;
  /** About a member of staff, known or described: it goes that way alone. */
  readonly staffPath: boolean;
  readonly pupils: readonly AlertedPupil[];
  readonly categories: readonly string[];
  /** Named by the author. */
  readonly byHand: { readonly staff: readonly string[]; readonly groups: readonly string[] };
  readonly quarantined: boolean;
}

/** Why somebody was alerted, in closed codes with ids; kept with the alert and shown to the leads. */
export interface Reason {
  readonly code:
    | 'by-hand'
    | 'group-by-hand'
    | 'rule'
    | 'fallback'
    | 'head'
    | 'chair'
    | 'quarantine-lead'
    | 'about-staff'
    | 'watching'
    | 'waiting'
    | 'action'
    | 'given'
    | 'handed-over'
    | 'overdue'
    | 'addition';
  readonly groupId?: string;
  readonly ruleId?: string;
  /** The rule's category that matched; it may be a parent of the concern's. */
  readonly categoryId?: string;
  /** Staff id of somebody who is away, for whom this person stands in; the reason is theirs. */
  readonly inPlaceOf?: string;
  /** Their last day away, yyyy-mm-dd; null: until it is switched off. */
  readonly awayUntil?: string | null;
}

/** What makes two reasons one and the same. */
export function keyOfReason({ code, groupId, ruleId, categoryId, inPlaceOf, awayUntil }: Reason): string {
  return [code, groupId, ruleId, categoryId, inPlaceOf, awayUntil].join(' ');
}

export interface Recipient {
  readonly staffId: string;
  readonly reasons: readonly Reason[];
  /** They are away and others are told in their place: only their inbox has it. */
  readonly away?: boolean;
}
