import { groupWorks, isLead, type Actor, type StaffActor } from './actor';

/** A pupil of a concern, as far as a decision needs to know. */
export interface ConcernPupilFacts {
  readonly pupilId: string;
  readonly classId: string;
  readonly yearGroupId: string;
  /** Staff who are parents, relatives or otherwise close. */
  readonly connectedStaff: ReadonlySet<string>;
}

/** What the policy needs to know of one concern. */
export interface ConcernFacts {
  readonly kind: 'concern';
  readonly schoolId: string;
  readonly categories: readonly { readonly id: string; readonly restricted: boolean }[];
  readonly pupils: readonly ConcernPupilFacts[];
  readonly aboutStaff: ReadonlySet<string>;
  /** About a member of staff: who alone may know of it today. Null: any other concern. */
  readonly keptBy: ReadonlySet<string> | null;
  readonly quarantined: boolean;
  /** It came with a doubt, which was decided: it is kept as it came, joined into another record or dismissed. Reading asks nothing of it. */
  readonly settled?: boolean;
  /** This person's alert to it, if any. */
  readonly alert: { readonly readAt: string | null; readonly undo: boolean } | null;
}

/** Allow-lists by class and by year group; null where that type is not switched on. */
export interface ClassRestrictions {
  readonly classes: ReadonlyMap<string, AllowList> | null;
  readonly years: ReadonlyMap<string, AllowList> | null;
}
export interface AllowList {
  readonly everyone: boolean;
  readonly groups: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
}

export type Because = 'alerted' | 'group' | 'kept';

/**
 * Why this actor may read this concern, or null (access.md, "Seeing a concern").
 * Being alerted goes over matrix and class restriction, never over *about this person* or *connected*.
 */
export function mayReadConcern(
  actor: Actor,
  concern: ConcernFacts,
  rules: ClassRestrictions,
): Because | null {
  if (!isNear(actor, concern)) return null;
  if (!groupWorks(actor)) return null;
  if (waits(concern)) return 'alerted';
  if (concern.keptBy) return actor.elevated && concern.keptBy.has(actor.staffId) ? 'kept' : null;
  return readsByGroup(actor, concern, rules) ? 'group' : null;
}

function waits({ alert }: ConcernFacts): boolean {
  return alert !== null && (!alert.readAt || alert.undo);
}

/**
 * Same site, not disabled, not about this person, not connected to one of its pupils; what is about another member of
 * staff is near to nobody but its keepers and whoever was told of it and has not marked it as read.
 */
export function isNear(actor: Actor, concern: ConcernFacts): actor is StaffActor {
  if (actor.kind !== 'staff' || actor.disabled || actor.schoolId !== concern.schoolId) return false;
  if (concern.aboutStaff.has(actor.staffId)) return false;
  if (concern.keptBy && !concern.keptBy.has(actor.staffId) && !waits(concern)) return false;
  return !concern.pupils.some((pupil) => pupil.connectedStaff.has(actor.staffId));
}

function readsByGroup(actor: StaffActor, concern: ConcernFacts, rules: ClassRestrictions): boolean {
  if (concern.quarantined && !isLead(actor)) return false;
  if (!seesCategories(actor, concern)) return false;
  // A child whom nobody has matched yet may stand in any class.
  if (concern.pupils.length === 0) return isLead(actor) || seesEveryClass(actor, rules);
  return concern.pupils.some((pupil) => seesPupil(actor, pupil, rules));
}

function seesEveryClass({ group }: Viewer, { classes, years }: ClassRestrictions): boolean {
  return group.unrestricted || (classes === null && years === null);
}

/** Reads it with all its pupils, in whatever class: alerted to it, or keeping what is about a member of staff. */
export function seesAllPupils({ staffId }: Pick<StaffActor, 'staffId'>, concern: ConcernFacts): boolean {
  return waits(concern) || concern.keptBy?.has(staffId) === true;
}

/** *View Concerns* for at least one category, and for every restricted one; no category: leads only. */
function seesCategories(actor: StaffActor, concern: ConcernFacts): boolean {
  if (concern.categories.length === 0) return isLead(actor);
  const sees = (id: string) => actor.group.rights.get(id)?.viewConcerns === true;
  if (concern.categories.some((category) => category.restricted && !sees(category.id))) return false;
  return concern.categories.some((category) => sees(category.id));
}

/** Who somebody is to a class restriction. */
export interface Viewer {
  readonly staffId: string;
  readonly group: Pick<StaffActor['group'], 'id' | 'unrestricted'>;
}

