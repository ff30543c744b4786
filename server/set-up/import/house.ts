import { chairGroups } from './people';
import { plannedOf, type Importing } from './importing';
import { syncNamed, type ByName } from './named';

/** User groups, and the built-in one of the chair. */
export async function syncUserGroups(importing: Importing): Promise<ByName> {
  const planned = new Map(importing.plan.userGroups.map((group) => [group.name, group]));
  const chair = chairGroups(importing);
  return syncNamed(importing, 'user_groups', [...planned.keys(), ...chair], (name) => {
    const group = planned.get(name);
    return {
      higher_level: Number(group?.higherLevel ?? false),
      unrestricted: Number(group?.unrestricted ?? false),
      built_in: group ? null : 'chair',
      administration: group?.administration.join(',') ?? '',
    };
  });
}

/** Classes with their year group and teacher. */
export async function syncClasses(importing: Importing, years: ByName, staff: ByName): Promise<ByName> {
  const planned = new Map(importing.plan.classes.map((one) => [one.name, one]));
  return syncNamed(importing, 'classes', [...planned.keys()], (name, position) => {
    const one = plannedOf(planned, name);
    return {
      position,
      year_group_id: years(one.yearGroup),
      teacher_id: one.teacherEmail ? staff(one.teacherEmail) : null,
    };
  });
}

/** The tree of categories: parents are written first, since their sub-categories name them. */
export async function syncCategories(importing: Importing): Promise<ByName> {
  const planned = new Map(importing.plan.categories.map((one, position) => [one.name, { ...one, position }]));
  const ids = new Map<string, string>();
  let waiting = [...planned.values()];
  while (waiting.length > 0) {
    const ready = waiting.filter((one) => !one.parent || ids.has(one.parent));
    if (ready.length === 0) throw new Error('the plan holds a loop of categories');
    const byName = await syncNamed(
      importing,
      'categories',
      ready.map((one) => one.name),
      (name) => {
        const one = plannedOf(planned, name);
        return {
          parent_id: one.parent ? plannedOf(ids, one.parent) : null,
          colour: one.colour,
          restricted: Number(one.restricted),
          urgent: Number(one.urgent),
          body_map: Number(one.bodyMap),
          on_record_screen: Number(one.onRecordScreen),
          position: one.position,
        };
      },
      (name) => ({ guidance: plannedOf(planned, name).guidance ?? null }),
    );
    for (const one of ready) ids.set(one.name, byName(one.name));
    waiting = waiting.filter((one) => !ids.has(one.name));
  }
  return (name) => plannedOf(ids, name);
}
