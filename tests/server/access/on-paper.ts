import type { StaffActor } from '../../../server/access/actor';
import type { ConcernFacts } from '../../../server/access/concern';
import type { SchoolAccess } from '../../../server/access/reach';
import { rightsByCategory } from '../../../server/access/rights';
import { keepersOfStaffConcern } from '../../../server/access/staff-path';
import { people, type Story } from './random-school';

/** Somebody of a school on paper, as the rules meet them; null: is not there. */
export function actorOf(school: SchoolAccess, staffId: string, elevated: boolean): StaffActor | null {
  const person = school.staff.find(({ id }) => id === staffId);
  const group = person && school.groups.get(person.groupId);
  if (!person || !group) return null;
  return {
    kind: 'staff',
    keepsSites: false,
    schoolId: 'oakfield',
    staffId,
    accountId: staffId,
    sessionId: staffId,
    group: {
      id: person.groupId,
      higherLevel: group.higherLevel,
      unrestricted: group.unrestricted,
      administration: group.administration,
      rights: rightsByCategory(school.categories, group.permissions),
    },
    duty: school.duty.filter((duty) => duty.staffId === staffId).map(({ role }) => role),
    elevated,
    keyHolder: true,
    disabled: person.disabled,
  };
}

/** The pupils of a story as they stand in the school. */
export function pupilsOf(school: SchoolAccess, story: Story) {
  return school.pupils
    .filter(({ id }) => story.pupils.includes(id))
    .map(({ id, classId, yearGroupId }) => ({
      pupilId: id,
      classId,
      yearGroupId,
      connectedStaff: new Set(people.filter((staff) => school.connected.has(`${id} ${staff}`))),
    }));
}

/** The story's categories, each as what it was merged into. */
export function standsIn(school: SchoolAccess, story: Story): string[] {
  const into = new Map(school.categories.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  return story.categories.map((id) => into.get(id) ?? id);
}

/** What the rules are told of a story, as it is to one person. */
export function factsFor(school: SchoolAccess, story: Story, staffId: string): ConcernFacts {
  return {
    kind: 'concern',
    schoolId: 'oakfield',
    categories: school.categories.filter(({ id }) => standsIn(school, story).includes(id)),
    pupils: pupilsOf(school, story),
    aboutStaff: story.about,
    keptBy: story.about.size > 0 ? keepersOfStaffConcern(story.about, school.duty) : null,
    quarantined: story.quarantined,
    alert: story.alerted.has(staffId) ? { readAt: null, undo: false } : null,
  };
}
