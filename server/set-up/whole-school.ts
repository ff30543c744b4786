import { readEmail, readList } from './cell-values';
import { quoteSome } from './faults';
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
    const mend = `Write ${missing.join(', ')} under Administration of a user group that somebody with an e-mail is in`;
    findings.fault(at, `Nobody can administer this school: no person holds ${quoteSome(missing)}`, mend);
    return;
  }
  const alone = holders.find((people) => people.length === 1)?.[0];
  if (!alone) return;
  const wrong = `Only one person can administer this school: ${alone.firstName} ${alone.lastName}`;
  findings.warning(at, wrong, 'Give a second person a user group with staff, groups under Administration');
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
  const mend =
    fallbackAlertGroup === undefined
      ? 'Write the e-mail of the safeguarding lead, or name a fallback alert group'
      : `Give the alert group ${quoteSome([fallbackAlertGroup])} members, or leave this empty for the lead and deputies`;
  findings.fault(settings.at(setting), `A concern in ${quoteSome(unreached)} would alert nobody`, mend);
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
  const wrong = 'There is only one safeguarding lead, so nobody stands in for them';
  findings.warning(settings.at('Deputy lead e-mails'), wrong, 'Write the e-mail of at least one deputy');
}

/**
 * Once a type is restricted, a class or year group without a list is hidden from all but unrestricted groups
 * (access.md, Seeing a concern); that holds for an empty list and for a missing row alike.
 */
function checkAllowLists({ tables, findings }: Reading, plan: SchoolPlan): void {
  const mend = 'Name user groups or staff, or write * under Allowed user groups for everyone';
  for (const [index, restriction] of plan.classRestrictions.entries()) {
    const row = tables['Class restrictions'].rows[index];
    if (!row || restriction.name === '' || hasSomeone(restriction, plan)) continue;
    const wrong = `The ${restriction.type} ${quoteSome([restriction.name])} has nobody on its list`;
    findings.warning(
      row.at(row.has('Allowed user groups') ? 'Allowed user groups' : 'Class or year group'),
      wrong,
      mend,
    );
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
    const wrong = `${quoteSome(unlisted)} ${unlisted.length === 1 ? 'has' : 'have'} no row, so nobody is on the list`;
    findings.warning(
      at,
      wrong,
      `Add a row of type ${type === 'class' ? 'Class' : 'Year group'} for each; * means everyone`,
    );
  }
}

function hasSomeone(restriction: PlannedClassRestriction, plan: SchoolPlan): boolean {
  if (restriction.everyone || restriction.staff.length > 0) return true;
  const groups = new Set(restriction.userGroups);
  return plan.staff.some((person) => groups.has(person.userGroup));
}
