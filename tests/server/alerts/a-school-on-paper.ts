import type { AlertedConcern, AlertedPupil, AlertRule, SchoolRules } from '../../../server/alerts/rules';

/** Oakfield Primary as its alert rules see it; ids are words, so that a test reads as a story. */
export const oakfield: SchoolRules = {
  parents: new Map([
    ['neglect', null],
    ['home', null],
    ['home/parents', 'home'],
    ['home/parents/custody', 'home/parents'],
    ['attendance', null],
  ]),
  rules: [
    rule('neglect-rule', 'neglect', { groups: ['safeguarding'] }),
    rule('home-rule', 'home', { groups: ['pastoral'], staff: ['shah'] }),
    rule('home-year-5', 'home', { staff: ['year-5-head'], years: ['year-5'] }),
    rule('home-3b', 'home', { staff: ['3b-teacher'], classes: ['3b'] }),
  ],
  members: new Map([
    ['safeguarding', ['shah', 'okoro']],
    ['pastoral', ['lunn', 'okoro']],
    ['fallback', ['shah', 'okoro']],
  ]),
  fallbackGroups: ['fallback'],
  duty: [
    { role: 'lead', staffId: 'shah' },
    { role: 'deputy', staffId: 'okoro' },
    { role: 'head', staffId: 'marsh' },
    { role: 'chair', staffId: 'ferris' },
  ],
  present: new Set(['shah', 'okoro', 'lunn', 'marsh', 'ferris', 'price', 'year-5-head', '3b-teacher']),
};

/** One automatic alert; what is not given is empty. */
export function rule(
  id: string,
  categoryId: string,
  given: { groups?: string[]; staff?: string[]; classes?: string[]; years?: string[] },
): AlertRule {
  return {
    id,
    categories: [categoryId],
    groups: given.groups ?? [],
    staff: given.staff ?? [],
    classes: new Set(given.classes),
    years: new Set(given.years),
  };
}

export function pupil(given: { classId?: string; year?: string; connected?: string[] } = {}): AlertedPupil {
  return {
    classId: given.classId ?? null,
    yearGroupId: given.year ?? null,
    connectedStaff: new Set(given.connected),
  };
}

/** Jo Price writes about one child of 2A; what is not given is empty. */
export function concern(given: Partial<AlertedConcern> = {}): AlertedConcern {
  return {
    authorId: 'price',
    aboutStaff: new Set(),
    staffPath: false,
    pupils: [pupil({ classId: '2a', year: 'year-2' })],
    categories: ['neglect'],
    byHand: { staff: [], groups: [] },
    quarantined: false,
    ...given,
  };
}
