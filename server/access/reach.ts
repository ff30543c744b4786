import type { GainCode } from '../../protocol/changes/widening';
import type { DutyRole } from './actor';
import { seesPupil, type ClassRestrictions } from './concern';
import { rightsByCategory, type PermissionRow } from './rights';

/** One automatic alert, as far as who is told what depends on it. */
export interface RuleFacts {
  readonly categoryId: string;
  readonly groups: readonly string[];
  readonly staff: readonly string[];
  /** Limits the rule to pupils of these classes or years; both empty: all pupils. */
  readonly classes: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

/** Everything in one school that decides who may read or be told what. Ids and flags only. */
export interface SchoolAccess {
  readonly categories: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly restricted: boolean;
  }[];
  readonly groups: ReadonlyMap<
    string,
    {
      readonly higherLevel: boolean;
      readonly unrestricted: boolean;
      readonly administration: ReadonlySet<string>;
      readonly permissions: readonly PermissionRow[];
    }
  >;
  readonly staff: readonly {
    readonly id: string;
    readonly groupId: string;
    readonly disabled: boolean;
    /** Blind index of the e-mail address of the person's account. */
    readonly address: string | null;
  }[];
  readonly restrictions: ClassRestrictions;
  /** Every class with its year group, and every other pair that a pupil stands in. */
  readonly places: readonly { readonly classId: string; readonly yearGroupId: string }[];
  readonly alertGroups: ReadonlyMap<
    string,
    { readonly fallback: boolean; readonly members: readonly string[] }
  >;
  readonly rules: readonly RuleFacts[];
  readonly duty: readonly { readonly role: DutyRole; readonly staffId: string }[];
  /** Pairs of connected staff, `pupil staff`. */
  readonly connected: ReadonlySet<string>;
}

/** One thing that a person may read or be told: what kind, and of what. */
export interface Gain {
  readonly code: GainCode;
  readonly target: string | null;
  /** Tells reaches of one kind and target apart, such as the class in which a category is told. */
  readonly detail: string;
}

/** What each person who has not left could read or be told with full access, by staff id. */
export type Reach = ReadonlyMap<string, ReadonlyMap<string, Gain>>;

/** Works out everybody's reach (access.md, "Seeing a concern"; product.md section 4). Pure. */
export function reachOf(school: SchoolAccess): Reach {
  const told = toldBy(school);
  const people = school.staff.filter((person) => !person.disabled);
  return new Map(
    people.map((person) => {
      const gains = [
        ...readingOf(school, person),
        ...dutyOf(school, person.id),
        ...(told.get(person.id) ?? []),
      ];
      return [person.id, new Map(gains.map((gain) => [keyOf(gain), gain]))];
    }),
  );
}

function keyOf({ code, target, detail }: Gain): string {
  return `${code} ${target ?? ''} ${detail}`;
}

function gain(code: GainCode, target: string | null = null, detail = ''): Gain {
  return { code, target, detail };
}

function readingOf(school: SchoolAccess, person: SchoolAccess['staff'][number]): Gain[] {
  const group = school.groups.get(person.groupId);
  if (!group) return [];
  const rights = rightsByCategory(school.categories, group.permissions);
  const viewed = school.categories.filter(({ id }) => rights.get(id)?.viewConcerns);
  const watched = school.categories.filter(({ id }) => rights.get(id)?.viewPupils);
  const reads = viewed.length + watched.length > 0;
  return [
    ...viewed.map(({ id }) => gain('view-concerns', id)),
    ...watched.map(({ id }) => gain('view-pupils', id)),
    ...(viewed.length > 0 ? besides(school, rights) : []),
    ...(reads ? placesSeen(school, person) : []),
    ...(reads && !group.higherLevel ? [gain('after-log-in')] : []),
    ...[...group.administration].map((part) => gain('administration', part)),
    ...(group.higherLevel && person.address ? [gain('address', null, person.address)] : []),
  ];
}

/** Categories that do not hide a concern which also stands in another, viewed one: *restricted* hides it. */
function besides(school: SchoolAccess, rights: ReadonlyMap<string, { viewConcerns: boolean }>): Gain[] {
  return school.categories
    .filter(({ id, restricted }) => !restricted || rights.get(id)?.viewConcerns)
    .map(({ id }) => gain('restricted-beside', id));
}

function placesSeen(school: SchoolAccess, person: SchoolAccess['staff'][number]): Gain[] {
  const unrestricted = school.groups.get(person.groupId)?.unrestricted === true;
  const viewer = { staffId: person.id, group: { id: person.groupId, unrestricted } };
  return school.places
    .filter((place) => seesPupil(viewer, place, school.restrictions))
    .map((place) => gain('sees-class', place.classId, place.yearGroupId));
}

function dutyOf(school: SchoolAccess, staffId: string): Gain[] {
  return school.duty
    .filter((duty) => duty.staffId === staffId)
    .map(({ role }) => (role === 'lead' || role === 'deputy' ? gain('lead') : gain('duty', role)));
}

/** Alert groups and automatic alerts: being told opens the concern (product.md section 4). */
function toldBy(school: SchoolAccess): Map<string, Gain[]> {
  const told = new Map<string, Gain[]>();
  const tell = (staffId: string, ...gains: Gain[]) =>
    told.set(staffId, [...(told.get(staffId) ?? []), ...gains]);
  for (const [id, { fallback, members }] of school.alertGroups) {
    for (const member of members)
      tell(member, gain('alert-group', id), ...(fallback ? [gain('fallback')] : []));
  }
  for (const rule of school.rules) {
    const gains = toldWhen(school, rule);
    const members = rule.groups.flatMap((id) => school.alertGroups.get(id)?.members ?? []);
    for (const staffId of new Set([...rule.staff, ...members])) tell(staffId, ...gains);
  }
  return told;
}

/** A rule covers its sub-categories, and the classes and years it is limited to; no limit covers an unmatched child. */
function toldWhen(school: SchoolAccess, rule: RuleFacts): Gain[] {
  const open = rule.classes.size + rule.years.size === 0;
  const places = school.places.filter(
    ({ classId, yearGroupId }) => open || rule.classes.has(classId) || rule.years.has(yearGroupId),
  );
  const details = [
    ...places.map(({ classId, yearGroupId }) => `${classId}/${yearGroupId}`),
    ...(open ? ['-'] : []),
  ];
  return withBelow(school, rule.categoryId).flatMap((id) =>
    details.map((detail) => gain('told', id, detail)),
  );
}

function withBelow(school: SchoolAccess, categoryId: string): string[] {
  const children = school.categories.filter(({ parentId }) => parentId === categoryId);
  return [categoryId, ...children.flatMap(({ id }) => withBelow(school, id))];
}
