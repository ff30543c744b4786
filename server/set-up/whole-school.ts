import { allowListFaults, wholeSchoolFaults } from '../../protocol/words/import/whole-school';
import { readEmail, readList } from './cell-values';
import type { Reading } from './reading';
import type { AdministrationRight } from '../../protocol/administration';
import type { PlannedClassRestriction, SchoolPlan } from './school-plan';

/** The rights without which a school could not mend its own set-up: who is in, and what they may do. */
const KEEPING_RIGHTS: readonly AdministrationRight[] = ['staff', 'groups'];

/** What the preview refuses or warns of, seen over all sheets together (set-up-spreadsheet.md, last paragraph). */
export function checkWholeSchool(reading: Reading, plan: SchoolPlan): void {
  checkAdministrators(reading, plan);
  checkEveryCategoryReachesSomeone(reading, plan);
  checkLeads(reading, plan);
  checkAllowLists(reading, plan);
}

/** Only people with an e-mail can log in, so only they count. */
function checkAdministrators({ tables, findings }: Reading, plan: SchoolPlan): void {
  const holders = KEEPING_RIGHTS.map((right) => {
    const groups = new Set(
      plan.userGroups.filter((group) => group.administration.includes(right)).map(({ name }) => name),
    );
    return plan.staff.filter((person) => person.email !== undefined && groups.has(person.userGroup));
  });
  const at = { sheet: 'User groups', cell: tables['User groups'].headings.get('Administration') ?? 'A1' };
  const missing = KEEPING_RIGHTS.filter((_, index) => holders[index]?.length === 0);
  if (missing.length > 0) {
    findings.fault(at, wholeSchoolFaults.nobodyAdministers(missing));
    return;
  }
  const alone = holders.find((people) => people.length === 1)?.[0];
  if (alone) findings.warning(at, wholeSchoolFaults.oneAdministers(`${alone.firstName} ${alone.lastName}`));
}

/** A rule that is limited to classes or year groups leaves the others to the fallback, so it does not count here. */
function checkEveryCategoryReachesSomeone({ settings, findings }: Reading, plan: SchoolPlan): void {
  const members = new Map(plan.alertGroups.map((group) => [group.name, group.members]));
  const { fallbackAlertGroup, leadEmail, deputyEmails } = plan.school;
  const fallback =
    fallbackAlertGroup === undefined ? [leadEmail, ...deputyEmails] : (members.get(fallbackAlertGroup) ?? []);
  if (fallback.some((email) => email !== '')) return;
  const reached = new Set(
    plan.automaticAlerts
      .filter((rule) => rule.classes.length === 0 && rule.yearGroups.length === 0)
      .filter(
        (rule) =>
          rule.staff.length > 0 || rule.alertGroups.some((name) => (members.get(name)?.length ?? 0) > 0),
      )
      .map((rule) => rule.category),
  );
  const parents = new Map(plan.categories.map(({ name, parent }) => [name, parent]));
  const unreached = plan.categories
    .filter(({ name }) => !coversOneOf(reached, name, parents))
    .map(({ name }) => name);
  if (unreached.length === 0) return;
  const setting = fallbackAlertGroup === undefined ? 'Safeguarding lead e-mail' : 'Fallback alert group';
  findings.fault(settings.at(setting), wholeSchoolFaults.alertsNobody(unreached, fallbackAlertGroup));
}

/** A parent's rule covers its sub-categories. */
function coversOneOf(
  reached: ReadonlySet<string>,
  category: string,
  parents: ReadonlyMap<string, string | undefined>,
): boolean {
  const passed = new Set<string>();
  for (let name: string | undefined = category; name && !passed.has(name); name = parents.get(name)) {
    if (reached.has(name)) return true;
    passed.add(name);
  }
  return false;
}

function checkLeads({ settings, findings }: Reading, plan: SchoolPlan): void {
  const { leadEmail, deputyEmails } = plan.school;
  // An address under Deputy lead e-mails that cannot be used has its own fault already.
  const named = readList(settings.text('Deputy lead e-mails')).some((text) => readEmail(text) !== leadEmail);
  if (leadEmail === '' || deputyEmails.length > 0 || named) return;
  findings.warning(settings.at('Deputy lead e-mails'), wholeSchoolFaults.oneLead);
}

/**
 * Once a type is restricted, a class or year group without a list is hidden from all but unrestricted groups
 * (access.md, Seeing a concern); that holds for an empty list and for a missing row alike.
 */
function checkAllowLists({ tables, findings }: Reading, plan: SchoolPlan): void {
  for (const [index, restriction] of plan.classRestrictions.entries()) {
    const row = tables['Class restrictions'].rows[index];
    if (!row || restriction.name === '' || hasSomeone(restriction, plan)) continue;
    const column = row.has('Allowed user groups') ? 'Allowed user groups' : 'Class or year group';
    findings.warning(row.at(column), allowListFaults.nobody(restriction.type, restriction.name));
  }
  const every = { class: plan.classes.map(({ name }) => name), 'year group': plan.yearGroups };
  for (const type of ['class', 'year group'] as const) {
    const listed = new Set(plan.classRestrictions.filter((row) => row.type === type).map(({ name }) => name));
    const unlisted = listed.size > 0 ? every[type].filter((name) => !listed.has(name)) : [];
    if (unlisted.length === 0) continue;
    const at = {
      sheet: 'Class restrictions',
      cell: tables['Class restrictions'].headings.get('Class or year group') ?? 'A1',
    };
    findings.warning(at, allowListFaults.noRow(type, unlisted));
  }
}

function hasSomeone(restriction: PlannedClassRestriction, plan: SchoolPlan): boolean {
  if (restriction.everyone || restriction.staff.length > 0) return true;
  const groups = new Set(restriction.userGroups);
  return plan.staff.some((person) => groups.has(person.userGroup));
}
