import type { Action } from '../../protocol/actions';
import type { AdministrationRight } from '../../protocol/administration';
import { isLead, type Actor } from './actor';
import {
  administers,
  administersAnything,
  mayAdminister,
  decidesKeys,
  mayDecideChange,
  mayDecideKey,
  mayWithdrawChange,
  seesPendingChanges,
  type ChangeFacts,
  type PendingChangeFacts,
  type WaitingKeyFacts,
} from './change';
import {
  isNear,
  mayActOnConcern,
  mayLeadConcern,
  mayCorrectConcern,
  mayMarkEntries,
  mayReadConcern,
  mayTakeConcern,
  type ClassRestrictions,
  type ConcernFacts,
} from './concern';
import {
  isAuthorOf,
  mayOpenUnfinished,
  mayWatchUnfinished,
  watchesUnfinished,
  type ParkedFacts,
} from './parked';
import { mayReadReply, type ReplyFacts } from './reply';
import { mayKeepPupil, maySeePupil, seesPupils, type PupilFacts } from './pupil';
import { mayCheckQuarantined, mayLookForQuarantined, type QuarantinedFacts } from './quarantine';

/** Things that belong to one person: a session, a security key, an alert, a device enrolment. */
export interface OwnedFacts {
  readonly kind: 'owned';
  readonly schoolId: string;
  /** Staff id of the owner, or the device id of what a device asks about. */
  readonly owner: string;
}

/** Nothing in particular yet: may this actor try at all? Asked before anything is loaded. */
export interface AnyObject {
  readonly kind: 'any';
}
export const anyObject: AnyObject = { kind: 'any' };

export interface GuardedConcern {
  readonly kind: 'guarded-concern';
  readonly concern: ConcernFacts;
  readonly restrictions: ClassRestrictions;
}

/** The page of one pupil. */
export interface GuardedPupil {
  readonly kind: 'guarded-pupil';
  readonly pupil: PupilFacts;
  readonly restrictions: ClassRestrictions;
}

export type AccessObject =
  | AnyObject
  | OwnedFacts
  | GuardedConcern
  | GuardedPupil
  | ChangeFacts
  | PendingChangeFacts
  | WaitingKeyFacts
  | QuarantinedFacts
  | ReplyFacts
  | ParkedFacts;

type Rule = (actor: Actor, object: AccessObject) => boolean;

const isStaff = (actor: Actor): boolean => actor.kind === 'staff' && !actor.disabled;

const anyStaff: Rule = (actor) => isStaff(actor);

const own: Rule = (actor, object) => {
  if (!anyStaff(actor, object) || actor.kind !== 'staff') return false;
  if (object.kind === 'any') return true;
  return object.kind === 'owned' && object.owner === actor.staffId && object.schoolId === actor.schoolId;
};

const ofConcern =
  (rule: (actor: Actor, concern: ConcernFacts, rules: ClassRestrictions) => boolean): Rule =>
  (actor, object) => {
    if (object.kind === 'any') return anyStaff(actor, object);
    return object.kind === 'guarded-concern' && rule(actor, object.concern, object.restrictions);
  };

const ofPendingChange =
  (rule: (actor: Actor, change: PendingChangeFacts) => boolean): Rule =>
  (actor, object) => {
    if (object.kind === 'any') return seesPendingChanges(actor);
    return object.kind === 'pending-change' && rule(actor, object);
  };

const ofParked =
  (rule: (actor: Actor, draft: ParkedFacts) => boolean, tries: (actor: Actor) => boolean): Rule =>
  (actor, object) =>
    object.kind === 'parked' ? rule(actor, object) : object.kind === 'any' && tries(actor);

const holding =
  (right: AdministrationRight): Rule =>
  (actor) =>
    administers(actor, right);

const mayCount = (actor: Actor, concern: ConcernFacts, rules: ClassRestrictions): boolean =>
  isNear(actor, concern) && (concern.keptBy === null || mayReadConcern(actor, concern, rules) !== null);

