import { heedNames } from '../../../protocol/words/heed-names';
import type { Importing } from './importing';
import { indexOf, plannedOf } from './importing';
import type { ByName } from './named';
import { syncNamed } from './named';
import { addLinks, syncTable } from './sync-table';

const LEADS_GROUP = heedNames.leadsGroup;

interface Names {
  readonly groups: ByName;
  readonly staff: ByName;
  readonly categories: ByName;
  readonly classes: ByName;
  readonly years: ByName;
}

/** The category × group matrix. */
export async function syncPermissions(importing: Importing, by: Names): Promise<void> {
  const rows = importing.plan.permissions.map((permission) => ({
    school_id: importing.schoolId,
    group_id: by.groups(permission.userGroup),
    category_id: permission.category === '*' ? '*' : by.categories(permission.category),
    view_pupils: Number(permission.viewPupils),
    view_concerns: Number(permission.viewConcerns),
    add_concerns: Number(permission.addConcerns),
  }));
  const columns = ['view_pupils', 'view_concerns', 'add_concerns'];
  await addLinks(importing.trx, 'permissions', ['group_id', 'category_id'], rows, columns);
}

/** Alert groups with their members; without a named fallback group the lead and the deputies are it. */
export async function syncAlertGroups(importing: Importing, staff: ByName): Promise<ByName> {
  const { alertGroups, school } = importing.plan;
  const leads = { name: LEADS_GROUP, members: [school.leadEmail, ...school.deputyEmails] };
  const all = school.fallbackAlertGroup
    ? alertGroups
    : [...alertGroups.filter((one) => one.name !== LEADS_GROUP), leads];
  const fallback = school.fallbackAlertGroup ?? LEADS_GROUP;
  const groups = await syncNamed(
    importing,
    'alert_groups',
    all.map((group) => group.name),
    (name, position) => ({ position, fallback: Number(name === fallback) }),
  );
  const members = all.flatMap((group) =>
    group.members.map((email) => ({
      school_id: importing.schoolId,
      group_id: groups(group.name),
      staff_id: staff(email),
    })),
  );
  await addLinks(importing.trx, 'alert_group_members', ['group_id', 'staff_id'], members);
  return groups;
}

/** Automatic alerts; a rule is known again by everything it says. */
export async function syncAutomaticAlerts(
  importing: Importing,
  by: Names & { alertGroups: ByName },
): Promise<void> {
  const { trx, ground, schoolId, plan } = importing;
  const planned = plan.automaticAlerts.map((rule, position) => ({
    match: indexOf(importing, 'rule', JSON.stringify(rule)),
    position,
    parts: [
      ['category', by.categories(rule.category)] as const,
      ...rule.alertGroups.map((name) => ['group', by.alertGroups(name)] as const),
      ...rule.staff.map((email) => ['staff', by.staff(email)] as const),
      ...rule.yearGroups.map((name) => ['year', by.years(name)] as const),
      ...rule.classes.map((name) => ['class', by.classes(name)] as const),
    ],
  }));
  const wanted = planned.map(({ match, position }) => ({
    match,
    clear: { position },
    texts: {},
  }));
  const table = { schoolId, table: 'automatic_alerts', matchColumn: 'match_index' };
  const { ids, added, changed } = await syncTable(trx, ground, table, wanted);
  importing.counts.automaticAlerts = { added, changed };
  const rows = planned.flatMap(({ match, parts }) =>
    parts.map(([kind, target]) => ({
      school_id: schoolId,
      rule_id: plannedOf(ids, match),
      kind,
      target_id: target,
    })),
  );
  await addLinks(trx, 'automatic_alert_parts', ['rule_id', 'kind', 'target_id'], rows);
}

/** Class restrictions with their allow-lists; a type that the sheet has rows of is switched on by it. */
export async function syncClassRestrictions(importing: Importing, by: Names): Promise<void> {
  const { trx, schoolId, plan } = importing;
  const planned = plan.classRestrictions.map((restriction) => {
    const kind = restriction.type === 'class' ? 'class' : 'year';
    const target = kind === 'class' ? by.classes(restriction.name) : by.years(restriction.name);
    return { restriction, place: { school_id: schoolId, kind, target_id: target } };
  });
  const lists = planned.map(({ restriction, place }) => ({
    ...place,
    everyone: Number(restriction.everyone),
  }));
  const types = lists.map(({ school_id, kind }) => ({ school_id, kind, switched_on: 1 }));
  await addLinks(trx, 'restriction_types', ['kind'], types, ['switched_on']);
  await addLinks(trx, 'class_restrictions', ['kind', 'target_id'], lists, ['everyone']);
  const allows = planned.flatMap(({ restriction, place }) => [
    ...restriction.userGroups.map((name) => ({ ...place, who: 'group', who_id: by.groups(name) })),
    ...restriction.staff.map((email) => ({ ...place, who: 'staff', who_id: by.staff(email) })),
  ]);
  await addLinks(trx, 'class_restriction_allows', ['kind', 'target_id', 'who', 'who_id'], allows);
}