/** What the list of one class or year group says of one person. */
export type ListWord = 'not-restricted' | 'everyone' | 'group' | 'person' | 'not-named' | 'no-list';

/** Whether somebody may see pupils of a class and year group, and what decided it. */
export interface Sight {
  readonly sees: boolean;
  /** Their group sees every class, whatever the lists say. */
  readonly unrestricted: boolean;
  readonly class: ListWord;
  readonly year: ListWord;
}

/** Class and year restriction must both allow; a class without a list is closed to all but *unrestricted*. */
export function seesPupil(
  actor: Viewer,
  pupil: Pick<ConcernPupilFacts, 'classId' | 'yearGroupId'>,
  rules: ClassRestrictions,
): boolean {
  return sightOf(actor, pupil, rules).sees;
}

/** The same decision with its reasons, for whoever has to explain it (product.md section 6, "See as"). */
export function sightOf(
  actor: Viewer,
  pupil: Pick<ConcernPupilFacts, 'classId' | 'yearGroupId'>,
  rules: ClassRestrictions,
): Sight {
  const { unrestricted } = actor.group;
  const inClass = wordOf(rules.classes, pupil.classId, actor);
  const inYear = wordOf(rules.years, pupil.yearGroupId, actor);
  return {
    sees: unrestricted || (opens(inClass) && opens(inYear)),
    unrestricted,
    class: inClass,
    year: inYear,
  };
}

function wordOf(lists: ReadonlyMap<string, AllowList> | null, id: string, actor: Viewer): ListWord {
  if (lists === null) return 'not-restricted';
  const list = lists.get(id);
  if (!list) return 'no-list';
  if (list.everyone) return 'everyone';
  if (list.staff.has(actor.staffId)) return 'person';
  return list.groups.has(actor.group.id) ? 'group' : 'not-named';
}

function opens(word: ListWord): boolean {
  return word !== 'not-named' && word !== 'no-list';
}

/** May add an action: whoever may read it now. */
export const mayActOnConcern = mayReadConcern;

/**
 * "I'll take this": an elevated lead or deputy who may read it. A record with a doubt reaches somebody else only where
 * no lead could be told of it, and then that person takes it: else nobody could ever open its text. What is about a
 * member of staff is taken by whoever of its own way may read it.
 */
export function mayTakeConcern(actor: Actor, concern: ConcernFacts, rules: ClassRestrictions): boolean {
  if (mayReadConcern(actor, concern, rules) === null) return false;
  if (actor.kind !== 'staff') return false;
  if (concern.keptBy) return true;
  return (actor.elevated && isLead(actor)) || (concern.quarantined && concern.alert !== null);
}

/**
 * Decides about it: every kind of action, level, whose it is, closing and reopening. Whoever may take it, but not while it
 * needs checking: that is decided first, and by who checks it.
 */
export function mayLeadConcern(actor: Actor, concern: ConcernFacts, rules: ClassRestrictions): boolean {
  return !concern.quarantined && mayTakeConcern(actor, concern, rules);
}

/**
 * Marks entries of the chronology as significant: whoever decides about it with full access and sees every pupil of it,
 * since the mark stands on each of their pages.
 */
export function mayMarkEntries(actor: Actor, concern: ConcernFacts, rules: ClassRestrictions): boolean {
  return mayLeadConcern(actor, concern, rules) && seesEachPupil(actor, concern, rules);
}

/** With full access. */
function seesEachPupil(actor: Actor, concern: ConcernFacts, rules: ClassRestrictions): boolean {
  if (actor.kind !== 'staff' || !actor.elevated) return false;
  return seesAllPupils(actor, concern) || concern.pupils.every((pupil) => seesPupil(actor, pupil, rules));
}

/**
 * Says which pupils it is about, and covers what it says: whoever may mark its entries. What was joined or dismissed stays
 * on the pages of its pupils, so a lead who may read it puts that right as well. The pupil whom they name must be one whom
 * they see (`mayNamePupil`).
 */
export function mayCorrectConcern(actor: Actor, concern: ConcernFacts, rules: ClassRestrictions): boolean {
  if (!concern.settled) return mayMarkEntries(actor, concern, rules);
  if (actor.kind !== 'staff' || !(isLead(actor) || concern.keptBy)) return false;
  return mayTakeConcern(actor, concern, rules) && seesEachPupil(actor, concern, rules);
}

/** Of a pupil whom a lead names for a record: seen in their class, and not one to whom they are close. */
export function mayNamePupil(actor: StaffActor, pupil: ConcernPupilFacts, rules: ClassRestrictions): boolean {
  return !pupil.connectedStaff.has(actor.staffId) && seesPupil(actor, pupil, rules);
}
