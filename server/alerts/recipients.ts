import { firstLeft, stepsOf } from '../../protocol/staff-path';
import { isApart } from '../access/staff-path';
import {
  keyOfReason,
  type AlertedConcern,
  type AlertedPupil,
  type AlertRule,
  type Reason,
  type Recipient,
  type SchoolRules,
} from './rules';

/** One person with one reason, before anybody is left out. */
interface Call {
  readonly staffId: string;
  readonly reason: Reason;
}

/**
 * Who is alerted to a concern, each person once, with every reason (product.md section 4): named by hand, members of
 * groups named by hand, recipients of every automatic alert that matches; the leads of a quarantined concern; the
 * fallback group where no category was ticked, since only leads may see such a concern, or where nobody else is left;
 * then the head, then the chair. What is about a member of staff goes its own way and to nobody else. Never the author, a leaver, a person it is about, or staff connected to one of its
 * pupils. Pure. Empty only where all of these are left out: the caller must not hide that.
 */
export function recipientsOf(concern: AlertedConcern, school: SchoolRules): Recipient[] {
  const may = (call: Pick<Call, 'staffId'>) => mayBeTold(call.staffId, concern, school);
  if (concern.staffPath) {
    const kept = firstLeft(stepsOf(school.duty), may).map(onStaffPath);
    return gather(kept.length > 0 ? kept : lastResort(school, may));
  }
  const named = [...byHand(concern, school), ...byRules(concern, school), ...leads(concern, school)].filter(
    may,
  );
  const unsorted = concern.categories.length === 0 && !concern.quarantined;
  const last = unsorted || named.length === 0 ? lastResort(school, may) : [];
  return gather([...named, ...last]);
}

/** Whether a person may be told of a concern at all: no leaver, not its author, not whom it is about or who is near. */
export function mayBeTold(
  staffId: string,
  concern: Pick<AlertedConcern, 'authorId' | 'aboutStaff' | 'pupils'>,
  school: Pick<SchoolRules, 'present'>,
): boolean {
  return school.present.has(staffId) && staffId !== concern.authorId && isApart(staffId, concern);
}

const onStaffPath = ({ staffId }: SchoolRules['duty'][number]): Call => ({
  staffId,
  reason: { code: 'about-staff' },
});

function byHand({ byHand }: AlertedConcern, school: SchoolRules): Call[] {
  const people = byHand.staff.map((staffId): Call => ({ staffId, reason: { code: 'by-hand' } }));
  const groups = byHand.groups.flatMap((groupId) =>
    callGroup(school, groupId, { code: 'group-by-hand', groupId }),
  );
  return [...people, ...groups];
}

function byRules(concern: AlertedConcern, school: SchoolRules): Call[] {
  const categories = withParents(concern.categories, school.parents);
  return school.rules.flatMap((rule) => {
    const matched = rule.categories.find((id) => categories.has(id));
    return matched !== undefined && covers(rule, concern.pupils) ? callRule(school, rule, matched) : [];
  });
}

/** The categories and everything above them: a parent's rule covers its sub-categories. */
function withParents(categories: readonly string[], parents: SchoolRules['parents']): Set<string> {
  const all = new Set<string>();
  for (const category of categories) {
    let at: string | null = category;
    while (at !== null && !all.has(at)) {
      all.add(at);
      at = parents.get(at) ?? null;
    }
  }
  return all;
}

/** A rule with classes or year groups is for a pupil of any of them; a rule with neither is for all. */
function covers(rule: AlertRule, pupils: readonly AlertedPupil[]): boolean {
  if (rule.classes.size === 0 && rule.years.size === 0) return true;
  return pupils.some(
    ({ classId, yearGroupId }) =>
      (classId !== null && rule.classes.has(classId)) ||
      (yearGroupId !== null && rule.years.has(yearGroupId)),
  );
}

function callRule(school: SchoolRules, rule: AlertRule, categoryId: string): Call[] {
  const why: Reason = { code: 'rule', ruleId: rule.id, categoryId };
  const people = rule.staff.map((staffId): Call => ({ staffId, reason: why }));
  return [...people, ...rule.groups.flatMap((groupId) => callGroup(school, groupId, { ...why, groupId }))];
}

function callGroup(school: SchoolRules, groupId: string, reason: Reason): Call[] {
  return (school.members.get(groupId) ?? []).map((staffId) => ({ staffId, reason }));
}

function leads(concern: AlertedConcern, school: SchoolRules): Call[] {
  if (!concern.quarantined) return [];
  return school.duty
    .filter(({ role }) => role === 'lead' || role === 'deputy')
    .map(({ staffId }) => ({ staffId, reason: { code: 'quarantine-lead' } }));
}

/** The first of these that leaves anybody: fallback groups, head, chair. */
function lastResort(school: SchoolRules, may: (call: Call) => boolean): Call[] {
  const holder = (code: 'head' | 'chair') =>
    school.duty
      .filter(({ role }) => role === code)
      .map(({ staffId }): Call => ({ staffId, reason: { code } }));
  const fallback = school.fallbackGroups.flatMap((groupId) =>
    callGroup(school, groupId, { code: 'fallback', groupId }),
  );
  const steps = [fallback, holder('head'), holder('chair')].map((calls) => calls.filter(may));
  return steps.find((calls) => calls.length > 0) ?? [];
}

/** Each person once, in the order of their first reason, with each reason once. */
function gather(calls: readonly Call[]): Recipient[] {
  const people = new Map<string, Map<string, Reason>>();
  for (const { staffId, reason } of calls) {
    const reasons = people.get(staffId) ?? new Map<string, Reason>();
    people.set(staffId, reasons.set(keyOfReason(reason), reason));
  }
  return [...people].map(([staffId, reasons]) => ({ staffId, reasons: [...reasons.values()] }));
}
