import type { GainCode } from '../../protocol/changes/widening';
import type { CategoryRights, DutyRole } from './actor';
import type { AllowList, ClassRestrictions } from './concern';
import { rightsByCategory, type PermissionRow } from './rights';

/** One automatic alert, as far as who is told what depends on it. */
export interface RuleFacts {
  /** It covers these and everything below them. */
  readonly categories: readonly string[];
  readonly groups: readonly string[];
  readonly staff: readonly string[];
  /** Limits the rule to pupils of these classes or years; both empty: all pupils. */
  readonly classes: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

/** Where a pupil stands. */
export interface Place {
  readonly classId: string;
  readonly yearGroupId: string;
}

/** Everything in one school that decides who may read or be told what. Ids and flags only. */
export interface SchoolAccess {
  readonly categories: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly restricted: boolean;
    /** Where its concerns went; whoever may read that one reads what was this one's. */
    readonly mergedInto: string | null;
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
    /** Is asked to join and has not: counts with what they will have, and decides nothing yet. */
    readonly offered?: boolean;
    /** Blind index of the e-mail address of the person's account. */
    readonly address: string | null;
  }[];
  readonly restrictions: ClassRestrictions;
  /** Every class with its year group, and every other pair that a pupil stands in. */
  readonly places: readonly Place[];
  readonly pupils: readonly ({ readonly id: string } & Place)[];
  /** Staff, leavers too, with an alert of some time: it opens its concern to them as long as it is not read. */
  readonly alerted: ReadonlySet<string>;
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

/** Detail of what reaches every class and year group, those that come later too. */
export const EVERYWHERE = '*';

/** Works out everybody's reach (access.md, "Seeing a concern"; product.md section 4). Pure. */
export function reachOf(school: SchoolAccess): Reach {
  const told = toldBy(school);
  const people = school.staff.filter((person) => !person.disabled);
  return new Map(
    people.map((person) => {
      const gains = [
        ...readingOf(school, person),
        ...dutyGains(school, person.id),
        ...(told.get(person.id) ?? []),
      ];
      return [person.id, new Map(gains.map((gain) => [keyOf(gain), gain]))];
    }),
  );
}

export function keyOf({ code, target, detail }: Gain): string {
  return `${code} ${target ?? ''} ${detail}`;
}

function gain(code: GainCode, target: string | null = null, detail = ''): Gain {
  return { code, target, detail };
}

type Person = SchoolAccess['staff'][number];

function readingOf(school: SchoolAccess, person: Person): Gain[] {
  const group = school.groups.get(person.groupId);
  if (!group) return [];
  const rights = rightsOf(school, group.permissions);
  const viewed = school.categories.filter(({ id }) => rights.get(id)?.viewConcerns);
  const watched = school.categories.filter(({ id }) => rights.get(id)?.viewPupils);
  // A lead reads what stands in no category, whatever the matrix says.
  const reads = viewed.length + watched.length > 0 || isOnDuty(school, person.id);
  return [
    ...viewed.map(({ id }) => gain('view-concerns', id)),
    ...watched.map(({ id }) => gain('view-pupils', id)),
    ...(viewed.length > 0 ? besides(school, rights) : []),
    ...(reads ? classesSeen(school, person, group.unrestricted) : []),
    ...[...group.administration].map((part) => gain('administration', part)),
  ];
}

/** Rights of a group for every category; a merged one has those of where it went. */
function rightsOf(
  { categories }: SchoolAccess,
  permissions: readonly PermissionRow[],
): ReadonlyMap<string, CategoryRights | undefined> {
  const rights = rightsByCategory(categories, permissions);
  return new Map(categories.map(({ id, mergedInto }) => [id, rights.get(mergedInto ?? id)]));
}

/** Categories that do not hide a concern which also stands in another, viewed one: *restricted* hides it. */
function besides(
  { categories }: SchoolAccess,
  rights: ReadonlyMap<string, CategoryRights | undefined>,
): Gain[] {
  const hiding = new Set(categories.filter(({ restricted }) => restricted).map(({ id }) => id));
  return categories
    .filter(({ id, mergedInto }) => !hiding.has(mergedInto ?? id) || rights.get(id)?.viewConcerns)
    .map(({ id }) => gain('restricted-beside', id));
}

/** Classes and year groups apart, not the pairs of them: a list counts also before anybody stands in its class. */
function classesSeen({ restrictions }: SchoolAccess, person: Person, unrestricted: boolean): Gain[] {
  const seen = (kind: string, lists: ReadonlyMap<string, AllowList> | null) => {
    if (unrestricted || lists === null) return [gain('sees-class', null, kind)];
    const own = [...lists].filter(
      ([, list]) => list.everyone || list.groups.has(person.groupId) || list.staff.has(person.id),
    );
    return own.map(([id]) => gain('sees-class', id, kind));
  };
  return [...seen('class', restrictions.classes), ...seen('year', restrictions.years)];
}

function isOnDuty(school: SchoolAccess, staffId: string): boolean {
  return dutyGains(school, staffId).some(({ code }) => code === 'lead');
}

function dutyGains(school: SchoolAccess, staffId: string): Gain[] {
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
    const details = [
      ...[...rule.classes].map((id) => `class:${id}`),
      ...[...rule.years].map((id) => `year:${id}`),
    ];
    const gains = coveredBy(school, rule).flatMap((id) =>
      (details.length > 0 ? details : [EVERYWHERE]).map((detail) => gain('told', id, detail)),
    );
    for (const staffId of toldByRule(school, rule)) tell(staffId, ...gains);
  }
  return told;
}

/** Everybody whom a rule alerts, by name or by an alert group. */
export function toldByRule(school: SchoolAccess, rule: RuleFacts): ReadonlySet<string> {
  const members = rule.groups.flatMap((id) => school.alertGroups.get(id)?.members ?? []);
  return new Set([...rule.staff, ...members]);
}

/** The categories that a rule covers: its own, what is below them, and what was merged into any of these. */
export function coveredBy(school: SchoolAccess, rule: RuleFacts): string[] {
  return [...new Set(rule.categories.flatMap((id) => withBelow(school, id)))];
}

function withBelow({ categories }: SchoolAccess, categoryId: string): string[] {
  const below = (id: string): string[] => {
    const children = categories.filter((one) => one.parentId === id && one.mergedInto === null);
    const merged = categories.filter(({ mergedInto }) => mergedInto === id);
    return [id, ...merged.map((one) => one.id), ...children.flatMap((child) => below(child.id))];
  };
  const own = categories.find(({ id }) => id === categoryId);
  return own?.mergedInto === null ? below(categoryId) : [];
}
