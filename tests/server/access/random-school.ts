import fc from 'fast-check';
import type { AllowList } from '../../../server/access/concern';
import type { RuleFacts, SchoolAccess } from '../../../server/access/reach';

export const people = ['ada', 'ben', 'cat', 'dan'];
export const categoryIds = ['top', 'mid', 'low', 'other'];
export const pupilIds = ['pia', 'quin'];
const groupIds = ['leads', 'teachers', 'helpers'];
const alertGroupIds = ['team', 'fallback'];
const classIds = ['1a', '2b'];
const yearIds = ['y1', 'y2'];

const set = <T>(ids: readonly T[]) => fc.subarray([...ids]).map((chosen) => new Set(chosen));
const rights = fc.record({
  viewPupils: fc.boolean(),
  viewConcerns: fc.boolean(),
  addConcerns: fc.boolean(),
});
const permissions = fc.uniqueArray(fc.record({ categoryId: fc.constantFrom('*', ...categoryIds), rights }), {
  selector: ({ categoryId }) => categoryId,
  maxLength: 4,
});
const list: fc.Arbitrary<AllowList> = fc.record({
  everyone: fc.boolean(),
  groups: set(groupIds),
  staff: set(people),
});
const lists = (ids: readonly string[]) =>
  fc.option(
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...ids), list), { selector: ([id]) => id })
      .map((rows) => new Map(rows)),
  );
const rule: fc.Arbitrary<RuleFacts> = fc.record({
  categories: fc.subarray(categoryIds, { minLength: 1 }),
  groups: fc.subarray(alertGroupIds),
  staff: fc.subarray(people),
  classes: fc.oneof(fc.constant(new Set<string>()), set(classIds)),
  years: fc.oneof(fc.constant(new Set<string>()), set(yearIds)),
});
const person = (id: string) =>
  fc.record({
    id: fc.constant(id),
    groupId: fc.constantFrom(...groupIds),
    disabled: fc.boolean(),
    address: fc.option(fc.constantFrom(`${id}@old`, `${id}@new`)),
  });
const group = fc.record({
  higherLevel: fc.boolean(),
  unrestricted: fc.boolean(),
  administration: set(['staff', 'groups']),
  permissions,
});
const pupil = (id: string) =>
  fc.record({
    id: fc.constant(id),
    classId: fc.constantFrom(...classIds),
    yearGroupId: fc.constantFrom(...yearIds),
  });

/** Everything that a school decides, each small thing apart, so that a story can change one of them. */
const parts = fc.record({
  restricted: fc.tuple(...categoryIds.map(() => fc.boolean())),
  midBelow: fc.option(fc.constant('top')),
  lowBelow: fc.option(fc.constantFrom('mid', 'top')),
  otherThere: fc.boolean(),
  otherInto: fc.option(fc.constantFrom('top', 'low')),
  leads: group,
  teachers: group,
  helpers: group,
  ada: person('ada'),
  ben: person('ben'),
  cat: person('cat'),
  dan: fc.option(person('dan')),
  classLists: lists(classIds),
  yearLists: lists(yearIds),
  pia: pupil('pia'),
  quin: pupil('quin'),
  yearOfClass: fc.tuple(fc.constantFrom(...yearIds), fc.constantFrom(...yearIds)),
  team: fc.subarray(people),
  fallback: fc.subarray(people),
  firstRule: fc.option(rule),
  secondRule: fc.option(rule),
  lead: fc.constantFrom(...people),
  deputy: fc.option(fc.constantFrom(...people)),
  head: fc.constantFrom(...people),
  chair: fc.option(fc.constantFrom(...people)),
  named: fc.option(fc.constantFrom(...people)),
  connected: set(pupilIds.flatMap((one) => people.map((staff) => `${one} ${staff}`))),
});
export type SchoolParts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

const partNames = [
  'restricted',
  'midBelow',
  'lowBelow',
  'otherThere',
  'otherInto',
  'leads',
  'teachers',
  'helpers',
  'ada',
  'ben',
  'cat',
  'dan',
  'classLists',
  'yearLists',
  'pia',
  'quin',
  'yearOfClass',
  'team',
  'fallback',
  'firstRule',
  'secondRule',
  'lead',
  'deputy',
  'head',
  'chair',
  'named',
  'connected',
] as const satisfies readonly (keyof SchoolParts)[];

/** One concern as it stands in the school, and who has been alerted to it. */
export interface Story {
  readonly categories: readonly string[];
  readonly pupils: readonly string[];
  readonly about: ReadonlySet<string>;
  readonly quarantined: boolean;
  readonly alerted: ReadonlySet<string>;
}
export const stories: fc.Arbitrary<Story> = fc.record({
  categories: fc.subarray(categoryIds),
  pupils: fc.subarray(pupilIds),
  about: fc.oneof(fc.constant(new Set<string>()), set(people)),
  quarantined: fc.boolean(),
  alerted: fc.oneof(fc.constant(new Set<string>()), set(people)),
});

export interface Changed {
  readonly before: SchoolAccess;
  readonly after: SchoolAccess;
  readonly story: Story;
}

/** A school, the same school after a few of its parts changed, and one concern in it. */
export const changes: fc.Arbitrary<Changed> = fc
  .record({
    old: parts,
    fresh: parts,
    which: fc.oneof(
      fc.constantFrom(...partNames).map((one) => [one]),
      fc.subarray([...partNames], { minLength: 2, maxLength: 4 }),
    ),
    story: stories,
  })
  .map(({ old, fresh, which, story }) => {
    const wanted = Object.fromEntries(which.map((name) => [name, fresh[name]])) as Partial<SchoolParts>;
    const next = { ...old, ...wanted };
    const there = story.categories.filter((id) => id !== 'other' || (old.otherThere && next.otherThere));
    return {
      before: schoolOf(old, story),
      after: schoolOf(next, story),
      story: { ...story, categories: there },
    };
  });

function schoolOf(given: SchoolParts, story: Story): SchoolAccess {
  const parents: Record<string, string | null> = { mid: given.midBelow, low: given.lowBelow };
  const pupils = [given.pia, given.quin];
  const classes = classIds.map((classId, at) => ({ classId, yearGroupId: given.yearOfClass[at]! }));
  return {
    categories: categoryIds
      .map((id, at) => ({ id, parentId: parents[id] ?? null, restricted: given.restricted[at]! }))
      .map((one) => ({ ...one, mergedInto: one.id === 'other' ? given.otherInto : null }))
      .filter(({ id }) => id !== 'other' || given.otherThere),
    groups: new Map(groupIds.map((id) => [id, given[id as 'leads']])),
    staff: [given.ada, given.ben, given.cat, given.dan].filter((one) => one !== null),
    restrictions: { classes: given.classLists, years: given.yearLists },
    places: [...classes, ...pupils.map(({ classId, yearGroupId }) => ({ classId, yearGroupId }))],
    pupils,
    alerted: story.alerted,
    alertGroups: new Map([
      ['team', { fallback: false, members: given.team }],
      ['fallback', { fallback: true, members: given.fallback }],
    ]),
    rules: [given.firstRule, given.secondRule].filter((one) => one !== null),
    duty: (['lead', 'deputy', 'head', 'chair', 'named'] as const).flatMap((role) => {
      const staffId = given[role];
      return staffId === null ? [] : [{ role, staffId }];
    }),
    connected: given.connected,
  };
}
