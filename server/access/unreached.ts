import { coveredBy, toldByRule, type RuleFacts, type SchoolAccess } from './reach';

/**
 * Categories in which a concern about some pupil would be brought to no safeguarding lead: a warning before a school
 * tells its staff to begin (product.md section 4). Merged categories count as the one that they went into. Pure.
 */
export function unreachedCategories(school: SchoolAccess): string[] {
  const present = new Set(school.staff.filter((person) => !person.disabled).map(({ id }) => id));
  const leads = new Set(
    school.duty
      .filter(({ role, staffId }) => (role === 'lead' || role === 'deputy') && present.has(staffId))
      .map(({ staffId }) => staffId),
  );
  const told = (rule: RuleFacts) => [...toldByRule(school, rule)].filter((id) => present.has(id));
  const hasLead = (people: readonly string[]) => people.some((id) => leads.has(id));
  const fallback = [...school.alertGroups.values()].filter((group) => group.fallback);
  const fallsToLead = hasLead(fallback.flatMap(({ members }) => [...members]));
  const isReached = (categoryId: string) => {
    const rules = school.rules.filter((rule) => coveredBy(school, rule).includes(categoryId));
    const everywhere = rules.filter(({ classes, years }) => classes.size + years.size === 0).flatMap(told);
    if (hasLead(everywhere)) return true;
    // Nobody is told everywhere: pupils outside the limited rules fall to the fallback group.
    return everywhere.length === 0 && fallsToLead && rules.every((rule) => hasLead(told(rule)));
  };
  return school.categories
    .filter(({ id, mergedInto }) => mergedInto === null && !isReached(id))
    .map(({ id }) => id);
}