/** Every action with the rule that decides it; an action without a rule does not compile. */
const rules: Readonly<Record<Action, Rule>> = {
  'account.manage-own': own,
  'device.enrol': anyStaff,
  'device.use-own': own,
  'concern.read': ofConcern((actor, concern, lists) => mayReadConcern(actor, concern, lists) !== null),
  'concern.act': ofConcern((actor, concern, lists) => mayActOnConcern(actor, concern, lists) !== null),
  'concern.take': ofConcern(mayTakeConcern),
  // Finds what `concern.read` allows, asked of each.
  'concern.search': anyStaff,
  'concern.lead': ofConcern(mayLeadConcern),
  'entry.mark': ofConcern(mayMarkEntries),
  'concern.correct': ofConcern(mayCorrectConcern),
  'concern.count': (actor) => actor.kind === 'staff' && !actor.disabled && actor.elevated && isLead(actor),
  'pupil.read': (actor, object) => {
    if (object.kind === 'any') return seesPupils(actor);
    return object.kind === 'guarded-pupil' && maySeePupil(actor, object.pupil, object.restrictions);
  },
  'pupil.keep': (actor, object) => {
    if (object.kind === 'any') return seesPupils(actor) && actor.elevated && isLead(actor);
    return object.kind === 'guarded-pupil' && mayKeepPupil(actor, object.pupil, object.restrictions);
  },
  'alert.read-own': own,
  'inbox.list': anyStaff,
  'progress.read-own': (actor, object) =>
    actor.kind === 'device' &&
    (object.kind === 'any' || (object.kind === 'owned' && object.owner === actor.deviceId)),
  'reply.read-own': (actor, object) =>
    object.kind === 'reply' ? mayReadReply(actor, object) : object.kind === 'any' && isStaff(actor),
  'elevation.begin': (actor) => actor.kind === 'staff' && !actor.disabled && actor.keyHolder,
  'elevation.hold': anyStaff,
  'administration.enter': administersAnything,
  'steps.show': mayAdminister,
  'change.make': (actor, object) =>
    object.kind === 'change' ? administers(actor, object.right) : administersAnything(actor),
  'change.decide': ofPendingChange(mayDecideChange),
  'change.withdraw': ofPendingChange(mayWithdrawChange),
  'key.decide': (actor, object) =>
    object.kind === 'waiting-key' ? mayDecideKey(actor, object) : decidesKeys(actor),
  // An entry about a record: nothing of it is said, and whom it concerns must not even know that it is there.
  'audit.show': (actor, object) =>
    administers(actor, 'audit') && (object.kind !== 'guarded-concern' || isNear(actor, object.concern)),
  'quarantine.check': (actor, object) =>
    object.kind === 'quarantined' ? mayCheckQuarantined(actor, object) : mayLookForQuarantined(actor),
  'parked.list-own': ofParked(isAuthorOf, isStaff),
  'parked.go-on': ofParked(isAuthorOf, isStaff),
  'parked.watch': ofParked(mayWatchUnfinished, watchesUnfinished),
  'parked.open': ofParked(mayOpenUnfinished, mayLookForQuarantined),
  'tablet.miss': (actor) => actor.kind === 'staff' && !actor.disabled && isLead(actor),
  'delivery.show': (actor, object) =>
    administers(actor, 'devices') && (object.kind !== 'guarded-concern' || isNear(actor, object.concern)),
  // "See as": whoever says who may read what is told what that comes to. What is about a member of staff counts only
  // for those who read it anyway, so that nobody learns of it through somebody else's page.
  'access.explain': (actor, object) =>
    administers(actor, 'groups') &&
    (object.kind !== 'guarded-concern' || mayCount(actor, object.concern, object.restrictions)),
  'trust.keep-sites': (actor) =>
    actor.kind === 'staff' && !actor.disabled && actor.elevated && actor.keepsSites,
  'administer.staff': holding('staff'),
  'administer.pupils': holding('pupils'),
  'administer.groups': holding('groups'),
  'administer.categories': holding('categories'),
  'administer.alerts': holding('alerts'),
  'administer.devices': holding('devices'),
  'administer.settings': holding('settings'),
  'administer.audit': holding('audit'),
};

/**
 * The one decision: may `actor` do `action` to `object`? Pure, over data that is already loaded (access.md).
 * Ask with `anyObject` before loading, and again with the object itself.
 */
export function can(actor: Actor, action: Action, object: AccessObject): boolean {
  return rules[action](actor, object);
}
