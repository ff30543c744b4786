import type { Ground } from '../ground';
import { readNamed } from '../school/names';
import { readSchool, type School } from '../school/school';
import type { Reader } from '../storage/database';
import { groupBy } from '../storage/group-by';
import type * as rows from '../storage/rows/school';
import { readJoinedNumbers, readKnownPupils, type KnownPupil } from './known-pupils';
import { readKnownStaff, type KnownStaff } from './known-staff';
import { nameKey } from './name-key';
import { cellsOf } from '../storage/cells';

/** Kinds of things that rows of a sheet name. */
export type SheetNoun = 'group' | 'class' | 'year' | 'category' | 'staff' | 'pupil' | 'alert group';

/** A school as its own spreadsheet would speak of it: everything opened, and found by name. */
export interface KnownSchool {
  readonly school: School;
  readonly staff: readonly KnownStaff[];
  readonly pupils: readonly KnownPupil[];
  /** Numbers of pupils who were joined with another entry. */
  readonly joined: readonly string[];
  readonly groups: readonly rows.UserGroupRow[];
  readonly classes: readonly rows.ClassRow[];
  readonly years: readonly rows.YearGroupRow[];
  readonly categories: readonly (rows.CategoryRow & { readonly words: string | null })[];
  readonly permissions: readonly rows.PermissionRow[];
  readonly alertGroups: readonly rows.AlertGroupRow[];
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly rows.AutomaticAlertRow[];
  readonly parts: ReadonlyMap<string, readonly rows.AutomaticAlertPartRow[]>;
  readonly restrictions: readonly rows.ClassRestrictionRow[];
  readonly allows: readonly rows.ClassRestrictionAllowRow[];
  /** Types of class restriction that are switched on. */
  readonly restricted: readonly string[];
  readonly duty: readonly rows.DutyListRow[];
  readonly places: readonly string[];
  readonly agencies: readonly string[];
  /** Places and agencies that are offered no longer. */
  readonly removed: readonly string[];
  /** Name of what an id stands for; staff by their e-mail address, else their name. */
  readonly nameOf: (id: string) => string;
  /** Id of what bears this name, staff who have left among them; undefined where there is none. */
  readonly find: (noun: SheetNoun, name: string) => string | undefined;
}

/** Reads a school for a comparison with its spreadsheet. The roll is read only where it is asked for: it is large. */
export async function readKnownSchool(
  reader: Reader,
  ground: Ground,
  schoolId: string,
  withPupils: boolean,
): Promise<KnownSchool> {
  const named = {
    group: await readNamed(reader, ground, schoolId, 'user_groups'),
    class: await readNamed(reader, ground, schoolId, 'classes'),
    year: await readNamed(reader, ground, schoolId, 'year_groups'),
    category: await readNamed(reader, ground, schoolId, 'categories'),
    'alert group': await readNamed(reader, ground, schoolId, 'alert_groups'),
  };
  const own = await readRows(reader, ground, schoolId);
  const merged = new Set(own.categories.flatMap(({ id, merged_into }) => (merged_into === null ? [] : [id])));
  const staff = await readKnownStaff(reader, ground, schoolId);
  const pupils = withPupils ? await readKnownPupils(reader, ground, schoolId) : [];
  const names = new Map([
    ...Object.values(named).flatMap((one) => [...one]),
    ...staff.map(({ id, key }) => [id, key] as const),
    ...pupils.map(({ id, key }) => [id, key] as const),
  ]);
  const keyed = (entries: Iterable<readonly [string, string]>) =>
    new Map([...entries].map(([id, name]) => [nameKey(name), id]));
  const ids: Record<SheetNoun, ReadonlyMap<string, string>> = {
    group: keyed(named.group),
    class: keyed(named.class),
    year: keyed(named.year),
    category: keyed([...named.category].filter(([id]) => !merged.has(id))),
    'alert group': keyed(named['alert group']),
    staff: keyed(staff.map(({ id, key }) => [id, key])),
    // By either number; the UPN, which is the key, stands above the Pupil ID.
    pupil: keyed([
      ...pupils.flatMap(({ id, pupilRef }) => (pupilRef ? [[id, pupilRef] as const] : [])),
      ...pupils.map(({ id, key }) => [id, key] as const),
    ]),
  };
  return {
    school: await readSchool(reader, ground, schoolId),
    staff,
    pupils,
    joined: withPupils ? await readJoinedNumbers(reader, ground, schoolId) : [],
    ...own,
    nameOf: (id) => names.get(id) ?? '',
    find: (noun, name) => ids[noun].get(nameKey(name)),
  };
}

async function readRows(reader: Reader, ground: Ground, schoolId: string) {
  const here = { school_id: schoolId };
  const places = await readNamed(reader, ground, schoolId, 'places');
  const agencies = await readNamed(reader, ground, schoolId, 'agencies');
  const gone = new Set<string>([
    ...(await reader('places').where(here).whereNotNull('removed_at').pluck<string[]>('id')),
    ...(await reader('agencies').where(here).whereNotNull('removed_at').pluck<string[]>('id')),
  ]);
  const kept = (names: ReadonlyMap<string, string>) =>
    [...names].flatMap(([id, name]) => (gone.has(id) ? [] : [name]));
  const cells = cellsOf(ground.keys, schoolId, 'categories');
  const categories = await reader('categories').where(here).orderBy('position');
  return {
    groups: await reader('user_groups').where(here).orderBy('id'),
    classes: await reader('classes').where(here).orderBy('position'),
    years: await reader('year_groups').where(here).orderBy('position'),
    categories: categories.map((row) => ({ ...row, words: cells.open(row.id, 'guidance', row.guidance) })),
    permissions: await reader('permissions').where(here).orderBy(['group_id', 'category_id']),
    alertGroups: await reader('alert_groups').where(here).orderBy('position'),
    members: groupBy(
      await reader('alert_group_members').where(here).orderBy('staff_id'),
      (row) => row.group_id,
      (row) => row.staff_id,
    ),
    rules: await reader('automatic_alerts').where(here).orderBy('position'),
    parts: groupBy(
      await reader('automatic_alert_parts').where(here),
      (row) => row.rule_id,
      (row) => row,
    ),
    restrictions: await reader('class_restrictions').where(here).orderBy(['kind', 'target_id']),
    allows: await reader('class_restriction_allows').where(here).orderBy('who_id'),
    restricted: await reader('restriction_types')
      .where({ ...here, switched_on: 1 })
      .pluck<string[]>('kind'),
    duty: await reader('duty_list').where(here).orderBy('position'),
    places: kept(places),
    agencies: kept(agencies),
    removed: [...places, ...agencies].flatMap(([id, name]) => (gone.has(id) ? [name] : [])),
  };
}
