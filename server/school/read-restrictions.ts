import type { readClassRestrictions as endpoint, RestrictionType } from '../../protocol/class-restrictions';
import type { ReplyOf } from '../../protocol/endpoint';
import type { Named } from '../../protocol/fields';
import type { Ground } from '../ground';
import { readInOrder, readNamed } from './names';
import { readPeople, type People } from './read-people';

/** Class restrictions of both types, with the lists that are kept while a type is off. */
export async function readRestrictions(ground: Ground, schoolId: string): Promise<ReplyOf<typeof endpoint>> {
  const reader = ground.database.read;
  const [classes, years, people, names, rows] = await Promise.all([
    readInOrder(reader, ground, schoolId, 'classes'),
    readInOrder(reader, ground, schoolId, 'year_groups'),
    readPeople(reader, ground, schoolId),
    readNamed(reader, ground, schoolId, 'user_groups'),
    readRows(ground, schoolId),
  ]);
  const groups = rows.groups
    .map(({ id, unrestricted }) => ({
      id,
      name: names.get(id) ?? '',
      unrestricted: unrestricted === 1,
      people: rows.people.filter((group) => group === id).length,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const shown = { rows, groups, people };
  return {
    class: typeOf('class', classes, shown),
    year: typeOf('year', years, shown),
    groups,
    staff: people.present,
  };
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function readRows(ground: Ground, schoolId: string) {
  const reader = ground.database.read;
  const here = { school_id: schoolId };
  const [on, lists, allows, groups, people, classes, pupils] = await Promise.all([
    reader('restriction_types')
      .where({ ...here, switched_on: 1 })
      .pluck('kind'),
    reader('class_restrictions').where(here).select('kind', 'target_id', 'everyone'),
    reader('class_restriction_allows').where(here).select('kind', 'target_id', 'who', 'who_id'),
    reader('user_groups').where(here).whereNull('built_in').select('id', 'unrestricted'),
    reader('staff').where(here).whereNull('disabled_at').pluck('group_id'),
    reader('classes').where(here).select('id', 'year_group_id', 'teacher_id'),
    reader('pupils').where(here).whereNull('left_at').select('class_id', 'year_group_id'),
  ]);
  return { on, lists, allows, groups, people, classes, pupils };
}

function typeOf(
  kind: 'class' | 'year',
  targets: readonly Named[],
  { rows, groups, people }: { rows: Rows; groups: readonly Named[]; people: People },
): RestrictionType {
  return {
    on: rows.on.includes(kind),
    targets: targets.map((target) => {
      const facts = { ...target, ...factsOf(kind, target.id, { rows, people }) };
      const row = rows.lists.find((list) => list.kind === kind && list.target_id === target.id);
      const allowed = (who: 'group' | 'staff') =>
        rows.allows
          .filter((one) => one.kind === kind && one.target_id === target.id && one.who === who)
          .map((one) => one.who_id);
      if (!row) return { ...facts, list: null };
      const named = groups.filter(({ id }) => allowed('group').includes(id));
      return {
        ...facts,
        list: {
          everyone: row.everyone === 1,
          groups: named.map(({ id, name }) => ({ id, name })),
          staff: people.among(allowed('staff')),
        },
      };
    }),
  };
}

function factsOf(
  kind: 'class' | 'year',
  id: string,
  { rows, people }: { rows: Rows; people: People },
): Pick<RestrictionType['targets'][number], 'pupils' | 'yearGroupId' | 'teacher'> {
  const column = kind === 'class' ? 'class_id' : 'year_group_id';
  const pupils = rows.pupils.filter((pupil) => pupil[column] === id).length;
  const row = kind === 'class' ? rows.classes.find((one) => one.id === id) : undefined;
  const [teacher] = people.among(row?.teacher_id ? [row.teacher_id] : []);
  return { pupils, yearGroupId: row?.year_group_id ?? null, teacher: teacher?.name ?? null };
}
